"""Who set which warning rule, when, and to what: from the event log, for those who may set rules."""

from sqlalchemy import Engine

from data.access.permission import permit
from data.access.roles import User
from data.engine import reading
from data.events import WarningRuleChanged
from data.planning.warning_settings import ACTION
from data.schema import Event
from queries.administration.event_log import EventEntry, event_entries

_NEWEST = 50


def warning_history(engine: Engine, reader: User) -> list[EventEntry]:
    """The newest fifty changes, newest first. Raises NotPermittedError (recorded)."""
    permit(engine, reader, ACTION, "history of warning rules")
    with reading(engine) as connection:
        return list(event_entries(connection, Event.kind == WarningRuleChanged.kind, limit=_NEWEST))
