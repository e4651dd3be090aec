"""Who set which warning rule, when, and to what: from the event log, for those who may set rules."""

from sqlalchemy import Engine, select

from data.access.permission import permit
from data.access.roles import User
from data.engine import reading
from data.events import WarningRuleChanged
from data.planning.warning_settings import ACTION
from data.schema import Account, Event
from queries.administration.event_log import EventEntry

_NEWEST = 50


def warning_history(engine: Engine, reader: User) -> list[EventEntry]:
    """The newest fifty changes, newest first. Raises NotPermittedError (recorded)."""
    permit(engine, reader, ACTION, "history of warning rules")
    with reading(engine) as connection:
        rows = connection.execute(
            select(
                Event.event_id,
                Event.kind,
                Event.actor,
                Account.display_name.label("actor_name"),
                Event.happened_at,
                Event.detail,
                Event.previous_digest,
                Event.digest,
            )
            .outerjoin(Account, Account.user_name == Event.actor)
            .where(Event.kind == WarningRuleChanged.kind)
            .order_by(Event.event_id.desc())
            .limit(_NEWEST)
        )
        return [EventEntry(*row) for row in rows]
