"""`manage.py datasets test`: JSON for programs, rows in files, reasons in words."""

import argparse
import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from sqlalchemy import Engine, delete, select, update

from commands.datasets_test import add_arguments, run
from data.digest import sha256_of
from data.engine import reading, writing
from data.schema import DataMovement, Dataset, DatasetUse, Event, Undertaking
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
        kinds = connection.scalars(select(Event.kind).where(Event.kind == "rows_written")).all()
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


def test_rows_in_a_file_are_a_line_of_the_ledger(
    brought: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rows.csv"
    asked = ("payments", "duplicates", "--param", "columns=invoice,amount", "--rows", str(file))
    assert called(*asked, "--purpose", "比对") == 0
    with reading(brought) as connection:
        line = connection.execute(select(DataMovement.__table__).where(DataMovement.kind == "receipt")).one()
    assert (line.person, line.taker, line.purpose) == ("command line", None, "比对")
    assert (line.row_count, line.version_number, line.sha256) == (2, 1, sha256_of(file))
    assert line.return_due_date is not None
    # As an account: what an approval says, and the account's right and undertaking.
    file.unlink()
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    said = ("--purpose", "比对", "--recipient", "审计组", "--approval", "7号")
    assert run(parser.parse_args(asked), KEEPER) == 1
    assert "--approval" in capsys.readouterr().err
    assert run(parser.parse_args([*asked, *said]), KEEPER) == 0
    with writing(brought) as connection:
        numbers = connection.scalars(
            select(DataMovement.approval_number).where(DataMovement.taker == "keeper")
        )
        assert list(numbers) == ["7号"]
        connection.execute(delete(Undertaking))
    file.unlink()
    assert run(parser.parse_args([*asked, *said]), KEEPER) == 1
    assert "承诺书" in capsys.readouterr().err
    with writing(brought) as connection:
        connection.execute(update(Dataset).values(classification="secret"))
    assert called(*asked) == 1
    assert "涉密" in capsys.readouterr().err
    assert not file.exists()
