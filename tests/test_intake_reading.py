"""Files of every kind: encodings, separators, workbooks; hostile ones are refused in one sentence."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from bench.old_workbooks import xls_bytes
from data.intake.reading import workbook_child
from data.intake.reading.source import read_source
from data.intake.refused import FileRefusedError
from data.language import use_language
from tests.ledgers import csv_bytes, ruijin_csv, xlsx_bytes

TABLE = [["问题编号", "问题标题"], ["甲-1", "虚列支出，第一行\n第二行"], ["甲-2", '他说"不"']]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_text_in_every_encoding_and_with_every_separator(encoding: str, separator: str) -> None:
    sheet = read_source("台账.csv", csv_bytes(TABLE, encoding, separator)).sheets[0]
    assert sheet.rows == TABLE
    assert sheet.lines == [1, 2, 4]  # a quoted line feed does not shift the lines that follow


def test_gbk_that_is_no_utf_8_is_read_as_gb18030() -> None:
    assert read_source("a.txt", "编号,标题\n1,镕䶮𠮷\n".encode("gb18030")).sheets[0].rows[1] == [
        "1",
        "镕䶮𠮷",
    ]


def test_a_workbook_keeps_numbers_dates_and_merged_cells() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet, hidden = book.add_worksheet("台账"), book.add_worksheet("列表")
    hidden.hide()
    sheet.merge_range(0, 0, 1, 0, "某局")
    sheet.write_row(0, 1, [12.5, True])
    sheet.write_string(1, 1, "=1+1")
    book.close()
    first, second = read_source("a.xlsx", stream.getvalue()).sheets
    assert [row[0] for row in first.rows] == ["某局", "某局"]
    assert first.filled == {(1, 0)}
    assert [row[1] for row in first.rows] == [12.5, "=1+1"]
    assert first.rows[0][2] is True
    assert (first.is_visible, second.is_visible) == (True, False)


def test_the_old_format_is_read() -> None:
    rows = [["问题编号", "涉及金额"], ["甲-1", 251023.54], ["甲-2", 45352.0]]
    sheet = read_source("旧.xls", xls_bytes("台账", rows)).sheets[0]
    assert (sheet.name, sheet.rows) == ("台账", rows)


def far_corner() -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "甲")
    sheet.write(1_048_575, 16_383, "乙")
    book.close()
    return stream.getvalue()


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for __ in range(60):
                part.write(b"\0" * 1024**2)
    return stream.getvalue()


def encrypted() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(64)
    )


def archive_of_something_else() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return stream.getvalue()


UNCLOSED = '编号,标题\n1,"没有完\n2,x\n'
SOUND = xlsx_bytes({"台账": TABLE})
HOSTILE: list[tuple[str, str, Callable[[], bytes], str]] = [
    ("空文件", "a.csv", lambda: b"", "空的"),
    ("只有空白", "a.xlsx", lambda: b" \n ", "空的"),
    ("截断", "a.xlsx", lambda: SOUND[: len(SOUND) // 2], "损坏"),
    ("截断的头", "a.xlsx", lambda: SOUND[:30], "损坏"),
    ("乱码的旧格式", "a.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "损坏"),
    ("文本冒充工作簿", "a.xlsx", ruijin_csv, "内容却不是"),
    ("网页冒充工作簿", "a.xls", lambda: b"\xef\xbb\xbf<html><table></table></html>", "网页"),
    ("工作簿冒充文本", "a.csv", lambda: SOUND, "扩展名"),
    ("别的压缩包", "a.xlsx", archive_of_something_else, "压缩包"),
    ("加密", "a.xlsx", encrypted, "密码"),
    ("压缩炸弹", "a.xlsx", bomb, "过大"),
    ("天涯海角的单元格", "a.xlsx", far_corner, "过大"),
    ("二进制", "a.csv", lambda: bytes(range(256)) * 40, "UTF-8"),
    ("空字节", "a.txt", lambda: b"\0" * 4000, "UTF-8"),
    ("不闭合的引号", "a.csv", UNCLOSED.encode, "第 2 行"),
    ("超长的单元格", "a.csv", ("编号,标题\n1," + "长" * 200_000).encode, "第 2 行"),
    ("不认识的文件", "a.pdf", lambda: b"%PDF-1.7", "XLSX"),
]


@pytest.mark.parametrize(("what", "name", "make", "word"), HOSTILE, ids=[case[0] for case in HOSTILE])
def test_a_hostile_file_is_refused_in_one_chinese_sentence(
    what: str, name: str, make: Callable[[], bytes], word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The same bomb at a twentieth of the size: making a real one takes longer than reading it.
    monkeypatch.setattr("data.intake.reading.workbook._MAX_UNPACKED_BYTES", 50 * 1024**2)
    with pytest.raises(FileRefusedError) as refused:
        read_source(name, make())
    message = str(refused.value)
    assert word in message
    assert "Traceback" not in message
    assert "\n" not in message


def test_the_refusal_is_in_the_language_of_the_user() -> None:
    use_language("en")
    try:
        with pytest.raises(FileRefusedError, match="The file is empty"):
            read_source("a.csv", b"")
    finally:
        use_language("zh")


def test_a_file_larger_than_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.intake.reading.source.MAX_FILE_BYTES", 10)
    with pytest.raises(FileRefusedError, match="MB"):
        read_source("a.csv", ruijin_csv())


def test_the_name_of_a_file_is_only_text() -> None:
    source = read_source("../../etc/甲\x00\u202e" + "长" * 300 + ".CSV", ruijin_csv())
    assert source.file_name.startswith("甲长")
    assert source.file_name.endswith("….CSV")
    assert len(source.file_name) <= 200


def test_the_reader_of_workbooks_stands_alone() -> None:
    """The child process runs with `-I`: it must not need the project on its path."""
    source = Path(workbook_child.__file__).read_text("utf-8")
    assert "from data" not in source
    assert "import data" not in source
