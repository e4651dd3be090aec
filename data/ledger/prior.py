"""Linking a repeat finding to the finding it repeats: 关联问题编号 of the same file or of the ledger."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from data.intake.change import Change, Update
from data.ledger.compare import Difference
from data.ledger.recorded import RecordedFinding, rows_with
from data.ledger.statement import Statement
from data.schema import Finding

_SEPARATORS = re.compile(r"[、,，;；\s]+")


def link_priors(
    connection: Connection,
    accepted: Sequence[tuple[Statement, Difference]],
    there: Mapping[str, RecordedFinding],
) -> None:
    """Add the links. Of several references the first that is known counts; one that is not stays as words."""
    referring = [
        (statement, difference, _SEPARATORS.split(statement.values["prior_finding_reference"]))
        for statement, difference in accepted
        if statement.values.get("prior_finding_reference")
    ]
    if not referring:
        return
    table = Finding.__table__
    question = select(table.c.finding_code, table.c.finding_id)
    wanted = {code for *__, codes in referring for code in codes}
    targets: dict[str, Any] = {
        known.finding.label: known.finding.record_id or known.finding for *__, known in accepted
    }
    for row in rows_with(connection, question, table.c.finding_code, wanted):
        targets[row["finding_code"]] = row["finding_id"]
    for statement, difference, codes in referring:
        own = statement.values["finding_code"]
        code = next((code for code in codes if code in targets and code != own), None)
        recorded = there.get(own)
        if code is None or (recorded and recorded.values["prior_finding_id"] == targets[code]):
            continue
        key = difference.finding.record_id or difference.finding
        difference.writes.append(Update(Finding, key, {"prior_finding_id": targets[code]}))
        difference.changes.append(Change("prior_finding_reference", None, code))
