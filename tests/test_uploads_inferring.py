"""What columns hold is told from their values; numbers that are names stay text."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.uploads import Choices, ColumnKind, conversion, infer, stage


def column(title: str, cells: list[str], folder: Path) -> tuple[ColumnKind, list[Any]]:
    """What a column is inferred to be, and its values."""
    file = folder / "brought.csv"
    lines = [f"k,{title}", *(f'{at},"{cell}"' for at, cell in enumerate(cells))]
    file.write_text("\n".join(lines), "utf-8")
    work = folder / "work"
    work.mkdir()
    with duckdb.connect() as connection:
        staged = stage(file, Choices(heading_row=1, delimiter=","), work)
        kind = infer(connection, staged)[1]
        rows = connection.execute(
            f"select {conversion(kind)} from read_parquet(?) order by _line", [str(staged.files[0])]
        ).fetchall()
    return kind, [value for (value,) in rows]


@pytest.mark.parametrize(
    ("title", "cells", "type_", "values"),
    [
        ("数量", ["1", "20", "-3"], "whole", [1, 20, -3]),
        ("人数", ["三百二十", "十五", "一亿零三万"], "whole", [320, 15, 100_030_000]),
        ("比例", ["0.5", "1", "1234.25"], "decimal", [Decimal("0.5"), 1, Decimal("1234.25")]),
        ("单价", ["1.5", "NA", ""], "decimal", [Decimal("1.5"), None, None]),
        ("金额（万元）", ["1.5", "20"], "money", [1_500_000, 20_000_000]),
        ("金额", ["2亿元", "3.5万元", "12元"], "money", [20_000_000_000, 3_500_000, 1_200]),
        ("大写", ["壹万贰仟元伍角整", "人民币叁佰元零叁分"], "money", [1_200_050, 30_003]),
        (
            "日期",
            ["2025年3月1日", "2025/3/12", "2025.12.1"],
            "date",
            [date(2025, 3, 1), date(2025, 3, 12), date(2025, 12, 1)],
        ),
        ("日期", ["20250301", "20251231"], "date", [date(2025, 3, 1), date(2025, 12, 31)]),
        ("日期", ["二〇二五年三月一日"], "date", [date(2025, 3, 1)]),
        ("Paid Date", ["09/01/2018", "31/12/2018"], "date", [date(2018, 1, 9), date(2018, 12, 31)]),
        (
            "时间",
            ["2025-03-01 10:20:30", "2025年3月2日 8:05"],
            "moment",
            [datetime.fromisoformat("2025-03-01T10:20:30"), datetime.fromisoformat("2025-03-02T08:05:00")],
        ),
        ("是否", ["是", "否"], "flag", [True, False]),
        ("日期", ["2025-03-01", "2025-02-30"], "text", ["2025-03-01", "2025-02-30"]),
        ("序列", ["45000", "45001"], "whole", [45_000, 45_001]),
        ("邮编", ["100000", "213000"], "text", ["100000", "213000"]),
        ("数", ["001", "12"], "text", ["001", "12"]),
        ("数", ["12345678901234567", "1"], "text", ["12345678901234567", "1"]),
        ("空", ["", ""], "text", [None, None]),
    ],
)
def test_a_column_is_what_all_of_its_values_are(
    title: str, cells: list[str], type_: str, values: list[Any], tmp_path: Path
) -> None:
    kind, found = column(title, cells, tmp_path)
    assert kind.type == type_
    assert found == values


@pytest.mark.parametrize(
    ("title", "cell", "mask"),
    [
        ("身份证号", "320402199001011234", "identity"),
        ("编码", "32040219900101123X", "identity"),
        ("银行账号", "6222000011112222333", "account"),
        ("号", "13800000000", "phone"),
        ("联系电话", "0519-88888888", "phone"),
        ("职工姓名", "张三", "name"),
        ("单位名称", "教育局", None),
    ],
)
def test_what_names_a_person_is_masked_and_stays_text(
    title: str, cell: str, mask: str | None, tmp_path: Path
) -> None:
    kind, found = column(title, [cell], tmp_path)
    assert (kind.type, kind.mask, found) == ("text", mask, [cell])


def test_one_value_late_in_the_table_makes_a_column_text(tmp_path: Path) -> None:
    kind, __ = column("数量", [*map(str, range(30_000)), "缺"], tmp_path)
    assert kind.type == "text"
