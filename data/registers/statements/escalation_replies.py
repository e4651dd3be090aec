"""A reply is known by its letter and its day. It is registered once and never rewritten."""

from datetime import date

from data.escalation.replying import LONGEST_REPLY, write_replies
from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book
from data.schema import EscalationLetter, EscalationReply, Unit

write = write_replies


def state(book: Book, row: Row) -> Record:
    """The reply of a row. What cannot be registered on the page of the letter is refused here too."""
    letter, day = _letter(book, row), row.values["received_date"]
    sent: date = letter.values["sent_date"]
    if day < sent:
        words = _("before {first}, which is {day}")
        raise RowRefusedError("received_date", words.format(first=_("Letter sent on"), day=sent))
    content = row.values.get("content")
    there = book.all(EscalationReply, escalation_letter_id=letter, received_date=day)
    for reply in there:
        if content in (None, reply.values["content"]):
            return reply
    if there:
        raise RowRefusedError(
            "content",
            _(
                "another answer of this day is registered, and answers are not rewritten: "
                "register a second one on the page of the letter"
            ),
        )
    if content is not None and len(content) > LONGEST_REPLY:
        words = _("longer than {limit} characters: {length}")
        raise RowRefusedError("content", words.format(limit=LONGEST_REPLY, length=len(content)))
    label = f"{letter.label} · {day.isoformat()}"
    return book.new(EscalationReply, label, escalation_letter_id=letter, received_date=day, content=content)


def _letter(book: Book, row: Row) -> Record:
    """The letter that was sent with the number of the row, to whom it names where it names somebody."""
    found = book.all(EscalationLetter, document_number=row.values["document_number"])
    if not found:
        raise RowRefusedError("document_number", _("no letter of supervision was sent with this number"))
    if named := row.values.get("addressee"):
        found = [letter for letter in found if named in _names(book, letter)]
        if not found:
            raise RowRefusedError("addressee", _("the letter of this number went to somebody else"))
    if len(found) > 1:
        field = "addressee" if not named else "document_number"
        raise RowRefusedError(field, _("several letters have this number; say who answered"))
    return found[0]


def _names(book: Book, letter: Record) -> set[str]:
    """By what names the addressee is known: as the letter addresses them, and as the unit it is about."""
    unit = book.at(Unit, letter.values["unit_id"])
    return {letter.values["addressee"]} | ({unit.values["name"]} if unit else set())
