"""账号管理: who may sign in. The system administrator makes, disables and unlocks, and resets passwords."""

import streamlit as st

from components.administration.account_act import ACTS, account_act
from components.administration.account_staff import account_staff
from components.administration.account_table import account_table
from components.administration.new_account import new_account
from components.page_guard import page_guard
from components.segment import segment
from components.session import current_user, engine
from data.language import _
from queries.administration.account_list import account_list

user = current_user()
page_guard(user, "manage-accounts")
st.title(_("Accounts"))

with st.container(horizontal=True, vertical_alignment="bottom"):
    search = st.text_input(
        _("Search"), icon=":material/search:", placeholder=_("User name, name or staff number"), width=260
    ).strip()
    states = {"in_use": _("In use"), "locked": _("Locked"), "disabled": _("Disabled")}
    state = st.segmented_control(
        _("Account state"), list(states), format_func=lambda code: segment(states[code])
    )
    st.space("stretch")
    if st.button(_("New account"), type="primary", icon=":material/person_add:"):
        new_account(engine())

everybody = account_list(engine(), user)
found = [
    account
    for account in everybody
    if search.lower()
    in f"{account.user_name} {account.display_name} {account.staff_code} {account.staff_name}".lower()
    and (state is None or account.state == state)
]
st.caption(_("{found} of {all} accounts").format(found=len(found), all=len(everybody)))
if not found:
    st.info(_("No account matches. Clear the search or the state."), icon=":material/search_off:")
    st.stop()

chosen = account_table(found, key="accounts")
if chosen is None:
    st.caption(_("Choose a row to disable, unlock or reset an account, or to say whose it is."))
elif chosen.user_name == user.user_name:
    st.caption(_("This is your own account: another administrator has to change it."))
else:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(f"{chosen.display_name} · {chosen.user_name}")
        for name, act in ACTS.items():
            if act.is_open(chosen) and st.button(
                _(act.title), icon=f":material/{act.icon}:", key=f"act_{name}"
            ):
                account_act(engine(), chosen, name)
        if st.button(_("Member of staff"), icon=":material/badge:", key="act_staff"):
            account_staff(engine(), chosen)
