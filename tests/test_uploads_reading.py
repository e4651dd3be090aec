"""How files are read: lines and their places, encodings, headings, merged cells, cancelling."""

from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from bench.hostile_files import merged_cells
from data.uploads import (
    Choices,
    Staged,
    UploadCancelledError,
    UploadRefusedError,
    encoding,
    limits,
    parts,
    propose,
    stage,
)


def staged(data: bytes, folder: Path, choices: Choices = Choices(), name: str = "a.csv") -> Staged:  # noqa: B008
    file, work = folder / name, folder / "work"
    file.write_bytes(data)
    work.mkdir()
    return stage(file, choices, work)


def rows(staged: Staged) -> list[tuple]:
    with duckdb.connect() as connection:  # the shared one may be in the hands of another test
        return connection.sql(f"from read_parquet({list(map(str, staged.files))}) order by _line").fetchall()


def refused(staged: Staged) -> list[tuple[int, str]]:
    return [(row["line"], row["text"]) for row in pq.read_table(staged.refused).to_pylist()]


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    found = staged(b'a,b\n1,2\n\n3,"x\ny"\n5\n6,7,8\n9,9', tmp_path)
    assert rows(found) == [(2, "1", "2"), (4, "3", "x\ny"), (8, "9", "9")]
    assert refused(found) == [(6, "5"), (7, "6,7,8")]


def test_an_open_quotation_mark_costs_its_own_line_only(tmp_path: Path) -> None:
    found = staged(b'a,b\n1,2\n3,4" pipe\n5,"open\n6,6\n7,7\n', tmp_path)
    assert [line for line, *__ in rows(found)] == [2, 3, 5, 6]
    assert refused(found) == [(4, '5,"open')]


def test_a_long_text_is_cut_between_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART_BYTES", 10_000)
    monkeypatch.setattr(encoding, "BLOCK_BYTES", 4_099)
    lines = ["k,v", *(f'{at},"x\n{at}"' for at in range(5_000))]
    found = staged("\n".join(lines).encode(), tmp_path)
    assert len(found.files) > 3
    assert found.refused is None
    assert [row[:2] for row in rows(found)] == [(2 * at + 2, str(at)) for at in range(5_000)]


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_is_told(name: str, tmp_path: Path) -> None:
    found = staged("姓名,金额\n张三𠮷,1\n".encode(name), tmp_path)
    assert rows(found) == [(2, "张三𠮷", "1")]
    assert found.columns == ("姓名", "金额")
    assert found.choices.encoding == name.removesuffix("-sig")


def test_the_place_of_a_byte_in_no_encoding_is_told(tmp_path: Path) -> None:
    with pytest.raises(UploadRefusedError, match=r"UTF-8：第 2 行，第 4 字节；GB18030：第 3 行，第 9 字节"):
        staged(b"a,b\n\xd5\xc5,1\n\xff,2\n", tmp_path)


def test_an_encoding_that_is_asked_for_is_kept_to(tmp_path: Path) -> None:
    with pytest.raises(UploadRefusedError, match="UTF-8"):
        staged("姓名\n张三\n".encode("gb18030"), tmp_path, Choices(encoding="utf-8"))
    assert not list((tmp_path / "work").iterdir())


def test_titles_above_the_heading_are_passed_over(tmp_path: Path) -> None:
    found = staged("支付情况表\n\n单位,金额\n甲,1\n乙,2\n".encode(), tmp_path)
    assert found.columns == ("单位", "金额")
    assert found.choices.heading_row == 3
    assert [row[0] for row in rows(found)] == [4, 5]


def test_a_file_without_heading_has_columns_by_place(tmp_path: Path) -> None:
    found = staged(b"1,2025-01-01\n2,2025-01-02\n", tmp_path)
    assert found.columns == ("列1", "列2")
    assert found.rows == 2
    assert found.notes


