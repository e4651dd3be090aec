"""A query runs in a child process within its limits, and what the parser might let pass is stopped there."""

import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from data.settings import var_dir
from queries.workbench.limits import Limits
from queries.workbench.readable import Readable, ReadableColumn
from queries.workbench.running import AT_ONCE, BusyError, Copying, Outcome, Run, start

LIMITS = Limits(seconds=20, rows=1000, memory_mb=300, spill_mb=300)
ENDLESS = "select count(*) from range(1000000000000)"
ROWS = 5000


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """People with identity numbers, as they lie in the warehouse: without any mask."""
    path = tmp_path_factory.mktemp("warehouse") / "part-0.parquet"
    duckdb.connect().execute(
        "copy (select i as 编号, '9901011980' || lpad(i::varchar, 8, '0') as 身份证号, i * 100 as 金额"
        f" from range({ROWS}) t(i)) to '{path}'"
    )
    return path


@pytest.fixture
def people(file: Path) -> Readable:
    columns = (
        ReadableColumn("编号", "编号", "BIGINT"),
        ReadableColumn("身份证号", "身份证号", "VARCHAR", "identity"),
    )
    masked = f"select 编号, left(身份证号, 3) || '***' as 身份证号 from read_parquet('{file}')"
    return Readable("人员", "人员", columns, masked, (file,))


def ended(sql: str, *readables: Readable, limits: Limits = LIMITS) -> Outcome:
    outcome = start(sql, readables, limits).wait(60)
    assert outcome is not None
    return outcome


def rows(outcome: Outcome) -> list[dict[str, object]]:
    assert outcome.file, outcome
    found: list[dict[str, object]] = pa.ipc.open_stream(outcome.file).read_all().to_pylist()
    return found


def test_rows_come_back_masked(people: Readable) -> None:
    outcome = ended("select * from 人员 where 编号 = 7", people)
    assert rows(outcome) == [{"编号": 7, "身份证号": "990***"}]
    assert (outcome.outcome, outcome.rows, outcome.cut) == ("done", 1, "")


def test_the_row_cap_is_told(people: Readable) -> None:
    outcome = ended("select 编号 from 人员 order by 编号", people)
    assert (outcome.rows, outcome.cut) == (LIMITS.rows, "rows")
    assert [row["编号"] for row in rows(outcome)] == list(range(LIMITS.rows))
    exactly = ended(f"select 编号 from 人员 limit {LIMITS.rows}", people)
    assert (exactly.rows, exactly.cut) == (LIMITS.rows, "")


def test_a_result_of_many_bytes_ends_at_its_cap() -> None:
    limits = Limits(seconds=20, rows=100_000, memory_mb=300, spill_mb=300, result_mb=5)
    outcome = ended("select repeat('x', 20000) from range(10000)", limits=limits)
    assert outcome.outcome == "done"
    assert outcome.cut == "size"
    assert outcome.file
    assert outcome.file.stat().st_size < 100 * 1024**2


def test_what_would_take_for_ever_is_stopped_in_its_time() -> None:
    began = time.monotonic()
    outcome = ended(ENDLESS, limits=Limits(seconds=1, rows=10, memory_mb=300, spill_mb=300))
    assert (outcome.outcome, outcome.reason) == ("stopped", "time")
    assert time.monotonic() - began < 15


def test_what_eats_memory_is_stopped_and_the_server_does_not_grow() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    outcome = ended("select list(i) from range(3000000000) t(i)")
    assert (outcome.outcome, outcome.reason) == ("stopped", "memory")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024


def test_what_fills_the_disk_is_stopped() -> None:
    limits = Limits(seconds=60, rows=10, memory_mb=100, spill_mb=20)
    outcome = ended("select md5(i::varchar) h from range(20000000) t(i) order by h", limits=limits)
    assert (outcome.outcome, outcome.reason) == ("stopped", "spill"), outcome
    assert not list(var_dir().glob("workbench/runs/*/*"))


def test_it_can_be_stopped_and_two_run_at_once(people: Readable) -> None:
    endless = start(ENDLESS, [], LIMITS)
    assert rows(ended("select count(*) n from 人员", people)) == [{"n": ROWS}]
    both = [endless, start(ENDLESS, [], LIMITS)]
    assert len(both) == AT_ONCE
    with pytest.raises(BusyError):
        start("select 1", [], LIMITS)
    for run in both:
        assert run.outcome is None
        run.stop()
        outcome = run.wait(10)
        assert outcome
        assert (outcome.outcome, outcome.reason) == ("stopped", "asked")
    assert ended("select 1").outcome == "done"


