"""审计驾驶舱 · Audit Cockpit: the frame around every page. Sign-in, menu, then the page."""

import streamlit as st

from components.frame.chinese_words import chinese_words
from components.frame.closed_page import closed_page
from components.frame.failure import failure
from components.frame.fragments_stay import fragments_stay
from components.frame.look_follows import look_follows
from components.frame.menu import menu
from components.frame.one_step_back import one_step_back
from components.frame.sign_in import sign_in, sign_out
from components.frame.stopped_runs import stopped_runs_are_silent
from components.frame.watermark import watermark
from components.navigation import navigation
from components.session import engine, seat, take_stock
from data.engine import now
from data.language import _, use_language

fragments_stay()
stopped_runs_are_silent()
use_language(st.query_params.get("lang", "zh"))
st.set_page_config(
    page_title=_("Audit cockpit"),
    page_icon="static/icon.png",
    layout="wide",
    initial_sidebar_state=230,
    # An entry of our own keeps the menu that holds the choice between day and night.
    menu_items={
        "About": _("Audit cockpit: from the ledger to every figure, and from every figure to its rows.")
    },
)
user = sign_in(engine())
page = navigation(user, closed_page)
# After the navigation: it may ask for another run, and before the browser knows its page that would be the
# first page of the menu instead of the one in the address.
chinese_words()
if user is None:
    st.stop()

seat(user)
if user.has_account:  # a wall has no menu, and shows its page also while there is no database
    take_stock()
    if menu(user):
        sign_out(engine())
    watermark(user, now())
    one_step_back()
    look_follows()
try:
    page.run()
except Exception as error:
    failure(error)
