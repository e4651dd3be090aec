"""Rows that are converted while a large file is read become exactly what they become in two steps."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.bringing.bring_in import Bringing, Outcome, bring_in
from data.checking.check_digits import (
    first_digits,
    identity_number_fault,
    is_identity_number,
    weighed_digits,
)
from data.duck import open_duck, quoted
from data.uploads import delimited, parts, staging
from data.warehouse import files_of, quarantine_of, unread_of

HEADING = "补助项目,身份证号,姓名,发放月份,发放金额,发放日期,享受开始日期,享受结束日期,银行账号,户数"
WEIGHTS = tuple(2 ** (17 - place) % 11 for place in range(17))


def identity(number: int) -> str:
    digits = f"3204021980{number % 12 + 1:02d}{number % 28 + 1:02d}{number % 1000:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    return digits + "10X98765432"[total % 11]


def benefit(number: int) -> list[str]:
    return [
        "城市低保",
        identity(number),
        "张三",
        f"2024-{number % 12 + 1:02d}",
        f"{number % 900}.50",
        "2024-03-09",
        "2015-04-01",
        "" if number % 3 else "2026-06-30",
        f"62220{number:014d}",
        str(number % 7),
    ]


def lines_of(rows: list[list[str]]) -> str:
    return "".join(",".join(row) + "\n" for row in rows)


def faulty(rows: list[list[str]]) -> str:
    """Every kind of fault, and every spelling that takes a second look."""
    rows[5][1] = rows[5][1][:17] + "A"
    rows[6][4], rows[7][4], rows[8][4] = "待定", "1200.50元", "壹佰元整"
    rows[9][7], rows[10][7] = "2001-01-01", "2026年6月30日"
    rows[11][0], rows[12][2] = "", " 李四　"
    rows[13][4], rows[14][5] = "-5", "1.1.2024"
    rows[15][0], rows[150][0] = "合计", "小 计"
    rows[16] = rows[17]
    rows[100][1] = rows[100][1].lower()
    rows[1900][9] = "007"
    return lines_of(rows)


def ragged(rows: list[list[str]]) -> str:
    rows[300] = rows[300][:4]
    rows[1200] += ["多出"]
    rows[700][2] = '"张,三"'
    rows[701][2] = '"张\n三"'
    return lines_of(rows).replace("\n2024", "\n2024") + "\n\n"


def with_blanks(rows: list[list[str]]) -> str:
    for number in range(0, 2000, 50):
        rows[number][2] += " "
        rows[number + 1][0] = "\t" + rows[number + 1][0]
    return lines_of(rows)


def late(rows: list[list[str]]) -> str:
    rows[1990][5] = "2024-03-09 10:20"
    rows[1991][9] = "3.5"
    return lines_of(rows)


def nothing_in_words(rows: list[list[str]]) -> str:
    for number in range(0, 2000, 9):
        rows[number][7], rows[number][9] = "N/A", "--"
    return lines_of(rows)


def held(outcome: Outcome) -> dict[str, Any]:
    """All that a version is, beside its names and times."""
    version = outcome.version
    with open_duck() as duck:

        def rows(files: list[Path]) -> list[tuple[Any, ...]]:
            listed = ", ".join(map(quoted, files))
            return duck.execute(f"from read_parquet([{listed}]) order by _line").fetchall() if files else []

        unread = unread_of(version)
        quarantine = quarantine_of(version)
        return {
            "columns": version.columns,
            "rows": rows(list(files_of(version))),
            "counts": (outcome.rows, outcome.refused, version.row_count, version.refused_count),
            "quarantine": rows([quarantine]) if quarantine else [],
            "unread": duck.execute(f"from {quoted(unread)} order by all").fetchall() if unread else [],
            "report": version.report,
            "quality": version.quality_basis_points,
            "mapping": outcome.mapping,
        }


@pytest.fixture
def both_ways(
    sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[dict[str, Any], dict[str, Any], int]]:
    """Brings a text in both ways, in several parts: what each became, and the parts read straight."""
    monkeypatch.setattr(parts, "PART_BYTES", 50_000)
    monkeypatch.setattr("data.uploads.encoding.BLOCK_BYTES", 40_000)
    monkeypatch.setattr("data.uploads.encoding.HEAD_BYTES", 30_000)
    straight: list[int] = []
    read = staging.stage_delimited

    def watched(*arguments: Any) -> Any:
        staged = read(*arguments)
        straight.append(len(staged.straight_files))
        return staged

    monkeypatch.setattr(staging, "stage_delimited", watched)

    def bring(text: str, dataset_type: str, **said: Any) -> tuple[dict[str, Any], dict[str, Any], int]:
        file = tmp_path / "a.csv"
        file.write_bytes(text.encode("gb18030"))
        found = []
        for name, worth in (("twice", 1 << 40), ("once", 0)):
            monkeypatch.setattr(delimited, "WORTH_BYTES", worth)
            asked = Bringing(
                file=file,
                original_name="a.csv",
                delivery="command_line",
                dataset=f"t_{name}",
                dataset_type=dataset_type,
                **said,
            )
            found.append(held(bring_in(sqlite_engine, COMMAND_LINE, asked)))
        return found[0], found[1], straight[-1]

    return bring


@pytest.mark.parametrize("dataset_type", ["adhoc", "benefits"])
@pytest.mark.parametrize(
    ("made", "is_ad_hoc_straight"),
    [
        (faulty, False),
        (ragged, True),
        (with_blanks, True),
        (late, False),
        (nothing_in_words, True),
    ],
)
def test_once_or_twice_is_the_same(
    both_ways: Callable[..., tuple[dict[str, Any], dict[str, Any], int]],
    made: Callable[[list[list[str]]], str],
    dataset_type: str,
    *,
    is_ad_hoc_straight: bool,
) -> None:
    text = HEADING + "\n" + made([benefit(number) for number in range(2000)])
    twice, once, straight = both_ways(text, dataset_type)
    assert once == twice
    is_typed_straight = made not in {nothing_in_words, ragged}  # the few parts all have ragged lines
    assert (straight > 0) == (is_ad_hoc_straight if dataset_type == "adhoc" else is_typed_straight)


def test_rows_that_others_refuse_come_out_again_as_they_were(
    both_ways: Callable[..., tuple[dict[str, Any], dict[str, Any], int]],
) -> None:
    heading = "结算编号,身份证号,姓名,医院名称,费用发生日期,结算日期,费用金额,基金支付,个人支付,备注"
    rows = [
        [
            f"JS{n:06d}",
            identity(n),
            "张三",
            "市医院",
            "2026-03-02",
            "2026-03-09",
            "25.5",
            "20",
            "5.50",
            f"第{n}行",
        ]
        for n in range(2000)
    ]
    rows[900][0] = rows[1500][0] = rows[3][0]
    rows[40][7] = "19"  # no sum: a notice
    text = heading + "\n" + lines_of(rows)
    twice, once, straight = both_ways(text, "claims", stated={"amount_fen": 5_100_000})
    assert straight > 2
    assert once["report"] == twice["report"]
    assert once == twice
    assert [row[0] for row in once["quarantine"]] == [902, 1502]
    assert "25.5" in once["quarantine"][0]
    assert "第900行" in once["quarantine"][0]


def test_what_is_surely_an_identity_number_is_one() -> None:
    chance = random.Random(11643)  # noqa: S311 - no secret
    numbers = [identity(chance.randrange(10**6)) for __ in range(300)]
    places = [chance.randrange(18) for __ in numbers]
    numbers += [
        number[:at] + chance.choice("0123456789XxEe .٣A") + number[at + 1 :]
        for number, at in zip(numbers, places, strict=True)
    ]
    numbers += ["", "00000000000001e160", "1E16", "１" * 18, "32040219800229001X", identity(5).lower()]
    with duckdb.connect() as duck:
        rows = "select unnest($1) as words"
        rows = f"select *, {first_digits('words')} as digits from ({rows})"
        name = "none"
        for number, step in enumerate(weighed_digits("words")):
            name, before = f"w{number}", name
            rows = f"select *, {step.format(sum=before)} as {name} from ({rows})"
        judged = f"""
            select coalesce({is_identity_number("words", "digits", name)}, false) as sure,
                ({identity_number_fault("words", "digits")}) is null as sound, words from ({rows})
        """
        found = duck.execute(judged, [numbers]).fetchall()
    assert [row for row in found if row[0] and not row[1]] == []
    assert sum(row[0] for row in found) > 290
