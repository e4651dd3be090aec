"""Work in progress: a folder of its own for each arrival, and a mark that says whether somebody works on it.

The mark is a file beside the folder, locked by the process that works. The lock goes with the process however
it ends, so `sweep()` removes what nobody will finish and leaves alone what others are busy with.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, select

from data.engine import reading
from data.schema import DatasetVersion
from data.warehouse.folders import incoming, sync, version_folder

_MARK = ".mark"
_CHUNK = 4 << 20


@dataclass(frozen=True)
class Staging:
    """An arrival in progress: rows are written to part(), the original comes by keep_original()."""

    key: str
    folder: Path

    @property
    def mark(self) -> Path:
        """The file whose lock says that somebody works on it, and that it may have to be swept."""
        return self.folder.with_name(self.key + _MARK)

    def part(self, number: int = 0) -> Path:
        """Where to write the rows; several parts are read in the order of their numbers."""
        return self.folder / f"part-{number:04d}.parquet"

    def parts(self) -> list[Path]:
        """The parts that were written."""
        return sorted(self.folder.glob("part-*.parquet"))


@contextmanager
def stage() -> Iterator[Staging]:
    """A folder to work in. What is not committed when the block ends is gone, however it ends."""
    key = uuid4().hex
    staging = Staging(key, incoming() / key)
    with staging.mark.open("x") as mark:
        fcntl.flock(mark, fcntl.LOCK_EX)
        sync(staging.mark.parent)
        staging.folder.mkdir(mode=0o700)
        (staging.folder / "original").mkdir(mode=0o700)
        try:
            yield staging
        finally:
            shutil.rmtree(staging.folder, ignore_errors=True)
            # Files in place without their mark taken off: whether the row was committed is not known here,
            # because the database went away in that moment. The next sweep asks it.
            if not version_folder(key).exists():
                staging.mark.unlink(missing_ok=True)


def keep_original(
    staging: Staging, file: Path, *, original_name: str | None = None, is_ours: bool = False
) -> Path:
    """Put the file as it came into the arrival; returns where it lies now. Read that one, not the other.

    It keeps the ending of its name until name_original(), because readers go by it.

    A file that belongs to the cockpit (`is_ours`: an upload, the drop folder) gets a second name; one that
    somebody may go on writing to is copied.
    """
    ending = "".join(
        sign for sign in Path(original_name or file.name).suffix if sign == "." or sign.isalnum()
    )
    target = staging.folder / "original" / f"file{ending[:16]}"
    if is_ours:
        with suppress(OSError):  # another disk: copied after all
            os.link(file, target)
            return target
    with file.open("rb") as source, target.open("wb") as copy:
        left = os.fstat(source.fileno()).st_size
        try:
            # Within the kernel, and without copying at all where the file system can share blocks.
            while left and (copied := os.copy_file_range(source.fileno(), copy.fileno(), left)):
                left -= copied
        except OSError:
            source.seek(copy.seek(0, os.SEEK_END))
            shutil.copyfileobj(source, copy, _CHUNK)
    return target


def name_original(kept: Path, sha256: str) -> None:
    """Call the original by its digest, as a version keeps it."""
    kept.rename(kept.with_name(sha256))


def sweep(engine: Engine) -> int:
    """Remove what was begun and never committed; returns how many arrivals that were.

    Asked at each start. Arrivals that a living process works on, and whatever has a row, stay.
    """
    swept = 0
    for folder in [entry for entry in incoming().iterdir() if entry.is_dir()]:
        # The mark is made before its folder and goes after it: a folder without one has been left by a crash.
        if not folder.with_name(folder.name + _MARK).exists():
            shutil.rmtree(folder, ignore_errors=True)
            swept += 1
    for mark in incoming().glob(f"*{_MARK}"):
        with suppress(FileNotFoundError), mark.open() as held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            swept += _swept(engine, mark)
    return swept


def _swept(engine: Engine, mark: Path) -> int:
    if not mark.exists():  # its worker finished between our finding and our locking it
        return 0
    key = mark.name.removesuffix(_MARK)
    begun, placed = mark.with_name(key), version_folder(key)
    is_left = begun.exists()
    shutil.rmtree(begun, ignore_errors=True)
    if placed.exists():
        with reading(engine) as connection:
            row = select(DatasetVersion.dataset_version_id).where(DatasetVersion.folder == key)
            is_committed = connection.scalar(row) is not None
        if not is_committed:
            shutil.rmtree(placed)
            is_left = True
    mark.unlink(missing_ok=True)
    return int(is_left)
