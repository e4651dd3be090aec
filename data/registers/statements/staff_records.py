"""A record of the staff is known by person, kind, what it says and its day."""

from data.codes import label
from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.intake.values.choices import key
from data.language import _, language, use_language
from data.registers import references
from data.registers.book import Book
from data.schema import StaffRecord
from data.team.record_kinds import LISTS, PLAIN, YES, choices_of


def state(book: Book, row: Row) -> Record:
    """The record of a row."""
    person, kind = references.staff(book, row), row.values["kind"]
    keys = {
        "staff_id": person,
        "kind": kind,
        "value": _value(kind, row.values.get("value")),
        "fact_date": row.values["fact_date"],
    }
    words = f"{person.label} · {keys['value']} · {keys['fact_date']}"
    record = book.find(StaffRecord, **keys) or book.new(StaffRecord, words, **keys)
    columns = ("end_date", "document_number", "source")
    book.state(record, row, {name: name for name in columns})
    return record


def _value(kind: str, written: str | None) -> str:
    """The code of what is written in the words of either language, or the name of a certificate."""
    if kind in PLAIN:
        return YES
    if not written:
        raise RowRefusedError("value", _("this has to be filled in"))
    if kind not in LISTS:
        return written
    wanted = key(written)
    for code in choices_of(kind) or {}:
        if wanted in {key(code), *(key(words) for words in _names(LISTS[kind], code))}:
            return code
    raise RowRefusedError("value", _("not one of the list of this kind"))


def _names(code_list: str, code: str) -> list[str]:
    spoken, found = language(), []
    for each in ("zh", "en"):
        use_language(each)
        found.append(label(code_list, code))
    use_language(spoken)
    return found
