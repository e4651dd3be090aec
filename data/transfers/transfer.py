"""One file on its way: where it lies, whose it is, how much of it has come."""

import fcntl
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from io import FileIO
from pathlib import Path

from data.access.roles import User
from data.transfers.failures import NoTransferError
from data.warehouse.folders import warehouse

FACTS, FILE = "facts.json", "file"
NEW, GONE = ".new", ".gone"  # endings of folders that are being made or taken away
_ID = re.compile(r"[0-9a-f]{32}")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Transfer:
    """A file that somebody is sending or has sent. Moments are UTC, sizes bytes; the name is only shown."""

    transfer_id: str
    user_name: str
    original_name: str
    size: int
    received: int
    begun_at: datetime
    touched_at: datetime

    @property
    def file(self) -> Path:
        """Where its bytes lie."""
        return folder_of(self.transfer_id) / FILE

    @property
    def is_complete(self) -> bool:
        """Whether all of it has come."""
        return self.received == self.size


def transfers_folder() -> Path:
    """Where all of them lie, made on first use and closed to everybody else."""
    folder = warehouse() / "transfers"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def folder_of(transfer_id: str) -> Path:
    """The folder of one. Raises NoTransferError for what is no id, before it becomes part of a path."""
    if not _ID.fullmatch(transfer_id):
        raise NoTransferError
    return transfers_folder() / transfer_id


@contextmanager
def turn() -> Iterator[None]:
    """One begins, or sweeps, at a time: two files must not be promised the same room."""
    with (transfers_folder() / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def find(user: User, transfer_id: str) -> Transfer:
    """A transfer of the user's own. Raises NoTransferError, for another's as for one that never was."""
    found = look(transfer_id)
    if found is None or found.user_name != user.user_name:
        raise NoTransferError
    return found


def transfers(user: User) -> list[Transfer]:
    """The user's own, complete or not, newest first."""
    own = [found for found in every_transfer() if found.user_name == user.user_name]
    return sorted(own, key=lambda found: (found.begun_at, found.transfer_id), reverse=True)


def every_transfer() -> list[Transfer]:
    """Everybody's, but for those whose facts cannot be read."""
    return [found for name in transfer_ids() if (found := look(name)) is not None]


def transfer_ids() -> list[str]:
    """The ids of everything that lies there."""
    return [entry.name for entry in transfers_folder().iterdir() if _ID.fullmatch(entry.name)]


def look(transfer_id: str) -> Transfer | None:
    """What lies there; None where nothing does, or nobody can say what: the server's log names that once."""
    try:
        return _looked_at(transfer_id)
    except (ValueError, KeyError, TypeError):  # no JSON, or not of ours: a disk that was full, a hand in it
        _note_unreadable(transfer_id)
        return None


@cache
def _note_unreadable(transfer_id: str) -> None:
    _log.warning("the facts of transfer %s cannot be read; it is swept when nobody mends them", transfer_id)


def _looked_at(transfer_id: str) -> Transfer | None:
    folder = folder_of(transfer_id)
    with suppress(FileNotFoundError, NotADirectoryError):
        facts = json.loads((folder / FACTS).read_text("utf-8"))
        state = (folder / FILE).stat()
        return Transfer(
            transfer_id=transfer_id,
            user_name=facts["user_name"],
            original_name=facts["original_name"],
            size=facts["size"],
            received=state.st_size,
            begun_at=datetime.fromisoformat(facts["begun_at"]),
            touched_at=datetime.fromtimestamp(int(state.st_mtime), UTC).replace(tzinfo=None),
        )
    return None


@contextmanager
def held(transfer_id: str) -> Iterator[FileIO]:
    """The file, open for adding, while nobody else adds to it or takes it away. Raises NoTransferError."""
    path = folder_of(transfer_id) / FILE
    try:
        file = path.open("r+b", buffering=0)
    except (FileNotFoundError, NotADirectoryError):
        raise NoTransferError from None
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if not path.exists():  # discarded while we waited
            raise NoTransferError
        yield file
