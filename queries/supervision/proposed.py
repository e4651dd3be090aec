"""What is proposed for one finding on a day, for its own page."""

from dataclasses import dataclass
from datetime import date

from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source


@dataclass(frozen=True)
class Proposal:
    """The rung, and why: the column `escalation_reason` of escalation_proposal_as_of."""

    step: str
    reason: str


def proposed_for(source: Source, finding_id: int, as_of: date, scope: Scope) -> Proposal | None:
    """The proposal; None where nothing is proposed, or the reader may not see the finding."""
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    sql = f"""{relations_read(source, "from escalation_proposal_as_of", [as_of])}
        select t.escalation_step, t.escalation_reason from escalation_proposal_as_of as t
        where {where} and t.finding_id = $finding_id"""
    found = source.rows(sql, parameters | {"finding_id": finding_id})
    return Proposal(*found[0]) if found else None
