"""The pass of a known wall: lets it keep its old figures while the database cannot be asked for its token.

Written when the database knew the token, signed with the secret of this server, dropped when the token is
revoked, and good for a week. Whoever has no pass stays out: an unknown token is never believed.
"""

import hashlib
import hmac
from datetime import datetime, timedelta

from data.access.cookie_key import cookie_key
from data.walls import wall_files

GOOD_FOR = timedelta(days=7)
_RENEWED_EVERY = timedelta(hours=1)


def give_pass(token_hash: str, name: str, moment: datetime) -> None:
    """Write the pass of the wall called `name` (UTC `moment`), unless it has a young one.

    Raises OSError where it cannot be written.
    """
    if passed(token_hash, moment + GOOD_FOR - _RENEWED_EVERY) == name:
        return
    seen_at = moment.isoformat()
    signature = _signature(token_hash, name, seen_at)
    wall_files.keep(_key(token_hash), {"name": name, "seen_at": seen_at, "signature": signature})


def passed(token_hash: str, moment: datetime) -> str | None:
    """Name of the wall that holds a sound pass at `moment`, else None; a damaged one is none.

    Raises OSError without the secret.
    """
    found = wall_files.kept(_key(token_hash)) or {}
    name, seen_at, signature = (str(found.get(field, "")) for field in ("name", "seen_at", "signature"))
    try:
        if not hmac.compare_digest(signature.encode(), _signature(token_hash, name, seen_at).encode()):
            return None
        return name if datetime.fromisoformat(seen_at) + GOOD_FOR >= moment else None
    except (
        ValueError,
        TypeError,
        OverflowError,
    ):  # no text, no moment, one with a zone, one beyond all years
        return None


def drop_pass(token_hash: str) -> None:
    """Take the pass away, if there is one. Raises OSError where that cannot be done."""
    wall_files.drop(_key(token_hash))


def _key(token_hash: str) -> str:
    return f"pass{token_hash}"


def _signature(token_hash: str, name: str, seen_at: str) -> str:
    words = "\x1f".join((token_hash, name, seen_at)).encode()
    return hmac.new(cookie_key().encode(), words, hashlib.sha256).hexdigest()
