"""Makers of broken and hostile files: each gives (name, bytes) from a seed, the same for the same seed.

What a file of each kind must come to is in EXPECTED: rows, a refusal, or either of the two, where chance
decides whether what is left can be read.
"""

import io
import json
import random
import sqlite3
import struct
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from bench.old_workbooks import xls_bytes

Made = tuple[str, bytes]
Maker = Callable[[random.Random], Made]
ROWS, REFUSED, EITHER = "rows", "refused", "either"

_HEADINGS = ["序号", "姓名", "身份证号", "金额", "支付日期", "摘要"]
_NAMES = ["张三", "李四光", "王五", "赵六六", "欧阳修远", "钱"]
_WORDS = ["办公用品", "差旅费，含住宿", "维修“空调”", "会议费", "购书"]


def _table(chance: random.Random, rows: int = 40) -> list[list[str]]:
    return [
        [
            str(number + 1),
            chance.choice(_NAMES),
            f"32040219{chance.randrange(50, 99)}0{chance.randrange(1, 9)}1{chance.randrange(10_000, 99_999)}",
            f"{chance.randrange(1, 10**8) / 100:.2f}",
            f"2025-{chance.randrange(1, 12):02d}-{chance.randrange(1, 28):02d}",
            chance.choice(_WORDS),
        ]
        for number in range(rows)
    ]


def _csv(rows: list[list[str]], delimiter: str = ",") -> str:
    return "".join(delimiter.join(row) + "\n" for row in [_HEADINGS, *rows])


def _workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    fill(book)
    book.close()
    return stream.getvalue()


def _sheet(chance: random.Random) -> bytes:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("支付")
        for line, row in enumerate([_HEADINGS, *_table(chance)]):
            sheet.write_row(line, 0, row)

    return _workbook(fill)