def test_names_are_inert_and_unique(tmp_path: Path) -> None:
    found = staged(
        '金额,金额,,_line,"a""; drop","=1+1"\n1,2,3,4,5,6\n'.encode(), tmp_path, Choices(heading_row=1)
    )
    assert found.columns == ("金额", "金额_2", "列3", "line", "a_drop", "1_1")


def test_merged_cells_belong_to_all_they_cover(tmp_path: Path) -> None:
    import random  # noqa: PLC0415

    name, data = merged_cells(random.Random(1))  # noqa: S311
    found = staged(data, tmp_path, name=name)
    assert found.columns == ("单位", "金额_预算", "金额_决算", "备注")
    assert [(row[0], row[1]) for row in rows(found)] == [(4, "教育局"), (5, "教育局"), (6, "教育局")]


def test_what_is_proposed_is_what_is_staged(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("姓名\t金额\n张三\t1\n".encode("gb18030"))
    proposal = propose(file)
    work = tmp_path / "work"
    work.mkdir()
    found = stage(file, proposal.choices, work)
    assert (found.choices, found.columns) == (proposal.choices, proposal.columns)
    assert proposal.choices == Choices("gb18030", "\t", None, 1)
    assert proposal.sample_rows == (("张三", "1"),)


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_all_rows_of_a_small_file_are_shown_before_it_is_brought_in(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("姓名,金额\r\n张三,1\r\n李四,2\r\n".encode(name))
    assert propose(file).sample_rows == (("张三", "1"), ("李四", "2"))


def test_the_sheet_proposed_holds_the_table_and_not_the_directions(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        book.add_worksheet("说明").write_column(0, 0, ["填报说明", "一、本表由各单位填写", "二、单位为元"])
        table = book.add_worksheet("明细")
        table.write_row(1, 0, ["姓名", "金额"])
        table.write_row(2, 0, ["张三", 1])
        hidden = book.add_worksheet("备查")
        hidden.write_row(0, 0, ["甲", "乙"])
        hidden.hide()
    proposal = propose(file)
    assert (proposal.choices.sheet, proposal.choices.heading_row) == ("明细", 2)
    assert proposal.sheets == ("说明", "明细", "备查")
    assert proposal.sample_rows == (("张三", "1"),)


def test_a_list_of_one_column_is_proposed_before_a_hidden_table(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        hidden = book.add_worksheet("备查")
        hidden.write_row(0, 0, ["甲", "乙"])
        hidden.write_row(1, 0, ["1", "2"])
        hidden.hide()
        names = book.add_worksheet("名单")
        names.write_column(0, 0, ["姓名", "张三", "李四"])
        names.activate()
    proposal = propose(file)
    assert proposal.choices.sheet == "名单"
    assert proposal.sample_rows == (("张三",), ("李四",))


def test_a_cancelled_upload_leaves_nothing(tmp_path: Path) -> None:
    file, work = tmp_path / "a.csv", tmp_path / "work"
    file.write_bytes(b"a,b\n" + b"1,2\n" * (limits.BLOCK_BYTES // 2))
    work.mkdir()
    told: list[tuple[int, int]] = []
    with pytest.raises(UploadCancelledError):
        stage(file, Choices(), work, lambda done, of_all: told.append((done, of_all)), lambda: len(told) > 0)
    assert told == [(limits.BLOCK_BYTES, file.stat().st_size)]
    assert not list(work.iterdir())


def test_keys_of_json_lines_become_columns(tmp_path: Path) -> None:
    data = '{"姓名": "张三", "金额": 1.50}\n\n{"金额": 2, "标签": ["a"]}\n[1]\n'.encode()
    found = staged(data, tmp_path, name="a.jsonl")
    assert found.columns == ("姓名", "金额", "标签")
    assert rows(found) == [(1, "张三", "1.5", None), (3, None, "2", '["a"]')]
    assert refused(found) == [(4, "[1]")]
