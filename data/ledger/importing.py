"""Importing one file from start to end, for a user or for the command line."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from data.engine import reading, writing
from data.intake.preset import Preset
from data.intake.reading.sheet import Source
from data.intake.refused import FileRefusedError
from data.language import _
from data.ledger.apply import PlanOutdatedError, apply
from data.ledger.plan import Plan, plan
from data.ledger.preview import Preview
from data.permission import permit
from data.roles import COMMAND_LINE, User

_ATTEMPTS = 5  # an import that others overtake plans anew; so many in a row means a ledger that never rests


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
    for __ in range(_ATTEMPTS):
        with reading(engine) as connection:
            ready = plan(connection, source, preset, as_of, user=user, unit=unit)
        if seen_version not in (None, ready.preview.data_version):
            raise PlanOutdatedError
        try:
            return _written(engine, ready, user.user_name if user else COMMAND_LINE.user_name)
        except PlanOutdatedError:
            if seen_version is not None:
                raise
    raise FileRefusedError(_("Others are changing the ledger all the time; nothing was imported. Try later."))


def _written(engine: Engine, ready: Plan, actor: str) -> Imported:
    try:
        with writing(engine) as connection:
            return Imported(ready.preview, apply(connection, ready, actor))
    except IntegrityError as error:
        # Another import wrote one of these findings first: its plan and this one were made side by side.
        raise PlanOutdatedError from error
