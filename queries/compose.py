"""The parts of SQL that every question shares: the relations on the days asked for, and the conditions.

Values are bound; identifiers come from the headers of reviewed files and from queries/dimensions.py.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from queries.catalog import FILTERS, Kpi
from queries.dimensions import DIMENSIONS
from queries.filters import EVERYTHING, Filters, Scope
from queries.own_relations import lies_in, own_relations, reads_own, seen, seen_or_issued
from queries.read_from import in_order_of_need, read_from
from queries.source import Source

_FILTER_COLUMNS = {
    "year": "plan_year",
    "section": "section_code",
    "project_type": "project_type",
    "amount_band": "amount_band",
    "in_work_report": "is_in_work_report",
    "leader_instruction": "has_leader_instruction",
}
# What is issued to a section or region is theirs to see as well, wherever it was found.
_ISSUED = {"suspect_as_of"}
# What a section leads is theirs to see as well, wherever it was found.
_LED = {"major_problem_as_of", "major_week_as_of"}
# What is put up for the whole bureau, of no section and no region, is everybody's to see.
_FOR_ALL = {"offer_as_of"}
# What is about several projects lies in the regions of all of them (`region_codes`).
_OF_SEVERAL_REGIONS = {"document_as_of"}


def within(kpi: Kpi, filters: Filters) -> Filters:
    """The filters without what the KPI's rows cannot be narrowed by, and those steps of a drill."""
    others: dict[str, Any] = dict.fromkeys(set(FILTERS) - set(kpi.filters))
    drill = tuple(step for step in filters.drill if step[0] in kpi.group_by)
    return replace(filters, drill=drill, **others)


def relations(source: Source, kpi: Kpi, days: list[date], scope: Scope = EVERYTHING) -> str:
    """The day or days asked for, and the text of the relations that the KPI reads, as one WITH clause."""
    return relations_read(source, f"{kpi.sql} from {kpi.relation}", days, scope)


def relations_read(source: Source, sql: str, days: list[date], scope: Scope = EVERYTHING) -> str:
    """The WITH clause that `sql` has to stand behind: the days asked for, and the relations that it reads.

    Relations that count what the reader may see (queries/own_relations.py) count it for `scope`; the values
    to bind for a bound one are those of `conditions`.
    """
    listed = ", ".join(f"date '{day:%Y-%m-%d}'" for day in days)
    parts = [f"as_of as (select unnest([{listed}]) as as_of_date)"]
    parts += [f"{name} as ({sql})" for name, sql in _needed(source, sql, days, scope)]
    return "with " + ",\n".join(parts)


def _needed(source: Source, sql: str, days: list[date], scope: Scope) -> list[tuple[str, str]]:
    """The relations that the SQL reads, and those that they read in turn, each after what it needs."""
    written = source.as_of_relations | own_relations(scope)
    needed: dict[str, str] = {}
    texts = [sql]
    while texts:
        read = read_from(texts.pop()) & written.keys()
        for name in sorted(read - needed.keys()):
            # What another reader counted is not held for this one.
            is_shared = scope == EVERYTHING or not reads_own(source.as_of_relations, name)
            if is_shared and (table := _held(source, name, days)):
                needed[name] = f"select * from {table}"
            else:
                needed[name] = written[name]
                texts.append(needed[name])
    return in_order_of_need(needed)


def _held(source: Source, name: str, days: list[date]) -> str | None:
    if source.held is None or name not in source.as_of_relations:
        return None
    sql = source.as_of_relations[name]

    def rows(source: Source) -> str:
        return f"{relations_read(source, sql, days)} select * from ({sql})"

    return source.held.table(
        name, days, reads=lambda: read_from(rows(replace(source, held=None))), made_by=lambda: rows(source)
    )


def conditions(source: Source, kpi: Kpi | None, filters: Filters, scope: Scope) -> tuple[str, dict[str, Any]]:
    """What narrows the rows `t`: the filters, the drill, what the reader may see; and the values to bind.

    Filters that the KPI does not take (`Kpi.filters`) do not narrow it; what the reader may see always does.
    """
    if kpi is not None:
        filters = replace(filters, **dict.fromkeys(set(FILTERS) - set(kpi.filters)))  # type: ignore[arg-type]
    found = ["true"]
    parameters: dict[str, Any] = {}
    for field, column in _FILTER_COLUMNS.items():
        wanted = getattr(filters, field)
        if wanted is not None:
            found.append(f"t.{column} = ${field}")
            parameters[field] = wanted
    has_regions = kpi is not None and kpi.relation in _OF_SEVERAL_REGIONS
    if filters.region is not None:
        found.append(lies_in("region", has_regions=has_regions))
        parameters["region"] = with_regions_below(source, filters.region)
    if kpi is not None and kpi.relation in _ISSUED:
        is_seen = seen_or_issued(scope)
    else:
        is_led = kpi is not None and kpi.relation in _LED
        is_seen = seen(scope, is_led=is_led, has_regions=has_regions)
    if kpi is not None and kpi.relation in _FOR_ALL:
        is_seen = f"({is_seen} or (t.section_code is null and t.region_code is null))"
    found.append(is_seen)
    parameters |= _of_reader(source, scope)
    for place, (dimension, code) in enumerate(filters.drill):
        if DIMENSIONS[dimension].is_of_staff and not scope.sees_staff:
            found.append("false")  # a person is not to be found out by counting
            continue
        column = f"cast(t.{DIMENSIONS[dimension].code} as varchar)"
        found.append(f"{column} = $drill_{place}" if code else f"{column} is null")
        if code:
            parameters[f"drill_{place}"] = code
    return " and ".join(found), parameters


def seen_where_issued(source: Source, scope: Scope) -> tuple[str, dict[str, Any]]:
    """The condition that rows `t` of suspect_as_of were found or issued where the reader is bound to."""
    return seen_or_issued(scope), _of_reader(source, scope)


def seen_where_led(source: Source, scope: Scope) -> tuple[str, dict[str, Any]]:
    """The condition that rows `t` of the list of major problems were found or are led where the reader is
    bound to.
    """
    return seen(scope, is_led=True), _of_reader(source, scope)


def _of_reader(source: Source, scope: Scope) -> dict[str, Any]:
    values = {"scope_section": scope.section} if scope.section is not None else dict[str, Any]()
    return (
        values
        if scope.region is None
        else values | {"scope_region": with_regions_below(source, scope.region)}
    )


def with_regions_below(source: Source, region: str) -> list[str]:
    """The code of a region and the codes of all regions below it."""
    sql = """with recursive below as (
            select region_code from region where region_code = $region
            union
            select r.region_code from region as r join below as b on r.parent_code = b.region_code
        )
        select region_code from below"""
    # A region that is not in the table still narrows: to nothing, never to everything.
    return [row[0] for row in source.rows(sql, {"region": region})] or [region]
