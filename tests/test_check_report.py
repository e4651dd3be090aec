"""What checking found, as a reader may see it: lines with masks, and the faulty rows as a file, logged."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine, insert, select, update

from data.access.roles import NotPermittedError
from data.bringing.bring_in import Bringing, Outcome, bring_in
from data.checking.report import report_of
from data.data_room.dataset_access import Access
from data.dataset_types import dataset_types
from data.engine import reading, writing
from data.schema import Account, AccountRole, Dataset, Event
from data.warehouse import Version, WarehouseError
from queries.datasets.faulty_lines import faulty_lines, seen_totals, unread_lines
from queries.datasets.version_titles import VersionTitles, version_titles
from queries.exporting.quarantine_export import quarantine_export
from tests.dataset_rows import KEEPER, OTHER_KEEPER, signed

OWNER = Access(is_listed=True, may_read=True, is_unmasked=True)
READER = replace(OWNER, is_unmasked=False)
# The second identity number has a wrong check digit, the third line has too many cells.
BENEFITS = """身份证号,姓名,补贴项目,发放月份,金额（元）
11010519491231002X,甲,低保,2026-01,100
110105194912310021,乙,低保,2026-01,100
110105194912310021,乙,低保,2026-01,100,多
"""

# Net pay is not what gross pay and deductions give, and a row of totals states both.
PAYROLL = """单位名称,身份证号,姓名,工资月份,应发工资,扣款合计,实发工资
甲局,11010519491231002X,甲,2026-01,1000,100,950
合计,,,,1000,,950
"""
DEATHS = """身份证号,姓名,出生日期,死亡日期
11010519491231002X,甲,1949-12-31,1949-12-30
"""


@pytest.fixture
def brought(sqlite_engine: Engine, tmp_path: Path) -> Outcome:
    """A file of benefits with one faulty row and one line that is no row."""
    signed(sqlite_engine, KEEPER, OTHER_KEEPER)
    with writing(sqlite_engine) as connection:
        for account_id in connection.scalars(select(Account.account_id)).all():
            connection.execute(insert(AccountRole).values(account_id=account_id, role="data_room"))
    file = tmp_path / "补贴.csv"
    file.write_text(BENEFITS, "utf-8")
    asked = Bringing(file, file.name, "page", dataset_type="benefits")
    return bring_in(sqlite_engine, KEEPER, asked)


def test_values_of_masked_columns_are_masked_line_by_line(brought: Outcome) -> None:
    [line] = [entry for entry in faulty_lines(brought.version, OWNER) if entry.rule == "number"]
    assert (line.place.line, line.place.value) == (3, "110105194912310021")
    assert line.place.reason == "wrong_check_digit"
    [seen] = faulty_lines(brought.version, READER, "number")
    assert seen.place.value == "110***********0021"
    assert [entry.text for entry in unread_lines(brought.version, READER)] == [None]
    assert [(entry.line, entry.text[-1]) for entry in unread_lines(brought.version, OWNER) if entry.text] == [
        (4, "多")
    ]
    with pytest.raises(NotPermittedError):
        faulty_lines(brought.version, replace(READER, may_read=False))


def test_what_a_value_was_compared_with_is_masked_too(
    brought: Outcome, sqlite_engine: Engine, tmp_path: Path
) -> None:
    """The reason names the other day, or what the parts of a sum give; totals tell of a whole column."""
    assert brought.refused  # and its owner is there
    version = masked_more(sqlite_engine, tmp_path / "payroll.csv", PAYROLL, "gross_fen")
    report = report_of(version.report)
    [told] = faulty_lines(version, OWNER, "sum")
    [seen] = faulty_lines(version, READER, "sum")
    assert (told.place.detail, seen.place.detail) == ("900.00", "***")
    assert {total.column for total in seen_totals(report, version, OWNER)} == {"gross_fen", "net_fen"}
    assert [total.column for total in seen_totals(report, version, READER)] == ["net_fen"]
    assert seen_totals(report, version, replace(READER, may_read=False)) == ()
    version = masked_more(sqlite_engine, tmp_path / "deaths.csv", DEATHS, "birth_date")
    [told] = faulty_lines(version, OWNER, "date_order")
    [seen] = faulty_lines(version, READER, "date_order")
    assert (told.place.detail, seen.place.detail) == ("1949-12-31", "***")


def masked_more(engine: Engine, file: Path, text: str, column: str) -> Version:
    """The version that a file becomes, named after its type, with one more column masked."""
    file.write_text(text, "utf-8")
    asked = Bringing(file, file.name, "page", dataset_type=file.stem)
    version = bring_in(engine, KEEPER, asked).version
    columns = (
        replace(entry, mask="whole" if entry.name == column else entry.mask) for entry in version.columns
    )
    return replace(version, columns=tuple(columns))


def test_what_is_demanded_is_said_by_column(brought: Outcome, sqlite_engine: Engine) -> None:
    with reading(sqlite_engine) as connection:
        titles = version_titles(connection, brought.version)
    assert "GB 11643" in titles.demand("number", "identity_number")
    assert titles.demand("type", "paid_fen") == "金额，最多到分"
    companies = dataset_types()["companies"]
    named = {column.name: column.title for column in companies.columns}
    of_companies = VersionTitles("企业", companies, named)
    assert of_companies.demand("date_order", "cancelled_date") == "成立日期 ≤ 注销日期"
    assert (titles.dataset, titles.of_columns["paid_fen"]) == ("补贴", "发放金额")


def test_rows_in_quarantine_are_given_to_the_owner_alone_and_logged(
    brought: Outcome, sqlite_engine: Engine
) -> None:
    content = quarantine_export(sqlite_engine, KEEPER, "补贴", 1, "xlsx")
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert rows[0][3:] == ("身份证号", "姓名", "补贴项目", "发放月份", "金额（元）")
    assert (rows[1][0], rows[1][3]) == ("3", "110105194912310021")
    with pytest.raises(NotPermittedError):
        quarantine_export(sqlite_engine, OTHER_KEEPER, "补贴", 1, "csv")
    with pytest.raises(WarehouseError):
        quarantine_export(sqlite_engine, KEEPER, "补贴", 2, "csv")
    with writing(sqlite_engine) as connection:
        connection.execute(update(Dataset).values(classification="secret"))
    with pytest.raises(WarehouseError, match="涉密"):
        quarantine_export(sqlite_engine, KEEPER, "补贴", 1, "csv")
    with reading(sqlite_engine) as connection:
        kinds = connection.scalars(select(Event.kind)).all()
    assert kinds.count("rows_exported") == 1
