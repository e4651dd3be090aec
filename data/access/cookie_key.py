"""The secret that signs cookies and what leaves the house: random, made at first use, its owner's alone.

Several servers of one bureau need the same file in their AUDIT_VAR_DIR; a new file signs everybody out.
"""

import hmac
import os
import secrets

from data.settings import var_dir

_FILE_NAME = "cookie.key"


def has_cookie_key() -> bool:
    """Whether a server has run on this AUDIT_VAR_DIR before."""
    return (var_dir() / _FILE_NAME).exists()


def cookie_key() -> str:
    """The secret, 64 hexadecimal digits. Raises OSError where AUDIT_VAR_DIR cannot be read or written."""
    file = var_dir() / _FILE_NAME
    if not file.exists():
        draft = file.with_name(f"{_FILE_NAME}.{os.getpid()}.{secrets.token_hex(4)}")
        draft.touch(mode=0o600, exist_ok=False)
        draft.write_text(secrets.token_hex(32))
        try:
            os.link(draft, file)  # fails where another process was faster, whose secret then counts
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return file.read_text().strip()


def key_for(purpose: str) -> bytes:
    """A key of its own for a purpose other than cookies, from the same secret. Raises OSError."""
    return hmac.digest(cookie_key().encode(), purpose.encode(), "sha256")
