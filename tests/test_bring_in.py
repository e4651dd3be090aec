"""The whole way of a file, with files of the world: what came in is exactly what they hold."""

import os
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from sqlalchemy import Engine, func, select

from data.access.roles import COMMAND_LINE, ROLES, User
from data.bringing.bring_in import Bringing, Outcome, bring_in, name_of
from data.bringing.by_type import references_of
from data.bringing.correcting import Correcting, correct
from data.checking.report import report_of
from data.data_room import drop_folder as drop_folder_module
from data.data_room.dataset_access import WHOLE_ACCESS
from data.data_room.dataset_shares import share
from data.data_room.drop_folder import bring_dropped, drop_folder
from data.dataset_types import ADHOC, dataset_types
from data.duck import open_duck
from data.engine import reading, writing
from data.schema import DatasetVersion, Recipe
from data.uploads import UploadCancelledError, UploadRefusedError
from data.warehouse import (
    Version,
    WarehouseError,
    dataset,
    files_of,
    quarantine_of,
    relation_of,
    verify,
    versions,
    warehouse,
)
from queries.datasets.compare import compare
from queries.datasets.proposed_key import proposed_key
from tests.dataset_rows import KEEPER, READER, bring, signed


def asked(file: Path, **said: Any) -> Bringing:
    """A file on the command line."""
    return Bringing(file=file, original_name=file.name, delivery="command_line", **said)


def numbers(sql: str, version: Version) -> tuple[Any, ...] | None:
    """One row over the rows of a version, called `t`."""
    with duckdb.connect() as duck:
        return duck.execute(sql.replace("from t", f"from ({relation_of(version)}) as t")).fetchone()


def test_nine_files_under_seven_headings_become_one_dataset(sqlite_engine: Engine, shared_data: Path) -> None:
    files = sorted((shared_data / "oxford_spend").glob("*.csv"))
    outcomes = [
        bring_in(sqlite_engine, COMMAND_LINE, asked(file, dataset="spend", change="append")) for file in files
    ]
    last = outcomes[-1].version
    assert (len(files), last.number, last.row_count) == (9, 9, 32_044)
    assert {outcome.refused for outcome in outcomes} == {0}
    assert [column.kind for column in last.columns].count("date") == 1
    assert len(last.columns) == 10
    found = numbers("select sum(amount), count(paid_date) from t", last)
    assert found == (Decimal("124466035.47"), 32_043)  # one payment has no date
    with reading(sqlite_engine) as connection:
        every = versions(connection, last.dataset_id)
    assert all(not verify(version) for version in every)
    # Nothing tells the payments apart but their number: the first file is whole in the last version.
    key = proposed_key(open_duck(), every[0], last, ADHOC)
    assert key == ("Trans_No",)
    compared = compare(open_duck(), every[0], last, key, WHOLE_ACCESS)
    counts = (compared.added, compared.gone, compared.changed, compared.same, compared.repeated)
    assert counts == (28_051, 0, 0, 3_993, 0)


@pytest.mark.parametrize(
    ("name", "rows", "columns"),
    [
        ("worldbank_bids/bids.csv", 16_942, 14),
        ("worldbank_bids/contracts.csv", 9_535, 8),
        ("bpjs_claims/claims_synthetic_360.csv", 360, 14),
        ("cn_boundaries/derived_changzhou_shp_GBK.zip", 6, None),
        ("cn_boundaries/derived_changzhou_shp_GBK_no_cpg.zip", 6, None),
        ("cn_boundaries/derived_changzhou_shp_UTF-8.zip", 6, None),
        ("corporate_payments/corporate_payment.parquet", 189_470, 4),
    ],
)
def test_files_of_the_world_come_in_without_a_hand(
    sqlite_engine: Engine, shared_data: Path, name: str, rows: int, columns: int | None
) -> None:
    outcome = bring_in(sqlite_engine, COMMAND_LINE, asked(shared_data / name))
    assert (outcome.rows, outcome.refused) == (rows, 0)
    assert columns is None or len(outcome.version.columns) == columns
    if name.endswith(".zip"):
        sql = "select count(*) from t where t::varchar like '%武进区%'"
        assert numbers(sql, outcome.version) == (1,)
    original = (warehouse() / "versions" / outcome.version.folders[0] / "original").iterdir()
    assert [file.name for file in original] == [outcome.version.original_sha256]


