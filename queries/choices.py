"""What the filter bar offers: the years, regions and sections that have rows the reader may see."""

from dataclasses import dataclass

from queries.compose import with_regions_below
from queries.filters import Scope
from queries.source import Source


@dataclass(frozen=True)
class Choices:
    """Plan years, newest first; regions and sections as (code, name) in the order of their tables."""

    years: tuple[int, ...]
    regions: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, str], ...]


def choices(source: Source, scope: Scope) -> Choices:
    """The choices open to a reader of this scope."""
    allowed = with_regions_below(source, scope.region) if scope.region else None
    regions = source.rows(
        """select region_code, name from region
        where $allowed::varchar[] is null or list_contains($allowed::varchar[], region_code)
        order by sort_order, region_code""",
        {"allowed": allowed},
    )
    sections = source.rows(
        """select section_code, name from section where $section is null or section_code = $section
        order by sort_order, section_code""",
        {"section": scope.section},
    )
    years = source.rows(
        "select distinct plan_year from project where plan_year is not null order by plan_year desc"
    )
    return Choices(tuple(row[0] for row in years), tuple(regions), tuple(sections))
