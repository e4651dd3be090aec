"""How findings stand on a day, by the same SQL and within the same scope as every figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from queries.compose import conditions
from queries.filters import Filters, Scope
from queries.source import Source

_COLUMNS = (
    "t.finding_id, t.finding_code, t.title, t.found_date, t.plan_year, t.project_code, t.project, "
    "t.project_type, t.region, t.section, t.unit, t.responsible_unit, t.problem_group, t.problem_class, "
    "t.amount_fen, t.has_amount, t.is_in_work_report, t.has_leader_instruction, t.is_major, "
    "coalesce(s.is_repeat, t.is_repeat), "
    "s.state, s.rectified_fen, s.open_fen, s.due_date, s.rectified_date, s.is_on_time, s.days_overdue, "
    "s.days_open, s.days_to_rectify, s.extension_count"
)


@dataclass(frozen=True)
class Standing:
    """One finding on one day. What depends on the day is None while the finding is not in the ledger yet.

    Names are None where nothing is filled in. `is_on_time` is None where there is no limit or no acceptance.
    """

    finding_id: int
    finding_code: str
    title: str
    found_date: date
    plan_year: int | None
    project_code: str
    project: str
    project_type: str | None
    region: str | None
    section: str | None
    unit: str
    responsible_unit: str
    problem_group: str | None
    problem_class: str | None
    amount_fen: int | None
    has_amount: bool
    is_in_work_report: bool
    has_leader_instruction: bool
    is_major: bool
    is_repeat: bool
    state: str | None
    rectified_fen: int | None
    open_fen: int | None
    due_date: date | None
    rectified_date: date | None
    is_on_time: bool | None
    days_overdue: int | None
    days_open: int | None
    days_to_rectify: int | None
    extension_count: int | None


def standings(source: Source, finding_ids: Iterable[int], as_of: date, scope: Scope) -> list[Standing]:
    """Those of the findings that exist and that the reader may see, in the order they were found."""
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    sql = f"""with as_of as (select cast($as_of as date) as as_of_date),
        finding_as_of as ({source.as_of_relations["finding_as_of"]})
        select {_COLUMNS}
        from finding_base as t
        left join finding_as_of as s on s.finding_id = t.finding_id
        where t.finding_id in (select unnest($finding_ids)) and {where}
        order by t.found_date, t.finding_id"""
    parameters |= {"finding_ids": list(finding_ids), "as_of": as_of}
    return [Standing(*row) for row in source.rows(sql, parameters)]
