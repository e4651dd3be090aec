"""A user as the database has them at this moment: asked where work happens long after a page was drawn."""

from sqlalchemy import Connection, select

from data.access.roles import User
from data.schema import Account, AccountRole


def present_user(connection: Connection, user_name: str) -> User | None:
    """The user with the roles and the binding of now; None where the account is disabled or not there."""
    account = connection.execute(select(Account.__table__).where(Account.user_name == user_name)).first()
    if account is None or account.is_disabled:
        return None
    roles = connection.scalars(select(AccountRole.role).where(AccountRole.account_id == account.account_id))
    return User(user_name, account.display_name, frozenset(roles), account.region_code, account.section_code)
