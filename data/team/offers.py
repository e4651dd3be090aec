"""揭榜挂帅: a task is put up, claimed, given to one who claimed, delivered, and accepted or sent back.

States are never written: each of these is a dated step, and the state of any day follows from the steps (see
queries/relations/as_of/offer_as_of.sql). Every operation asks for its right itself.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from data.access.permission import permit, permit_place, refuse
from data.access.roles import User
from data.bureau import bureau
from data.engine import reading, writing
from data.events import take_turn
from data.language import _
from data.next_number import next_number
from data.schema import Offer, OfferStep, Project, Section, Staff
from data.team.offer_writing import (
    AFTER,
    LONGEST_NOTE,
    LONGEST_TITLE,
    NEEDING_A_REASON,
    TURNS,
    add_offer,
    add_step,
)
from data.team.own_staff import own_staff

KEEPING, CLAIMING = "offer-tasks", "see-rows"


class OfferError(ValueError):
    """A rule stands against it; the message says which, in the reader's language."""


@dataclass(frozen=True)
class NewOffer:
    """A task to put up: without a section it is open to the whole bureau."""

    title: str
    requirement: str
    due_date: date
    section_code: str | None = None
    project_id: int | None = None


def put_up(engine: Engine, actor: User, offer: NewOffer) -> int:
    """Put a task up; returns its number. Raises OfferError, and NotPermittedError (recorded)."""
    permit(engine, actor, KEEPING, offer.title)
    permit_place(engine, actor, KEEPING, (offer.section_code, actor.region_code), offer.title)
    title, requirement = offer.title.strip(), offer.requirement.strip()
    if not 0 < len(title) <= LONGEST_TITLE:
        raise OfferError(_("A title has 1 to {length} characters.").format(length=LONGEST_TITLE))
    if not 0 < len(requirement) <= LONGEST_NOTE:
        raise OfferError(
            _("Say in 1 to {length} characters what is to be delivered.").format(length=LONGEST_NOTE)
        )
    with writing(engine) as connection:
        take_turn(connection)
        today = bureau(connection).as_of
        if offer.due_date <= today:
            raise OfferError(_("The day of delivery lies ahead."))
        _check_references(connection, offer)
        values = {
            "offer_code": _next_code(connection, today.year),
            "title": title,
            "requirement": requirement,
            "project_id": offer.project_id,
            "section_code": offer.section_code,
            "offered_date": today,
            "due_date": offer.due_date,
        }
        return add_offer(connection, actor.user_name, values)


def claim(engine: Engine, actor: User, offer_id: int, note: str) -> None:
    """Claim an offer for oneself: one of the own section, or one open to the whole bureau.

    Raises OfferError, and NotPermittedError (recorded).
    """
    offer = _existing(engine, offer_id)
    permit(engine, actor, CLAIMING, offer.offer_code)
    if offer.section_code is not None:
        permit_place(engine, actor, CLAIMING, (offer.section_code, actor.region_code), offer.offer_code)
    _step(engine, actor, offer_id, "claimed", note=note, is_own=True)


def deliver(engine: Engine, actor: User, offer_id: int, note: str) -> None:
    """Whoever leads it says that it is delivered. Raises OfferError, and NotPermittedError (recorded)."""
    offer = _existing(engine, offer_id)
    permit(engine, actor, CLAIMING, offer.offer_code)
    _step(engine, actor, offer_id, "delivered", note=note, is_own=True)


def decide(
    engine: Engine, actor: User, offer_id: int, kind: str, *, staff_id: int | None = None, note: str = ""
) -> None:
    """Choose who leads (`staff_id`), accept or send back a delivery, or withdraw the offer.

    Nobody chooses oneself or accepts the own delivery. Raises OfferError, and NotPermittedError (recorded).
    """
    offer = _existing(engine, offer_id)
    permit(engine, actor, KEEPING, offer.offer_code)
    permit_place(engine, actor, KEEPING, (offer.section_code, actor.region_code), offer.offer_code)
    if kind not in {"chosen", "accepted", "returned", "withdrawn"}:
        raise OfferError(_("Choose one of the list."))
    if kind in NEEDING_A_REASON and not note.strip():
        raise OfferError(_("Say why."))
    with reading(engine) as connection:
        own = own_staff(connection, actor.user_name)
        concerned = staff_id if kind == "chosen" else leader_of(connection, offer_id)
    if own is not None and kind != "withdrawn" and concerned == own.staff_id:
        refuse(engine, actor, KEEPING, offer.offer_code)
    _step(engine, actor, offer_id, kind, staff_id=staff_id, note=note)


