"""Why a file cannot be taken, or not now, in words that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from data.language import _
from data.warehouse.failures import WarehouseAwayError, WarehouseError, in_clear_words


class TransferError(WarehouseError):
    """A file could not be begun, received or found; the message says why, in the user's language."""


class NoTransferError(TransferError):
    """There is no such transfer of this user."""

    def __init__(self) -> None:
        super().__init__(_("This upload is not there any more. Choose the file again."))


class WrongOffsetError(TransferError):
    """A piece does not begin where the file ends; `received` says where that is."""

    def __init__(self, received: int) -> None:
        super().__init__(
            _("This piece does not follow the last one. Ask how much has arrived and go on there.")
        )
        self.received = received


class TooLargeError(TransferError):
    """The file is larger than the setting allows, or longer than was said."""


class TooManyError(TransferError):
    """The user has too many files waiting."""


class NoRoomError(TransferError):
    """The disk has no room, or cannot be written now; what has arrived is kept."""


@contextmanager
def disk_in_words() -> Iterator[None]:
    """Turn what a full or closed disk raises into a NoRoomError."""
    try:
        with in_clear_words():
            yield
    except WarehouseAwayError as error:
        raise NoRoomError(str(error)) from error
