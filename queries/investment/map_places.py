"""Where the projects of public investment lie, and nothing else of them: for a wall, which names nobody."""

from queries.catalog import kpis
from queries.compose import conditions, relations_read
from queries.filters import EVERYTHING, Filters, Scope
from queries.source import Source


def map_places(
    source: Source, filters: Filters, scope: Scope = EVERYTHING
) -> tuple[tuple[float, float, bool], ...]:
    """(longitude, latitude, whether it is late or flagged) of what is placed and not cancelled."""
    where, parameters = conditions(source, kpis()["investments"], filters, scope)
    rows = source.rows(
        f"""{relations_read(source, "from investment_as_of", [filters.as_of], scope)}
        select t.longitude, t.latitude, t.is_delayed or t.is_flagged
        from investment_as_of as t
        where t.longitude is not null and t.investment_state <> 'cancelled' and {where}
        order by t.investment_code""",
        parameters,
    )
    return tuple((float(longitude), float(latitude), bool(is_odd)) for longitude, latitude, is_odd in rows)
