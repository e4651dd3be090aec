"""Audit models over many rows: a run beside DuckDB's own COPY of the same result, and what comes after it.

A run is the whole command `manage.py models run CODE --on DATASET --json`, from the start of its process to
its end: choosing the data, the child process, the result, the count of what could not be judged, the
comparison with the last run. The COPY is the same SQL over the same files, its values written in by hand, in
one process of its own from start to end. They take turns, so that a slow moment of the machine meets both.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from bench.model_data import committed
from data.duck import literal, quoted
from data.engine import connect_to
from data.migrate import upgrade
from data.settings import number
from data.warehouse import Version, files_of
from queries.audit_models.model import AuditModel
from queries.audit_models.shipped import shipped_models
from queries.audit_models.values import values_of
from release.demonstration import ROOT

# A window over everything, sums by group, a scan; with what they read.
_MODELS = {"M24": "payments", "M22": "payments", "M04": "tenders"}
_BAR_SECONDS = 1.0
_HITS = 1_000_000
_REGISTERED = 20_000
_EVIDENCE_ROWS = (10_000, 1_000_000)
_EVIDENCE_TIMES = 9
_HUGE_MEMORY_MB = "1024"
_HUGE_BYTES_PER_ROW = 400  # the parts, and as much again that is written aside


@dataclass(frozen=True)
class Measured:
    """One process: seconds of the wall and of the processors, and what it told."""

    seconds: float
    cpu: float
    told: dict[str, Any]


def run(rows: int, repeats: int, huge: int) -> None:
    """Measure and print. `rows` of each dataset; `huge` of one that is run with 1 GB of memory (0: none)."""
    with tempfile.TemporaryDirectory(prefix="audit-bench-") as folder:
        os.environ |= {"AUDIT_VAR_DIR": folder, "AUDIT_DATABASE_URL": f"sqlite:///{folder}/audit.db"}
        # What Python compiled is kept between two commands, as it is where the cockpit is installed.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        engine = connect_to(os.environ["AUDIT_DATABASE_URL"])
        upgrade(engine)
        made = {name: committed(engine, name, rows) for name in sorted(set(_MODELS.values()))}
        _measure_runs(folder, rows, repeats, made)
        fewer = [few for few in _EVIDENCE_ROWS if few < rows]
        for few in fewer:
            committed(engine, "payments", few)
        _measure_evidence([*fewer, rows])
        committed(engine, "tenders", 2 * _HITS)
        _measure_hits()
        if huge:
            _measure_huge(folder, huge)


def _measure_runs(folder: str, rows: int, repeats: int, made: dict[str, Version]) -> None:
    print(f"\n== {rows:,} rows; memory of a run {number('AUDIT_MODEL_MEMORY_MB'):,} MB", flush=True)
    for code, dataset_type in _MODELS.items():
        script = Path(folder) / f"{code}.sql"
        script.write_text(_by_hand(shipped_models()[code], made[dataset_type]), "utf-8")
        found: dict[str, list[Measured]] = {"copy": [], "run": []}
        for __ in range(repeats):
            found["copy"].append(_child("copy", str(script), f"{folder}/copy.parquet"))
            found["run"].append(_child("run", code, f"{dataset_type}_{rows}"))
        _tell_runs(code, found)


def _tell_runs(code: str, found: dict[str, list[Measured]]) -> None:
    copies, runs = found["copy"], found["run"]
    told = {each.told["rows"] for each in (*copies, *runs)}
    if len(told) > 1:
        raise RuntimeError(f"{code}: not the same result: {told}")
    copy, ours = median(each.seconds for each in copies), median(each.seconds for each in runs)
    pairs = list(zip(runs, copies, strict=True))
    more = median(a.seconds - b.seconds for a, b in pairs)
    cpu = median(a.cpu - b.cpu for a, b in pairs)
    statement = median(each.told["seconds"] for each in copies)
    inside = median(each.told["engine_seconds"] for each in runs)
    print(f"{code}: {told.pop():,} suspects", flush=True)
    print(f"  copy {copy:7.2f} s (its work {statement:.2f} s)   run {ours:7.2f} s (engine {inside:.2f} s)")
    print(f"  run / copy {median(a.seconds / b.seconds for a, b in pairs):.2f}")
    print(f"  run - copy {more:+.2f} s (bar: +{_BAR_SECONDS:.0f}), of processors {cpu:+.2f} s")
    peaks = _most(runs, "child_mb"), _most(runs, "own_mb"), _most(copies, "own_mb")
    print("  most memory: run {} MB, the command {} MB; copy {} MB".format(*peaks), flush=True)


def _most(found: Sequence[Measured], name: str) -> int:
    return max(int(each.told[name]) for each in found)


def _by_hand(model: AuditModel, version: Version) -> str:
    """The SQL of a model as somebody types it: over the files, with the values in it."""
    (relation,) = model.requires
    files = ", ".join(quoted(file) for file in files_of(version))
    sql = model.sql
    for name, value in values_of(model, {}).items():
        sql = sql.replace(f"${name}", literal(value) if isinstance(value, str) else str(value))
    return f"create view {relation} as from read_parquet([{files}]);\n{sql}"


def _measure_evidence(sizes: Sequence[int]) -> None:
    """Rows of a hit: by a number that may stand anywhere, and by a unit that has thousands."""
    print("\n== evidence of a hit (bar of the page in a browser: 1.3 x its twin)", flush=True)
    for code in ("M24", "M22"):
        for rows in sizes:
            # Of M22 every unit: what it finds depends on the size otherwise.
            given = ("--param", "most_december=0") if code == "M22" else ()
            run_id = command("run", code, "--on", f"payments_{rows}", *given)["run"]
            told = _child("evidence", str(run_id), str(_EVIDENCE_TIMES)).told
            milliseconds, cpu = told["seconds"] * 1000, told["cpu"] * 1000
            print(f"{code} {rows:12,} rows {milliseconds:8.1f} ms, of processors {cpu:.1f} ms", flush=True)
            page = _child("page", str(run_id), str(_EVIDENCE_TIMES)).told
            more = (page["page"] - page["twin"]) * 1000
            cpu = (page["page_cpu"] - page["twin_cpu"]) * 1000
            print(
                f"     page {page['page'] * 1000:.0f} ms, twin {page['twin'] * 1000:.0f} ms:"
                f" {more:+.0f} ms, of processors {cpu:+.0f} ms (without frame and browser)",
                flush=True,
            )


def _measure_hits() -> None:
    """What follows a run with a million hits."""
    runs = [
        command("run", "M04", "--on", f"tenders_{2 * _HITS}", "--param", f"min_days={days}")
        for days in (55, 60)
    ]
    print(f"\n== two runs with {runs[0]['rows']:,} and {runs[1]['rows']:,} hits", flush=True)
    compared = _child("compare", str(runs[1]["run"]), str(runs[0]["run"]))
    told = compared.told
    print(f"compared  {told['seconds']:6.2f} s   new {told['new']:,}, gone {told['gone']:,}", flush=True)
    registered = _child("register", str(runs[1]["run"]), str(_REGISTERED))
    told = registered.told
    print(f"{told['rows']:,} registered {told['seconds']:6.2f} s, of processors {registered.cpu:.2f} s")
    again = _child("register", str(runs[1]["run"]), str(_REGISTERED)).told
    print(f"found again {again['seconds']:6.2f} s", flush=True)


def _measure_huge(folder: str, rows: int) -> None:
    """Many more rows than fit into the memory of a run: it has to end, and well."""
    status = os.statvfs(folder)
    free = status.f_bavail * status.f_frsize
    print(f"\n== {rows:,} rows with {_HUGE_MEMORY_MB} MB; free on the disk {free / 1e9:.0f} GB", flush=True)
    if free < rows * _HUGE_BYTES_PER_ROW:
        print(f"not measured: it may take {rows * _HUGE_BYTES_PER_ROW / 1e9:.0f} GB", flush=True)
        return
    committed(connect_to(os.environ["AUDIT_DATABASE_URL"]), "payments", rows)
    for code in ("M22", "M24"):
        found = _child("run", code, f"payments_{rows}", AUDIT_MODEL_MEMORY_MB=_HUGE_MEMORY_MB)
        told = found.told
        print(
            f"{code} {told['rows']:,} suspects in {found.seconds:.0f} s, of processors {found.cpu:.0f} s;"
            f" most memory {told['child_mb']:,} MB",
            flush=True,
        )


def command(*words: str) -> dict[str, Any]:
    """What `manage.py models …` answers."""
    said = subprocess.run(  # noqa: S603 our own program
        [sys.executable, "manage.py", "models", *words, "--json"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return dict(json.loads(said.stdout))


def _child(*words: str, **variables: str) -> Measured:
    before, began = os.times(), perf_counter()
    done = subprocess.run(  # noqa: S603 our own module
        [sys.executable, "-m", "bench.model_child", *words],
        cwd=ROOT,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds, after = perf_counter() - began, os.times()
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Measured(seconds, cpu, json.loads(done.stdout.splitlines()[-1]))
