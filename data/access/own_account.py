"""What everybody may do with their own account: change the password, sign out elsewhere."""

from sqlalchemy import Engine

from data.access.accounts import AccountError, existing_account, set_password
from data.access.passwords import broken_rule, hashed
from data.access.roles import User
from data.access.sessions import end_all
from data.access.sign_ins import check_password
from data.engine import writing
from data.events import PasswordChanged, SignedOut, record
from data.language import _


def change_password(engine: Engine, user: User, *, old: str, new: str, keep: str | None = None) -> None:
    """Change one's own password; every session but `keep` ends.

    Raises AccountError where the new password breaks a rule or the old one is wrong, which counts as at
    sign-in.
    """
    if reason := broken_rule(new, user.user_name):
        raise AccountError(reason)
    if old == new:
        raise AccountError(_("The new password is the old one."))
    match check_password(engine, user.user_name, old).outcome:
        case "wrong":
            raise AccountError(_("The old password is wrong."))
        case "locked":
            raise AccountError(_("Too many wrong passwords: the account is locked for a while."))
        case "disabled":
            raise AccountError(_("The account is disabled."))
    password_hash = hashed(new)
    with writing(engine) as connection:
        account = existing_account(connection, user.user_name)
        set_password(connection, account.account_id, password_hash, must_change=False)
        end_all(connection, account.account_id, keep=keep)
        record(connection, user.user_name, PasswordChanged(user.user_name, is_reset=False))


def sign_out_elsewhere(engine: Engine, user: User, *, keep: str) -> int:
    """End every other session of one's own account; returns how many there were."""
    with writing(engine) as connection:
        account = existing_account(connection, user.user_name)
        ended = end_all(connection, account.account_id, keep=keep)
        if ended:
            record(connection, user.user_name, SignedOut(reason="elsewhere"))
    return ended
