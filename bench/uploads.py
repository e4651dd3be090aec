"""Large files: to a visible version, beside what DuckDB alone takes to copy the same rows to Parquet.

The bars are judged by DuckDB's copy with the types it finds itself, which is what one gets by writing no more
than the name of the file; the copy as text alone is shown beside it. Each repeat runs all of them in turn, in
processes of their own, so that a slow moment of the machine meets them alike; medians of the ratios.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from statistics import median

from bench.process_tree import watched
from bench.upload_files import benefits, wide
from data.engine import connect_to
from data.migrate import upgrade
from release.demonstration import ROOT

_COPIES = {"copy": "", "copy as text": ", all_varchar = true"}
_BARS = {"adhoc": 3, "benefits": 5}
_PEAK_BAR = 1536


def run(rows: int, repeats: int, large: int) -> None:
    """Measure and print. `rows` of the file (10 million: 1 GB), `large` of one brought once (0: none)."""
    with tempfile.TemporaryDirectory(prefix="audit-bench-") as folder:
        environment = {**os.environ, "AUDIT_VAR_DIR": folder}
        upgrade(connect_to(f"sqlite:///{folder}/audit.db"))
        usual = _measure_uploads(environment, folder, rows, repeats)
        if large:
            _measure_large(environment, rows, large, usual)
        _measure_profile(environment, rows, repeats)


def _measure_uploads(
    environment: dict[str, str], folder: str, rows: int, repeats: int
) -> dict[str, tuple[float, float]]:
    """(median seconds, peak MB) by dataset type."""
    delivered, plain = benefits(rows)
    print(f"\n== {rows:,} rows, {delivered.stat().st_size / 1e9:.2f} GB in GB18030", flush=True)
    seconds: dict[str, list[float]] = {name: [] for name in (*_COPIES, *_BARS)}
    peaks = dict.fromkeys(seconds, 0.0)
    for number in range(repeats):
        for name, options in _COPIES.items():
            _run(seconds, peaks, name, environment, ["copy", str(plain), options, f"{folder}/copy.parquet"])
        for name in _BARS:
            _run(seconds, peaks, name, environment, ["bring", str(delivered), name, f"{name}_{number}"])
    for name, found in seconds.items():
        print(f"{name:14} {median(found):8.2f} s   peak {peaks[name]:7.0f} MB", flush=True)
    for name, bar in _BARS.items():
        for copy in _COPIES:
            ratio = median(a / b for a, b in zip(seconds[name], seconds[copy], strict=True))
            is_judged = f" (bar: {bar})" if copy == "copy" else ""
            print(f"{name:10} / {copy:14} {ratio:6.2f}{is_judged}", flush=True)
    print(f"most memory {max(peaks[name] for name in _BARS):,.0f} MB (bar: {_PEAK_BAR:,})", flush=True)
    return {name: (median(seconds[name]), peaks[name]) for name in _BARS}


def _measure_large(
    environment: dict[str, str], rows: int, large: int, usual: dict[str, tuple[float, float]]
) -> None:
    """One upload of many more rows: time in proportion, memory not."""
    delivered, __ = benefits(large)
    print(f"\n== {large:,} rows, {delivered.stat().st_size / 1e9:.2f} GB", flush=True)
    for name, (before, peak_before) in usual.items():
        seconds: dict[str, list[float]] = {name: []}
        peaks = {name: 0.0}
        _run(seconds, peaks, name, environment, ["bring", str(delivered), name, f"{name}_large"])
        growth = seconds[name][0] / before / (large / rows)
        print(
            f"{name:10} {seconds[name][0]:8.2f} s, {growth:.2f} x in proportion;"
            f" peak {peaks[name]:.0f} MB, before {peak_before:.0f} MB",
            flush=True,
        )


def _measure_profile(environment: dict[str, str], rows: int, repeats: int) -> None:
    """A profile of 20 columns beside SUMMARIZE."""
    seconds: dict[str, list[float]] = {"profile": [], "summarize": []}
    peaks = dict.fromkeys(seconds, 0.0)
    _run({"bring": []}, {"bring": 0.0}, "bring", environment, ["bring", str(wide(rows)), "adhoc", "wide"])
    for __ in range(repeats):
        for name in ("summarize", "profile"):
            _run(seconds, peaks, name, environment, [name, "wide"])
    pairs = zip(seconds["profile"], seconds["summarize"], strict=True)
    print(f"\n== profile of {rows:,} rows x 20 columns")
    for name, found in seconds.items():
        print(f"{name:10} {median(found):8.2f} s   peak {peaks[name]:.0f} MB")
    print(f"profile / summarize {median(a / b for a, b in pairs):.2f} (bar: 2)", flush=True)


def _run(
    seconds: dict[str, list[float]],
    peaks: dict[str, float],
    name: str,
    environment: dict[str, str],
    words: Sequence[str],
) -> None:
    child = subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "bench.upload_child", *words],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with watched(child.pid) as peak:
        said, told = child.communicate()
    if child.returncode != 0:
        raise RuntimeError(told)
    seconds[name].append(float(said.splitlines()[-1]))
    peaks[name] = max(peaks[name], peak.megabytes)
    print(f"   {name:14} {seconds[name][-1]:8.2f} s {told.strip()}", flush=True)
