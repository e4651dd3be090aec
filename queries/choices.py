"""What the filter bar offers: years, regions and sections that have projects or tasks the reader may see."""

from dataclasses import dataclass
from datetime import date

from queries.compose import conditions, with_regions_below
from queries.filters import Filters, Scope
from queries.source import Source


@dataclass(frozen=True)
class Choices:
    """Plan years, newest first; regions and sections as (code, name) in the order of their tables."""

    years: tuple[int, ...]
    regions: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, str], ...]


def choices(source: Source, scope: Scope) -> Choices:
    """The choices open to a reader of this scope: what has no row there is not offered."""
    where, parameters = conditions(source, None, Filters(as_of=date.max), scope)
    allowed = with_regions_below(source, scope.region) if scope.region else None
    regions = source.rows(
        """select region_code, name from region
        where $allowed::varchar[] is null or list_contains($allowed::varchar[], region_code)
        order by sort_order, region_code""",
        {"allowed": allowed},
    )
    sections = source.rows(
        f"""select section_code, name from section
        where section_code in (
            select t.section_code from project_base as t where {where}
            union all
            select t.section_code from task_base as t where {where}
        )
        order by sort_order, section_code""",
        parameters,
    )
    years = source.rows(
        f"""select t.plan_year from project_base as t
        where t.plan_year is not null and not t.is_draft and {where}
        union
        select t.plan_year from task_base as t where {where}
        order by plan_year desc""",
        parameters,
    )
    return Choices(tuple(row[0] for row in years), tuple(regions), tuple(sections))
