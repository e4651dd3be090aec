"""Put a backup in place: unpacked and checked beside what is there, then swapped; the old state is kept."""

import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, inspect, make_url

from data.backup.contents import DATABASE, FOLDERS, KEY
from data.backup.database import judge_chain, judge_sqlite, need_known_schema
from data.backup.failures import BackupError
from data.backup.manifest import Manifest
from data.backup.postgresql import restore_postgresql
from data.backup.reading import check, need_room, unpack
from data.engine import connect_to, now, writing
from data.events import BackupRestored, record
from data.language import _
from data.migrate import is_missing
from data.schema import ChainHead
from data.settings import var_dir

_LOGS = ("-wal", "-shm")


@dataclass(frozen=True)
class Restored:
    """What was put in place, and the folder that what was there before is kept in (None: nothing was)."""

    manifest: Manifest
    replaced: Path | None


def restore(url: str, file: Path, *, replace: bool, user_name: str) -> Restored:
    """Put the backup into the database of that URL and into the run-time folder.

    Nothing of the old state is touched before all of the new one was unpacked, compared with its list and
    judged; then they are swapped by renaming. Raises BackupError, and OSError where the disk fails: what was
    swapped by then is put back.
    """
    manifest = check(file)
    engine_name = make_url(url).get_backend_name()
    if manifest.engine != engine_name:
        raise BackupError(
            _("The backup is of {kept}, the database here is {here}.").format(
                kept=manifest.engine, here=engine_name
            )
        )
    need_known_schema(manifest.schema)
    if not replace and (taken := _taken(url)):
        raise BackupError(
            _("There is data here already ({what}); --replace puts the backup in its place.").format(
                what="、".join(taken)
            )
        )
    need_room(file, var_dir())
    working = Path(tempfile.mkdtemp(prefix="restoring-", dir=var_dir()))
    try:
        if unpack(file, working) != manifest:
            raise BackupError(_("The backup was changed while it was read; nothing was changed."))
        event = BackupRestored(file.name, manifest.made_at, manifest.events)
        if engine_name == "sqlite":
            replaced = _swap_sqlite(url, working, event, user_name)
        else:
            replaced = _swap_postgresql(url, working, event, user_name)
        return Restored(manifest, replaced)
    finally:
        shutil.rmtree(working, ignore_errors=True)


def _taken(url: str) -> list[str]:
    """What is there already, in words for the message."""
    found = [name for name in FOLDERS if _has_entries(var_dir() / name)]
    if make_url(url).get_backend_name() == "sqlite":
        return found if is_missing(url) else [*found, str(make_url(url).database)]
    engine = connect_to(url)
    try:
        with engine.connect() as connection:
            has_tables = inspect(connection).has_table(ChainHead.__tablename__)
    finally:
        engine.dispose()
    return [*found, str(make_url(url).database)] if has_tables else found


def _has_entries(folder: Path) -> bool:
    return folder.is_dir() and any(entry.is_file() for entry in folder.rglob("*"))


def _swap_sqlite(url: str, working: Path, event: BackupRestored, user_name: str) -> Path | None:
    fresh = working / DATABASE["sqlite"]
    judge_sqlite(fresh)
    _record_in(f"sqlite:///{fresh}", event, user_name)
    place = Path(str(make_url(url).database))
    if place.parent != var_dir():  # a rename does not go from one disk to another
        beside = place.with_name(f"{place.name}.restoring")
        shutil.move(fresh, beside)
        fresh = beside
    try:
        logs = [(None, place.with_name(place.name + ending)) for ending in _LOGS]
        return _swap([*logs, (fresh, place), *_folders(working)])
    finally:
        fresh.unlink(missing_ok=True)


def _swap_postgresql(url: str, working: Path, event: BackupRestored, user_name: str) -> Path | None:
    # The files first, which can be put back by renaming; the database goes all or not at all.
    moved: list[tuple[Path, Path]] = []
    kept = _kept_folder()
    engine = connect_to(url)
    try:
        _swap_into(_folders(working), kept, moved)
        restore_postgresql(engine, working / DATABASE["postgresql"])
    except BaseException:
        _put_back(moved)
        _forget_if_empty(kept)
        raise
    finally:
        engine.dispose()
    _record_in(url, event, user_name)
    engine = connect_to(url)
    try:
        judge_chain(engine)
    finally:
        engine.dispose()
    return _forget_if_empty(kept)


def _record_in(url: str, event: BackupRestored, user_name: str) -> None:
    engine: Engine = connect_to(url)
    try:
        with writing(engine) as connection:
            record(connection, user_name, event)
        if engine.dialect.name == "sqlite":
            with engine.connect() as connection:
                connection.exec_driver_sql("pragma wal_checkpoint(truncate)")
    finally:
        engine.dispose()


def _folders(working: Path) -> list[tuple[Path | None, Path]]:
    """(new, place) of each folder and of the key; None where the backup has none of it.

    The key of a place that the backup has none for stays.
    """
    pairs: list[tuple[Path | None, Path]] = [
        (working / name if (working / name).exists() else None, var_dir() / name) for name in FOLDERS
    ]
    return pairs + ([(working / KEY, var_dir() / KEY)] if (working / KEY).exists() else [])


def _swap(pairs: list[tuple[Path | None, Path]]) -> Path | None:
    kept, moved = _kept_folder(), list[tuple[Path, Path]]()
    try:
        _swap_into(pairs, kept, moved)
    except BaseException:
        _put_back(moved)
        _forget_if_empty(kept)
        raise
    return _forget_if_empty(kept)


def _swap_into(pairs: list[tuple[Path | None, Path]], kept: Path, moved: list[tuple[Path, Path]]) -> None:
    """Rename what is there into `kept` and the new into its place; `moved` are the (from, to) done so far."""
    for fresh, place in pairs:
        if place.exists():
            target = kept / place.name
            if place.stat().st_dev != kept.stat().st_dev:
                target = place.with_name(f"{place.name}.{kept.name}")
            place.rename(target)
            moved.append((place, target))
        if fresh is not None:
            fresh.rename(place)
            moved.append((fresh, place))


def _put_back(moved: list[tuple[Path, Path]]) -> None:
    for source, target in reversed(moved):
        target.rename(source)


def _kept_folder() -> Path:
    folder = var_dir() / f"replaced-{now():%Y%m%dT%H%M%S}"
    folder.mkdir(mode=0o700)
    return folder


def _forget_if_empty(folder: Path) -> Path | None:
    with suppress(OSError):
        folder.rmdir()
    return folder if folder.exists() else None