def test_the_end_is_told_though_nobody_waits() -> None:
    told: list[Outcome] = []
    there = threading.Event()

    def note(outcome: Outcome) -> None:
        told.append(outcome)
        there.set()

    start("select 1", [], LIMITS, note)
    assert there.wait(30)
    assert told[0].outcome == "done"


def test_an_error_of_the_engine_shows_no_path(people: Readable, file: Path) -> None:
    outcome = ended("select cast(身份证号 as date) from 人员", people)
    assert (outcome.outcome, outcome.reason) == ("failed", "engine")
    assert "990***" in outcome.message
    gone = Readable("无", "无", people.columns, f"select * from read_parquet('{file}x')", (Path(f"{file}x"),))
    outcome = ended("select * from 无", gone)
    assert (outcome.outcome, outcome.reason, outcome.message) == ("failed", "data", "")


# Behind the parser: what the child refuses by itself, should a statement ever get past it
@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_parquet('{file}')",
        "select * from '{file}'",
        "select * from read_text('/etc/passwd')",
        "select * from read_text('/proc/self/environ')",
        "select * from glob('/*')",
        "copy (select 1) to '{folder}/out.csv'",
        "attach '{folder}/other.db' as other",
        "install httpfs",
        "set enable_external_access = true",
        "set memory_limit = '100GB'",
        "select * from job",
        "select filename from 人员",
        "select 金额 from 人员",
    ],
)
def test_the_child_itself_gives_no_file_and_no_setting(people: Readable, file: Path, sql: str) -> None:
    outcome = ended(sql.format(file=file, folder=file.parent), people)
    assert outcome.outcome == "failed", sql
    assert {entry.name for entry in file.parent.iterdir()} == {file.name}


def test_not_even_the_path_of_a_masked_file_is_there(people: Readable, file: Path) -> None:
    outcome = ended("select sql from duckdb_views() where not internal", people)
    assert str(file) not in str(rows(outcome))


def test_a_masked_copy_is_made_once_and_holds_masked_values_only(people: Readable) -> None:
    first = ended("select * from 人员", people)
    copies = list((first.file.parent.parent.parent / "masked").iterdir() if first.file else [])
    made_at = [copy.stat().st_ino for copy in copies]
    ended("select 1 from 人员", people)
    assert [copy.stat().st_ino for copy in copies] == made_at
    assert len(copies) == 1
    assert duckdb.connect().execute(f"select distinct 身份证号 from '{copies[0]}'").fetchall() == [
        ("990***",)
    ]


def test_the_child_knows_no_secret_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", "postgresql://somebody:open-sesame@db/audit")
    run = start(ENDLESS, [], LIMITS)
    time.sleep(1)
    environment = Path(f"/proc/{pid(run)}/environ").read_bytes()
    run.stop()
    assert b"sesame" not in environment
    assert b"AUDIT" not in environment


def test_the_child_dies_with_its_parent(tmp_path: Path) -> None:
    program = (
        "import os, sys; sys.path.insert(0, sys.argv[1])\n"
        "from queries.workbench.running import start; from queries.workbench.limits import Limits\n"
        f"run = start({ENDLESS!r}, [], Limits(60, 10, 300, 300))\n"
        "run.wait(2); print(run._process.pid, flush=True); os._exit(9)\n"
    )
    root = str(Path(__file__).resolve().parent.parent)
    parent = subprocess.run(
        [sys.executable, "-c", program, root],
        capture_output=True,
        text=True,
        env={"AUDIT_VAR_DIR": str(tmp_path)},
        check=False,
    )
    child = Path(f"/proc/{int(parent.stdout)}")
    until = time.monotonic() + 10
    while child.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not child.exists()


def pid(run: Run) -> int:
    return run._process.pid


def test_how_far_a_copy_is_is_told(tmp_path: Path) -> None:
    copying = Copying({}, (), tmp_path / "result.parquet")
    run = start("select sum(sqrt(i)) from range(20000000000) t(i)", [], LIMITS, copying=copying)
    while run.percent is None and run.outcome is None:
        time.sleep(0.05)
    run.stop()
    assert run.percent is not None, run.outcome
    assert 0 <= run.percent < 100
    assert run.wait(10)
