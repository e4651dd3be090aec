"""Importing one file from start to end, for a user or for the command line."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine

from data.access.permission import permit
from data.access.roles import COMMAND_LINE, User
from data.intake.importing import write_planned
from data.intake.preset import Preset
from data.intake.reading.sheet import Source
from data.ledger.apply import apply
from data.ledger.plan import plan
from data.ledger.preview import Preview


@dataclass(frozen=True)
class Imported:
    """What was imported, and the id of the event that tells of it."""

    preview: Preview
    event_id: int


def import_source(
    engine: Engine,
    source: Source,
    preset: Preset,
    as_of: date | None = None,
    *,
    user: User | None = None,
    unit: str | None = None,
    seen_version: int | None = None,
) -> Imported:
    """Plan and write one file; plans anew where others changed the ledger meanwhile.

    Without `user` the command line acts, which is bound to nothing. With `seen_version`, the data version of
    the preview that the user has looked at, a ledger that has moved on raises PlanOutdatedError instead.
    Raises FileRefusedError (for the file, or for a ledger that never rests) and NotPermittedError, which is
    itself recorded.
    """
    if user is not None:
        permit(engine, user, "import-findings", source.file_name)
    actor = user.user_name if user else COMMAND_LINE.user_name
    ready, event_id = write_planned(
        engine,
        lambda connection: plan(connection, source, preset, as_of, user=user, unit=unit),
        lambda connection, ready: apply(connection, ready, actor),
        seen_version,
    )
    return Imported(ready.preview, event_id)
