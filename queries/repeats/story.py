"""The story of one repeated problem: every finding of its class in the unit and its predecessors, by year."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from data.schema import Account, EstablishedRule, Rectification, RepeatDecision
from queries.cards.finding_standing import Standing, standings
from queries.filters import Scope
from queries.source import Source


@dataclass(frozen=True)
class Chapter:
    """One finding of the story: how it stands, what was done about it, and who called it a repeat.

    `decision` is the newest one up to the day: (is a repeat, whose, reason, day); the account's name where
    the person is gone.
    """

    standing: Standing
    measures: str | None
    account: str | None
    rules: int
    decision: tuple[bool, str, str, date] | None


@dataclass(frozen=True)
class Story:
    """`chapters` are those the reader may see, oldest first. `hidden` counts the others."""

    unit: str
    problem_class: str | None
    chapters: tuple[Chapter, ...]
    hidden: int

    @property
    def years(self) -> tuple[int, ...]:
        """The plan years it was found in."""
        return tuple(
            sorted({entry.standing.plan_year for entry in self.chapters if entry.standing.plan_year})
        )


def story(source: Source, connection: Connection, finding_id: int, as_of: date, scope: Scope) -> Story | None:
    """The story that a finding belongs to; None where the reader may not see it or it has no class."""
    if not standings(source, [finding_id], as_of, scope):
        return None
    same = """
        select e.finding_id
        from finding_base as f
        join unit_heritage as h on h.unit_id = f.unit_id
        join unit_heritage as g on g.audited_unit_id = h.audited_unit_id
        join finding_base as e on e.unit_id = g.unit_id or e.unit_id = h.audited_unit_id
        where f.finding_id = $finding_id and e.problem_class_code = f.problem_class_code
            and e.found_date <= $as_of
        group by e.finding_id"""
    ids = [row[0] for row in source.rows(same, {"finding_id": finding_id, "as_of": as_of})]
    if not ids:
        return None
    seen = standings(source, ids, as_of, scope)
    this = next((entry for entry in seen if entry.finding_id == finding_id), None)
    if this is None:
        return None
    return Story(
        unit=this.unit,
        problem_class=this.problem_class,
        chapters=tuple(_chapters(connection, seen, as_of)),
        hidden=len(ids) - len(seen),
    )


def _chapters(connection: Connection, seen: list[Standing], as_of: date) -> list[Chapter]:
    ids = [entry.finding_id for entry in seen]
    work = {
        row.finding_id: row
        for row in connection.execute(
            select(Rectification.finding_id, Rectification.measures, Rectification.account).where(
                Rectification.finding_id.in_(ids)
            )
        )
    }
    rules: dict[int, int] = {}
    counted = select(EstablishedRule.finding_id, EstablishedRule.rule_count).where(
        EstablishedRule.finding_id.in_(ids),
        EstablishedRule.kind == "rule",
        EstablishedRule.fact_date <= as_of,
    )
    for finding_id, count in connection.execute(counted):
        rules[finding_id] = rules.get(finding_id, 0) + count
    decided = (
        select(RepeatDecision, func.coalesce(Account.display_name, RepeatDecision.user_name).label("person"))
        .outerjoin(Account, Account.user_name == RepeatDecision.user_name)
        .where(RepeatDecision.finding_id.in_(ids), RepeatDecision.fact_date <= as_of)
        .order_by(RepeatDecision.fact_date, RepeatDecision.repeat_decision_id)
    )
    decisions = {
        row.finding_id: (row.is_repeat, row.person, row.reason, row.fact_date)
        for row in connection.execute(decided)
    }
    return [
        Chapter(
            entry,
            work[entry.finding_id].measures if entry.finding_id in work else None,
            work[entry.finding_id].account if entry.finding_id in work else None,
            rules.get(entry.finding_id, 0),
            decisions.get(entry.finding_id),
        )
        for entry in seen
    ]
