"""Importing one file into a register from start to end, for a user or for the command line."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from data.access.permission import permit
from data.access.roles import COMMAND_LINE, User
from data.intake.importing import write_planned
from data.intake.preset import Preset
from data.intake.reading.sheet import Source
from data.registers.apply import apply
from data.registers.plan import Plan, plan
from data.registers.preview import Preview
from data.registers.register import Register


@dataclass(frozen=True)
class Imported:
    """What was imported, and the id of the event that tells of it."""

    preview: Preview
    event_id: int


def import_source(
    engine: Engine,
    source: Source,
    register: Register,
    preset: Preset,
    *,
    user: User | None = None,
    seen_version: int | None = None,
) -> Imported:
    """Plan and write one file; plans anew where others changed the database meanwhile.

    Without `user` the command line acts, which is bound to nothing. With `seen_version`, the data version of
    the preview that the user has looked at, a database that has moved on raises PlanOutdatedError instead.
    Raises FileRefusedError, and NotPermittedError, which is itself recorded.
    """
    if user is not None:
        permit(engine, user, register.action, source.file_name)
    actor = user.user_name if user else COMMAND_LINE.user_name
    ready, event_id = write_planned(
        engine,
        lambda connection: plan(connection, source, register, preset, user=user),
        lambda connection, ready: _write(connection, ready, register, actor),
        seen_version,
    )
    return Imported(ready.preview, event_id)


def _write(connection: Connection, ready: Plan, register: Register, actor: str) -> int:
    """Write the plan, the register itself where it has a way of its own; the id of the event."""
    event_id = apply(connection, ready, actor)
    if register.write is not None:
        register.write(connection, actor, ready.own)
    return event_id