PAYMENTS = """付款单号,付款单位,收款单位,付款日期,金额（万元）
F1,市教育局,甲公司,2026-01-05,1.5
F2,市教育局,乙公司,2026年1月6日,2
F3,市教育局,,不详,x
"""


def test_rows_that_break_a_rule_wait_in_quarantine(engine: Engine, tmp_path: Path) -> None:
    signed(engine, KEEPER)
    file = tmp_path / "付款.csv"
    file.write_bytes(PAYMENTS.encode("gb18030"))
    outcome = bring_in(engine, KEEPER, asked(file, dataset_type="payments", purpose="试"))
    assert outcome.dataset == "付款"
    version = outcome.version
    assert (version.encoding, version.recipe_id is not None) == ("gb18030", True)
    assert (outcome.rows, outcome.refused, version.row_count) == (2, 1, 2)
    assert quarantine_of(version) is not None
    assert version.quality_basis_points is not None
    assert numbers("select sum(paid_fen) from t", version) == (3_500_000,)
    again = bring_in(engine, KEEPER, asked(file, dataset="付款", dataset_type="payments"))
    assert (again.version.number, again.recipe) == (2, "付款")
    with reading(engine) as connection:
        assert connection.scalar(select(func.count()).select_from(Recipe)) == 1


def test_what_is_refused_or_cancelled_leaves_nothing(sqlite_engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(UploadRefusedError):
        bring_in(sqlite_engine, COMMAND_LINE, asked(file, dataset_type="payments"))
    with pytest.raises(UploadCancelledError):
        bring_in(sqlite_engine, COMMAND_LINE, asked(file), is_cancelled=lambda: True)
    with pytest.raises(UploadRefusedError):
        bring_in(sqlite_engine, COMMAND_LINE, asked(file, recipe="没有"))
    with pytest.raises(UploadRefusedError):
        bring_in(sqlite_engine, COMMAND_LINE, asked(file, dataset_type="payments", mapping={"nothing": "a"}))
    with reading(sqlite_engine) as connection:
        assert connection.scalar(select(func.count()).select_from(DatasetVersion)) == 0
    assert list((warehouse() / "incoming").iterdir()) == []


def test_progress_is_told_step_by_step(sqlite_engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a,b\n1,2\n", "utf-8")
    steps: list[str] = []
    bring_in(sqlite_engine, COMMAND_LINE, asked(file), lambda step, *__: steps.append(step))
    assert list(dict.fromkeys(steps)) == ["read", "check", "store"]


def test_amounts_keep_their_unit_and_names_of_things_stay_text(sqlite_engine: Engine, tmp_path: Path) -> None:
    """万元 in one file and 元 in the next are one amount; a number among texts is kept as it was written."""
    first, second = tmp_path / "一.csv", tmp_path / "二.csv"
    first.write_text("编号,金额（万元）,数量\nA01,1.5,3\n", "utf-8")
    second.write_text("编号,金额,数量,备注\n007,20000,4.5,新\n", "utf-8")
    bring_in(sqlite_engine, COMMAND_LINE, asked(first, dataset="t"))
    last = bring_in(sqlite_engine, COMMAND_LINE, asked(second, dataset="t", change="append")).version
    names = [column.name for column in last.columns]
    assert names == ["编号", "金额_万元", "数量", "备注"]
    assert [column.kind for column in last.columns] == ["text", "money", "decimal", "text"]
    assert numbers("select list(编号 order by 编号 desc), sum(金额_万元), sum(数量) from t", last) == (
        ["A01", "007"],
        3_500_000,
        Decimal("7.5"),
    )


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("2026年 付款(1).csv", "t_2026年_付款_1"),
        ("Expenditure-over-500.CSV", "expenditure_over_500"),
        ("...", "t"),
        ("ａｂ.csv", "ab"),
        ("很" * 90 + ".csv", "很" * 63),
    ],
)
def test_names_come_from_files(file: str, name: str) -> None:
    assert name_of(file) == name


