"""One item of the data catalogue: how far its data is on a day, who owes it, and what came when."""

from dataclasses import dataclass
from datetime import date

from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source

_ITEM = """
    select t.catalogue_item_id, t.catalogue_code, t.catalogue_item, t.data_source_id, t.data_source,
        o.unit_id, u.name, t.region, t.section, t.data_domain, t.data_sector, t.collection_mode,
        t.cycle_months,
        i.first_due_date, i.retired_date, t.last_due_date, t.limit_date, t.dataset_id, t.dataset,
        t.dataset_rows, t.last_loaded_date,
        case when i.standardised_date <= t.as_of_date then i.standardised_date end, t.catalogue_state
    from catalogue_item_as_of as t
    join catalogue_item as i on i.catalogue_item_id = t.catalogue_item_id
    left join data_source as o on o.data_source_id = t.data_source_id
    left join unit as u on u.unit_id = o.unit_id
    where t.catalogue_item_id = $item_id and {where}
"""
_VERSIONS = """
    select v.number, china_day(v.loaded_at), v.row_count, v.refused_count, v.change
    from dataset_version as v where v.dataset_id = $dataset_id and china_day(v.loaded_at) <= $as_of
    order by v.number
"""
# The due dates up to the next one, as queries/relations/as_of/catalogue_item_as_of.sql counts them.
_DUE = """
    select cast($first + to_months(cast(n.turn * $cycle as integer)) as date)
    from range(0, 1200) as n(turn)
    where ($cycle > 0 or n.turn = 0) and $first + to_months(cast(n.turn * $cycle as integer)) <= $last
    order by 1
"""


@dataclass(frozen=True)
class ItemStanding:
    """One item on one day; see queries/relations/as_of/catalogue_item_as_of.sql. `unit` has the source."""

    catalogue_item_id: int
    code: str
    name: str
    data_source_id: int | None
    data_source: str | None
    unit_id: int | None
    unit: str | None
    region: str | None
    section: str | None
    domain: str
    sector: str | None
    collection_mode: str
    cycle_months: int | None
    first_due_date: date | None
    retired_date: date | None
    last_due_date: date | None
    next_due_date: date | None
    dataset_id: int | None
    dataset: str | None
    dataset_rows: int | None
    last_loaded_date: date | None
    standardised_date: date | None
    state: str


@dataclass(frozen=True)
class Loaded:
    """A version of the linked dataset: an arrival of the item's data."""

    number: int
    day: date
    rows: int
    refused: int
    change: str


@dataclass(frozen=True)
class Due:
    """A due date and the day on which the data for it came: None where it has not (yet); maybe late."""

    day: date
    came: date | None

    @property
    def is_late(self) -> bool:
        """Whether it came after its day."""
        return self.came is not None and self.came > self.day


@dataclass(frozen=True)
class ItemCard:
    """`dues` and `loaded` are in the order of time; the last due date may still lie ahead."""

    as_of: date
    standing: ItemStanding
    dues: tuple[Due, ...]
    loaded: tuple[Loaded, ...]


def catalogue_item_card(source: Source, item_id: int, as_of: date, scope: Scope) -> ItemCard | None:
    """The card, or None: the same for an item not in force on the day and for one outside the scope."""
    where, values = conditions(source, None, Filters(as_of=as_of), scope)
    sql = _ITEM.format(where=where)
    found = source.rows(f"{relations_read(source, sql, [as_of])} {sql}", values | {"item_id": item_id})
    if not found:
        return None
    standing = ItemStanding(*found[0])
    versions = source.rows(_VERSIONS, {"dataset_id": standing.dataset_id, "as_of": as_of})
    loaded = tuple(Loaded(*row) for row in versions)
    return ItemCard(as_of, standing, _dues(source, standing, loaded), loaded)


def _dues(source: Source, standing: ItemStanding, loaded: tuple[Loaded, ...]) -> tuple[Due, ...]:
    """What fell due by the day, and next. What came after the due date before belongs to the period."""
    last = standing.next_due_date or standing.last_due_date
    if standing.first_due_date is None or last is None:
        return ()
    asked = {"first": standing.first_due_date, "cycle": standing.cycle_months or 0, "last": last}
    days = [row[0] for row in source.rows(_DUE, asked)]
    dues = []
    for place, day in enumerate(days):
        before = days[place - 1] if place else date.min
        # Late until the next due date: what comes then is for that one.
        until = days[place + 1] if place + 1 < len(days) else date.max
        came = [version.day for version in loaded if before < version.day <= until]
        in_time = [when for when in came if when <= day]
        dues.append(Due(day, in_time[0] if in_time else min(came, default=None)))
    return tuple(dues)
