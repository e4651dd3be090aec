"""The accounts as their administrators see them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, select

from data.access.permission import permit
from data.access.roles import ROLES, User, can
from data.engine import now, reading
from data.schema import Account, AccountRole, Region, Section, Staff


@dataclass(frozen=True)
class AccountEntry:
    """One account. Moments are UTC; `locked_until` is None again once the lock is over.

    `staff_name` is None where the account belongs to no member of the staff, or to a number that the register
    does not have any more.
    """

    user_name: str
    display_name: str
    roles: tuple[str, ...]
    region_code: str | None
    region_name: str | None
    section_code: str | None
    section_name: str | None
    staff_code: str | None
    staff_name: str | None
    is_disabled: bool
    locked_until: datetime | None
    must_change_password: bool
    last_active_at: datetime | None
    created_at: datetime

    @property
    def state(self) -> str:
        """disabled, locked or in_use."""
        return "disabled" if self.is_disabled else "locked" if self.locked_until else "in_use"


def account_list(engine: Engine, actor: User) -> list[AccountEntry]:
    """All accounts by user name, for whoever manages accounts or rights. Raises NotPermittedError."""
    if not can(actor, "manage-rights"):
        permit(engine, actor, "manage-accounts")
    roles: dict[int, set[str]] = {}
    with reading(engine) as connection:
        for account_id, role in connection.execute(select(AccountRole.account_id, AccountRole.role)):
            roles.setdefault(account_id, set()).add(role)
        rows = connection.execute(
            select(
                Account.__table__,
                Region.name.label("region_name"),
                Section.name.label("section_name"),
                Staff.name.label("staff_name"),
            )
            .outerjoin(Staff, Staff.staff_code == Account.staff_code)
            .outerjoin(Region, Region.region_code == Account.region_code)
            .outerjoin(Section, Section.section_code == Account.section_code)
            .order_by(Account.user_name)
        ).all()
    return [
        AccountEntry(
            user_name=row.user_name,
            display_name=row.display_name,
            roles=tuple(role for role in ROLES if role in roles.get(row.account_id, ())),
            region_code=row.region_code,
            region_name=row.region_name,
            section_code=row.section_code,
            section_name=row.section_name,
            staff_code=row.staff_code,
            staff_name=row.staff_name,
            is_disabled=row.is_disabled,
            locked_until=row.locked_until if row.locked_until and row.locked_until > now() else None,
            must_change_password=row.must_change_password,
            last_active_at=row.last_active_at,
            created_at=row.created_at,
        )
        for row in rows
    ]
