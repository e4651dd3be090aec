"""备份: everything the bureau has, in one file: database, warehouse, attachments, hits of models, map layers.

`manage.py backup FILE` writes it while the service runs, reads it again and prints what to keep beside it;
`manage.py backup FILE --check` only reads a backup against its list.
"""

import argparse
import sys
from pathlib import Path

from data.access.roles import COMMAND_LINE
from data.backup import BackupError, Manifest, check, write_backup
from data.digest import sha256_of
from data.engine import connect_to
from data.settings import database_url
from data.size_words import size_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, --check."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup, such as /backup/2026-01-31.tar")
    parser.add_argument("--check", action="store_true", help="read an existing backup, write nothing")


def run(arguments: argparse.Namespace) -> int:
    """0, or 1 where the backup was not written or is not whole."""
    try:
        if arguments.check:
            _say("备份完整 · The backup is whole", check(arguments.file), arguments.file)
            return 0
        engine = connect_to(database_url())
        try:
            manifest = write_backup(engine, arguments.file.absolute(), user_name=COMMAND_LINE.user_name)
        finally:
            engine.dispose()
    except BackupError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{arguments.file}: {error.strerror}", file=sys.stderr)
        return 1
    _say("已备份并核对 · Written and checked", manifest, arguments.file)
    return 0


def _say(words: str, manifest: Manifest, file: Path) -> None:
    print(f"{words}: {file} ({size_words(file.stat().st_size)})")
    print(f"  {manifest.bureau} · {manifest.engine} · {manifest.made_at}")
    print(f"  文件 {len(manifest.parts):,} 个 · 日志末条 {manifest.events} {manifest.digest}")
    print(f"  SHA-256 {sha256_of(file)}")