def _zip(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _with_member(workbook: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    members[name] = change(members.get(name, b""))
    return _zip(members)


def _parquet(chance: random.Random) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.table(dict(zip(_HEADINGS, zip(*_table(chance), strict=True), strict=True))), stream)
    return stream.getvalue()


def _dbf(values: list[bytes], width: int = 20, *, records: int | None = None) -> bytes:
    field = b"NAME".ljust(11, b"\0") + b"C" + bytes(4) + bytes([width, 0]) + bytes(14)
    start = struct.pack(
        "<BBBBIHH20x", 3, 125, 3, 1, len(values) if records is None else records, 65, width + 1
    )
    return start + field + b"\r" + b"".join(b" " + value.ljust(width)[:width] for value in values) + b"\x1a"


def _truncated(made: bytes, chance: random.Random) -> bytes:
    return made[: chance.randrange(len(made) // 10, len(made) - 5)]


def truncated_csv(chance: random.Random) -> Made:
    return "支付.csv", _truncated(_csv(_table(chance)).encode(), chance)


def cut_in_a_character(chance: random.Random) -> Made:
    data = (_csv(_table(chance)) + "41,张三").encode()
    return "支付.csv", data[:-1]


def truncated_xlsx(chance: random.Random) -> Made:
    return "支付.xlsx", _truncated(_sheet(chance), chance)


def truncated_parquet(chance: random.Random) -> Made:
    return "支付.parquet", _truncated(_parquet(chance), chance)


def scrambled_parquet(chance: random.Random) -> Made:
    data = bytearray(_parquet(chance))
    for __ in range(40):
        data[chance.randrange(4, len(data) - 8)] = chance.randrange(256)
    return "支付.parquet", bytes(data)


def truncated_dbf(chance: random.Random) -> Made:
    return "人员.dbf", _truncated(_dbf([name.encode("gbk") for name in _NAMES * 10]), chance)


def dbf_of_false_count(chance: random.Random) -> Made:
    return "人员.dbf", _dbf([name.encode("gbk") for name in _NAMES], records=2**31 - chance.randrange(1, 99))


def dbf_of_broken_text(chance: random.Random) -> Made:
    return "人员.dbf", _dbf([b"abc\xff\xfe\xff" + bytes([chance.randrange(128, 255)])] * 5)


def truncated_shapefile(chance: random.Random) -> Made:
    return "边界.zip", _zip({"a.shp": bytes(chance.randrange(1, 200)), "a.dbf": _dbf([b"x"]), "a.shx": b""})


def shapefile_without_table(chance: random.Random) -> Made:
    del chance
    return "边界.zip", _zip({"a.shp": struct.pack(">i", 9994) + bytes(96)})


def mixed_encodings(chance: random.Random) -> Made:
    half = _csv(_table(chance, 60)).encode()
    return "支付.csv", half + "".join(",".join(row) + "\n" for row in _table(chance)).encode("gb18030")


def gb18030_csv(chance: random.Random) -> Made:
    return "支付.csv", _csv(_table(chance)).encode("gb18030")


def utf16_csv(chance: random.Random) -> Made:
    return "支付.csv", _csv(_table(chance), "\t").encode("utf-16")


def utf16_without_mark(chance: random.Random) -> Made:
    return "支付.csv", _csv(_table(chance)).encode("utf-16-le")


def nul_bytes(chance: random.Random) -> Made:
    rows = _table(chance)
    rows[chance.randrange(40)][5] = "a\0b"
    return "支付.csv", _csv(rows).encode()


def nothing_but_nul(chance: random.Random) -> Made:
    return "支付.csv", bytes(chance.randrange(1, 100_000))


def nothing(chance: random.Random) -> Made:
    return "支付.csv", b" \r\n" * chance.randrange(3)


def noise(chance: random.Random) -> Made:
    return chance.choice(["a.csv", "a.xlsx", "a.dbf", "a.zip"]), b"\xff" + chance.randbytes(5_000)


def duplicate_headings(chance: random.Random) -> Made:
    heading = chance.choice([["金额"] * 6, ["a", "A", "a_2", "a", "a", "a"]])
    return "支付.csv", "".join(",".join(row) + "\n" for row in [heading, *_table(chance)]).encode()


def empty_headings(chance: random.Random) -> Made:
    heading = ["序号", "", " ", "金额", "", "摘要"]
    return "支付.csv", "".join(",".join(row) + "\n" for row in [heading, *_table(chance)]).encode()


def hostile_headings(chance: random.Random) -> Made:
    heading = ["=cmd|' /C calc'!A0", '"""; drop table x; --"', "_line", "[a](javascript:1)", "<b>x</b>", "\\"]
    return "支付.csv", "".join(",".join(row) + "\n" for row in [heading, *_table(chance)]).encode()


def ragged_lines(chance: random.Random) -> Made:
    rows = _table(chance)
    for __ in range(5):
        rows[chance.randrange(40)] = rows[chance.randrange(40)][: chance.randrange(1, 5)]
    rows[chance.randrange(40)] += ["多出"]
    return "支付.csv", _csv(rows).encode()


def unclosed_quote(chance: random.Random) -> Made:
    rows = _table(chance)
    rows[chance.randrange(35)][5] = '"未闭合'
    return "支付.csv", _csv(rows).encode()


def quotes_everywhere(chance: random.Random) -> Made:
    return "支付.csv", "".join(chance.choice('"",\n甲') for __ in range(3_000)).encode() + b"\n1,2,3\n"


def lone_carriage_returns(chance: random.Random) -> Made:
    return "支付.csv", _csv(_table(chance)).replace("\n", "\r").encode()


def mixed_line_ends(chance: random.Random) -> Made:
    return "支付.csv", "".join(
        line + chance.choice(["\n", "\r\n", "\r"]) for line in _csv(_table(chance)).splitlines()
    ).encode()


def huge_cell(chance: random.Random) -> Made:
    rows = _table(chance)
    rows[7][5] = "长" * (10 * 1024**2 // 3)
    return "支付.csv", _csv(rows).encode()


def huge_cell_in_a_workbook(chance: random.Random) -> Made:  # noqa: ARG001 - every maker has it
    marked = _workbook(lambda book: book.add_worksheet("支付").write_row(0, 0, ["标记", "金额"]))
    return "支付.xlsx", _with_member(
        marked, "xl/sharedStrings.xml", lambda part: part.replace("标记".encode(), b"x" * 10 * 1024**2)
    )


def too_many_columns(chance: random.Random) -> Made:
    width = chance.randrange(2_001, 3_000)
    row = ",".join(f"c{at}" for at in range(width))
    return "宽表.csv", f"{row}\n{row}\n".encode()


def two_thousand_columns(chance: random.Random) -> Made:
    del chance
    row = ",".join(f"c{at}" for at in range(2_000))
    return "宽表.csv", f"{row}\n{row}\n".encode()


def too_many_columns_in_a_workbook(chance: random.Random) -> Made:
    width = chance.randrange(2_001, 2_500)
    return "宽表.xlsx", _workbook(
        lambda book: book.add_worksheet().write_row(0, 0, [f"c{at}" for at in range(width)])
    )


def merged_cells(chance: random.Random) -> Made:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("支付")
        sheet.merge_range(0, 0, 0, 3, "2025年支付情况表")
        sheet.merge_range(1, 0, 2, 0, "单位")
        sheet.merge_range(1, 1, 1, 2, "金额")
        sheet.write_row(2, 1, ["预算", "决算"])
        sheet.merge_range(1, 3, 2, 3, "备注")
        sheet.merge_range(3, 0, 5, 0, "教育局")
        for line in range(3, 6):
            sheet.write_row(line, 1, [chance.randrange(100), chance.randrange(100), "甲"])

    return "支付.xlsx", _workbook(fill)


def formulas(chance: random.Random) -> Made:
    rows = _table(chance)
    rows[3][5] = '=HYPERLINK("http://example.org")'
    rows[4][5] = "@SUM(1+1)*cmd|' /C calc'!A0"
    return "支付.csv", _csv(rows).encode()


def zip_bomb(chance: random.Random) -> Made:
    return "炸弹.xlsx", _with_member(
        _sheet(chance), "xl/worksheets/sheet1.xml", lambda part: part[:300] + b" " * 80 * 1024**2
    )


def nested_archive(chance: random.Random) -> Made:
    return "边界.zip", _zip({"a.shp": b"x", "inner.zip": _zip({"b.csv": _csv(_table(chance)).encode()})})


def path_traversal(chance: random.Random) -> Made:
    name = chance.choice(["../../a.shp", "/etc/a.shp", "..\\a.shp", "C:\\a.shp", "x/../../a.shp"])
    return "边界.zip", _zip({name: b"x", "a.dbf": _dbf([b"x"])})


def link_in_an_archive(chance: random.Random) -> Made:
    del chance
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("a.shp")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return "边界.zip", stream.getvalue()


def archive_of_many(chance: random.Random) -> Made:
    del chance
    return "边界.zip", _zip({f"{number}.txt": b"" for number in range(5_001)})


def entity_bomb(chance: random.Random) -> Made:
    encoding = chance.choice(["utf-8", "utf-16"])
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    name = chance.choice(["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"])
    return "支付.xlsx", _with_member(_sheet(chance), name, lambda part: bomb.encode(encoding) + part)


def far_corner(chance: random.Random) -> Made:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "甲")
        sheet.write(1_048_575, chance.randrange(9_000, 16_384), "乙")

    return "角.xlsx", _workbook(fill)


def empty_workbook(chance: random.Random) -> Made:
    del chance
    return "空.xlsx", _workbook(lambda book: book.add_worksheet())


def protected_workbook(chance: random.Random) -> Made:
    mark = "EncryptedPackage".encode("utf-16-le")
    return "密.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + chance.randbytes(2_000) + mark + chance.randbytes(
        500
    )


def old_workbook(chance: random.Random) -> Made:
    return "支付.xls", xls_bytes("支付", [_HEADINGS, *_table(chance, 10)])


def truncated_old_workbook(chance: random.Random) -> Made:
    return "支付.xls", _truncated(xls_bytes("支付", [_HEADINGS, *_table(chance, 10)]), chance)


def workbook_called_csv(chance: random.Random) -> Made:
    return "支付.csv", _sheet(chance)


def csv_called_workbook(chance: random.Random) -> Made:
    return chance.choice(["支付.xlsx", "支付.parquet", "支付.dbf", "支付"]), _csv(_table(chance)).encode()


def web_page_called_workbook(chance: random.Random) -> Made:
    del chance
    return "支付.xls", "<html><table><tr><td>金额</td></tr></table></html>".encode()


def foreign_file(chance: random.Random) -> Made:
    start = chance.choice([b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"Rar!\x1a\x07\x00", b"7z\xbc\xaf\x27\x1c"])
    return "支付.csv", start + chance.randbytes(3_000)


def broken_json_lines(chance: random.Random) -> Made:
    lines = [json.dumps(dict(zip(_HEADINGS, row, strict=True)), ensure_ascii=False) for row in _table(chance)]
    lines[chance.randrange(1, 40)] = '{"序号": 3, "姓名":'
    lines[chance.randrange(1, 40)] = "[1, 2]"
    return "支付.jsonl", "\n".join(lines).encode()


def deep_json(chance: random.Random) -> Made:
    return "支付.jsonl", b'{"a":' + b"[" * chance.randrange(50_000, 90_000)


def many_keys(chance: random.Random) -> Made:
    del chance
    return "支付.jsonl", b"\n".join(json.dumps({f"k{number}": 1}).encode() for number in range(2_500))


def broken_geojson(chance: random.Random) -> Made:
    feature = {
        "type": "Feature",
        "properties": {"名称": "甲"},
        "geometry": {"type": "Point", "coordinates": [1, 2]},
    }
    data = json.dumps({"type": "FeatureCollection", "features": [feature] * 20}).encode()
    return "边界.geojson", _truncated(data, chance)


def broken_geopackage(chance: random.Random) -> Made:
    return "边界.gpkg", b"SQLite format 3\0" + chance.randbytes(5_000)


def foreign_database(chance: random.Random) -> Made:
    del chance
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.db"
        connection = sqlite3.connect(file)
        connection.execute("create table 支付 (金额 integer)")
        connection.execute("insert into 支付 values (1)")
        connection.commit()
        connection.close()
        return "库.gpkg", file.read_bytes()


EXPECTED: dict[Maker, str] = {
    truncated_csv: EITHER,
    cut_in_a_character: REFUSED,
    truncated_xlsx: REFUSED,
    truncated_parquet: REFUSED,
    scrambled_parquet: EITHER,
    truncated_dbf: EITHER,
    dbf_of_false_count: EITHER,
    dbf_of_broken_text: REFUSED,
    truncated_shapefile: REFUSED,
    shapefile_without_table: REFUSED,
    mixed_encodings: REFUSED,
    gb18030_csv: ROWS,
    utf16_csv: ROWS,
    utf16_without_mark: REFUSED,
    nul_bytes: ROWS,
    nothing_but_nul: REFUSED,
    nothing: REFUSED,
    noise: REFUSED,
    duplicate_headings: ROWS,
    empty_headings: ROWS,
    hostile_headings: ROWS,
    ragged_lines: ROWS,
    unclosed_quote: ROWS,
    quotes_everywhere: EITHER,
    lone_carriage_returns: ROWS,
    mixed_line_ends: ROWS,
    huge_cell: ROWS,
    huge_cell_in_a_workbook: EITHER,
    too_many_columns: REFUSED,
    two_thousand_columns: ROWS,
    too_many_columns_in_a_workbook: REFUSED,
    merged_cells: ROWS,
    formulas: ROWS,
    zip_bomb: REFUSED,
    nested_archive: REFUSED,
    path_traversal: REFUSED,
    link_in_an_archive: REFUSED,
    archive_of_many: REFUSED,
    entity_bomb: REFUSED,
    far_corner: EITHER,
    empty_workbook: REFUSED,
    protected_workbook: REFUSED,
    old_workbook: ROWS,
    truncated_old_workbook: EITHER,
    workbook_called_csv: ROWS,
    csv_called_workbook: ROWS,
    web_page_called_workbook: REFUSED,
    foreign_file: REFUSED,
    broken_json_lines: ROWS,
    deep_json: REFUSED,
    many_keys: REFUSED,
    broken_geojson: EITHER,
    broken_geopackage: REFUSED,
    foreign_database: EITHER,
}


def hostile_file(number: int, folder: Path) -> tuple[Path, str, str]:
    """(file, kind, what it must come to) of the file with this number; kinds follow one another."""
    makers = list(EXPECTED)
    maker = makers[number % len(makers)]
    name, data = maker(random.Random(number))  # noqa: S311 a seed, no secret
    file = folder / name
    file.write_bytes(data)
    return file, maker.__name__, EXPECTED[maker]
