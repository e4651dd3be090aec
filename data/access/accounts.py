"""Accounts as the administrators change them.

三员分立: the system administrator makes, disables and unlocks accounts and resets passwords; the security
administrator gives roles and bindings; neither reads the event log, and nobody touches their own account.
Each operation asks for its right itself and records its event in the transaction of the change.
"""

from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from data.access.account_name import as_user_name
from data.access.passwords import hashed, random_password
from data.access.permission import permit, refuse
from data.access.roles import ADMINISTRATORS, COMMAND_LINE, User, conflict
from data.access.sessions import end_all
from data.engine import now, writing
from data.events import AccountChanged, AccountCreated, PasswordChanged, record, take_turn
from data.language import _
from data.schema import Account, AccountRole, Region, Section, Staff

LONGEST_DISPLAY_NAME = 40


class AccountError(Exception):
    """A rule stands against the operation; the message says which, in the language of the context."""


def create_account(
    engine: Engine, actor: User, *, user_name: str, display_name: str, staff_code: str | None = None
) -> str:
    """Make an account without any role; returns its random first password, to be changed at first sign-in.

    `staff_code` says which member of the staff it belongs to, as in set_staff_code().
    """
    permit(engine, actor, "manage-accounts", user_name)
    name = as_user_name(user_name)
    if name is None:
        raise AccountError(_("A user name has 3 to 32 Latin letters, digits, points, hyphens or underlines."))
    if not 0 < len(display_name.strip()) <= LONGEST_DISPLAY_NAME:
        raise AccountError(
            _("The person's name has 1 to {length} characters.").format(length=LONGEST_DISPLAY_NAME)
        )
    password = random_password()
    password_hash = hashed(password)
    with writing(engine) as connection:
        if _find(connection, name) is not None:
            raise AccountError(_("The user name {user_name} is taken.").format(user_name=name))
        insert_account(
            connection,
            actor.user_name,
            name,
            display_name.strip(),
            password_hash,
            staff_code=_free_staff_code(connection, staff_code, name),
        )
    return password


def set_staff_code(engine: Engine, actor: User, user_name: str, staff_code: str | None) -> None:
    """Say which member of the staff an account belongs to, by 工号; None or blank: to none.

    What is shared with a project reaches its members by it. Raises AccountError where the register of the
    staff has no such number, or another account in use has it.
    """
    _permit_on_other(engine, actor, "manage-accounts", user_name)
    with writing(engine) as connection:
        take_turn(connection)  # two accounts must not get the same number at once
        account = existing_account(connection, user_name)
        _change(
            connection, actor, account, {"staff_code": _free_staff_code(connection, staff_code, user_name)}
        )


def set_roles(engine: Engine, actor: User, user_name: str, roles: frozenset[str]) -> None:
    """Replace the roles of an account and sign it out. Raises AccountError for roles that conflict."""
    _permit_on_other(engine, actor, "manage-rights", user_name)
    if reason := conflict(roles):
        raise AccountError(_(reason))
    with writing(engine) as connection:
        account = existing_account(connection, user_name)
        before = roles_of(connection, account.account_id)
        if before == roles:
            return
        connection.execute(delete(AccountRole).where(AccountRole.account_id == account.account_id))
        _insert_roles(connection, account.account_id, roles)
        end_all(connection, account.account_id)
        change = AccountChanged(user_name, {"roles": sorted(before)}, {"roles": sorted(roles)})
        record(connection, actor.user_name, change)


def bind(
    engine: Engine, actor: User, user_name: str, *, region_code: str | None, section_code: str | None
) -> None:
    """Bind an account to a region, a section, both or (None) neither, and sign it out."""
    _permit_on_other(engine, actor, "manage-rights", user_name)
    with writing(engine) as connection:
        account = existing_account(connection, user_name)
        for code, column in ((region_code, Region.region_code), (section_code, Section.section_code)):
            if code is not None and connection.scalar(select(column).where(column == code)) is None:
                raise AccountError(_("There is no region or section {code}.").format(code=code))
        after = {"region_code": region_code, "section_code": section_code}
        if _change(connection, actor, account, after):
            end_all(connection, account.account_id)


def disable(engine: Engine, actor: User, user_name: str) -> None:
    """Close an account: it is signed out everywhere and cannot sign in again."""
    _permit_on_other(engine, actor, "manage-accounts", user_name)
    with writing(engine) as connection:
        account = existing_account(connection, user_name)
        _change(connection, actor, account, {"is_disabled": True})
        end_all(connection, account.account_id)


def enable(engine: Engine, actor: User, user_name: str) -> None:
    """Open a closed account again. Raises AccountError where another has its staff number meanwhile."""
    _permit_on_other(engine, actor, "manage-accounts", user_name)
    with writing(engine) as connection:
        take_turn(connection)
        account = existing_account(connection, user_name)
        _need_free(connection, account.staff_code, user_name)
        _change(connection, actor, account, {"is_disabled": False})


