"""The drop folder: files that are put into AUDIT_VAR_DIR/drop/<user>/ are brought in for that user.

A file is taken once it has rested: nobody has written to it for a while and it has not grown while it was
looked at. What was brought in goes; what was refused goes to refused/, with the reason beside it. The
folder of a file below the user's own says its dataset type: drop/<user>/payments/2026.csv.
"""

import fcntl
import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from data.access.present_user import present_user
from data.access.roles import NotPermittedError
from data.bringing.bring_in import Bringing, Outcome, bring_in, name_of
from data.data_room.undertakings import UndertakingMissingError
from data.dataset_types import ADHOC, dataset_types
from data.digest import sha256_of
from data.engine import reading
from data.language import _
from data.settings import var_dir
from data.uploads import UploadRefusedError
from data.warehouse import Version, WarehouseAwayError, WarehouseError, dataset, newest

_log = logging.getLogger(__name__)
REFUSED = "refused"
_DELIVERY = "drop_folder"
_REST_SECONDS = 30
_LOOK_SECONDS = 1.0
_UNFINISHED = {".part", ".partial", ".crdownload", ".filepart", ".tmp", ".swp"}


@dataclass(frozen=True)
class Dropped:
    """One file of the drop folder and what became of it: an outcome, or the reason why it was refused."""

    user_name: str
    file: str
    outcome: Outcome | None
    reason: str | None


def drop_folder() -> Path:
    """Where each user has a folder, made on first use."""
    folder = var_dir() / "drop"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def bring_dropped(
    engine: Engine, *, rest_seconds: float = _REST_SECONDS, look: Callable[[], None] | None = None
) -> list[Dropped]:
    """Bring in every file that rests; others wait for the next time. `look` waits between two looks.

    One process at a time does so; where another is at it, there is nothing to do.
    """
    with (drop_folder() / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return []
        waiting = {file: _state(file) for file in _files() if _rested(file, rest_seconds)}
        if waiting:
            (look or _look)()
        brought = [_bring(engine, file) for file, state in waiting.items() if state and _state(file) == state]
        return [dropped for dropped in brought if dropped is not None]


def watch(engine: Engine, seconds: int) -> None:
    """Bring in what is dropped, again and again, as long as the server runs; 0 seconds: not at all."""
    while seconds > 0:
        try:
            bring_dropped(engine)
        except Exception:  # the thread goes on: the next file, or the next look, may be sound
            _log.exception("the drop folder could not be worked off")
        time.sleep(seconds)


def _look() -> None:
    time.sleep(_LOOK_SECONDS)


def _files() -> Iterator[Path]:
    for own in sorted(drop_folder().iterdir()):
        if own.is_dir() and not own.is_symlink():
            for folder in (own, *(own / name for name in dataset_types())):
                for file in sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else ():
                    is_hidden = file.name.startswith((".", "~$")) or file.suffix.lower() in _UNFINISHED
                    if file.is_file() and not file.is_symlink() and not is_hidden:
                        yield file


def _rested(file: Path, seconds: float) -> bool:
    with suppress(OSError):
        return time.time() - file.stat().st_mtime >= seconds
    return False


def _state(file: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        found = file.stat()
        return found.st_size, found.st_mtime_ns
    return None


def _bring(engine: Engine, file: Path) -> Dropped | None:
    own, *folders = file.relative_to(drop_folder()).parent.parts
    try:
        with reading(engine) as connection:
            user = present_user(connection, own)
            facts = dataset(connection, name_of(file.name))
            version = newest(connection, facts.dataset_id) if facts else None
        if user is None:
            raise WarehouseError(_("There is no account {user_name}.").format(user_name=own))
        if version is not None and version.loaded_by == own and _came_as(version, file):
            file.unlink(missing_ok=True)
            return None  # the server went down after the commit, before the file was taken away
        asked = Bringing(
            file=file,
            original_name=file.name,
            delivery=_DELIVERY,
            dataset_type=folders[0] if folders else ADHOC,
            purpose=_("From the drop folder"),
            is_ours=True,
        )
        outcome = bring_in(engine, user, asked)
    except WarehouseAwayError as error:
        return Dropped(own, file.name, None, str(error))  # it waits where it is
    except (UploadRefusedError, WarehouseError, UndertakingMissingError) as error:
        return _refused(file, own, str(error))
    except NotPermittedError:
        return _refused(file, own, _("The account has no right to bring in data, or not into this dataset."))
    except SQLAlchemyError:
        raise  # the database is away: everything waits
    except Exception:  # a file that nobody foresaw must not hold up those behind it, look after look
        _log.exception("the dropped file %s of %s failed", file.name, own)
        return _refused(
            file, own, _("This step was not completed. Try again; the server's log has the details.")
        )
    file.unlink(missing_ok=True)
    return Dropped(own, file.name, outcome, None)


def _came_as(version: Version, file: Path) -> bool:
    """Whether this very file became that version: it lay here before, and nobody has put it here since."""
    found = file.stat()
    is_alike = (version.delivery, version.original_name, version.original_bytes) == (
        _DELIVERY,
        file.name,
        found.st_size,
    )
    put_at = datetime.fromtimestamp(found.st_ctime, UTC).replace(tzinfo=None, microsecond=0)
    return is_alike and put_at <= version.loaded_at and sha256_of(file) == version.original_sha256


def _refused(file: Path, user_name: str, reason: str) -> Dropped:
    """Put the file aside with the reason: it would be refused again each time."""
    folder = drop_folder() / user_name / REFUSED
    with suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
        target = folder / f"{time.time_ns()}-{file.name}"
        os.replace(file, target)  # noqa: PTH105 - in one step, like Path.replace
        target.with_name(target.name + ".txt").write_text(reason + "\n", "utf-8")
    return Dropped(user_name, file.name, None, reason)
