"""The dialog that says which member of the staff an account belongs to."""

import streamlit as st
from sqlalchemy import Engine

from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from data.access.accounts import AccountError, set_staff_code
from data.language import _
from queries.administration.account_list import AccountEntry


def account_staff(engine: Engine, account: AccountEntry) -> None:
    """Open the dialog. The table behind it is drawn anew when it closes."""
    dialog(_("Member of staff"), icon=":material/badge:", on_dismiss="rerun")(_draw)(engine, account)


def _draw(engine: Engine, account: AccountEntry) -> None:
    st.text(f"{account.display_name} · {account.user_name}")
    st.markdown(
        _(
            "What is shared with a project reaches its members; the account is known among them"
            " by this number."
        )
    )
    if account.staff_code is not None and account.staff_name is None:
        st.warning(
            _(
                "The register of the staff has no {staff_code} any more: no project reaches the account."
            ).format(staff_code=inert(account.staff_code)),
            icon=":material/person_off:",
        )
    staff_code = st.text_input(_("Staff number"), account.staff_code or "", max_chars=32)
    st.caption(_("Empty: the account belongs to nobody of the staff."))
    if st.button(_("Save"), type="primary", key="account_staff", width="stretch"):
        try:
            set_staff_code(engine, user_now(engine), account.user_name, staff_code)
        except AccountError as error:
            st.error(inert(str(error)), icon=":material/error:")
            return
        st.rerun()
