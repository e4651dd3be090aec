"""The dialogs that ask before an account is disabled, enabled, unlocked or given a new password."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from sqlalchemy import Engine

from components.dialog import dialog
from components.frame.first_password import first_password
from components.frame.sign_in import user_now
from data.access.accounts import AccountError, disable, enable, reset_password, unlock
from data.access.roles import User
from data.language import _, mark
from queries.administration.account_list import AccountEntry


@dataclass(frozen=True)
class Act:
    """What can be done with an account: words and icon of its button, what it entails, and the doing."""

    title: str
    icon: str
    consequence: str
    do: Callable[[Engine, User, str], str | None]
    is_open: Callable[[AccountEntry], bool]


ACTS = {
    "disable": Act(
        mark("Disable account"),
        "block",
        mark("The person is signed out everywhere at once and cannot sign in again. Nothing is deleted."),
        disable,
        lambda account: not account.is_disabled,
    ),
    "enable": Act(
        mark("Enable account"),
        "check_circle",
        mark("The person can sign in again with the old password, roles and bindings."),
        enable,
        lambda account: account.is_disabled,
    ),
    "unlock": Act(
        mark("Unlock account"),
        "lock_open",
        mark("The person can try again at once. Make sure that the wrong passwords were their own."),
        unlock,
        lambda account: account.locked_until is not None,
    ),
    "reset": Act(
        mark("Reset password"),
        "lock_reset",
        mark("The person is signed out everywhere and needs the new password, which you see once."),
        reset_password,
        lambda account: not account.is_disabled,
    ),
}


def account_act(engine: Engine, account: AccountEntry, name: str) -> None:
    """Open the dialog for one of ACTS. The table behind it is drawn anew when it closes."""
    act = ACTS[name]
    dialog(_(act.title), icon=f":material/{act.icon}:", on_dismiss="rerun")(_draw)(engine, account, act)


def _draw(engine: Engine, account: AccountEntry, act: Act) -> None:
    st.text(f"{account.display_name} · {account.user_name}")
    st.markdown(_(act.consequence))
    place = st.empty()
    if not place.button(_(act.title), type="primary", key="account_act", width="stretch"):
        return
    try:
        password = act.do(engine, user_now(engine), account.user_name)
    except AccountError as error:
        st.error(str(error), icon=":material/error:")
        return
    if password is None:
        st.rerun()
    place.empty()
    first_password(account.user_name, password)
