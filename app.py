"""审计驾驶舱 · Audit Cockpit: the frame around every page. Sign-in, menu, then the page."""

import streamlit as st
from components.chinese_words import chinese_words
from components.sign_in import sign_in, sign_out
from components.watermark import watermark

from components.menu import menu
from components.navigation import navigation
from components.session import bureau_now, engine, remember_user
from data.language import _, use_language

use_language(st.query_params.get("lang", "zh"))
st.set_page_config(
    page_title=_("Audit cockpit"), page_icon=":material/monitoring:", layout="wide", initial_sidebar_state=230
)
chinese_words()

user = sign_in(engine())
page = navigation(user)
if user is None:
    st.stop()

remember_user(user)
if menu(user):
    sign_out(engine())
watermark(user, bureau_now())
page.run()
