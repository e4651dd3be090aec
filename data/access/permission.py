"""Asking for a right where the work happens, so that a refusal leaves a trace in the event log."""

from sqlalchemy import Connection, Engine, select

from data.access.roles import NotPermittedError, User, can
from data.engine import reading, writing
from data.events import ActionRefused, record
from data.schema import Region


def permit(engine: Engine, user: User, action: str, subject: str = "") -> None:
    """`require()`, but a refusal is recorded first, in a transaction of its own.

    `subject` says what the action was asked for, such as a user name. Raises NotPermittedError.
    """
    if not can(user, action):
        refuse(engine, user, action, subject)


def refuse(engine: Engine, user: User, action: str, subject: str = "") -> None:
    """Record a refusal that a rule beyond the roles demands, and raise NotPermittedError."""
    with writing(engine) as connection:
        record(connection, user.user_name, ActionRefused(action=action, subject=subject))
    raise NotPermittedError(action)


def permit_whole(engine: Engine, user: User, action: str, subject: str) -> None:
    """What holds for the whole bureau is changed by nobody who is bound to a section or a region.

    A refusal is recorded like that of an action. Raises NotPermittedError.
    """
    permit(engine, user, action, subject)
    if user.section_code is not None or user.region_code is not None:
        refuse(engine, user, action, subject)


def permit_place(
    engine: Engine, user: User, action: str, place: tuple[str | None, str | None], subject: str
) -> None:
    """Whoever is bound to a section or a region writes there only; `place` is (section, region).

    A refusal is recorded like that of an action. Raises NotPermittedError.
    """
    with reading(engine) as connection:
        is_inside = is_in_place(connection, user, place)
    if not is_inside:
        refuse(engine, user, action, subject)


def is_in_place(connection: Connection, user: User, place: tuple[str | None, str | None]) -> bool:
    """Whether what belongs to the place, (section, region), lies within what the user is bound to."""
    section_code, region_code = place
    return user.section_code in {None, section_code} and (
        user.region_code is None or region_code in _with_regions_below(connection, user.region_code)
    )


def _with_regions_below(connection: Connection, region_code: str) -> set[str]:
    found = newest = {region_code}
    while newest:
        below = connection.scalars(select(Region.region_code).where(Region.parent_code.in_(newest)))
        newest = set(below) - found
        found = found | newest
    return found
