"""An offer is known by its number; each of its steps is a row. Neither is rewritten once it is registered."""

from typing import Any

from data.codes import label
from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book, reference
from data.schema import Account, Offer, OfferStep, Section, Staff
from data.team.offer_writing import (
    AFTER,
    LONGEST_NOTE,
    LONGEST_TITLE,
    NEEDING_A_REASON,
    TURNS,
    write_offers,
)

write = write_offers
_LENGTHS = {"title": LONGEST_TITLE, "requirement": LONGEST_NOTE, "note": LONGEST_NOTE}
_DECIDED = ("chosen", "accepted", "returned")  # which nobody does about oneself


def state(book: Book, row: Row) -> Record:
    """The offer of a row with its step. What the page of the team does not allow is refused here too."""
    for field, most in _LENGTHS.items():
        if len(text := row.values.get(field) or "") > most:
            words = _("longer than {limit} characters: {length}")
            raise RowRefusedError(field, words.format(limit=most, length=len(text)))
    offer = _offer(book, row)
    kind, day = row.values.get("step"), row.values.get("fact_date")
    if (kind is None) != (day is None):
        missing = "fact_date" if day is None else "step"
        raise RowRefusedError(missing, _("a step and its day belong together"))
    if kind is not None:
        _step(book, row, offer, kind)
    return offer


def _offer(book: Book, row: Row) -> Record:
    code, stated = row.values["offer_code"], _stated(book, row)
    offer = book.find(Offer, offer_code=code)
    if offer is None:
        values = {"title": code, "section_code": None, "project_id": None} | {
            column: value for column, (__, value) in stated.items()
        }
        if (due := values.get("due_date")) and (up := values.get("offered_date")) and due <= up:
            raise RowRefusedError("due_date", _("The day of delivery lies ahead."))
        return book.new(Offer, code, offer_code=code, **values)
    for column, (field, value) in stated.items():
        # A row without a section became one of the section of whoever brought it: None says nothing here.
        if value is not None and offer.values.get(column) != reference(value):
            raise RowRefusedError(field, _("this offer is up already with something else here"))
    return offer


def _stated(book: Book, row: Row) -> dict[str, tuple[str, Any]]:
    """What the row says of the offer: column -> field and value."""
    found = {
        name: (name, row.values[name])
        for name in ("title", "requirement", "offered_date", "due_date")
        if row.values.get(name) is not None
    }
    if named := row.values.get("section"):
        section = book.find(Section, section_code=named) or book.find(Section, name=named)
        if section is None:
            raise RowRefusedError("section", _("There is no such section."))
        found["section_code"] = ("section", section)
    if row.values.get("project_code"):
        found["project_id"] = ("project_code", references.known_project(book, row))
    return found


def _step(book: Book, row: Row, offer: Record, kind: str) -> None:
    day, note = row.values["fact_date"], row.values.get("note")
    steps = book.all(OfferStep, offer_id=offer)
    turns = sorted((each for each in steps if each.values["kind"] in TURNS), key=_day)
    leader = next(
        (each.values["staff_id"] for each in reversed(turns) if each.values["kind"] == "chosen"), None
    )
    named = references.staff(book, row) if row.values.get("staff_code") else None
    whose = leader if named is None else reference(named)
    about = {"kind": kind, "staff_id": whose, "fact_date": day}
    for known in book.all(OfferStep, offer_id=offer, **about):
        if note not in (None, known.values["note"]):
            raise RowRefusedError("note", _("this step is registered already, and steps are not rewritten"))
        return
    _check_person(book, named, kind, steps, leader)
    turn = turns[-1] if turns else None
    if (turn.values["kind"] if turn else None) not in AFTER[kind]:
        words = _("“{step}” cannot follow “{turn}”")
        now = label("offer_step", turn.values["kind"]) if turn else _("Open to claims")
        raise references.NotKnownYetError("step", words.format(step=label("offer_step", kind), turn=now))
    _check_day(row, offer, [each for each in steps if each is turn or each.values["staff_id"] == whose])
    if kind in NEEDING_A_REASON and not note:
        raise RowRefusedError("note", _("Say why."))
    words = f"{offer.values['offer_code']} {label('offer_step', kind)} {day}"
    book.note_new(book.new(OfferStep, words, offer_id=offer, note=note, **about), "step")


def _check_person(
    book: Book, named: Record | None, kind: str, steps: list[Record], leader: int | None
) -> None:
    """Who claims, who leads, and that nobody decides about oneself: as on the page."""
    claims = {each.values["staff_id"] for each in steps if each.values["kind"] == "claimed"}
    person = named.record_id if named else leader
    if kind in ("claimed", "chosen") and named is None:
        raise RowRefusedError("staff_code", _("this has to be filled in"))
    if kind == "claimed" and person in claims:
        raise RowRefusedError("staff_code", _("this person has claimed it already"))
    if kind == "chosen" and person not in claims:
        raise references.NotKnownYetError("staff_code", _("Only somebody who claimed it can lead it."))
    if kind not in ("claimed", "chosen") and leader is not None and person != leader:
        raise RowRefusedError("staff_code", _("Somebody else leads it."))
    is_own = book.actor is not None and book.has(
        Account, user_name=book.actor, staff_code=_code_of(book, person)
    )
    if kind in _DECIDED and person is not None and is_own:
        raise RowRefusedError("step", _("nobody chooses oneself or accepts the own delivery"))


def _check_day(row: Row, offer: Record, before: list[Record]) -> None:
    """A step is not before the offer, nor before the turn and the claim that it follows."""
    day = row.values["fact_date"]
    earliest = max([offer.values["offered_date"], *(_day(each) for each in before)])
    if day < earliest:
        words = _("before {first}, which is {day}")
        raise RowRefusedError("fact_date", words.format(first=_("The step before"), day=earliest))


def _day(step: Record) -> Any:
    return step.values["fact_date"]


def _code_of(book: Book, staff_id: int | None) -> str | None:
    person = book.at(Staff, staff_id)
    return person.values["staff_code"] if person else None
