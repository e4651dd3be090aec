"""Failures of the disk and of the database, in words that say what to do. Nothing half done is visible."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from data.language import _

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL_WORDS = ("No space left", "Disk quota exceeded", "File too large", "max_temp_directory_size")


class WarehouseError(Exception):
    """Data could not be stored or found; the message says why and what to do, in the user's language."""


class WarehouseAwayError(WarehouseError):
    """The disk is full or closed, or the database is away: the same may succeed when that is mended."""


@contextmanager
def in_clear_words() -> Iterator[None]:
    """Turn what a full disk, a closed folder or a database that is away raise into a WarehouseAwayError."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever read what a command prints has enough: no failure of the warehouse
    except OSError as error:
        raise WarehouseAwayError(_of_disk(error)) from error
    except duckdb.Error as error:
        if words := _of_duck(error):
            raise WarehouseAwayError(words) from error
        raise
    except SQLAlchemyError as error:
        if isinstance(error, DBAPIError) and not _is_away(error):
            raise
        raise WarehouseAwayError(
            _("The database cannot be reached. Nothing was brought in; try again when it is back.")
        ) from error


def _is_away(error: DBAPIError) -> bool:
    return error.connection_invalidated or type(error).__name__ in {"OperationalError", "InterfaceError"}


def _of_disk(error: OSError) -> str:
    if error.errno in _FULL:
        return _full()
    if error.errno in _CLOSED:
        return _("The warehouse cannot be written: the folder is closed to the service. Nothing was stored.")
    return _("The warehouse cannot be read or written ({reason}). Nothing was stored.").format(
        reason=error.strerror or type(error).__name__
    )


def _of_duck(error: duckdb.Error) -> str | None:
    if any(words in str(error) for words in _FULL_WORDS):
        return _full()
    if isinstance(error, duckdb.OutOfMemoryException):
        return _("This needs more memory than is allowed. Nothing was stored.")
    return None


def _full() -> str:
    return _("The disk of the warehouse is full. Nothing was stored; make room and try again.")
