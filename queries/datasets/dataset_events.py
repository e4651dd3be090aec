"""What happened to a dataset, from the event log: for its owner and for who keeps the data room."""

import json
from dataclasses import fields
from itertools import islice

from sqlalchemy import Connection, and_

from data.events import KINDS
from data.schema import Event
from data.warehouse import DatasetFacts
from queries.administration.event_log import EventEntry, event_entries

_NAMED = "dataset"  # the field of an event that names one
_LISTED = ("datasets",)  # fields that name several
_IN_FILTERS = "filters"
MOST = 200


def dataset_events(connection: Connection, facts: DatasetFacts) -> list[EventEntry]:
    """The last events that name the dataset, the newest first; not those of an earlier one of its name."""
    kinds = [kind for kind, event in KINDS.items() if _names({field.name for field in fields(event)})]
    quoted = json.dumps(facts.name, ensure_ascii=False)
    named = and_(
        Event.kind.in_(kinds),
        Event.happened_at >= facts.created_at,
        Event.detail.contains(quoted, autoescape=True),
    )
    about = (
        event for event in event_entries(connection, named) if _is_about(json.loads(event.detail), facts.name)
    )
    return list(islice(about, MOST))


def _names(names: set[str]) -> bool:
    return bool(names & {_NAMED, *_LISTED, _IN_FILTERS})


def _is_about(detail: object, name: str) -> bool:
    if not isinstance(detail, dict):
        return False
    inner = detail.get(_IN_FILTERS)
    return (
        detail.get(_NAMED) == name
        or any(name in (detail.get(field) or ()) for field in _LISTED)
        or (isinstance(inner, dict) and inner.get(_NAMED) == name)
    )
