"""The card that asks for user name and password; in the demonstration its accounts stand beside it."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components.inert import inert
from data.access.first_accounts import DEMO_ACCOUNTS, DEMO_PASSWORD
from data.access.roles import ROLES
from data.bureau import Bureau
from data.language import _, language
from data.shipped_names import shipped_name

_CARD_WIDTH = 400  # px
_DEMO_WIDTH = 520
_USER_NAME = "sign_in_user_name"
_PASSWORD = "sign_in_password"  # noqa: S105 - the key of a field


@dataclass(frozen=True)
class Notice:
    """What the card says below its fields; `kind` is error, warning, info or success."""

    kind: str
    text: str
    icon: str


def sign_in_card(bureau: Bureau, notice: Notice | None, attempt: Callable[[str, str], Notice]) -> None:
    """Draw the card with a notice, and replace that by the answer of `attempt(user name, password)`."""
    st.space("large")
    with st.container(horizontal=True, horizontal_alignment="center", gap="large"):
        with st.container(width=_CARD_WIDTH):
            _form(bureau, notice, attempt)
        if bureau.is_demo:
            with st.container(width=_DEMO_WIDTH):
                _demo_accounts()


def _form(bureau: Bureau, notice: Notice | None, attempt: Callable[[str, str], Notice]) -> None:
    with st.form("sign_in"):
        st.title(inert(shipped_name(bureau.name)), anchor=False, text_alignment="center")
        st.caption(_("Audit cockpit"), text_alignment="center")
        user_name = st.text_input(
            _("User name"), key=_USER_NAME, max_chars=64, autocomplete="username", icon=":material/person:"
        )
        password = st.text_input(
            _("Password"),
            key=_PASSWORD,
            type="password",
            max_chars=128,
            autocomplete="current-password",
            icon=":material/key:",
        )
        place = st.container()
        if st.form_submit_button(_("Sign in"), type="primary", width="stretch"):
            notice = attempt(user_name or "", password or "")
        if notice is not None:
            draw = {
                "error": place.error,
                "warning": place.warning,
                "info": place.info,
                "success": place.success,
            }
            draw[notice.kind](notice.text, icon=f":material/{notice.icon}:")
    st.caption(_("No account, or password forgotten? Ask the system administrator."), text_alignment="center")
    with st.container(horizontal_alignment="center"):
        other, label = ("en", "English") if language() == "zh" else ("zh", "简体中文")
        st.button(label, key="sign_in_language", type="tertiary", on_click=_speak, args=(other,))


def _demo_accounts() -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(_("Demonstration data"), icon=":material/science:", color="orange")
        st.caption(_("Click an account to fill it in; all have the password"), width="content")
        st.markdown(f"`{DEMO_PASSWORD}`", width="content")
    with st.container(border=True, gap=None):
        for account in DEMO_ACCOUNTS:
            name, role, purpose = st.columns([2, 3, 5], vertical_alignment="center", gap="small")
            name.button(
                f":blue[{account.user_name}]",
                key=f"sign_in_as_{account.user_name}",
                type="tertiary",
                on_click=_fill_in,
                args=(account.user_name,),
            )
            role.markdown(_(ROLES[account.role][0]))
            purpose.caption(_(account.purpose))


def _speak(code: str) -> None:
    st.query_params["lang"] = code


def _fill_in(user_name: str) -> None:
    st.session_state[_USER_NAME] = user_name
    st.session_state[_PASSWORD] = DEMO_PASSWORD
