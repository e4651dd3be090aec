"""Broken and hostile files, each brought in by a process of its own: a version, or a refusal in clear words.

Counted are tracebacks, hangs, files outside their place and refusals that are not Chinese: all must be 0.
"""

import multiprocessing
import os
import re
import resource
import tempfile
import time
import traceback
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bench.hostile_variants import variant
from data.access.roles import COMMAND_LINE
from data.bringing.bring_in import Bringing, bring_in
from data.engine import connect_to
from data.migrate import upgrade
from data.uploads import UploadRefusedError
from data.warehouse import WarehouseError

_LIMIT_SECONDS = 120
_MEMORY_BAR = 1536
_HAN = re.compile("[\u4e00-\u9fff]")
_SHOWN = 10


@dataclass(frozen=True)
class _Ended:
    """What became of one file: "version", "refused", "traceback" or "hang"; seconds, MB, words."""

    kind: str
    outcome: str
    seconds: float
    megabytes: float
    words: str


def run(files: int, first: int) -> None:
    """Bring in that many files, beginning with number `first`; print counts."""
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["bench.hostile"])
    with tempfile.TemporaryDirectory(prefix="audit-bench-") as folder:
        var, brought, temporary = (Path(folder) / name for name in ("var", "brought", "temporary"))
        for made in (var, brought, temporary):
            made.mkdir()
        os.environ.update(AUDIT_VAR_DIR=str(var), TMPDIR=str(temporary))
        tempfile.tempdir = None
        upgrade(connect_to(f"sqlite:///{var}/audit.db"))
        ended: list[_Ended] = []
        strays: list[str] = []
        with suppress(KeyboardInterrupt):  # what was found until then is told
            for number in range(first, first + files):
                file, kind = variant(number, brought)
                before = file.read_bytes()
                ended.append(_end(server, number, file, f"{number} {kind}"))
                if not file.exists() or file.read_bytes() != before:
                    strays.append(f"{number} {kind}: the file was changed")
                file.unlink(missing_ok=True)
                strays += [f"{number} {kind}: {stray}" for stray in _strays(Path(folder))]
        _tell(ended, strays)


def _end(server: Any, number: int, file: Path, kind: str) -> _Ended:
    ours, theirs = server.Pipe(duplex=False)
    child = server.Process(target=_bring, args=(os.environ["AUDIT_VAR_DIR"], str(file), number, theirs))
    started = time.perf_counter()
    child.start()
    theirs.close()
    outcome, megabytes, words = "traceback", 0.0, "the process ended without a word"
    try:
        if ours.poll(_LIMIT_SECONDS):
            outcome, megabytes, words = ours.recv()
        else:
            outcome, words = "hang", f"longer than {_LIMIT_SECONDS} s"
            child.kill()
    except EOFError:
        pass
    child.join()
    return _Ended(kind, outcome, time.perf_counter() - started, megabytes, words)


def _bring(var: str, file: str, number: int, told: Connection) -> None:
    os.environ["AUDIT_VAR_DIR"] = var
    asked = Bringing(
        file=Path(file), original_name=Path(file).name, delivery="command_line", dataset=f"hostile_{number}"
    )
    try:
        outcome = bring_in(connect_to(f"sqlite:///{var}/audit.db"), COMMAND_LINE, asked)
        ended, words = "version", f"{outcome.rows} rows, {outcome.refused} refused"
    except (UploadRefusedError, WarehouseError) as error:
        ended, words = "refused", str(error)
    except BaseException:
        ended, words = "traceback", traceback.format_exc()
    own, below = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    told.send((ended, (own + below) / 1024, words))


def _strays(folder: Path) -> list[str]:
    """What lies anywhere but in the warehouse's versions and the database."""
    kept = re.compile(
        r"var(/(audit\.db.*|spill|warehouse(/(incoming|versions(/.*)?))?))?|brought|temporary(/pymp-.*)?"
    )
    found = (str(entry.relative_to(folder)) for entry in folder.rglob("*") if "/versions/" not in str(entry))
    return [entry for entry in found if kept.fullmatch(entry) is None]


def _tell(ended: list[_Ended], strays: list[str]) -> None:
    by_maker: dict[str, Counter[str]] = {}
    for entry in ended:
        by_maker.setdefault(entry.kind.split()[1], Counter())[entry.outcome] += 1
    print(f"\n== {len(ended):,} files")
    for maker, counts in sorted(by_maker.items()):
        print(f"  {maker:32} " + ", ".join(f"{outcome} {count}" for outcome, count in sorted(counts.items())))
    outcomes = Counter(entry.outcome for entry in ended)
    unclear = [entry for entry in ended if entry.outcome == "refused" and not _HAN.search(entry.words)]
    print(f"versions {outcomes['version']}, refused {outcomes['refused']}")
    print(f"tracebacks {outcomes['traceback']}, hangs {outcomes['hang']}, outside their place {len(strays)},"
          f" unclear refusals {len(unclear)} (bar: 0 each)")  # fmt: skip
    slowest = max(ended, key=lambda entry: entry.seconds)
    largest = max(ended, key=lambda entry: entry.megabytes)
    print(f"slowest {slowest.seconds:.1f} s ({slowest.kind})")
    print(f"most memory {largest.megabytes:.0f} MB ({largest.kind}; bar: {_MEMORY_BAR})")
    wrong = [entry for entry in ended if entry.outcome in {"traceback", "hang"}] + unclear
    for entry in wrong[:_SHOWN]:
        print(f"-- {entry.kind}\n{entry.words}")
    for stray in strays[:_SHOWN]:
        print(f"-- {stray}")
