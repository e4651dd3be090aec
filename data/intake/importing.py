"""Planning and writing one file while others may change the database meanwhile."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from data.engine import reading, writing
from data.intake.refused import FileRefusedError
from data.language import _

_ATTEMPTS = 5  # an import that others overtake plans anew; so many in a row means a database that never rests


class PlanOutdatedError(Exception):
    """The database changed after the plan was made: nothing is written, and a new plan has to be made."""


class Planned(Protocol):
    """A plan, made on one state of the database."""

    @property
    def data_version(self) -> int:
        """The data version of that state."""


PlanOf = TypeVar("PlanOf", bound=Planned)


def write_planned(
    engine: Engine,
    make_plan: Callable[[Connection], PlanOf],
    apply: Callable[[Connection, PlanOf], int],
    seen_version: int | None,
) -> tuple[PlanOf, int]:
    """Plan and write; returns the plan and the id of its event. Plans anew where others wrote meanwhile.

    With `seen_version`, the data version of the preview that the user has looked at, a database that has
    moved on raises PlanOutdatedError instead. Raises FileRefusedError, also for a database that never rests.
    """
    for __ in range(_ATTEMPTS):
        with reading(engine) as connection:
            ready = make_plan(connection)
        if seen_version not in (None, ready.data_version):
            raise PlanOutdatedError
        try:
            return ready, _written(engine, ready, apply)
        except PlanOutdatedError:
            if seen_version is not None:
                raise
    raise FileRefusedError(_("Others are changing the data all the time; nothing was imported. Try later."))


def _written(engine: Engine, ready: PlanOf, apply: Callable[[Connection, PlanOf], int]) -> int:
    try:
        with writing(engine) as connection:
            return apply(connection, ready)
    except IntegrityError as error:
        # Another import wrote one of these records first: its plan and this one were made side by side.
        raise PlanOutdatedError from error
