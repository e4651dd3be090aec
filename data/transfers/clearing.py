"""Taking transfers away: one that its owner does not want, and those that nobody came back to."""

import shutil
from datetime import UTC, datetime, timedelta

from data.access.roles import User
from data.engine import now
from data.settings import number
from data.transfers.failures import NoTransferError
from data.transfers.transfer import (
    GONE,
    NEW,
    find,
    folder_of,
    held,
    look,
    transfer_ids,
    transfers_folder,
    turn,
)


def discard(user: User, transfer_id: str) -> None:
    """Remove a transfer of the user's own, complete or not. Raises NoTransferError."""
    find(user, transfer_id)
    _remove(transfer_id)


def sweep_transfers() -> int:
    """Remove what nobody has added to for AUDIT_TRANSFER_DAYS; returns how many.

    Asked at each start, and whenever a transfer is begun: a server runs for months.
    """
    with turn():  # nobody is making one: what has no name yet was left by a crash
        for ending in (NEW, GONE):
            for folder in transfers_folder().glob(f"*{ending}"):
                shutil.rmtree(folder, ignore_errors=True)
    oldest = now() - timedelta(days=number("AUDIT_TRANSFER_DAYS"))
    left = [name for name in transfer_ids() if _touched_at(name) < oldest]
    for transfer_id in left:
        try:
            _remove(transfer_id)
        except NoTransferError:  # it has no file any more: another server was faster, or its owner
            shutil.rmtree(folder_of(transfer_id), ignore_errors=True)
    return len(left)


def _touched_at(transfer_id: str) -> datetime:
    """When it was last added to; of one whose facts cannot be read, when its folder was changed."""
    if (found := look(transfer_id)) is not None:
        return found.touched_at
    try:
        changed = folder_of(transfer_id).stat().st_mtime
    except FileNotFoundError:  # gone meanwhile
        return now()
    return datetime.fromtimestamp(int(changed), UTC).replace(tzinfo=None)


def _remove(transfer_id: str) -> None:
    """Out of sight in one step, then away."""
    folder = folder_of(transfer_id)
    with held(transfer_id):
        gone = folder.rename(folder.with_name(transfer_id + GONE))
    shutil.rmtree(gone, ignore_errors=True)  # a sweep may be at it
