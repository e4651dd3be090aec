"""What imports changed in one finding: who, when, from which row of which file, which fields."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from data.local_time import in_china
from data.schema import Event, FindingChange

_PLACE = "source_row"  # where data.ledger keeps file, sheet and line beside the fields


@dataclass(frozen=True)
class FieldChange:
    """One field: its name among data.ledger.fields.FIELDS, and its values as they are kept."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True)
class ImportChange:
    """What one import changed, or that it brought the finding in. `happened_at` is in China's time."""

    happened_at: datetime
    actor: str
    place: str | None
    is_new: bool
    changes: tuple[FieldChange, ...]


def finding_changes(connection: Connection, finding_id: int) -> list[ImportChange]:
    """All of them, oldest first."""
    question = (
        select(FindingChange.is_new, FindingChange.changes, Event.actor, Event.happened_at)
        .join(Event, Event.event_id == FindingChange.event_id)
        .where(FindingChange.finding_id == finding_id)
        .order_by(FindingChange.event_id)
    )
    return [_change(row) for row in connection.execute(question)]


def _change(row: Any) -> ImportChange:
    pairs: dict[str, list[Any]] = json.loads(row.changes)
    place = pairs.pop(_PLACE, [None, None])[1]
    # A field with several facts is told several times: interview_dates, interview_dates#2.
    changes = tuple(FieldChange(name.partition("#")[0], *pair) for name, pair in pairs.items())
    return ImportChange(in_china(row.happened_at), row.actor, place, row.is_new, changes)
