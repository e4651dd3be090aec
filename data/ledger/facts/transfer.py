"""移送: a matter that has to go to another body, and whether it went."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.intake.change import Change
from data.ledger.facts.fact import Fact, changes

_FIELDS = {
    "receiving_body": "transfer_body",
    "document_number": "transfer_number",
    "decided_date": "transfer_decided_date",
    "sent_date": "transfer_sent_date",
    "result": "transfer_result",
    "result_date": "transfer_result_date",
}


def settle_transfer(values: Mapping[str, Any], facts: list[Fact], day: date) -> None:
    """Bring the transfer of a finding in line with a row.

    A row has one transfer; it is found by its number, else it is the newest. A document number says that the
    matter went out, so without a date it is dated by the day of the file.
    """
    stated = {column: values.get(field) for column, field in _FIELDS.items()}
    is_out = values.get("state") == "transferred" or stated["document_number"] or stated["result"]
    if not (is_out or values.get("is_transfer_due") or any(stated.values())):
        return
    numbered = [fact for fact in facts if fact["document_number"] == stated["document_number"]]
    fact = (numbered or facts)[-1] if facts else None
    if fact is None:
        fact = Fact({"decided_date": stated["decided_date"] or stated["sent_date"] or day})
        facts.append(fact)
    fact.state(**stated)
    if is_out and fact["sent_date"] is None:
        fact.values["sent_date"] = max(day, fact["decided_date"])


def transfer_changes(facts: list[Fact]) -> list[Change]:
    """The history by the names of the fields."""
    return changes(facts, lambda __, column: _FIELDS.get(column))
