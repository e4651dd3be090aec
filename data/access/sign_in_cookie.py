"""The cookie of a sign-in: signed by us, it names a session and is worth nothing beyond that."""

import hashlib

import jwt

from data.access.cookie_key import cookie_key


def cookie_name() -> str:
    """Cookies know no ports: two cockpits on one host would overwrite each other's under one name."""
    return f"audit_cockpit_{hashlib.sha256(cookie_key().encode()).hexdigest()[:8]}"


def named_in(token: str | None) -> tuple[str, str] | None:
    """(user name, session) that a cookie with our signature names; None for any other."""
    if not token:
        return None
    try:
        claims = jwt.decode(token, cookie_key(), algorithms=["HS256"])
    except jwt.InvalidTokenError:
        return None
    user_name, _separator, session_id = str(claims.get("username", "")).partition("#")
    return user_name, session_id
