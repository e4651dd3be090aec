"""Writing offers and their steps, each with its event: from the page, and from a file."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from data.engine import now
from data.events import OfferPutUp, OfferStepTaken, record
from data.intake.change import Record
from data.schema import Offer, OfferStep

LONGEST_TITLE, LONGEST_NOTE = 100, 1000
# The newest of these says how far an offer is; which step may follow which turn.
TURNS = ("chosen", "delivered", "returned", "accepted", "withdrawn")
AFTER: dict[str, tuple[str | None, ...]] = {
    "claimed": (None,),
    "chosen": (None,),
    "delivered": ("chosen", "returned"),
    "returned": ("delivered",),
    "accepted": ("delivered",),
    "withdrawn": (None, "chosen", "returned"),
}
NEEDING_A_REASON = ("returned", "withdrawn")


def add_offer(connection: Connection, actor: str, values: dict[str, Any]) -> int:
    """Write an offer with its event; returns its number. `values` are its columns, checked by the caller."""
    offer_id: int = connection.scalars(
        insert(Offer).values(values | {"offered_by": actor, "recorded_at": now()}).returning(Offer.offer_id)
    ).one()
    record(connection, actor, OfferPutUp(values["offer_code"], values["title"], values["due_date"]))
    return offer_id


def add_step(connection: Connection, actor: str, offer_code: str, values: dict[str, Any]) -> None:
    """Write a step with its event. `values` are its columns, checked by the caller."""
    told = OfferStepTaken(offer_code, values["kind"], values["fact_date"], values.get("note"))
    event = record(connection, actor, told)
    connection.execute(insert(OfferStep).values(values | {"recorded_at": now(), "event_id": event}))


def write_offers(connection: Connection, actor: str, records: Sequence[Record]) -> None:
    """Write the new offers of a file, then its steps by day; steps of one day in the order of their turns."""
    written = {each: add_offer(connection, actor, each.values) for each in records if each.table is Offer}
    steps = [each for each in records if each.table is OfferStep]
    for step in sorted(steps, key=lambda each: each.values["fact_date"]):
        offer = step.values["offer_id"]
        offer_id = written[offer] if isinstance(offer, Record) else offer
        code = connection.scalars(select(Offer.offer_code).where(Offer.offer_id == offer_id)).one()
        add_step(connection, actor, code, step.values | {"offer_id": offer_id})
