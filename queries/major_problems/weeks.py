"""The weeks of problems of the list, side by side: which was told, and how it looked."""

from dataclasses import dataclass
from datetime import date

from queries.catalog import kpis
from queries.compose import conditions, relations_read, seen_where_led
from queries.filters import Filters, Scope
from queries.source import Source


@dataclass(frozen=True)
class WeekCell:
    """One week of one problem. `week_colour` None: nothing was told; `is_owed` False: no working day."""

    finding_id: int
    finding_code: str
    title: str
    week_date: date
    is_owed: bool
    week_colour: str | None
    rule_colour: str
    is_colour_said: bool
    week_state: str | None


_COLUMNS = (
    "t.finding_id, t.finding_code, t.title, t.week_date, t.is_owed, t.week_colour, t.rule_colour, "
    "t.is_colour_said, t.week_state"
)


def weeks_on_list(
    source: Source, filters: Filters, scope: Scope, *, problems: int, weeks: int
) -> list[WeekCell]:
    """The newest weeks of the problems open on the list that press most: stuck first, then most missed."""
    where, parameters = conditions(source, kpis()["major_problems_open"], filters, scope)
    sql = f"""{relations_read(source, "from major_week_as_of join major_problem_as_of", [filters.as_of])},
        pressing as (
            select
                t.finding_id,
                row_number() over (
                    order by
                        list_position(['red', 'amber', null, 'green'], t.week_colour) nulls last,
                        t.weeks_missed desc, t.is_owed_now desc, t.listed_date, t.finding_id
                ) as place
            from major_problem_as_of as t
            where t.is_on_list and {where}
        )
        select {_COLUMNS}
        from major_week_as_of as t
        join pressing as p on p.finding_id = t.finding_id
        where p.place <= {int(problems)} and t.week_date > t.as_of_date - {7 * int(weeks)}
        order by p.place, t.week_date"""
    return [WeekCell(*row) for row in source.rows(sql, parameters)]


def weeks_of(source: Source, finding_id: int, as_of: date, scope: Scope) -> list[WeekCell]:
    """All weeks of one problem, newest first; none where the reader may not see it."""
    where, parameters = seen_where_led(source, scope)
    sql = f"""{relations_read(source, "from major_week_as_of", [as_of])}
        select {_COLUMNS} from major_week_as_of as t
        where t.finding_id = $finding_id and {where} order by t.week_date desc"""
    return [WeekCell(*row) for row in source.rows(sql, parameters | {"finding_id": finding_id})]
