"""The process of child.py: started when a query is, or before, where one is sure to come.

It loads DuckDB, which takes as long as reading a million rows does; meanwhile we load what we need.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from queries.workbench.places import new_run_folder

_CHILD = Path(__file__).resolve().with_name("child.py")
_ready: "list[ChildProcess]" = []


@dataclass(frozen=True)
class ChildProcess:
    """One that waits for its job on standard input, and the folder that it may write in."""

    process: "subprocess.Popen[str]"
    folder: Path


def make_ready() -> None:
    """Start the process of the next query now. Without a query it ends with us, for its input does."""
    _ready.append(_started())


def child_process() -> ChildProcess:
    """The process that was made ready, or a new one. Raises OSError where none can be started."""
    return _ready.pop() if _ready else _started()


def _started() -> ChildProcess:
    folder = new_run_folder()
    process = subprocess.Popen(  # noqa: S603 our own program; what it is told is data
        [sys.executable, "-I", str(_CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": str(folder), "TMPDIR": str(folder)},
        start_new_session=True,
        text=True,
        encoding="utf-8",
    )
    return ChildProcess(process, folder)
