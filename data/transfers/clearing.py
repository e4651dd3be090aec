"""Taking transfers away: one that its owner does not want, and those that nobody came back to."""

import shutil
from contextlib import suppress
from datetime import timedelta

from data.access.roles import User
from data.engine import now
from data.settings import number
from data.transfers.failures import NoTransferError
from data.transfers.transfer import GONE, NEW, every_transfer, find, folder_of, held, transfers_folder, turn


def discard(user: User, transfer_id: str) -> None:
    """Remove a transfer of the user's own, complete or not. Raises NoTransferError."""
    find(user, transfer_id)
    _remove(transfer_id)


def sweep_transfers() -> int:
    """Remove what nobody has added to for AUDIT_TRANSFER_DAYS; returns how many. Asked at each start."""
    with turn():  # nobody is making one: what has no name yet was left by a crash
        for ending in (NEW, GONE):
            for folder in transfers_folder().glob(f"*{ending}"):
                shutil.rmtree(folder, ignore_errors=True)
    oldest = now() - timedelta(days=number("AUDIT_TRANSFER_DAYS"))
    left = [found for found in every_transfer() if found.touched_at < oldest]
    for found in left:
        with suppress(NoTransferError):  # another server was faster, or its owner
            _remove(found.transfer_id)
    return len(left)


def _remove(transfer_id: str) -> None:
    """Out of sight in one step, then away."""
    folder = folder_of(transfer_id)
    with held(transfer_id):
        gone = folder.rename(folder.with_name(transfer_id + GONE))
    shutil.rmtree(gone, ignore_errors=True)  # a sweep may be at it
