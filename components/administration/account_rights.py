"""The dialog that gives an account its roles and its binding."""

import streamlit as st
from sqlalchemy import Engine

from components.dialog import dialog
from components.frame.sign_in import user_now
from data.access.accounts import AccountError, bind, set_roles
from data.access.roles import DISPLAY, ROLES, conflict
from data.language import _
from queries.administration.account_list import AccountEntry
from queries.administration.binding_choices import binding_choices


def account_rights(engine: Engine, account: AccountEntry) -> None:
    """Open the dialog. The table behind it is drawn anew when it closes."""
    dialog(_("Roles and binding"), icon=":material/key:", on_dismiss="rerun")(_draw)(engine, account)


def _draw(engine: Engine, account: AccountEntry) -> None:
    choices = binding_choices(engine)
    st.text(f"{account.display_name} · {account.user_name}")
    roles = frozenset(
        st.multiselect(
            _("Roles"),
            [role for role in ROLES if role != DISPLAY],
            default=list(account.roles),
            format_func=lambda role: _(ROLES[role][0]),
            placeholder=_("No role yet"),
            select_all=False,
        )
    )
    region_code = st.selectbox(
        _("Sees only the region"),
        [None, *choices.regions],
        index=[None, *choices.regions].index(account.region_code),
        format_func=lambda code: choices.regions[code] if code else _("All regions"),
    )
    section_code = st.selectbox(
        _("Sees only the section"),
        [None, *choices.sections],
        index=[None, *choices.sections].index(account.section_code),
        format_func=lambda code: choices.sections[code] if code else _("All sections"),
    )
    reason = conflict(roles)
    if reason:
        st.warning(_(reason), icon=":material/gpp_maybe:")
    st.caption(_("A change signs the person out; it is recorded with what was before."))
    if st.button(_("Save"), type="primary", width="stretch", disabled=reason is not None):
        actor = user_now(engine)
        try:
            set_roles(engine, actor, account.user_name, roles)
            bind(engine, actor, account.user_name, region_code=region_code, section_code=section_code)
        except AccountError as error:
            st.error(str(error), icon=":material/error:")
            return
        st.rerun()