def leader_of(connection: Connection, offer_id: int) -> int | None:
    """Who was chosen to lead, last of all."""
    return connection.scalar(
        select(OfferStep.staff_id)
        .where(OfferStep.offer_id == offer_id, OfferStep.kind == "chosen")
        .order_by(OfferStep.offer_step_id.desc())
        .limit(1)
    )


def steps_of(connection: Connection, offer_id: int) -> list[Row[Any]]:
    """The steps of an offer in their order, each with who it is about."""
    return list(
        connection.execute(
            select(OfferStep.__table__, Staff.name)
            .outerjoin(Staff, Staff.staff_id == OfferStep.staff_id)
            .where(OfferStep.offer_id == offer_id)
            .order_by(OfferStep.offer_step_id)
        )
    )


def turn_of(connection: Connection, offer_id: int) -> str | None:
    """How far it is: the newest turn; None while it is open to claims."""
    return connection.scalar(
        select(OfferStep.kind)
        .where(OfferStep.offer_id == offer_id, OfferStep.kind.in_(TURNS))
        .order_by(OfferStep.fact_date.desc(), OfferStep.offer_step_id.desc())
        .limit(1)
    )


def _step(
    engine: Engine,
    actor: User,
    offer_id: int,
    kind: str,
    *,
    staff_id: int | None = None,
    note: str = "",
    is_own: bool = False,
) -> None:
    words = note.strip()
    if len(words) > LONGEST_NOTE:
        raise OfferError(_("A note has at most {length} characters.").format(length=LONGEST_NOTE))
    with writing(engine) as connection:
        take_turn(connection)
        if turn_of(connection, offer_id) not in AFTER[kind]:
            raise OfferError(_("It has moved on by now. Nothing was changed."))
        person = own_staff(connection, actor.user_name) if is_own else None
        if is_own and person is None:
            raise OfferError(_("Your account belongs to no member of the staff."))
        whose = person.staff_id if person is not None else staff_id
        _check_person(connection, offer_id, kind, whose)
        offer = _row(connection, offer_id)
        values = {
            "offer_id": offer_id,
            "kind": kind,
            "staff_id": whose if whose is not None else leader_of(connection, offer_id),
            "fact_date": bureau(connection).as_of,
            "note": words or None,
        }
        add_step(connection, actor.user_name, offer.offer_code, values)


def _check_person(connection: Connection, offer_id: int, kind: str, staff_id: int | None) -> None:
    claims = set(
        connection.scalars(
            select(OfferStep.staff_id).where(OfferStep.offer_id == offer_id, OfferStep.kind == "claimed")
        )
    )
    if kind == "claimed" and staff_id in claims:
        raise OfferError(_("You have claimed it already."))
    if kind == "chosen" and staff_id not in claims:
        raise OfferError(_("Only somebody who claimed it can lead it."))
    if kind == "delivered" and staff_id != leader_of(connection, offer_id):
        raise OfferError(_("Somebody else leads it."))


def _check_references(connection: Connection, offer: NewOffer) -> None:
    known = select(Section.section_code).where(Section.section_code == offer.section_code)
    if offer.section_code is not None and connection.scalar(known) is None:
        raise OfferError(_("There is no such section."))
    project = select(Project.project_id).where(Project.project_id == offer.project_id)
    if offer.project_id is not None and connection.scalar(project) is None:
        raise OfferError(_("There is no such project."))


def _next_code(connection: Connection, year: int) -> str:
    return next_number(connection, Offer.offer_code, f"JB{year}-", 3)


def _existing(engine: Engine, offer_id: int) -> Row[Any]:
    with reading(engine) as connection:
        return _row(connection, offer_id)


def _row(connection: Connection, offer_id: int) -> Row[Any]:
    found = connection.execute(select(Offer.__table__).where(Offer.offer_id == offer_id)).first()
    if found is None:
        raise OfferError(_("There is no such offer."))
    return found
