"""The dialog that makes an account."""

import streamlit as st
from sqlalchemy import Engine

from components.dialog import dialog
from components.frame.first_password import first_password
from components.frame.sign_in import user_now
from data.access.accounts import LONGEST_DISPLAY_NAME, AccountError, create_account
from data.language import _


def new_account(engine: Engine) -> None:
    """Open the dialog. The table behind it is drawn anew when it closes."""
    dialog(_("New account"), icon=":material/person_add:", on_dismiss="rerun")(_draw)(engine)


def _draw(engine: Engine) -> None:
    st.caption(_("The account starts without a role; the security administrator gives roles and bindings."))
    with st.form("new_account"):
        user_name = st.text_input(
            _("User name"),
            max_chars=32,
            placeholder=_("3 to 32 Latin letters, digits, points, hyphens, underlines"),
        )
        display_name = st.text_input(_("Name of the person"), max_chars=LONGEST_DISPLAY_NAME)
        staff_code = st.text_input(
            _("Staff number"),
            max_chars=32,
            help=_(
                "As in the register of the staff. What is shared with a project reaches its members by it."
            ),
        )
        is_sent = st.form_submit_button(_("Create account"), type="primary", width="stretch")
    if not is_sent:
        return
    try:
        password = create_account(
            engine,
            user_now(engine),
            user_name=user_name,
            display_name=display_name,
            staff_code=staff_code,
        )
    except AccountError as error:
        st.error(str(error), icon=":material/error:")
        return
    first_password(user_name.strip().lower(), password)
