"""晋级提醒: after how many years in a rank the bureau wants to be reminded; it sets them itself."""

from sqlalchemy import Connection, Engine, delete, insert, select

from data.access.permission import permit_whole
from data.access.roles import User
from data.codes import STAFF_RANK
from data.engine import writing
from data.events import PromotionYearsSet, record, take_turn
from data.language import _
from data.schema import PromotionRule

ACTION = "maintain-staff"
MOST_YEARS = 20


class PromotionYearsError(ValueError):
    """The number of years cannot be; the message says why."""


def promotion_years(connection: Connection) -> dict[str, int | None]:
    """What the bureau has set, by rank; usual ones: queries/relations/stored/promotion_years.sql."""
    return dict(connection.execute(select(PromotionRule.staff_rank, PromotionRule.years)).all())


def set_promotion_years(engine: Engine, actor: User, wanted: dict[str, int | None]) -> None:
    """Set the years of ranks for the whole bureau; None: no reminder for that rank.

    Raises PromotionYearsError, and NotPermittedError (recorded).
    """
    permit_whole(engine, actor, ACTION, "promotion_years")
    for rank, years in wanted.items():
        if rank not in STAFF_RANK or (years is not None and not 0 < years <= MOST_YEARS):
            raise PromotionYearsError(_("From 1 to {most} years.").format(most=MOST_YEARS))
    with writing(engine) as connection:
        take_turn(connection)
        before = promotion_years(connection)
        for rank, years in wanted.items():
            if rank in before and before[rank] == years:
                continue
            connection.execute(delete(PromotionRule).where(PromotionRule.staff_rank == rank))
            connection.execute(insert(PromotionRule).values(staff_rank=rank, years=years))
            record(connection, actor.user_name, PromotionYearsSet(rank, before.get(rank), years))
