"""Whether the files of every version are still those that were committed."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.digest import sha256_of
from data.warehouse.folders import version_folder
from data.warehouse.manifest import StoredFile, read_manifest
from data.warehouse.versions import Version

MISSING, CHANGED = "missing", "changed"


@dataclass(frozen=True)
class Fault:
    """A file that is not what was committed: `fault` is MISSING or CHANGED."""

    number: int
    file: str
    fault: str


def verify(version: Version) -> tuple[Fault, ...]:
    """Compare the version's own arrival, rows and original, with the digests that were taken when it came.

    What it has of earlier versions is verified with those.
    """
    return tuple(_faults(version))


def _faults(version: Version) -> Iterator[Fault]:
    folder = version_folder(version.folders[-1])
    try:
        listed = read_manifest(folder)
    except (OSError, ValueError):
        yield Fault(version.number, "manifest.json", MISSING if not folder.exists() else CHANGED)
        return
    original = StoredFile(
        f"original/{version.original_sha256}", version.original_bytes, version.original_sha256, None
    )
    for file in [file for file in listed if file.rows is not None] + [original]:
        path = folder / file.name
        if not path.is_file():
            yield Fault(version.number, file.name, MISSING)
        elif path.stat().st_size != file.bytes or sha256_of(path) != file.sha256:
            yield Fault(version.number, file.name, CHANGED)
