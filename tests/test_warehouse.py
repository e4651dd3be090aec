"""The warehouse: what is committed is whole and stays; what is not is nowhere to be seen."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from sqlalchemy import Engine, func, insert, select, update

from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.data_room.undertakings import UndertakingMissingError
from data.engine import connect_to, reading, writing
from data.local_time import in_china
from data.schema import ChainHead, DataMovement, Dataset, DatasetVersion, Event, Project, Region, Section
from data.warehouse import (
    WarehouseError,
    clean,
    dataset,
    files_of,
    in_clear_words,
    keep_original,
    newest,
    relation_of,
    remove_dataset,
    removed_datasets,
    restore_dataset,
    stage,
    sweep,
    verify,
    versions,
    warehouse,
)
from data.warehouse.verifying import Fault
from data.warehouse.wider import wider_type
from tests.dataset_rows import KEEPER, OTHER_KEEPER, READER, bring, rows_of, signed

ROOT = Path(__file__).resolve().parent.parent
A_FEW = "select * from (values (1, '甲'), (2, '乙')) as t(number, name)"


def left_over() -> list[str]:
    """What lies in the warehouse beside committed versions: it ought to be nothing."""
    incoming = warehouse() / "incoming"
    return sorted(entry.name for entry in incoming.iterdir()) if incoming.exists() else []


def test_a_version_comes_with_its_event_and_its_line_of_the_ledger(engine: Engine) -> None:
    signed(engine, KEEPER)
    version = bring(
        engine,
        KEEPER,
        "合同",
        A_FEW,
        title="合同台账",
        purpose="2026 年采购审计",
        approval_number="采〔2026〕1 号",
        counterparty="示范市财政局",
    )
    assert (version.number, version.row_count, version.loaded_by) == (1, 2, "keeper")
    assert rows_of(version) == [(1, "甲"), (2, "乙")]
    with reading(engine) as connection:
        movement = connection.execute(select(DataMovement.__table__)).one()
        event = connection.execute(select(Event.__table__).where(Event.event_id == movement.event_id)).one()
        assert connection.scalar(select(ChainHead.data_version)) == event.event_id
        facts = dataset(connection, "合同")
    assert event.kind == "dataset_version_added"
    assert (movement.kind, movement.version_number, movement.row_count) == ("collection", 1, 2)
    assert (movement.purpose, movement.approval_number) == ("2026 年采购审计", "采〔2026〕1 号")
    assert (movement.counterparty, movement.sha256) == ("示范市财政局", version.original_sha256)
    assert facts is not None
    assert (facts.title, facts.owner, facts.classification) == ("合同台账", "keeper", "internal")
    assert left_over() == []
    assert verify(version) == ()


def test_appended_corrected_and_replaced_versions_leave_older_ones_as_they_were(
    sqlite_engine: Engine,
) -> None:
    first = bring(sqlite_engine, COMMAND_LINE, "t", "select 1 as a, 'x' as b")
    second = bring(sqlite_engine, COMMAND_LINE, "t", "select 2.5::decimal(9,2) as a, date '2026-01-02' as c")
    third = bring(sqlite_engine, COMMAND_LINE, "t", "select 3 as a, 'z' as b", change="correct")
    fourth = bring(sqlite_engine, COMMAND_LINE, "t", "select 'all new' as d", change="replace")
    fifth = bring(sqlite_engine, COMMAND_LINE, "t", "select 'more' as d")
    assert [version.number for version in (first, second, third, fourth, fifth)] == [1, 2, 3, 4, 5]
    assert [version.row_count for version in (first, second, third, fourth, fifth)] == [1, 2, 3, 1, 2]
    with reading(sqlite_engine) as connection:
        read = {version.number: rows_of(version) for version in versions(connection, first.dataset_id)}
        assert newest(connection, first.dataset_id) == fifth
        assert newest(connection, first.dataset_id, 2) == second
    day = date(2026, 1, 2)
    assert read == {
        1: [(1, "x")],
        2: [(Decimal("1.00"), "x", None), (Decimal("2.50"), None, day)],
        3: [(Decimal("1.00"), "x", None), (Decimal("2.50"), None, day), (Decimal("3.00"), "z", None)],
        4: [("all new",)],
        5: [("all new",), ("more",)],
    }


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("INTEGER", "BIGINT", "BIGINT"),
        ("BIGINT", "DECIMAL(18,2)", "DECIMAL(21,2)"),
        ("DECIMAL(10,4)", "DECIMAL(18,2)", "DECIMAL(20,4)"),
        ("DECIMAL(38,0)", "DECIMAL(38,10)", "VARCHAR"),
        ("DOUBLE", "BIGINT", "DOUBLE"),
        ("DATE", "TIMESTAMP", "TIMESTAMP"),
        ("DATE", "BIGINT", "VARCHAR"),
        ("BOOLEAN", "VARCHAR", "VARCHAR"),
    ],
)
def test_two_types_of_one_column_become_one_that_holds_both(one: str, other: str, both: str) -> None:
    assert wider_type(one, other) == wider_type(other, one) == both


def test_work_that_fails_leaves_nothing(sqlite_engine: Engine) -> None:
    def begin() -> None:
        with stage() as staging:
            staging.part().write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        begin()
    assert left_over() == []
    with pytest.raises(WarehouseError, match="名称"):
        bring(sqlite_engine, COMMAND_LINE, "no; name", A_FEW)
    bring(sqlite_engine, COMMAND_LINE, "t", A_FEW)
    with pytest.raises(WarehouseError, match="类型"):
        bring(sqlite_engine, COMMAND_LINE, "t", A_FEW, dataset_type="payments")
    assert left_over() == []
    assert len(list((warehouse() / "versions").iterdir())) == 1


def test_sweeping_leaves_alone_what_somebody_works_on(sqlite_engine: Engine) -> None:
    kept = bring(sqlite_engine, COMMAND_LINE, "t", A_FEW)
    with stage() as busy:
        (busy.folder / "half").touch()
        abandoned = warehouse() / "incoming" / ("a" * 32)
        abandoned.mkdir()
        placed = warehouse() / "versions" / ("b" * 32)
        placed.mkdir()
        (warehouse() / "incoming" / f"{'b' * 32}.mark").touch()
        (warehouse() / "incoming" / f"{kept.folders[0]}.mark").touch()
        assert sweep(sqlite_engine) == 2
        assert (busy.folder / "half").exists()
        assert not abandoned.exists()
        assert not placed.exists()
    assert rows_of(kept) == [(1, "甲"), (2, "乙")]
    assert left_over() == []


def test_who_may_bring(engine: Engine) -> None:
    with pytest.raises(UndertakingMissingError, match="保密承诺书"):
        bring(engine, KEEPER, "t", A_FEW)
    signed(engine, KEEPER, OTHER_KEEPER, READER)
    with pytest.raises(NotPermittedError):
        bring(engine, READER, "t", A_FEW)
    bring(engine, KEEPER, "t", A_FEW)
    with pytest.raises(NotPermittedError):
        bring(engine, OTHER_KEEPER, "t", A_FEW)
    with reading(engine) as connection:
        refused = select(func.count()).select_from(Event).where(Event.kind == "action_refused")
        assert connection.scalar(refused) == 3
        assert connection.scalar(select(func.count()).select_from(DatasetVersion)) == 1
    assert left_over() == []


def test_who_is_bound_brings_data_to_the_own_place_only(engine: Engine) -> None:
    bound = User("keeper", "数据室甲", frozenset({"data_room"}), section_code="S1", region_code="990100")
    signed(engine, KEEPER)
    with writing(engine) as connection:
        for code in ("S1", "S2"):
            connection.execute(insert(Section).values(section_code=code, name=code))
        for code, above in (("990100", None), ("990101", "990100"), ("990200", None)):
            place = {"region_code": code, "name": code, "level": "district", "parent_code": above}
            connection.execute(insert(Region).values(place))
        for number, (section, region) in enumerate((("S1", "990101"), ("S2", "990101"), ("S1", "990200")), 1):
            connection.execute(
                insert(Project).values(
                    project_id=number,
                    project_code=f"P{number}",
                    name="项目",
                    plan_year=2026,
                    project_type="survey",
                    section_code=section,
                    region_code=region,
                )
            )
    for said in (
        {"section_code": "S2"},
        {"region_code": "990200"},
        {"project_id": 2},
        {"project_id": 3},
    ):
        with pytest.raises(NotPermittedError):
            bring(engine, bound, "t", A_FEW, **said)
    bring(engine, bound, "t", A_FEW, region_code="990101", project_id=1)
    bring(engine, bound, "u", A_FEW)
    with pytest.raises(NotPermittedError):
        bring(engine, bound, "t", A_FEW, change="append", project_id=2)
    with reading(engine) as connection:
        places = select(Dataset.name, Dataset.section_code, Dataset.region_code).order_by(Dataset.name)
        assert connection.execute(places).all() == [("t", "S1", "990101"), ("u", "S1", "990100")]
        assert connection.scalar(select(func.count()).select_from(DatasetVersion)) == 2
    assert left_over() == []


def test_files_that_changed_or_went_are_found(sqlite_engine: Engine) -> None:
    version = bring(sqlite_engine, COMMAND_LINE, "t", A_FEW)
    part = files_of(version)[0]
    content = part.read_bytes()
    part.write_bytes(content[:-20] + b"x" + content[-19:])
    (part.parent / "original" / version.original_sha256).unlink()
    assert set(verify(version)) == {
        Fault(1, part.name, "changed"),
        Fault(1, f"original/{version.original_sha256}", "missing"),
    }
    shutil.rmtree(part.parent)
    assert [fault.fault for fault in verify(version)] == ["missing"]
    with pytest.raises(WarehouseError, match="备份"):
        files_of(version)


def test_a_removed_dataset_frees_its_name_and_keeps_its_files_until_cleaned(sqlite_engine: Engine) -> None:
    version = bring(sqlite_engine, COMMAND_LINE, "t", A_FEW)
    with pytest.raises(WarehouseError, match="原因"):
        remove_dataset(sqlite_engine, COMMAND_LINE, "t", " ")
    with pytest.raises(NotPermittedError):
        remove_dataset(sqlite_engine, READER, "t", "不再需要")
    remove_dataset(sqlite_engine, COMMAND_LINE, "t", "重复采集")
    with reading(sqlite_engine) as connection:
        assert dataset(connection, "t") is None
    assert rows_of(version) == [(1, "甲"), (2, "乙")]
    other = bring(sqlite_engine, COMMAND_LINE, "t", A_FEW)
    assert other.number == 1
    assert clean(sqlite_engine, COMMAND_LINE) == ()  # it can be restored for a while
    with pytest.raises(WarehouseError, match="保留"):
        clean(sqlite_engine, COMMAND_LINE, [version.dataset_id])
    cleaned = clean(sqlite_engine, COMMAND_LINE, is_early=True)
    assert [(entry.name, entry.versions, entry.reason) for entry in cleaned] == [("t", 1, "重复采集")]
    assert not files_of(other)[0].parent.parent.joinpath(version.folders[0]).exists()
    assert clean(sqlite_engine, COMMAND_LINE, is_early=True) == ()
    assert len(rows_of(other)) == 2
    with pytest.raises(WarehouseError):
        restore_dataset(sqlite_engine, COMMAND_LINE, version.dataset_id)


def test_an_owner_without_rights_removes_and_restores_nothing(sqlite_engine: Engine) -> None:
    """Nor does anybody without them learn whether there is a dataset of that name."""
    former = User("keeper", "数据室甲", frozenset({"planning"}))
    signed(sqlite_engine, KEEPER)
    number = bring(sqlite_engine, KEEPER, "t", A_FEW).dataset_id
    for name in ("t", "nowhere"):
        with pytest.raises(NotPermittedError):
            remove_dataset(sqlite_engine, former, name, "误采")
    remove_dataset(sqlite_engine, User("keeper", "", frozenset({"auditor"})), "t", "误采")
    for removed in (number, number + 1):
        with pytest.raises(NotPermittedError):
            restore_dataset(sqlite_engine, former, removed)
    with reading(sqlite_engine) as connection:
        refused = select(func.count()).select_from(Event).where(Event.kind == "action_refused")
        assert connection.scalar(refused) == 4


def test_files_of_a_removed_dataset_are_kept_for_thirty_days(sqlite_engine: Engine) -> None:
    version = bring(sqlite_engine, COMMAND_LINE, "t", A_FEW)
    remove_dataset(sqlite_engine, COMMAND_LINE, "t", "重复采集")
    with reading(sqlite_engine) as connection:
        (removed,) = removed_datasets(connection)
    kept_until = in_china(removed.removed_at).date() + timedelta(days=30)
    assert (removed.kept_until, removed.is_due(kept_until)) == (kept_until, False)
    assert removed.is_due(kept_until + timedelta(days=1))
    assert removed.bytes == sum(
        file.stat().st_size for file in files_of(version)[0].parent.rglob("*") if file.is_file()
    )
    with writing(sqlite_engine) as connection:
        connection.execute(update(Dataset).values(removed_at=removed.removed_at - timedelta(days=31)))
    assert [entry.dataset_id for entry in clean(sqlite_engine, COMMAND_LINE)] == [version.dataset_id]


def test_a_removed_dataset_comes_back(engine: Engine) -> None:
    signed(engine, KEEPER, OTHER_KEEPER, READER)
    version = bring(engine, KEEPER, "t", A_FEW)
    number = version.dataset_id
    with pytest.raises(WarehouseError):
        restore_dataset(engine, KEEPER, number)
    remove_dataset(engine, KEEPER, "t", "误采")
    with pytest.raises(NotPermittedError):
        restore_dataset(engine, READER, number)
    bring(engine, KEEPER, "t", A_FEW)
    for name in (None, "t", "1 t"):
        with pytest.raises(WarehouseError, match="名称"):
            restore_dataset(engine, OTHER_KEEPER, number, name)
    assert restore_dataset(engine, OTHER_KEEPER, number, "t_again") == "t_again"
    with reading(engine) as connection:
        found = dataset(connection, "t_again")
        assert removed_datasets(connection) == ()
    assert found is not None
    assert (found.dataset_id, found.owner, found.removed_at, found.removal_reason) == (
        number,
        "keeper",
        None,
        None,
    )
    shutil.rmtree(files_of(version)[0].parent)
    remove_dataset(engine, KEEPER, "t_again", "误采")
    with pytest.raises(WarehouseError, match="备份"):
        restore_dataset(engine, KEEPER, number)


def test_a_full_disk_is_told_and_nothing_is_left(sqlite_engine: Engine, tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    large.write_bytes(b"x" * 3_000_000)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def keep() -> None:
        with in_clear_words(), stage() as staging:
            keep_original(staging, large)

    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, limits[1]))
    try:
        with pytest.raises(WarehouseError, match="磁盘已满"):
            keep()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert left_over() == []
    assert sweep(sqlite_engine) == 0


def test_a_database_that_is_away_is_told(sqlite_engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="连不上数据库"):
        bring(connect_to(f"sqlite:///{tmp_path}/gone.db"), COMMAND_LINE, "t", A_FEW)
    assert sweep(sqlite_engine) == 0
    assert left_over() == []


BRING_MANY = """
import sys
from data.engine import connect_to
from data.access.roles import COMMAND_LINE
from tests.dataset_rows import bring
engine = connect_to(sys.argv[1])
for step in range(int(sys.argv[3])):
    sql = f"select '{sys.argv[2]}' as who, {step} as step, range as n from range(20000)"
    bring(engine, COMMAND_LINE, "t", sql)
    print(step, flush=True)
