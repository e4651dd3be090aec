"""Who sends a request: by the cookie of the sign-in, or by user name and password of a script (HTTP Basic).

A script's first request signs in like a person: a session, an event, a lock after wrong passwords. The
session is remembered for that name and password while the server runs, so that not each piece of a file costs
a check of the password; it ends like any other, and the next request signs in anew.
"""

import base64
import hmac
from collections import OrderedDict
from threading import Lock

from sqlalchemy import Engine
from starlette.requests import Request

from data.access import sessions, sign_ins
from data.access.cookie_key import cookie_key
from data.access.roles import User
from data.access.sessions import Session, SessionEndedError
from data.access.sign_in_cookie import cookie_name, named_in
from data.language import _
from data.local_time import in_china

_MOST_REMEMBERED = 200


class NotSignedInError(Exception):
    """Nobody is signed in by this request; the message says what to do."""


class FirstPasswordError(Exception):
    """The account still has the password that somebody else gave it."""


class Askers:
    """Knows who sends a request."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._sessions: OrderedDict[bytes, str] = OrderedDict()
        self._lock = Lock()

    def user_of(self, request: Request) -> User:
        """The user with the rights of this moment. Raises NotSignedInError and FirstPasswordError."""
        scheme, _space, given = request.headers.get("authorization", "").partition(" ")
        session = self._by_password(given) if scheme.lower() == "basic" else self._by_cookie(request)
        if session.must_change_password:
            raise FirstPasswordError(_("Sign in on the page and change your first password."))
        return session.user

    def _by_cookie(self, request: Request) -> Session:
        named = named_in(request.cookies.get(cookie_name()))
        if named is None:
            raise NotSignedInError(_("Please sign in."))
        try:
            return sessions.resume(self._engine, named[1])
        except SessionEndedError as error:
            raise NotSignedInError(_("Your sign-in has ended. Please sign in again.")) from error

    def _by_password(self, given: str) -> Session:
        try:
            user_name, _colon, password = (
                base64.b64decode(given, validate=True).decode("utf-8").partition(":")
            )
        except ValueError as error:
            raise NotSignedInError(_("User name or password is wrong.")) from error
        key = hmac.digest(cookie_key().encode(), f"{user_name}:{password}".encode(), "sha256")
        with self._lock:
            known = self._sessions.get(key)
        if known is not None:
            try:
                return sessions.resume(self._engine, known)
            except SessionEndedError:
                pass  # by its limits or because the account changed: the password decides again
        session_id = self._sign_in(user_name, password)
        with self._lock:
            self._sessions[key] = session_id
            self._sessions.move_to_end(key)
            while len(self._sessions) > _MOST_REMEMBERED:
                self._sessions.popitem(last=False)
        return sessions.resume(self._engine, session_id)

    def _sign_in(self, user_name: str, password: str) -> str:
        result = sign_ins.sign_in(self._engine, user_name, password)
        if result.session_id is not None:
            return result.session_id
        if result.locked_until is not None:
            until = in_china(result.locked_until).strftime("%H:%M")
            raise NotSignedInError(
                _("Too many wrong passwords: the account is locked until {time}.").format(time=until)
            )
        if result.outcome == "disabled":
            raise NotSignedInError(_("The account is disabled. Ask the system administrator."))
        raise NotSignedInError(_("User name or password is wrong."))
