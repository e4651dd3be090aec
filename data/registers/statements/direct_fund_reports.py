"""A report on direct funds is known by fund and day; its amounts count from the start of the fund."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book
from data.registers.plain import plain
from data.registers.references import NotKnownYetError
from data.schema import DirectFund, DirectFundReport


def state(book: Book, row: Row) -> Record:
    """What was broken down and paid by the day of a row. Refuses more than was allotted."""
    fund = book.find(DirectFund, fund_code=row.values["fund_code"])
    if fund is None:
        raise NotKnownYetError("fund_code", _("no such fund; import the register of direct funds first"))
    record = plain(
        book, row, DirectFundReport, {"direct_fund_id": fund, "report_date": row.values["report_date"]}
    )
    allotted = fund.values["allotted_fen"]
    for field in ("broken_down", "paid"):
        if (record.values.get(f"{field}_fen") or 0) > allotted:
            raise RowRefusedError(field, _("more than was allotted"))
    return record