def unlock(engine: Engine, actor: User, user_name: str) -> None:
    """Lift the lock that wrong passwords brought about."""
    _permit_on_other(engine, actor, "manage-accounts", user_name)
    with writing(engine) as connection:
        account = existing_account(connection, user_name)
        _change(connection, actor, account, {"locked_until": None, "failed_sign_ins": 0})


def reset_password(engine: Engine, actor: User, user_name: str) -> str:
    """Give an account a random password, sign it out and unlock it; returns the password.

    An administrator's password is reset on the command line alone: otherwise the system administrator could
    sign in as the other two, and the three would be one.
    """
    _permit_on_other(engine, actor, "manage-accounts", user_name)
    password = random_password()
    password_hash = hashed(password)
    with writing(engine) as connection:
        account = existing_account(connection, user_name)
        if actor != COMMAND_LINE and roles_of(connection, account.account_id) & ADMINISTRATORS:
            raise AccountError(_("An administrator's password can only be reset on the command line."))
        set_password(connection, account.account_id, password_hash, must_change=True)
        end_all(connection, account.account_id)
        record(connection, actor.user_name, PasswordChanged(user_name, is_reset=True))
    return password


def insert_account(
    connection: Connection,
    actor_name: str,
    user_name: str,
    display_name: str,
    password_hash: str,
    *,
    roles: frozenset[str] = frozenset(),
    region_code: str | None = None,
    section_code: str | None = None,
    staff_code: str | None = None,
    must_change_password: bool = True,
) -> None:
    """Write an account and its event in the caller's transaction, for who has checked rules and rights."""
    account_id = connection.execute(
        insert(Account)
        .values(
            user_name=user_name,
            display_name=display_name,
            password_hash=password_hash,
            region_code=region_code,
            section_code=section_code,
            staff_code=staff_code,
            must_change_password=must_change_password,
            created_at=now(),
        )
        .returning(Account.account_id)
    ).scalar_one()
    _insert_roles(connection, account_id, roles)
    created = AccountCreated(user_name, tuple(sorted(roles)), region_code, section_code, staff_code)
    record(connection, actor_name, created)


def existing_account(connection: Connection, user_name: str) -> Row[Any]:
    """The row of an account, locked until the transaction ends. Raises AccountError where there is none."""
    account = _find(connection, user_name)
    if account is None:
        raise AccountError(_("There is no account {user_name}.").format(user_name=user_name))
    return account


def roles_of(connection: Connection, account_id: int) -> frozenset[str]:
    """The roles an account holds."""
    return frozenset(connection.scalars(select(AccountRole.role).where(AccountRole.account_id == account_id)))


def set_password(connection: Connection, account_id: int, password_hash: str, *, must_change: bool) -> None:
    """Write a new password hash, which lifts a lock as well."""
    connection.execute(
        update(Account)
        .where(Account.account_id == account_id)
        .values(
            password_hash=password_hash,
            must_change_password=must_change,
            failed_sign_ins=0,
            locked_until=None,
        )
    )


def _permit_on_other(engine: Engine, actor: User, action: str, user_name: str) -> None:
    permit(engine, actor, action, user_name)
    if actor.user_name == user_name:
        refuse(engine, actor, action, user_name)


def _find(connection: Connection, user_name: str) -> Row[Any] | None:
    return connection.execute(
        select(Account.__table__).where(Account.user_name == user_name).with_for_update()
    ).first()


def _free_staff_code(connection: Connection, typed: str | None, user_name: str) -> str | None:
    """The number as the register of the staff writes it; None for nothing."""
    if typed is None or not typed.strip():
        return None
    known: str | None = connection.scalar(
        select(Staff.staff_code).where(func.lower(Staff.staff_code) == typed.strip().lower())
    )
    if known is None:
        raise AccountError(
            _(
                "There is no staff number {staff_code} in the register. Import the staff, or leave it empty."
            ).format(staff_code=typed.strip())
        )
    _need_free(connection, known, user_name)
    return known


def _need_free(connection: Connection, staff_code: str | None, user_name: str) -> None:
    holder = connection.scalar(
        select(Account.user_name).where(
            Account.staff_code == staff_code,
            Account.user_name != user_name,
            Account.is_disabled.is_(False),
        )
    )
    if staff_code is not None and holder is not None:
        raise AccountError(
            _("The staff number {staff_code} belongs to the account {user_name} already.").format(
                staff_code=staff_code, user_name=holder
            )
        )


def _insert_roles(connection: Connection, account_id: int, roles: frozenset[str]) -> None:
    if roles:
        connection.execute(
            insert(AccountRole), [{"account_id": account_id, "role": role} for role in sorted(roles)]
        )


def _change(connection: Connection, actor: User, account: Row[Any], after: dict[str, Any]) -> bool:
    """Write what differs and its event; False where nothing does."""
    before = {name: getattr(account, name) for name in after}
    changed = [name for name in after if after[name] != before[name]]
    if not changed:
        return False
    connection.execute(
        update(Account)
        .where(Account.account_id == account.account_id)
        .values({name: after[name] for name in changed})
    )
    change = AccountChanged(
        account.user_name,
        {name: before[name] for name in changed},
        {name: after[name] for name in changed},
    )
    record(connection, actor.user_name, change)
    return True
