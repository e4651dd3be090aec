"""What the people behind accounts are called, for lists and forms of the data room."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from data.schema import Account
from queries.administration.event_words import event_actor


def people(connection: Connection, *, is_present: bool = False) -> dict[str, str]:
    """Display names by user name, in the order of the names; `is_present`: without disabled accounts."""
    named = select(Account.user_name, Account.display_name).order_by(Account.display_name, Account.user_name)
    if is_present:
        named = named.where(Account.is_disabled.is_(False))
    return {row.user_name: row.display_name for row in connection.execute(named)}


def called(names: Mapping[str, str], user_name: str) -> str:
    """A person as lists name them, 姓名（账号）; the account alone where it is gone."""
    return event_actor(user_name, names.get(user_name))
