"""修改密码: one's own password, and signing out elsewhere."""

import streamlit as st

from components.frame.change_password import change_password
from components.frame.sign_in import session_id
from components.session import current_user, engine
from data.access.own_account import sign_out_elsewhere
from data.language import _

user = current_user()
st.title(_("Change password"))
change_password(engine(), user, session_id())

st.subheader(_("Signed in elsewhere?"), anchor=False)
st.caption(_("If you left another computer signed in, end it from here."))
if st.button(_("Sign out everywhere else"), icon=":material/devices_off:"):
    ended = sign_out_elsewhere(engine(), user, keep=session_id())
    st.toast(_("{count} other sign-ins were ended.").format(count=ended), icon=":material/check:")
