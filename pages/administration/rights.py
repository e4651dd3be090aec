"""角色与数据范围: who holds which role and sees what. The security administrator decides."""

import streamlit as st

from components.administration.account_rights import account_rights
from components.administration.account_table import account_table
from components.administration.role_table import role_table
from components.page_guard import page_guard
from components.session import current_user, engine
from data.access.roles import ROLES
from data.language import _
from queries.administration.account_list import account_list

user = current_user()
page_guard(user, "manage-rights")
st.title(_("Roles and bindings"))

with st.container(horizontal=True, vertical_alignment="bottom"):
    search = st.text_input(
        _("Search"), icon=":material/search:", placeholder=_("User name or name"), width=260
    ).strip()
    role = st.selectbox(
        _("Role"),
        [None, "none", *ROLES],
        format_func=lambda name: (
            _(ROLES[name][0]) if name in ROLES else _("No role yet") if name else _("All roles")
        ),
        width=200,
    )

everybody = account_list(engine(), user)
found = [
    account
    for account in everybody
    if search.lower() in f"{account.user_name} {account.display_name}".lower()
    and (role is None or role in account.roles or (role == "none" and not account.roles))
]
st.caption(_("{found} of {all} accounts").format(found=len(found), all=len(everybody)))
if not found:
    st.info(_("No account matches. Clear the search or the role."), icon=":material/search_off:")
else:
    chosen = account_table(found, key="rights")
    if chosen is None:
        st.caption(_("Choose a row to change its roles and binding."))
    elif chosen.user_name == user.user_name:
        st.caption(_("This is your own account: another administrator has to change it."))
    elif st.button(
        _("Change roles and binding of {name}").format(name=chosen.user_name),
        type="primary",
        icon=":material/edit:",
    ):
        account_rights(engine(), chosen)

with st.expander(_("What each role may do"), icon=":material/table_chart:"):
    role_table()
    st.caption(
        _("Nobody holds two of the three administrator roles, and an administrator holds no business role.")
    )
