"""A post is known by official, unit, title and first day; another first day within the term corrects it."""

from datetime import date

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.intake.values.identifiers import birth_date
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.officials import official
from data.schema import Official, Post, PostAudit, ProjectStage

_OFFICIAL_COLUMNS = {
    "name": "official_name",
    "identity_number": "identity_number",
    "retirement_date": "retirement_date",
    "source": "source",
}
_COLUMNS = {
    "title": "title",
    "audit_class": "audit_class",
    "start_date": "start_date",
    "expected_end_date": "expected_end_date",
    "end_date": "end_date",
    "pair_code": "pair_code",
    "leader_side": "leader_side",
    "has_resource_duty": "has_resource_duty",
    "is_audit_exempt": "is_audit_exempt",
    "source": "source",
}

_AUDIT_DAYS = ("notified_date", "feedback_date", "result_used_date")


def state(book: Book, row: Row) -> Record:
    """The post of a row, with the official who holds it."""
    unit = references.unit(book, row)
    if unit is None:
        raise RowRefusedError("unit_name", _("this has to be filled in"))
    name = row.values["official_name"]
    person = official(book, row, unit) or book.new(Official, name, name=name)
    book.state(person, row, _OFFICIAL_COLUMNS)
    _state_birth_date(book, row, person)
    record = _post(book, row, person, unit)
    book.state(record, row, _COLUMNS)
    start, end = record.values.get("start_date"), record.values.get("end_date")
    if start and end and end < start:
        words = _("before {first}, which is {day}")
        raise RowRefusedError("end_date", words.format(first=row.headings["start_date"], day=start))
    return record


def _state_birth_date(book: Book, row: Row, person: Record) -> None:
    """The identity number says when somebody was born; a day that contradicts it is a slip in one of both."""
    number, stated = row.values.get("identity_number"), row.values.get("birth_date")
    if not number:
        book.state(person, row, {"birth_date": "birth_date"})
        return
    born = birth_date(number)
    if stated not in (None, born, born.replace(day=1)):  # a list may give only the month
        raise RowRefusedError("birth_date", _("the identity number says {day}").format(day=born))
    book.set(person, row, "birth_date", born, "birth_date")


def _post(book: Book, row: Row, person: Record, unit: Record) -> Record:
    title, start = row.values["title"], row.values.get("start_date")
    terms = book.all(Post, official_id=person, unit_id=unit, title=title)
    exact = [term for term in terms if start in (None, term.values.get("start_date"))]
    if start is None and len(exact) > 1:
        raise RowRefusedError("start_date", _("several terms of this post; give the first day"))
    same = exact or [term for term in terms if _overlaps(term, start, row.values.get("end_date"))]
    if same:
        _refuse_to_leave_out_an_audit(book, same[0], start)
        return same[0]
    label = f"{person.label} · {unit.label} · {title}"
    return book.new(Post, label, official_id=person, unit_id=unit, title=title)


def _refuse_to_leave_out_an_audit(book: Book, term: Record, start: date | None) -> None:
    """A later first day may be the next term: an audit before it shows that it is no correction."""
    recorded = term.values.get("start_date")
    if start is None or start == recorded:
        return
    days = [
        day
        for audit in book.all(PostAudit, post_id=term)
        for day in _days_of_audit(book, audit)
        if day < start and (recorded is None or recorded <= day)
    ]
    if days:
        words = _("audited on {day}, before this first day: close the old term with its last day first")
        raise RowRefusedError("start_date", words.format(day=min(days)))


def _days_of_audit(book: Book, audit: Record) -> list[date]:
    own = [audit.values.get(name) for name in _AUDIT_DAYS]
    stages = book.all(ProjectStage, project_id=audit.values["project_id"])
    return [day for day in (*own, *(stage.values.get("actual_date") for stage in stages)) if day]


def _overlaps(term: Record, start: date | None, end: date | None) -> bool:
    """Whether a recorded term and that of the row share days: then one of the first days is a correction."""
    first, last = term.values.get("start_date"), term.values.get("end_date")
    begins_before = first is None or end is None or first < end
    return begins_before and (last is None or start is None or start < last)
