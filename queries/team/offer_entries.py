"""Tasks put up for whoever takes them up, with what an account needs to act on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data.schema import Offer, Section, Staff
from data.team.offers import leader_of, steps_of, turn_of


@dataclass(frozen=True)
class OfferEntry:
    """One offer as it stands now; `turn` is its newest one (data/team/offers.py)."""

    offer_id: int
    code: str
    title: str
    requirement: str
    section_code: str | None
    section: str | None
    due_date: date
    turn: str | None
    claimed_by: frozenset[int]
    leader_id: int | None
    leader: str | None

    @property
    def claims(self) -> int:
        """How many persons claimed it."""
        return len(self.claimed_by)


def offer_entries(connection: Connection, codes: Sequence[str]) -> list[OfferEntry]:
    """The offers of these numbers. Which of them a reader may see is asked by the figure that named them."""
    rows = connection.execute(
        select(Offer.__table__, Section.name)
        .outerjoin(Section, Section.section_code == Offer.section_code)
        .where(Offer.offer_code.in_(codes))
    ).all()
    found = []
    for row in rows:
        leader = leader_of(connection, row.offer_id)
        steps = steps_of(connection, row.offer_id)
        name = select(Staff.name).where(Staff.staff_id == leader)
        found.append(
            OfferEntry(
                offer_id=row.offer_id,
                code=row.offer_code,
                title=row.title,
                requirement=row.requirement,
                section_code=row.section_code,
                section=row.name,
                due_date=row.due_date,
                turn=turn_of(connection, row.offer_id),
                claimed_by=frozenset(
                    step.staff_id for step in steps if step.kind == "claimed" and step.staff_id is not None
                ),
                leader_id=leader,
                leader=connection.scalar(name) if leader is not None else None,
            )
        )
    return found
