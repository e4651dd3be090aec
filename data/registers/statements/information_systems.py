"""An information system is known by its code; how much it is used, by the day."""

import re

from data.intake.change import Record
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.dated import dated
from data.registers.references import NotKnownYetError
from data.schema import Finding, InformationSystem, ItFacility, SystemFinding, SystemUse

_COLUMNS = {
    name: name
    for name in (
        *("name", "kind", "functions", "build_mode", "use_scope", "approving_units", "approval_document"),
        *("approved_date", "contract_date", "accepted_date", "online_date", "retired_date"),
        *("connected_date", "developer_name", "maintainer_name", "source"),
    )
}
_USE = {name: name for name in ("authorised_users", "monthly_active_users", "logins_90_days")}
_SEPARATORS = re.compile(r"[、,，;；\s]+")


def state(book: Book, row: Row) -> Record:
    """The system of a row."""
    code = row.values["system_code"]
    record = book.find(InformationSystem, system_code=code)
    if record is None:
        record = book.new(InformationSystem, row.values.get("name") or code, system_code=code)
    book.state(record, row, _COLUMNS)
    if unit := references.unit(book, row):
        book.set(record, row, "unit_id", unit, "unit_name")
    if network := _network(book, row):
        book.set(record, row, "it_facility_id", network, "network")
    day = row.values.get("data_date") or book.as_of
    dated(book, row, SystemUse, {"information_system_id": record}, _USE, day)
    for finding in _findings(book, row):
        keys = {"information_system_id": record, "finding_id": finding}
        if book.find(SystemFinding, **keys) is None:
            book.note_new(book.new(SystemFinding, finding.values["finding_code"], **keys), "finding_codes")
    return record


def _network(book: Book, row: Row) -> Record | None:
    named = row.values.get("network")
    if not named:
        return None
    record = book.find(ItFacility, facility_code=named) or book.find(ItFacility, name=named)
    if record is None:
        raise NotKnownYetError("network", _("no such network; import the register of networks first"))
    return record


def _findings(book: Book, row: Row) -> list[Record]:
    found = []
    for code in filter(None, _SEPARATORS.split(row.values.get("finding_codes") or "")):
        record = book.find(Finding, finding_code=code)
        if record is None:
            raise NotKnownYetError("finding_codes", _("no such finding in the ledger"))
        found.append(record)
    return found
