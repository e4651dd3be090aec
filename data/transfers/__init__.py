"""Files on their way into the server: begun with a name and a size, received in pieces, then brought in.

Each has a folder of its own below AUDIT_VAR_DIR/warehouse/transfers, named by a random id, with the bytes
under one fixed name and what is known of them beside it. The name that a person gave is text to show, never
a path. Bytes are only ever added at the end: after any crash the length of the file says how much has come.
"""

from data.transfers.answers import answers_for, keep_answers_for
from data.transfers.beginning import begin, size_limit
from data.transfers.clearing import discard, sweep_transfers
from data.transfers.failures import (
    NoRoomError,
    NoTransferError,
    TooLargeError,
    TooManyError,
    TransferError,
    WrongOffsetError,
)
from data.transfers.receiving import PIECE, keep_upload, receive
from data.transfers.transfer import Transfer, find, transfers

__all__ = [
    "PIECE",
    "NoRoomError",
    "NoTransferError",
    "TooLargeError",
    "TooManyError",
    "Transfer",
    "TransferError",
    "WrongOffsetError",
    "answers_for",
    "begin",
    "discard",
    "find",
    "keep_answers_for",
    "keep_upload",
    "receive",
    "size_limit",
    "sweep_transfers",
    "transfers",
]
