"""`manage.py datasets test`: JSON for programs, rows in files, reasons in words."""

import argparse
import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from sqlalchemy import Engine, select

from commands.datasets_test import add_arguments, run
from data.engine import reading
from data.schema import DatasetUse, Event
from tests.dataset_rows import KEEPER, bring, signed

ROWS = (
    "select * from (values ('F1', '=甲', 10), ('F1', '乙', 10), ('F2', '丙', 12)) "
    "as paid(invoice, payee, amount)"
)


def called(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args(arguments))


@pytest.fixture
def brought(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(sqlite_engine.url))
    signed(sqlite_engine, KEEPER)
    bring(sqlite_engine, KEEPER, "payments", ROWS)
    return sqlite_engine


def test_json_and_rows(brought: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rows.csv"
    asked = ("payments", "duplicates", "--param", "columns=invoice,amount", "--json", "--rows")
    assert called(*asked, str(file)) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["test"], answer["n"], answer["rows"], answer["groups"]) == ("duplicates", 3, 2, 1)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [row["_row"] for row in rows] == ["1", "2"]
    assert rows[0]["payee"] == "'=甲"  # no formula in whatever opens it
    assert called(*asked, str(tmp_path / "rows.parquet")) == 0
    assert pq.read_table(tmp_path / "rows.parquet").num_rows == 2
    with reading(brought) as connection:
        kinds = connection.scalars(select(Event.kind).where(Event.kind == "rows_exported")).all()
        uses = set(connection.scalars(select(DatasetUse.kind)))
    assert len(kinds) == 2
    assert {"test", "export"} <= uses


def test_what_cannot_be_tested_says_why(brought: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    del brought
    assert called("payments", "benford", "--param", "column=payee", "--json") == 1
    assert "payee" in json.loads(capsys.readouterr().out)["not_checked"]
    assert called("payments", "benford", "--param", "column=payee") == 1
    assert "无法检验" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [
        ("gone", "benford"),
        ("payments", "no_such_test"),
        ("payments", "benford", "--param", "column"),
        ("payments", "benford", "--version", "9"),
    ],
)
def test_unknown_names_end_with_two(brought: Engine, wrong: tuple[str, ...]) -> None:
    del brought
    assert called(*wrong) == 2


def test_the_list_names_every_test(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("--list") == 0
    assert "similar_names" in capsys.readouterr().out
