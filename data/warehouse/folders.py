"""Where the warehouse lies, and how what was written is brought to the disk before anybody relies on it."""

import os
from pathlib import Path

from data.settings import var_dir

MANIFEST = "manifest.json"
QUARANTINE = "quarantine.parquet"
UNREAD = "unread.parquet"
LOOKUPS = "lookups"  # what finds rows of the version faster; it can be made again


def warehouse() -> Path:
    """The folder of the warehouse, made on first use and readable by its owner alone."""
    return _made(var_dir() / "warehouse")


def incoming() -> Path:
    """Work in progress: a folder per arrival, with a mark beside it that is locked while it lasts."""
    return _made(warehouse() / "incoming")


def version_folder(name: str) -> Path:
    """Where the files of one version's own arrival lie."""
    return _made(warehouse() / "versions") / name


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def sync(path: Path) -> None:
    """Bring a file's content, or a folder's names, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_below(folder: Path) -> None:
    """Bring everything below a folder to the disk, and the folder itself last."""
    for entry in sorted(folder.rglob("*"), key=lambda path: len(path.parts), reverse=True):
        sync(entry)
    sync(folder)
