"""Changing one's own password: by choice, or at the first sign-in before anything else."""

import streamlit as st
from sqlalchemy import Engine

from data.access import own_account
from data.access.accounts import AccountError
from data.access.roles import User
from data.language import _
from data.settings import number

_WIDTH = 440  # px
_FIELDS = ("change_password_old", "change_password_new", "change_password_again")


def change_password(engine: Engine, user: User, session_id: str, *, is_first: bool = False) -> None:
    """Draw the form and do what it says; the session stays. `is_first` is the forced change, as a card."""
    if is_first:
        st.space("large")
        with st.container(horizontal_alignment="center"), st.container(width=_WIDTH):
            _form(engine, user, session_id, is_first=True)
        return
    with st.container(width=_WIDTH):
        _form(engine, user, session_id, is_first=False)


def _form(engine: Engine, user: User, session_id: str, *, is_first: bool) -> None:
    with st.form("change_password"):
        if is_first:
            st.subheader(_("Choose a password of your own"), anchor=False, icon=":material/password:")
            st.markdown(_("The first password was made by an administrator. Replace it to go on."))
        old, new, again = (
            st.text_input(label, key=key, type="password", max_chars=128, autocomplete=hint)
            for label, key, hint in zip(
                (_("Old password"), _("New password"), _("New password again")),
                _FIELDS,
                ("current-password", "new-password", "new-password"),
                strict=True,
            )
        )
        st.caption(
            _(
                "At least {length} characters, three of: capital letters, small letters, digits, symbols. "
                "No user name, no common password."
            ).format(length=number("AUDIT_PASSWORD_LENGTH"))
        )
        place = st.container()
        is_sent = st.form_submit_button(_("Change password"), type="primary", width="stretch")
    if not is_sent:
        return
    if new != again:
        place.error(_("The two new passwords differ."), icon=":material/error:")
        return
    try:
        own_account.change_password(engine, user, old=old or "", new=new or "", keep=session_id)
    except AccountError as error:
        place.error(str(error), icon=":material/error:")
        return
    if is_first:
        st.toast(_("The password was changed."), icon=":material/check:")
        st.rerun()
    place.success(
        _("The password was changed. You were signed out everywhere else."), icon=":material/check:"
    )