def dropped_into(folder: Path, name: str, content: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(content, "utf-8")
    return file


def test_a_dropped_file_that_outlived_its_version_comes_in_once(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed(sqlite_engine, KEEPER)
    with writing(sqlite_engine) as connection:
        connection.exec_driver_sql("insert into account_role select account_id, 'data_room' from account")
    file = dropped_into(drop_folder() / "keeper", "一.csv", "a,b\n1,2\n")
    with monkeypatch.context() as killed:  # between the commit and the removal of the file
        killed.setattr(Path, "unlink", lambda self, **__: None if self == file else os.remove(self))  # noqa: PTH107 - not by way of itself
        bring_dropped(sqlite_engine, rest_seconds=0, look=lambda: None)
    assert file.exists()
    assert bring_dropped(sqlite_engine, rest_seconds=0, look=lambda: None) == []
    assert not file.exists()
    file = dropped_into(drop_folder() / "keeper", "一.csv", "a,b\n3,4\n")
    [dropped] = bring_dropped(sqlite_engine, rest_seconds=0, look=lambda: None)
    assert dropped.outcome is not None
    assert dropped.outcome.version.number == 2


def test_a_dropped_file_that_nobody_foresaw_holds_up_no_other(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed(sqlite_engine, KEEPER)
    with writing(sqlite_engine) as connection:
        connection.exec_driver_sql("insert into account_role select account_id, 'data_room' from account")
    own = drop_folder() / "keeper"
    bad, good = dropped_into(own, "a.csv", "a,b\n1,2\n"), dropped_into(own, "b.csv", "a,b\n1,2\n")

    def failing(engine: Engine, user: User, asked: Bringing) -> Outcome:
        if asked.file == bad:
            raise RuntimeError
        return bring_in(engine, user, asked)

    monkeypatch.setattr(drop_folder_module, "bring_in", failing)
    one, other = bring_dropped(sqlite_engine, rest_seconds=0, look=lambda: None)
    assert (one.file, one.outcome, other.outcome is not None) == ("a.csv", None, True)
    assert not bad.exists()
    assert not good.exists()


def test_rows_are_added_to_the_version_that_they_were_compared_with(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    """Two people add a file at once: its keys were looked for in the version before the other's."""
    file = tmp_path / "付款.csv"
    file.write_text(PAYMENTS, "utf-8")
    bring_in(sqlite_engine, COMMAND_LINE, asked(file, dataset="p", dataset_type="payments"))
    added = asked(file, dataset="p", dataset_type="payments", change="append")

    def meanwhile(step: str, *_of: int) -> None:
        if step == "store":
            bring_in(sqlite_engine, COMMAND_LINE, replace(added, change="replace"))

    with pytest.raises(WarehouseError):
        bring_in(sqlite_engine, COMMAND_LINE, added, meanwhile)
    with reading(sqlite_engine) as connection:
        facts = dataset(connection, "p")
        assert facts is not None
        assert [version.change for version in versions(connection, facts.dataset_id)] == [
            "replace",
            "replace",
        ]


def test_a_list_of_guesses_is_not_looked_up_behind_a_mask(sqlite_engine: Engine) -> None:
    """A rule on references would say which of them stand in a masked column."""
    signed(sqlite_engine, KEEPER, READER)
    rows = "select 'HT-1' as contract_code"
    bring(sqlite_engine, KEEPER, "contracts", rows, {"contract_code": "account"}, dataset_type="contracts")
    share(sqlite_engine, KEEPER, "contracts", with_user="reader")
    payments = dataset_types()["payments"]
    assert references_of(sqlite_engine, KEEPER, payments)
    assert references_of(sqlite_engine, READER, payments) == {}
    share(sqlite_engine, KEEPER, "contracts", with_user="reader", is_unmasked=True)
    assert references_of(sqlite_engine, READER, payments)


def test_a_dataset_whose_files_are_gone_stops_nobody_who_refers_to_it(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    rows = "select 'HT1' as contract_code, 1 as n"
    gone = bring(sqlite_engine, COMMAND_LINE, "old", rows, dataset_type="contracts", title="往年合同")
    bring(sqlite_engine, COMMAND_LINE, "new", rows.replace("HT1", "HT2"), dataset_type="contracts")
    shutil.rmtree(files_of(gone)[0].parent)
    file = tmp_path / "付款.csv"
    heading, *lines = PAYMENTS.splitlines()
    file.write_text("\n".join([f"{heading},合同编号", *(f"{line},HT1" for line in lines)]), "utf-8")
    done = bring_in(sqlite_engine, COMMAND_LINE, asked(file, dataset="付款", dataset_type="payments"))
    assert (done.rows, done.refused) == (2, 1)
    report = report_of(done.version.report)
    assert ("reference", "contract_code", "gone:往年合同") in report.unchecked
    assert not [entry for entry in report.rules if entry.rule == "reference"]


def test_the_drop_folder_takes_what_rests(sqlite_engine: Engine) -> None:
    signed(sqlite_engine, KEEPER)
    with writing(sqlite_engine) as connection:
        connection.exec_driver_sql("insert into account_role select account_id, 'data_room' from account")
    own = drop_folder() / "keeper"
    taken = dropped_into(own, "一.csv", "a,b\n1,2\n")
    typed = dropped_into(own / "payments", "付款.csv", PAYMENTS)
    growing = dropped_into(own, "二.csv", "a,b\n1,2\n")
    dropped_into(own, "三.csv.part", "a,b\n")
    bad = dropped_into(own / "payments", "坏.csv", "a,b\n1,2\n")
    nobody = dropped_into(drop_folder() / "nobody", "x.csv", "a\n1\n")

    def grow() -> None:
        growing.write_text("a,b\n1,2\n3,4\n", "utf-8")

    found = {entry.file: entry for entry in bring_dropped(sqlite_engine, rest_seconds=0, look=grow)}
    assert set(found) == {"一.csv", "付款.csv", "坏.csv", "x.csv"}
    assert [entry.outcome is not None for entry in found.values()].count(True) == 2
    assert not taken.exists()
    assert not typed.exists()
    assert growing.exists()
    assert not bad.exists()
    assert not nobody.exists()
    kept = [file.name for file in (own / "refused").iterdir()]
    assert sorted(Path(name).suffix for name in kept) == [".csv", ".txt"]
    assert bring_dropped(sqlite_engine, rest_seconds=3600) == []
    outcome = found["一.csv"].outcome
    assert outcome is not None
    assert (outcome.version.loaded_by, outcome.version.delivery) == ("keeper", "drop_folder")


def test_who_sees_no_dataset_is_not_told_whose_it_is(
    sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Adding to it is answered like a name that is taken, correcting it like one that is not there."""
    monkeypatch.setitem(ROLES, "bringer", ("导入", frozenset({"bring-data"})))
    bringer = User("bringer", "导入甲", frozenset({"bringer"}))
    signed(sqlite_engine, KEEPER, bringer)
    bring(sqlite_engine, KEEPER, "t", "select 1 as n")
    file = tmp_path / "t.csv"
    file.write_text("n\n2\n", "utf-8")
    with pytest.raises(WarehouseError, match="名称"):
        bring_in(sqlite_engine, bringer, asked(file, dataset="t"))
    for name in ("t", "nowhere"):
        with pytest.raises(WarehouseError, match="没有名为"):
            correct(sqlite_engine, bringer, Correcting(name, file, file.name, "page"))
    with reading(sqlite_engine) as connection:
        assert connection.scalar(select(func.count()).select_from(DatasetVersion)) == 1
