"""The list that each arrival carries: its files with size, rows and SHA-256, to be verified by."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from data.digest import sha256_of
from data.warehouse.folders import MANIFEST
from data.warehouse.part_rows import part_rows


@dataclass(frozen=True)
class StoredFile:
    """One file of an arrival; `rows` is None for the original."""

    name: str
    bytes: int
    sha256: str
    rows: int | None


def write_manifest(folder: Path, sha256: str) -> list[StoredFile]:
    """List the arrival's parts and its original, whose digest is known already."""
    original = folder / "original" / sha256
    files = [_part(file) for file in sorted(folder.glob("part-*.parquet"))]
    listed = [*files, StoredFile(f"original/{sha256}", original.stat().st_size, sha256, None)]
    (folder / MANIFEST).write_text(json.dumps([asdict(file) for file in listed], indent=1), "utf-8")
    return files


def read_manifest(folder: Path) -> list[StoredFile]:
    """What the arrival consists of. Raises OSError or ValueError where the list itself is gone or spoilt."""
    try:
        return [StoredFile(**entry) for entry in json.loads((folder / MANIFEST).read_text("utf-8"))]
    except TypeError as error:
        raise ValueError(MANIFEST) from error


def _part(file: Path) -> StoredFile:
    return StoredFile(file.name, file.stat().st_size, sha256_of(file), part_rows(file))
