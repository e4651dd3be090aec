"""One source of data: connected or not, what came and failed, and which items and datasets hang on it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source

_NEWEST = 60  # arrivals: two years of a monthly one, two months of a daily one
_SOURCE = """
    select t.data_source_id, t.source_code, t.data_source, t.unit_id, t.unit, t.region, t.section,
        t.data_domain, t.data_sector, t.can_connect, t.connectable_date, t.connected_date,
        d.disconnected_date, t.is_connected, t.last_arrival_date, t.last_failure_date, t.failures,
        t.arrived_rows, t.is_failing, t.days_since_arrival
    from data_source_as_of as t join data_source as d on d.data_source_id = t.data_source_id
    where t.data_source_id = $source_id and {where}
"""
_ARRIVALS = """
    select e.fact_date, e.is_failed, e.row_count, e.message, d.title, d.dataset_id
    from source_arrival as e
    left join dataset_version as v on v.dataset_version_id = e.dataset_version_id
    left join dataset as d on d.dataset_id = v.dataset_id
    where e.data_source_id = $source_id and e.fact_date <= $as_of
    order by e.fact_date desc, e.source_arrival_id desc limit $newest
"""
_ITEMS = """
    select t.catalogue_item_id, t.catalogue_code, t.catalogue_item, t.catalogue_state, t.limit_date
    from catalogue_item_as_of as t where t.data_source_id = $source_id and {where} order by t.catalogue_code
"""
_DATASETS = """
    select t.dataset_id, t.dataset, t.dataset_rows, t.last_loaded_date
    from dataset_as_of as t join dataset as d on d.dataset_id = t.dataset_id
    where d.data_source_id = $source_id and {where} order by t.dataset
"""


@dataclass(frozen=True)
class SourceStanding:
    """One source on one day; see queries/relations/as_of/data_source_as_of.sql."""

    data_source_id: int
    code: str
    name: str
    unit_id: int | None
    unit: str | None
    region: str | None
    section: str | None
    domain: str
    sector: str | None
    can_connect: bool
    connectable_date: date | None
    connected_date: date | None
    disconnected_date: date | None
    is_connected: bool
    last_arrival_date: date | None
    last_failure_date: date | None
    failures: int
    arrived_rows: int | None
    is_failing: bool
    days_since_arrival: int | None


@dataclass(frozen=True)
class Came:
    """What came on a day or failed to; `dataset` where it was brought in at once."""

    day: date
    is_failed: bool
    rows: int | None
    message: str | None
    dataset: str | None
    dataset_id: int | None


@dataclass(frozen=True)
class SourceItem:
    """An item of the catalogue that the source owes; `next_due_date` is the next day it is due."""

    catalogue_item_id: int
    code: str
    name: str
    state: str
    next_due_date: date | None


@dataclass(frozen=True)
class SourceDataset:
    """A dataset that came from the source, with the rows of its newest version."""

    dataset_id: int
    title: str
    rows: int
    last_loaded_date: date


@dataclass(frozen=True)
class SourceCard:
    """`arrivals` are the newest sixty, the newest first."""

    as_of: date
    standing: SourceStanding
    arrivals: tuple[Came, ...]
    items: tuple[SourceItem, ...]
    datasets: tuple[SourceDataset, ...]


def source_card(source: Source, source_id: int, as_of: date, scope: Scope) -> SourceCard | None:
    """The card, or None: the same for a source that is not there and for one outside the scope."""
    where, values = conditions(source, None, Filters(as_of=as_of), scope)
    values |= {"source_id": source_id}

    def listed(sql: str) -> list[tuple[Any, ...]]:
        wanted = sql.format(where=where)
        return source.rows(f"{relations_read(source, wanted, [as_of])} {wanted}", values)

    found = listed(_SOURCE)
    if not found:
        return None
    arrivals = source.rows(_ARRIVALS, {"source_id": source_id, "as_of": as_of, "newest": _NEWEST})
    return SourceCard(
        as_of,
        SourceStanding(*found[0]),
        tuple(Came(*row) for row in arrivals),
        tuple(SourceItem(*row) for row in listed(_ITEMS)),
        tuple(SourceDataset(*row) for row in listed(_DATASETS)),
    )