"""


def bringer(engine: Engine, who: str, times: int) -> "subprocess.Popen[str]":
    url = engine.url.render_as_string(hide_password=False)
    return subprocess.Popen(
        [sys.executable, "-c", BRING_MANY, url, who, str(times)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    )


def test_rows_are_found_again_by_their_numbers_in_whichever_file_they_lie(sqlite_engine: Engine) -> None:
    # More than one row group, then files that have a column more and one less.
    bring(sqlite_engine, COMMAND_LINE, "t", "select range as n, 'a' as k from range(130000)")
    bring(sqlite_engine, COMMAND_LINE, "t", "select 130000 + range as n, 'b' as k, 1 as extra from range(3)")
    bring(sqlite_engine, COMMAND_LINE, "t", "select 130003 + range as n, true as extra from range(2)")
    with reading(sqlite_engine) as connection:
        facts = dataset(connection, "t")
        assert facts is not None
        version = versions(connection, facts.dataset_id)[-1]
    numbers = [1, 2, 129_999, 130_000, 130_001, 130_005]
    with duckdb.connect() as duck:
        found = duck.execute(f"from ({relation_of(version, is_numbered=True, only=numbers)}) order by _row")
        assert [(row[0] + 1, row[-1]) for row in found.fetchall()] == [(each, each) for each in numbers]
        for none in ((), (130_006,)):
            assert duck.execute(relation_of(version, is_numbered=True, only=none)).fetchall() == []


def test_two_processes_at_once_get_a_number_each_and_lose_nothing(engine: Engine) -> None:
    children = [bringer(engine, who, 4) for who in ("甲", "乙")]
    assert [child.wait(timeout=120) for child in children] == [0, 0]
    with reading(engine) as connection:
        facts = dataset(connection, "t")
        assert facts is not None
        found = versions(connection, facts.dataset_id)
    assert [version.number for version in found] == list(range(1, 9))
    assert [version.row_count for version in found] == [20_000 * number for number in range(1, 9)]
    assert len(rows_of(found[-1])) == 160_000


def test_killed_at_any_moment_nothing_committed_is_lost_and_nothing_half_is_seen(
    sqlite_engine: Engine,
) -> None:
    chance = random.Random(20261122)  # noqa: S311 - the same moments on every run, more or less
    committed = 0
    for __ in range(10):
        child = bringer(sqlite_engine, "甲", 1_000)
        assert child.stdout is not None
        told = 0
        if chance.random() < 0.8:
            told = len(child.stdout.readline()) // 2  # at work already, not still loading
        time.sleep(chance.uniform(0, 0.15))
        child.send_signal(signal.SIGKILL)
        child.wait()
        told += len(child.stdout.read().splitlines())
        sweep(sqlite_engine)
        with reading(sqlite_engine) as connection:
            numbers = list(connection.scalars(select(DatasetVersion.number)))
            movements = connection.scalar(select(func.count()).select_from(DataMovement))
        assert sorted(numbers) == list(range(1, len(numbers) + 1))
        assert len(numbers) >= committed + told
        assert movements == len(numbers)
        committed = len(numbers)
        assert left_over() == []
    assert committed > 5
    with reading(sqlite_engine) as connection:
        dataset_id = connection.scalar(select(Dataset.dataset_id)) or 0
        found = versions(connection, dataset_id)
    assert {fault for version in found for fault in verify(version)} == set()
    assert len(rows_of(found[-1])) == 20_000 * committed
    assert {version.folders[-1] for version in found} == {
        entry.name for entry in (warehouse() / "versions").iterdir()
    }


def test_users_of_the_command_line_are_not_taken_by_name(sqlite_engine: Engine) -> None:
    signed(sqlite_engine, READER)
    with pytest.raises(NotPermittedError):
        bring(sqlite_engine, User("command line", "x", frozenset()), "t", A_FEW)
