"""Makers of ledger files: what a bureau would bring, byte by byte."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter

# Published figures of 瑞金市 for 2020: 50 findings, 40 of them rectified; amounts in 万元.
RUIJIN_FINDINGS, RUIJIN_RECTIFIED = 50, 40
RUIJIN_AMOUNT, RUIJIN_RECTIFIED_AMOUNT = Decimal("251023.54"), Decimal("215587.84")

HEADINGS = (
    "问题编号",
    "审计年度",
    "审计项目名称",
    "被审计单位",
    "问题标题",
    "涉及金额（万元）",
    "整改类型",
    "整改状态",
    "认定日期",
    "已整改金额（万元）",
)


def ruijin_rows() -> list[list[str]]:
    """A ledger whose totals are the published ones; the parts are invented.

    40 findings are rectified; of the other 10, four are rectified in part. Amounts have two decimals of 万元.
    """
    # The rectified findings carry 210,000 万元, wholly rectified; the partial ones the rest of the money.
    whole = [Decimal(5_250 + place) - Decimal("19.5") for place in range(RUIJIN_RECTIFIED)]
    open_amount = RUIJIN_AMOUNT - sum(whole)
    still_to_rectify = RUIJIN_RECTIFIED_AMOUNT - sum(whole)
    amounts = [*whole, *_shares(open_amount, 10)]
    rectified = [*whole, *_shares(still_to_rectify, 4), *[Decimal(0)] * 6]
    assert sum(amounts) == RUIJIN_AMOUNT
    assert sum(rectified) == RUIJIN_RECTIFIED_AMOUNT
    assert all(part <= amount for part, amount in zip(rectified, amounts, strict=True))
    return [
        [
            f"RJ-2020-{place + 1:03}",
            "2020",
            "2020年度市本级预算执行和其他财政收支审计",
            f"示例单位{place % 29 + 1}",
            f"问题{place + 1}",
            str(amount),
            "立行立改" if place < RUIJIN_RECTIFIED else "分阶段整改",
            "已整改" if place < RUIJIN_RECTIFIED else ("部分整改" if part else "整改中"),
            "2021年9月30日" if place < RUIJIN_RECTIFIED else "",
            str(part) if part else "",
        ]
        for place, (amount, part) in enumerate(zip(amounts, rectified, strict=True))
    ]


def ruijin_csv(encoding: str = "utf-8-sig") -> bytes:
    """The same ledger as a CSV file."""
    return csv_bytes([HEADINGS, *ruijin_rows()], encoding)


def csv_bytes(rows: Iterable[Sequence[str]], encoding: str = "utf-8", separator: str = ",") -> bytes:
    """Rows as a text file."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows(rows)
    return stream.getvalue().encode(encoding)


def ledger_csv(*rows: Mapping[str, str], title: str | None = None) -> bytes:
    """A ledger from rows by heading; headings are those of all rows, in order."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    above = [[title]] if title else []
    return csv_bytes([*above, headings, *([row.get(heading, "") for heading in headings] for row in rows)])


def finding_row(**cells: str) -> dict[str, str]:
    """One sound row of a ledger; cells by heading replace or add to it."""
    return {
        "问题编号": "W-1",
        "审计年度": "2024",
        "审计项目名称": "某局2024年度预算执行审计",
        "被审计单位": "某局",
        "问题标题": "预算编制不完整",
    } | cells


def xlsx_bytes(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """Sheets of cells as a workbook."""
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    for name, rows in sheets.items():
        sheet = workbook.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    workbook.close()
    return stream.getvalue()


def _shares(amount: Decimal, number: int) -> list[Decimal]:
    share = (amount / number).quantize(Decimal("0.01"))
    return [*[share] * (number - 1), amount - share * (number - 1)]
