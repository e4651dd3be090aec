"""Rows in quarantine are corrected and come in as a version that adds them, and no row comes in twice."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine, insert, select

from data.access.roles import COMMAND_LINE, NotPermittedError
from data.bringing.bring_in import Bringing, bring_in
from data.bringing.correcting import Corrected, Correcting, correct
from data.bringing.open_rows import quarantine
from data.engine import reading, writing
from data.language import use_language
from data.schema import Account, AccountRole, DataMovement, Event
from data.uploads import UploadCancelledError, UploadRefusedError
from data.warehouse import Version, verify, versions
from queries.exporting.quarantine_export import quarantine_export
from tests.dataset_rows import KEEPER, OTHER_KEEPER, rows_of, signed

# Amounts in 万元; lines 3, 4 and 6 break rules, line 7 is a row of totals. 备注 is no column of the type.
PAYMENTS = """付款单号,付款单位,收款单位,付款日期,金额（万元）,备注
F1,市教育局,甲公司,2026-01-05,1.5,一
F2,市教育局,,2026-01-06,2,=二
F3,市教育局,丙公司,不详,3,三
F4,市教育局,丁公司,2026-01-08,4,四
F1,市教育局,甲公司,2026-01-09,5,五
合计,,,,15.5,
"""


def opened(engine: Engine, folder: Path) -> None:
    """An owner and another keeper, and a dataset of three rows in quarantine."""
    signed(engine, KEEPER, OTHER_KEEPER)
    with writing(engine) as connection:
        for account_id in connection.scalars(select(Account.account_id)).all():
            connection.execute(insert(AccountRole).values(account_id=account_id, role="data_room"))
    brought(engine, folder, PAYMENTS, "replace")


def brought(engine: Engine, folder: Path, text: str, change: str) -> Version:
    file = folder / "付款.csv"
    file.write_bytes(text.encode("gb18030"))
    asked = Bringing(file, file.name, "page", dataset="付款", dataset_type="payments", change=change)
    return bring_in(engine, KEEPER, asked).version


def taken(engine: Engine, number: int, ending: str = "csv") -> list[list[str]]:
    """The rows in quarantine as a person gets them, with their headings."""
    content = quarantine_export(engine, KEEPER, "付款", number, ending)
    if ending == "csv":
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]


def written(file: Path, rows: list[list[str]]) -> Path:
    if file.suffix == ".csv":
        with file.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows(rows)
        return file
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file


def submitted(engine: Engine, file: Path, number: int | None = None) -> Corrected:
    return correct(engine, KEEPER, Correcting("付款", file, file.name, "page", number))


def all_versions(engine: Engine) -> tuple[Version, ...]:
    with reading(engine) as connection:
        return versions(connection, 1)


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_was_corrected_comes_in_and_the_rest_waits(engine: Engine, tmp_path: Path, ending: str) -> None:
    opened(engine, tmp_path)
    rows = taken(engine, 1, ending)
    assert [row[0] for row in rows] == ["文件行号（第 1 版）", "3", "4", "6"]
    assert rows[0][3:] == ["付款单号", "付款单位", "收款单位", "付款日期", "金额（万元）", "备注"]
    rows[1][5] = "乙公司"
    rows[2][6] = "还是不详"
    done = submitted(engine, written(tmp_path / f"更正.{ending}", rows))
    assert (done.version.number, done.version.change, done.corrects) == (2, "correct", 1)
    assert (done.rows, done.refused, done.already, done.left) == (1, 2, 0, 2)
    assert done.version.row_count == 3
    codes_and_fen = {(row[0], row[8]) for row in rows_of(done.version)}
    assert codes_and_fen == {("F1", 1_500_000), ("F4", 4_000_000), ("F2", 2_000_000)}
    assert not verify(done.version)
    # The rows that wait are those of version 1, as they were corrected last, whichever version is named.
    left = taken(engine, 2, ending)
    assert [row[0] for row in left] == ["文件行号（第 1 版）", "4", "6"]
    assert left[1][6] == "还是不详"
    left[1][6] = "2026-01-07"
    del left[2]
    last = submitted(engine, written(tmp_path / f"再次.{ending}", left))
    assert (last.version.number, last.rows, last.refused, last.left) == (3, 1, 0, 1)
    with reading(engine) as connection:
        kinds = connection.scalars(select(Event.kind)).all()
        moved = connection.execute(
            select(DataMovement.version_number, DataMovement.row_count, DataMovement.purpose).order_by(
                DataMovement.data_movement_id
            )
        ).all()
    assert kinds.count("dataset_version_added") == 3
    assert [tuple(row) for row in moved][1:] == [
        (2, 1, "更正第 1 版被隔离的行"),
        (3, 1, "更正第 1 版被隔离的行"),
    ]


def test_a_corrected_row_is_not_taken_in_twice(sqlite_engine: Engine, tmp_path: Path) -> None:
    opened(sqlite_engine, tmp_path)
    rows = taken(sqlite_engine, 1)
    rows[1][5] = "乙公司"
    first = written(tmp_path / "一.csv", rows)
    submitted(sqlite_engine, first)
    rows[2][6] = "2026-01-07"
    second = submitted(sqlite_engine, written(tmp_path / "二.csv", rows))
    assert (second.rows, second.already, second.version.row_count) == (1, 1, 4)
    # The same key again: refused by the rule of keys, not by the line.
    with pytest.raises(UploadRefusedError, match="还没有一行改对"):
        submitted(sqlite_engine, first)
    rows[3][3] = "F5"
    third = submitted(sqlite_engine, written(tmp_path / "三.csv", rows))
    assert (third.rows, third.already, third.left) == (1, 2, 0)
    with pytest.raises(UploadRefusedError, match="此前都已更正入库"):
        submitted(sqlite_engine, tmp_path / "三.csv")
    held = quarantine(all_versions(sqlite_engine), 1)
    assert held is not None
    assert held.open_count() == 0
    assert [version.row_count for version in all_versions(sqlite_engine)] == [2, 3, 4, 5]


def test_the_quality_is_that_of_the_whole_version(sqlite_engine: Engine, tmp_path: Path) -> None:
    """As if every row had come in one file, whether it was corrected since or added later."""

    def of_one_file(text: str) -> int | None:
        """In a dataset that is replaced each time: version 1 of it has nothing to do with the others."""
        file = tmp_path / "一次.csv"
        file.write_text(text, "utf-8")
        asked = Bringing(file, file.name, "page", dataset="一次", dataset_type="payments")
        return bring_in(sqlite_engine, KEEPER, asked).version.quality_basis_points

    opened(sqlite_engine, tmp_path)
    first = all_versions(sqlite_engine)[0].quality_basis_points
    assert first == of_one_file(PAYMENTS) != 10_000
    rows = taken(sqlite_engine, 1)
    rows[1][5] = "乙公司"
    one = submitted(sqlite_engine, written(tmp_path / "一.csv", rows)).version
    text = PAYMENTS.replace("F2,市教育局,,", "F2,市教育局,乙公司,")
    assert one.quality_basis_points == of_one_file(text) > first
    # The file itself was judged by its three rows alone.
    assert one.report["quality_basis_points"] < one.quality_basis_points
    rows[2][6], rows[3][3] = "2026-01-07", "F5"
    both = submitted(sqlite_engine, written(tmp_path / "二.csv", rows[:1] + rows[2:])).version
    assert (both.quality_basis_points, both.row_count) == (10_000, 5)
    heading = PAYMENTS.splitlines()[0] + "\n"
    more = "F8,市教育局,甲公司,2026-01-05,1.5,\nF9,,甲公司,不详,1.5,\n"
    added = brought(sqlite_engine, tmp_path, heading + more, "append")
    text = text.replace("不详", "2026-01-07").replace(
        "F1,市教育局,甲公司,2026-01-09", "F5,市教育局,甲公司,2026-01-09"
    )
    assert added.quality_basis_points == of_one_file(text + more) < 10_000
    assert brought(sqlite_engine, tmp_path, PAYMENTS, "replace").quality_basis_points == first


def change_line(rows: list[list[str]]) -> None:
    rows[1][0] = "5"


def repeat_line(rows: list[list[str]]) -> None:
    rows[2][0] = "3"


def empty_line(rows: list[list[str]]) -> None:
    rows[2][0] = ""


def take_heading_away(rows: list[list[str]]) -> None:
    rows[0][0] = "行"


def name_another_version(rows: list[list[str]]) -> None:
    rows[0][0] = "文件行号（第 7 版）"


def leave_headings_alone(rows: list[list[str]]) -> None:
    del rows[1:]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (change_line, "以下行号不在隔离区：5。"),
        (repeat_line, "以下行号出现了不止一次：3。"),
        (empty_line, "以下各行没有填文件行号：3。"),
        (take_heading_away, "没有“文件行号（第 1 版）”这一列"),
        (name_another_version, "第 7 版没有被隔离的行"),
        (leave_headings_alone, "表头下面没有数据行"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_file_that_does_not_say_which_rows_it_holds_is_refused(
    sqlite_engine: Engine, tmp_path: Path, spoil: Callable[[list[list[str]]], None], words: str
) -> None:
    opened(sqlite_engine, tmp_path)
    rows = taken(sqlite_engine, 1)
    spoil(rows)
    with pytest.raises(UploadRefusedError) as refused:
        submitted(sqlite_engine, written(tmp_path / "坏.csv", rows))
    assert words in str(refused.value)
    assert len(all_versions(sqlite_engine)) == 1


def test_columns_may_be_left_out_moved_and_come_in_either_language(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    opened(sqlite_engine, tmp_path)
    use_language("en")
    try:
        rows = taken(sqlite_engine, 1)
    finally:
        use_language("zh")
    assert rows[0][0] == "Line in the file (version 1)"
    assert rows[1][8] == "'=二"
    heading, row = rows[0], rows[1]
    row[5] = "乙公司"
    kept = [0, 7, 4, 5, 6, 3, 8]  # without reasons, the rest in another order
    file = written(tmp_path / "c.csv", [[line[place] for place in kept] for line in (heading, row)])
    done = submitted(sqlite_engine, file, number=1)
    assert ("F2", 2_000_000) in {(entry[0], entry[8]) for entry in rows_of(done.version)}
    with pytest.raises(UploadRefusedError, match="不是第 9 版"):
        submitted(sqlite_engine, file, number=9)


def test_what_nobody_corrected_comes_back_as_it_was(sqlite_engine: Engine, tmp_path: Path) -> None:
    """Also what came with the mark that keeps a spreadsheet from reading a formula."""
    names = ["'=甲", "''=甲", "=甲", "'甲", "'-5", "-5", "@甲", "'"]
    lines = "".join(f'F{place},,"{name}",2026-01-05,1\n' for place, name in enumerate(names))
    opened(sqlite_engine, tmp_path)
    sound = "付款单号,付款单位,收款单位,付款日期,金额\nF,市教育局,乙公司,2026-01-05,1\n"
    brought(sqlite_engine, tmp_path, sound + lines, "replace")
    rows = taken(sqlite_engine, 2)
    for row in rows[1:]:
        row[4] = "市教育局"
    done = submitted(sqlite_engine, written(tmp_path / "更正.csv", rows))
    payee = [column.name for column in done.version.columns].index("payee_name")
    assert [row[payee] for row in rows_of(done.version, "payment_code")][1:] == names


def test_rows_of_a_version_that_was_replaced_are_gone(sqlite_engine: Engine, tmp_path: Path) -> None:
    opened(sqlite_engine, tmp_path)
    rows = taken(sqlite_engine, 1)
    rows[1][5] = "乙公司"
    brought(sqlite_engine, tmp_path, PAYMENTS.replace("丙公司", "戊公司"), "replace")
    with pytest.raises(UploadRefusedError, match="后来已被替换"):
        submitted(sqlite_engine, written(tmp_path / "旧.csv", rows))


def test_its_owner_alone_corrects_and_may_cancel(sqlite_engine: Engine, tmp_path: Path) -> None:
    opened(sqlite_engine, tmp_path)
    rows = taken(sqlite_engine, 1)
    rows[1][5] = "乙公司"
    asked = Correcting("付款", written(tmp_path / "更正.csv", rows), "更正.csv", "page")
    with pytest.raises(NotPermittedError):
        correct(sqlite_engine, OTHER_KEEPER, asked)
    with pytest.raises(UploadCancelledError):
        correct(sqlite_engine, KEEPER, asked, is_cancelled=lambda: True)
    assert len(all_versions(sqlite_engine)) == 1
    told: list[str] = []
    correct(sqlite_engine, COMMAND_LINE, asked, lambda step, *__: told.append(step))
    assert list(dict.fromkeys(told)) == ["read", "check", "store"]


def test_a_dataset_without_a_type_has_nothing_to_correct(sqlite_engine: Engine, tmp_path: Path) -> None:
    signed(sqlite_engine, KEEPER)
    file = tmp_path / "原样.csv"
    file.write_text("甲,乙\n1,2\n", "utf-8")
    bring_in(sqlite_engine, KEEPER, Bringing(file, file.name, "page"))
    with pytest.raises(UploadRefusedError, match="按原样保存"):
        correct(sqlite_engine, KEEPER, Correcting("原样", file, file.name, "page"))
