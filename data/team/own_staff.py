"""Which member of the staff an account belongs to."""

from typing import Any

from sqlalchemy import Connection, Row, select

from data.schema import Account, Staff


def own_staff(connection: Connection, user_name: str) -> Row[Any] | None:
    """The row of the staff register behind an account; None where the account names none."""
    return connection.execute(
        select(Staff.__table__)
        .join(Account, Account.staff_code == Staff.staff_code)
        .where(Account.user_name == user_name)
    ).first()
