"""恢复: put a backup in place of nothing, or with --replace in place of what is there.

Stop the service first. The backup is read against its list and unpacked beside what is there; only then are
the two swapped. What was there is kept in a folder replaced-… of the run-time folder. A broken file changes
nothing.
"""

import argparse
import sys
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from data.access.roles import COMMAND_LINE
from data.backup import BackupError, restore
from data.settings import database_url


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, --replace."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a file that manage.py backup wrote")
    parser.add_argument("--replace", action="store_true", help="put it in place of the data that is there")


def run(arguments: argparse.Namespace) -> int:
    """0, or 1 where nothing was changed."""
    try:
        done = restore(
            database_url(),
            arguments.file.absolute(),
            replace=arguments.replace,
            user_name=COMMAND_LINE.user_name,
        )
    except BackupError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or arguments.file}: {error.strerror}", file=sys.stderr)
        return 1
    except SQLAlchemyError:
        print("连不上数据库，什么也没有改动。 · The database cannot be reached.", file=sys.stderr)
        return 1
    manifest = done.manifest
    print(f"已恢复 · Restored: {manifest.bureau} · {manifest.made_at} · {len(manifest.parts):,} 个文件")
    if done.replaced:
        print(
            f"  原有的数据在 {done.replaced}，核对无误后自行删除。 · What was there is kept in that folder."
        )
    print("  接着运行 manage.py init（升级结构）和 manage.py log verify。 · Then run these.")
    return 0
