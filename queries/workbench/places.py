"""Where the workbench keeps files: results for as long as somebody may look at them, and masked copies."""

import hashlib
import shutil
import time
import uuid
from pathlib import Path

from data.settings import var_dir

_RESULTS_KEPT_SECONDS = 12 * 3600  # the longest session
_COPIES_KEPT_SECONDS = 7 * 24 * 3600  # since somebody last asked them; they are made again when needed


def new_run_folder() -> Path:
    """A folder of its own for one run; what nobody can look at any more goes on this occasion."""
    sweep()
    folder = _folder("runs") / uuid.uuid4().hex
    folder.mkdir(mode=0o700)
    return folder


def masked_copy(select: str) -> Path:
    """The file for the rows of a masked SELECT: versions never change, so the same text has the same rows."""
    return _folder("masked") / f"{hashlib.sha256(select.encode()).hexdigest()}.parquet"


def forget_copies() -> None:
    """Remove every masked copy, those of deleted data among them; others are made again when needed."""
    for entry in _folder("masked").iterdir():
        entry.unlink(missing_ok=True)


def sweep() -> None:
    """Remove results and masked copies that are past their time."""
    now = time.time()
    for kind, kept in (("runs", _RESULTS_KEPT_SECONDS), ("masked", _COPIES_KEPT_SECONDS)):
        for entry in _folder(kind).iterdir():
            if _changed_at(entry) < now - kept:
                shutil.rmtree(entry, ignore_errors=True) if entry.is_dir() else entry.unlink(missing_ok=True)


def _changed_at(entry: Path) -> float:
    try:
        return entry.stat().st_mtime
    except FileNotFoundError:  # another server swept it
        return time.time()


def _folder(kind: str) -> Path:
    folder = var_dir() / "workbench" / kind
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
