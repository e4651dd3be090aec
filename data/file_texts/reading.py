"""Reading one file's text by a child process within limits (child.py)."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from data.file_texts.child import CPU_SECONDS, READABLE
from data.language import ROOT


@dataclass(frozen=True)
class FileText:
    """`state` is one of FILE_TEXT (data/codes.py); `words` the text, empty where there is none."""

    state: str
    words: str = ""


def read_text(file: Path, suffix: str) -> FileText:
    """The text of a file that came under a name with this suffix; never raises for what is in it."""
    if suffix not in READABLE:
        return FileText("not_read")
    try:
        child = subprocess.run(  # noqa: S603 our own module; path and suffix are ours
            [sys.executable, "-m", "data.file_texts.child", str(file.resolve()), suffix],
            capture_output=True,
            timeout=4 * CPU_SECONDS,
            check=False,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    except subprocess.TimeoutExpired:
        return FileText("unreadable")
    if child.returncode:
        return FileText("unreadable")
    words: str = json.loads(child.stdout)
    return FileText("read" if words else "empty", words)
