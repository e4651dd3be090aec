"""Write a backup while the service goes on: the database first, then the files, then the list of them.

A version, a run or an attachment that the database knows has its files on the disk before its row, and they
are never changed, so files read after the database hold everything it speaks of.
"""

import hashlib
import io
import os
import tarfile
import tempfile
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Engine

from data.backup.contents import DATABASE, files_to_keep
from data.backup.database import keep_database
from data.backup.failures import BackupError
from data.backup.manifest import NAME, SEAL, Manifest, StoredPart, as_json
from data.backup.reading import check
from data.engine import now, writing
from data.events import BackupMade, record
from data.language import _
from data.settings import var_dir
from data.warehouse.folders import sync

_BLOCK = 1 << 20


def write_backup(engine: Engine, file: Path, *, user_name: str) -> Manifest:
    """Write the backup, read it again from the disk, and only then give it its name.

    A file of that name is not overwritten. Raises BackupError, and OSError where the disk does not take it.
    """
    if file.exists():
        raise BackupError(_("{file} exists already; choose another name.").format(file=file))
    if not file.parent.is_dir():
        raise BackupError(_("The folder {folder} is not there.").format(folder=file.parent))
    unfinished = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        with tempfile.TemporaryDirectory(prefix="backup-", dir=var_dir()) as working:
            kept = keep_database(engine, Path(working))
            made_at, name = f"{now():%Y-%m-%dT%H:%M:%SZ}", engine.dialect.name
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as target:
                with tarfile.open(fileobj=target, mode="w", format=tarfile.PAX_FORMAT) as archive:
                    parts = [_put(archive, DATABASE[name], kept.file)]
                    parts += [
                        part for each, path in files_to_keep() if (part := _put_if_there(archive, each, path))
                    ]
                    manifest = Manifest(
                        made_at, kept.bureau, name, kept.schema, kept.events, kept.digest, tuple(parts)
                    )
                    content = as_json(manifest)
                    _put_bytes(archive, NAME, content)
                    _put_bytes(archive, SEAL, hashlib.sha256(content).hexdigest().encode())
                target.flush()
                os.fsync(target.fileno())
        check(unfinished)
        unfinished.rename(file)
        sync(file.parent)
    finally:
        unfinished.unlink(missing_ok=True)
    with writing(engine) as connection:
        event = BackupMade(file.name, len(manifest.parts), file.stat().st_size)
        record(connection, user_name, event)
    return manifest


class _Counted(io.RawIOBase):
    """Passes a file on and takes its digest by the way."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        block = self._file.read(size)
        self.digest.update(block)
        return block


def _put_if_there(archive: tarfile.TarFile, name: str, path: Path) -> StoredPart | None:
    try:
        return _put(archive, name, path)
    except FileNotFoundError:  # a run of a model threw away what it needed meanwhile; a clean-up, its files
        return None


def _put(archive: tarfile.TarFile, name: str, path: Path) -> StoredPart:
    with path.open("rb", buffering=_BLOCK) as file:
        size = os.fstat(file.fileno()).st_size
        counted = _Counted(file)
        archive.addfile(_member(name, size), counted)  # type: ignore[arg-type]
    return StoredPart(name, size, counted.digest.hexdigest())


def _put_bytes(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    archive.addfile(_member(name, len(content)), io.BytesIO(content))


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = size, 0o600, int(now().timestamp())
    return member
