"""Files that are not text are read by a child process within limits of memory and time (reading_child.py).

Their readers are written in other languages and meet what others send: whatever ends one ends no server.
"""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

from data.language import ROOT, _, language
from data.uploads.archive import check_archive
from data.uploads.choices import Choices, Proposal, Staged
from data.uploads.faults import UploadRefusedError
from data.uploads.limits import READER_CPU_SECONDS
from data.uploads.records import proposal_of, staged_of
from data.uploads.work import Work

_ZIP = b"PK"
_ASKS_EACH = 0.2  # seconds between two looks at whether the upload was cancelled
EXIT_TOO_LARGE = 5


def look_apart(kind: str, file: Path, choices: Choices) -> Proposal:
    """What a file of this kind seems to be. Raises UploadRefusedError."""
    with tempfile.TemporaryDirectory() as folder:
        return proposal_of(_answer("look", kind, file, choices, Work(Path(folder))))


def stage_apart(kind: str, file: Path, choices: Choices, work: Work) -> Staged:
    """The rows of a file of this kind. Raises UploadRefusedError and UploadCancelledError."""
    return staged_of(_answer("stage", kind, file, choices, work), work.folder)


def _answer(action: str, kind: str, file: Path, choices: Choices, work: Work) -> dict[str, Any]:
    with file.open("rb") as stream:
        if stream.read(2) == _ZIP:
            check_archive(file)
    request = {
        "action": action,
        "kind": kind,
        "file": str(file.resolve()),
        "folder": str(work.folder.resolve()),
        "choices": vars(choices),
        "language": language(),
    }
    answer, code = _ask(request, work)
    if "refused" in answer:
        raise UploadRefusedError(answer["refused"])
    if "result" in answer:
        result: dict[str, Any] = answer["result"]
        return result
    if code in {EXIT_TOO_LARGE, -9, -6, -24}:  # ended by its limits of memory and time
        raise UploadRefusedError(
            _("The file is too large once it is unpacked. Split it, or bring it as CSV.")
        )
    raise UploadRefusedError(_("The file is damaged or cut off. Save it again and try once more."))


def _ask(request: dict[str, Any], work: Work) -> tuple[dict[str, Any], int]:
    """The last line that the child says, and how it ended."""
    child = subprocess.Popen(  # noqa: S603 our own module; the request is data
        [sys.executable, "-m", "data.uploads.reading_child", json.dumps(request)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={**os.environ, "ARROW_DEFAULT_MEMORY_POOL": "system", "PYTHONPATH": str(ROOT)},
        text=True,
    )
    try:
        answer = _listen(child, work)
    finally:
        if child.poll() is None:
            child.kill()
        child.wait()
    return answer, child.returncode


def _listen(child: subprocess.Popen[str], work: Work) -> dict[str, Any]:
    """The last line the child says; lines before tell its progress."""
    lines: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_pass_on, args=(child, lines), daemon=True).start()
    waited = 0.0
    while waited < 4 * READER_CPU_SECONDS:
        work.go_on()
        try:
            line = lines.get(timeout=_ASKS_EACH)
        except queue.Empty:
            waited += _ASKS_EACH
            continue
        if line is None:
            child.wait()
            return {}
        said: dict[str, Any] = json.loads(line)
        if "progress" not in said:
            return said
        work.report(*said["progress"])
    return {"refused": _("The file takes too long to read. Split it, or bring it as CSV.")}


def _pass_on(child: subprocess.Popen[str], lines: queue.Queue[str | None]) -> None:
    assert child.stdout is not None
    for line in child.stdout:
        lines.put(line)
    lines.put(None)
