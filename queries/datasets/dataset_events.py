"""What happened to a dataset, from the event log: for its owner and for who keeps the data room."""

import json
from collections.abc import Set as AbstractSet
from dataclasses import fields
from itertools import islice
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from data.events import KINDS, DatasetRestored
from data.schema import Event
from data.warehouse import DatasetFacts
from queries.administration.event_log import EventEntry, event_entries

# The fields of an event that name a dataset, or several, and those that hold their numbers.
_NAMED, _LISTED = "dataset", "datasets"
_NUMBER, _NUMBERS = "dataset_id", "dataset_ids"
_IN_FILTERS = "filters"
MOST = 200


def dataset_events(connection: Connection, facts: DatasetFacts) -> list[EventEntry]:
    """The last events of the dataset, the newest first, whatever it was called; not those of another one.

    Events from before they carried numbers are found by name, from the day on that the dataset was made.
    """
    kinds = [kind for kind, event in KINDS.items() if _tells({field.name for field in fields(event)})]
    number, names = facts.dataset_id, _names(connection, facts)
    told = and_(
        Event.kind.in_(kinds),
        Event.happened_at >= facts.created_at,
        or_(
            Event.detail.contains(f'"{_NUMBER}": {number}'),
            Event.detail.like(f'%"{_NUMBERS}": [%{number}%'),
            *(Event.detail.contains(_quoted(name), autoescape=True) for name in names),
        ),
    )
    about = (
        event
        for event in event_entries(connection, told)
        if _is_about(json.loads(event.detail), number, names)
    )
    return list(islice(about, MOST))


def _tells(names: set[str]) -> bool:
    return bool(names & {_NAMED, _LISTED, _IN_FILTERS})


def _names(connection: Connection, facts: DatasetFacts) -> set[str]:
    """What the dataset is called, and what it was called before it was removed and came back."""
    restored = select(Event.detail).where(
        Event.kind == DatasetRestored.kind,
        Event.detail.contains(f'"{_NUMBER}": {facts.dataset_id}'),
    )
    details = [json.loads(detail) for detail in connection.scalars(restored)]
    own = [detail for detail in details if detail.get(_NUMBER) == facts.dataset_id]
    return {facts.name, *(detail["removed_name"] for detail in own)}


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _is_about(detail: Any, number: int, names: AbstractSet[str]) -> bool:
    if not isinstance(detail, dict):
        return False
    inner = detail.get(_IN_FILTERS)
    told = [detail, inner] if isinstance(inner, dict) else [detail]
    numbers = _all_of(told, _NUMBER, _NUMBERS)
    return number in numbers if numbers else not names.isdisjoint(_all_of(told, _NAMED, _LISTED))


def _all_of(told: list[dict[str, Any]], one: str, several: str) -> set[Any]:
    found = {value for part in told for value in (part.get(one), *(part.get(several) or ()))}
    return found - {None}
