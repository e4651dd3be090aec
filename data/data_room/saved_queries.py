"""Queries that somebody kept: for themselves, or for everybody who uses data. Only the owner changes them."""

from sqlalchemy import Engine, delete, insert, select, update

from data.access.permission import permit
from data.access.roles import User
from data.engine import now, writing
from data.events import QuerySaved, SavedQueryRemoved, record
from data.language import _
from data.schema import SavedQuery

ACTION = "use-data"
LONGEST_TITLE = 80


class SavedQueryError(ValueError):
    """A query that cannot be kept or taken away; the message says why, in the current language."""


def save_query(engine: Engine, user: User, title: str, sql: str, *, is_shared: bool = False) -> int:
    """Keep a query under a title; one of the same owner and title is replaced. Returns its number.

    Raises SavedQueryError, and NotPermittedError (recorded).
    """
    permit(engine, user, ACTION, title)
    title = " ".join(title.split())
    if not title or len(title) > LONGEST_TITLE:
        raise SavedQueryError(
            _("Give the query a title of {limit} letters at most.").format(limit=LONGEST_TITLE)
        )
    if not sql.strip():
        raise SavedQueryError(_("There is no query to save yet."))
    values = {"sql": sql, "is_shared": is_shared, "saved_at": now()}
    own = select(SavedQuery.saved_query_id).where(
        SavedQuery.owner == user.user_name, SavedQuery.title == title
    )
    with writing(engine) as connection:
        number = connection.scalar(own)
        if number is None:
            kept = connection.execute(insert(SavedQuery).values(title=title, owner=user.user_name, **values))
            key = kept.inserted_primary_key
            number = int(key[0]) if key else 0
        else:
            connection.execute(update(SavedQuery).where(SavedQuery.saved_query_id == number).values(**values))
        record(connection, user.user_name, QuerySaved(title, sql, is_shared))
    return int(number)


def remove_saved_query(engine: Engine, user: User, saved_query_id: int) -> None:
    """Take away a query of one's own. Raises SavedQueryError where there is none of that number."""
    permit(engine, user, ACTION, str(saved_query_id))
    own = (SavedQuery.saved_query_id == saved_query_id, SavedQuery.owner == user.user_name)
    with writing(engine) as connection:
        title = connection.scalar(select(SavedQuery.title).where(*own))
        if title is None:
            raise SavedQueryError(_("You have no saved query of that kind any more."))
        connection.execute(delete(SavedQuery).where(*own))
        record(connection, user.user_name, SavedQueryRemoved(title))
