"""Who is looking: the sign-in card, the cookie that outlives a reload, and signing out.

The only module that knows streamlit-authenticator, and it uses its cookie alone: that library's own lock-out
and list of users live in memory, ours in the database. Its cookie carries a name and an expiry; we let the
name be "user name#session", look the session up in every run, and trust nothing else in it.
"""

import logging
from typing import NoReturn

import streamlit as st
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from streamlit_authenticator.controllers import CookieController

from components.frame.change_password import change_password
from components.frame.sign_in_card import Notice, sign_in_card
from components.wall.wall_address import display_token
from components.wall.wall_sign_in import wall_sign_in
from data.access import sessions, sign_ins
from data.access.cookie_key import cookie_key
from data.access.roles import User
from data.access.sessions import Session, SessionEndedError
from data.access.sign_in_cookie import cookie_name, named_in
from data.bureau import bureau
from data.engine import reading, writing
from data.events import SignInRefused, record
from data.language import _
from data.local_time import in_china
from data.settings import number

# The browser reads the expiry in its own time zone: a day more for safety; the database ends the session.
_SPARE_DAYS = 1.0
_WATCH_SECONDS = 60  # an unattended screen is blanked at most this much late

_SESSION = "sign_in_session"  # id of the session of this tab
_LEFT = "sign_in_left"  # why this tab has none any more; its cookie is not asked again
_COOKIE_TASK = "sign_in_cookie_task"  # "set" or "delete": what the browser still has to do

_log = logging.getLogger(__name__)


def sign_in(engine: Engine) -> User | None:
    """The signed-in user; None after drawing what somebody who is not signed in (completely) has to see.

    A token of a display in the address signs in its wall for this run alone: no session, no cookie.
    """
    if (token := display_token()) is not None:
        return wall_sign_in(engine, token)
    try:
        session = _session(engine)
        if session is None:
            with reading(engine) as connection:
                here = bureau(connection)
            sign_in_card(here, _left_notice(), lambda user_name, typed: _attempt(engine, user_name, typed))
        elif session.must_change_password:
            change_password(engine, session.user, session.session_id, is_first=True)
    except SQLAlchemyError:
        _log.exception("the audit database cannot be used")
        _draw_unreachable()
        return None
    if _COOKIE_TASK in st.session_state:
        # One pixel high, so that the component's frame does not push the page down while it loads.
        with st.container(height=1, border=False):
            _tend_cookie(f"{session.user.user_name}#{session.session_id}" if session else "")
    if session is None or session.must_change_password:
        return None
    _watch(engine, session.session_id)
    return session.user


def sign_out(engine: Engine) -> NoReturn:
    """End the session of this tab, forget everything it knew, and show the card."""
    sessions.end(engine, session_id(), "asked")
    _leave("asked")
    st.rerun()


def session_id() -> str:
    """The id of this tab's session. Raises KeyError where nobody is signed in."""
    return str(st.session_state[_SESSION])


def user_now(engine: Engine) -> User:
    """The user as the database has them now, for a dialog that lives on after the run that opened it.

    Where the session is over, the run ends and the card is shown.
    """
    session = _session(engine)
    if session is None:
        st.rerun()
    return session.user


def _session(engine: Engine) -> Session | None:
    if _SESSION in st.session_state:
        try:
            return sessions.resume(engine, session_id())
        except SessionEndedError as ended:
            _leave(ended.reason)
            return None
    # Read from the request: no rerun, no flash.
    named = None if _LEFT in st.session_state else named_in(st.context.cookies.get(cookie_name()))
    if named is None:
        return None
    user_name, found = named
    try:
        session = sessions.resume(engine, found)
    except SessionEndedError as ended:
        if ended.reason == "ended":  # idle and expired are recorded as the sign-outs they are
            with writing(engine) as connection:
                record(connection, user_name, SignInRefused(reason="cookie"))
        _leave(ended.reason)
        return None
    st.session_state[_SESSION] = session.session_id
    return session


def _attempt(engine: Engine, user_name: str, password: str) -> Notice:
    if not user_name.strip() or not password:
        return Notice("warning", _("Please enter user name and password."), "edit")
    result = sign_ins.sign_in(engine, user_name, password)
    if result.session_id is not None:
        st.session_state.clear()
        st.session_state[_SESSION] = result.session_id
        st.session_state[_COOKIE_TASK] = "set"
        st.rerun()
    if result.locked_until is not None:
        until = in_china(result.locked_until).strftime("%H:%M")
        text = _("Too many wrong passwords: the account is locked until {time}.").format(time=until)
        return Notice("error", text, "lock_clock")
    if result.outcome == "disabled":
        return Notice("error", _("The account is disabled. Ask the system administrator."), "block")
    return Notice("error", _("User name or password is wrong."), "error")


def _leave(reason: str) -> None:
    st.session_state.clear()
    st.session_state[_LEFT] = reason
    st.session_state[_COOKIE_TASK] = "delete"


def _left_notice() -> Notice | None:
    match st.session_state.get(_LEFT):
        case "asked":
            return Notice("success", _("You have signed out."), "logout")
        case "idle":
            text = _("You were signed out after {minutes} minutes without activity.")
            return Notice("info", text.format(minutes=number("AUDIT_IDLE_MINUTES")), "hourglass_bottom")
        case "expired":
            text = _("You were signed out: a sign-in lasts {hours} hours at most.")
            return Notice("info", text.format(hours=number("AUDIT_SESSION_HOURS")), "hourglass_bottom")
        case "ended":
            return Notice("info", _("Your sign-in has ended. Please sign in again."), "info")
    return None


@st.fragment
def _tend_cookie(name: str) -> None:
    """Let the browser set or delete the cookie: a component does it and reports, which reruns this alone."""
    task = st.session_state.get(_COOKIE_TASK)
    if task is None or st.session_state.get(task):  # the component's key is the word for its task
        st.session_state.pop(_COOKIE_TASK, None)
        return
    days = number("AUDIT_SESSION_HOURS") / 24 + _SPARE_DAYS
    cookie = CookieController(cookie_name(), cookie_key(), days)
    if task == "set":
        st.session_state["username"] = name  # where the library takes the name from
        cookie.set_cookie()
    elif cookie_name() in cookie.cookie_model.cookie_manager.cookies:  # known once the browser has answered
        cookie.delete_cookie()


@st.fragment(run_every=_WATCH_SECONDS)
def _watch(engine: Engine, watched: str) -> None:
    """Blank the screen of somebody who went away, or whose account was closed."""
    try:
        sessions.resume(engine, watched, is_activity=False)
    except SessionEndedError as ended:
        _leave(ended.reason)
        st.rerun()
    except SQLAlchemyError:
        _log.warning("the audit database cannot be reached")


def _draw_unreachable() -> None:
    st.space("large")
    with st.container(horizontal_alignment="center"), st.container(width=520, border=True):
        st.subheader(_("The audit database cannot be reached"), anchor=False, icon=":material/cloud_off:")
        st.markdown(_("Nothing is lost: what was saved is in the database. Wait a minute, then try again."))
        st.caption(
            _("If it stays like this, tell the system administrator; the server's log has the details.")
        )
        st.button(_("Try again"), type="primary", icon=":material/refresh:")
