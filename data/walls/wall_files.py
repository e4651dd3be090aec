"""What outlives a restart of the server for the big screen: small JSON files in the run-time folder.

A wall goes on showing its last good figures while the database is away. Files are readable by their owner
alone and written beside their place and renamed, so nobody reads half of one.
"""

import json
import os
import secrets
from pathlib import Path
from typing import Any

from data.settings import var_dir


def keep(name: str, content: dict[str, Any]) -> None:
    """Write `content` under a name of letters and digits. Raises OSError where that cannot be done."""
    file = _file(name)
    file.parent.mkdir(mode=0o700, exist_ok=True)
    draft = file.with_suffix(f".{os.getpid()}.{secrets.token_hex(4)}")
    try:
        draft.touch(mode=0o600, exist_ok=False)
        draft.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def kept(name: str) -> dict[str, Any] | None:
    """What was kept under the name; None where there is nothing, or nothing that can be read."""
    file = _file(name)
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) else None


def drop(name: str) -> None:
    """Forget what was kept under the name, if anything. Raises OSError where that cannot be done."""
    _file(name).unlink(missing_ok=True)


def _file(name: str) -> Path:
    if not (name.isascii() and name.isalnum()):
        raise ValueError(name)
    return var_dir() / "wall" / f"{name}.json"
