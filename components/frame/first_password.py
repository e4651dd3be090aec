"""A password that was just made, shown this once."""

import streamlit as st

from components.inert import inert
from data.language import _


def first_password(user_name: str, password: str) -> None:
    """Draw it with a way to copy it, and say what to do with it. It is kept nowhere."""
    st.success(
        _("Password of {user_name}, to be changed at the next sign-in:").format(user_name=inert(user_name)),
        icon=":material/key:",
    )
    st.code(password, language=None)
    st.caption(_("It is shown this once. Hand it over in person; only its hash is kept."))
