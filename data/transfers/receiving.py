"""Receiving a file piece by piece. What is acknowledged is on the disk."""

import os
from io import FileIO
from typing import BinaryIO

from sqlalchemy import Engine

from data.access.roles import User, require
from data.language import _
from data.transfers.beginning import begin
from data.transfers.clearing import discard
from data.transfers.failures import TooLargeError, TransferError, WrongOffsetError, disk_in_words
from data.transfers.transfer import Transfer, find, held
from data.warehouse.committing import ACTION

PIECE = 1 << 20  # bytes that are in memory at a time


def receive(user: User, transfer_id: str, offset: int, chunk: bytes, *, is_synced: bool = True) -> Transfer:
    """Add a piece at `offset`, which has to be the end of what has come; returns the transfer as it is then.

    It is on the disk by then. `is_synced=False`: more follows at once, and the last piece waits for all.
    Whether the user's undertaking is still valid is asked by who has the database, at each request. Raises
    NotPermittedError, NoTransferError, WrongOffsetError, TooLargeError and NoRoomError.
    """
    require(user, ACTION)
    with disk_in_words(), held(transfer_id) as file:
        before = find(user, transfer_id)
        if offset != before.received:
            raise WrongOffsetError(before.received)
        if offset + len(chunk) > before.size:
            raise TooLargeError(_("The file is longer than was said when it was begun."))
        end = offset + _add(file, chunk)
        if is_synced or end == before.size:
            os.fdatasync(file.fileno())
        return find(user, transfer_id)


def keep_upload(engine: Engine, user: User, original_name: str, stream: BinaryIO, size: int) -> Transfer:
    """A file that is here already, as a whole transfer. Raises what begin() and receive() raise."""
    begun = begin(engine, user, original_name, size)
    try:
        with disk_in_words(), held(begun.transfer_id) as file:
            kept = 0
            while piece := stream.read(PIECE):
                kept += _add(file, piece)
                if kept > size:
                    break
            if kept != size:
                raise TransferError(_("The file changed while it was read. Choose it again."))
            os.fdatasync(file.fileno())
        return find(user, begun.transfer_id)
    except BaseException:
        discard(user, begun.transfer_id)
        raise


def _add(file: FileIO, piece: bytes) -> int:
    file.seek(0, os.SEEK_END)
    left = memoryview(piece)
    while left:
        left = left[file.write(left) or 0 :]
    return len(piece)
