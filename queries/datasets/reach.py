"""Whom a dataset's shares reach on a day: an account, the accounts of a section, a project's team."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, or_, select

from data.access.roles import User, can
from data.data_room.dataset_access import READING
from data.data_room.dataset_shares import Share, shares_of
from data.local_time import today_in_china
from data.schema import Account, AccountRole, Project, ProjectMember, Section, Staff
from data.warehouse import DatasetFacts


@dataclass(frozen=True)
class Reached:
    """A person whom a share reaches. `user_name` is None for one of the staff who has no account in use.

    `may_use` says whether the roles of the account look at data at all: without, the share opens nothing.
    """

    name: str
    user_name: str | None
    may_use: bool


@dataclass(frozen=True)
class Reach:
    """A standing share, what its target is called, and whom it reaches today."""

    share: Share
    target: str
    people: tuple[Reached, ...]


def reaches(connection: Connection, facts: DatasetFacts, day: date | None = None) -> tuple[Reach, ...]:
    """Each standing share with the people it reaches on the day (today), oldest first."""
    accounts = _accounts(connection)
    found = []
    for share in shares_of(connection, facts.dataset_id):
        if share.user_name is not None:
            target, people = _account(accounts, share.user_name)
        elif share.section_code is not None:
            target, people = _section(connection, accounts, share.section_code)
        else:
            target, people = _project(connection, accounts, str(share.project_code), day or today_in_china())
        found.append(Reach(share, target, people))
    return tuple(found)


def is_reached(reach: Reach, user: User) -> bool:
    """Whether the user is among those whom a share reaches."""
    return any(person.user_name == user.user_name for person in reach.people)


@dataclass(frozen=True)
class _Account:
    user: User
    staff_code: str | None


def _accounts(connection: Connection) -> dict[str, _Account]:
    """The accounts in use, by user name."""
    roles: dict[int, set[str]] = {}
    for account_id, role in connection.execute(select(AccountRole.account_id, AccountRole.role)):
        roles.setdefault(account_id, set()).add(role)
    rows = connection.execute(
        select(Account.__table__).where(Account.is_disabled.is_(False)).order_by(Account.user_name)
    )
    return {
        row.user_name: _Account(
            User(
                row.user_name,
                row.display_name,
                frozenset(roles.get(row.account_id, ())),
                row.region_code,
                row.section_code,
            ),
            row.staff_code,
        )
        for row in rows
    }


def _reached(account: _Account) -> Reached:
    return Reached(account.user.display_name, account.user.user_name, can(account.user, READING))


def _account(accounts: Mapping[str, _Account], user_name: str) -> tuple[str, tuple[Reached, ...]]:
    account = accounts.get(user_name)
    if account is None:
        return user_name, ()
    return f"{account.user.display_name} ({user_name})", (_reached(account),)


def _section(
    connection: Connection, accounts: Mapping[str, _Account], section_code: str
) -> tuple[str, tuple[Reached, ...]]:
    name = connection.scalar(select(Section.name).where(Section.section_code == section_code))
    bound = [_reached(entry) for entry in accounts.values() if entry.user.section_code == section_code]
    return name or section_code, tuple(bound)


def _project(
    connection: Connection, accounts: Mapping[str, _Account], project_code: str, day: date
) -> tuple[str, tuple[Reached, ...]]:
    of_staff = {entry.staff_code: entry for entry in accounts.values() if entry.staff_code}
    name = connection.scalar(select(Project.name).where(Project.project_code == project_code))
    team = connection.execute(
        select(Staff.staff_code, Staff.name)
        .join(ProjectMember, ProjectMember.staff_id == Staff.staff_id)
        .join(Project, Project.project_id == ProjectMember.project_id)
        .where(
            Project.project_code == project_code,
            or_(ProjectMember.from_date.is_(None), ProjectMember.from_date <= day),
            or_(ProjectMember.to_date.is_(None), ProjectMember.to_date >= day),
        )
        .order_by(Staff.staff_code)
        .distinct()
    )
    people = tuple(
        _reached(of_staff[row.staff_code])
        if row.staff_code in of_staff
        else Reached(row.name, None, may_use=False)
        for row in team
    )
    return f"{project_code} {name or ''}".strip(), people
