"""Read a backup from end to end against its list, and unpack it; a file that is not whole is refused."""

import hashlib
import hmac
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from data.backup.contents import DATABASE, belongs
from data.backup.failures import BackupError
from data.backup.manifest import NAME, SEAL, Manifest, StoredPart, from_json
from data.language import _

_BLOCK = 1 << 20
_LONGEST_LIST = 1 << 30


def check(file: Path) -> Manifest:
    """The list of a backup, after every byte was compared with it. Raises BackupError or OSError."""
    return _read(file, lambda name, content: _digest(name, content, None))


def unpack(file: Path, folder: Path) -> Manifest:
    """Write the files of a backup below an empty folder, checked as they are written. Raises as `check`."""
    return _read(file, lambda name, content: _digest(name, content, folder / name))


def _read(file: Path, each: Callable[[str, IO[bytes]], StoredPart]) -> Manifest:
    found: list[StoredPart] = []
    ends: dict[str, bytes] = {}
    try:
        with tarfile.open(file, mode="r:") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isreg() else None
                if content is None or SEAL in ends:
                    raise _not_whole()
                if member.name in {NAME, SEAL}:
                    ends[member.name] = content.read(_LONGEST_LIST)
                elif belongs(member.name) and not ends:
                    found.append(each(member.name, content))
                else:
                    raise _not_whole()
    except (tarfile.TarError, EOFError, UnicodeDecodeError) as error:
        raise _not_whole() from error
    if ends.keys() != {NAME, SEAL}:
        raise _not_whole()
    if not hmac.compare_digest(hashlib.sha256(ends[NAME]).hexdigest().encode(), ends[SEAL]):
        raise _not_whole()
    manifest = from_json(ends[NAME])
    if tuple(found) != manifest.parts:
        listed = {part.name: part for part in manifest.parts}
        changed = [part.name for part in found if listed.get(part.name) != part]
        raise BackupError(
            _("The backup was changed: {files}; nothing was changed here.").format(
                files="、".join(changed[:5]) or NAME
            )
        )
    if DATABASE.get(manifest.engine) not in {part.name for part in found}:
        raise _not_whole()
    return manifest


def _digest(name: str, content: IO[bytes], target: Path | None) -> StoredPart:
    digest, size = hashlib.sha256(), 0
    if target is not None:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with target.open("xb") if target else _nowhere() as written:
        while block := content.read(_BLOCK):
            digest.update(block)
            size += len(block)
            written.write(block)
    if target is not None:
        target.chmod(0o600)
    return StoredPart(name, size, digest.hexdigest())


def _nowhere() -> IO[bytes]:
    return Path("/dev/null").open("wb")


def need_room(file: Path, folder: Path) -> None:
    """Raise BackupError where the disk of the folder has no room for what is in the file."""
    needed, free = file.stat().st_size, shutil.disk_usage(folder).free
    if needed > free:
        raise BackupError(
            _("The disk has {free:,} MB left, {needed:,} MB are needed.").format(
                free=free >> 20, needed=(needed >> 20) + 1
            )
        )


def _not_whole() -> BackupError:
    return BackupError(_("This is not a whole backup; nothing was changed."))
