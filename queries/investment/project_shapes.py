"""Where projects of public investment lie, by their codes: for what names a project and has no place."""

from collections.abc import Collection
from datetime import date

import shapely

from queries.catalog import kpis
from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source


def project_shapes(
    source: Source, codes: Collection[str], as_of: date, scope: Scope
) -> dict[str, shapely.Geometry]:
    """Shapes in CGCS2000 degrees by code, of those projects that the reader may see and that have a place."""
    if not codes:
        return {}
    where, parameters = conditions(source, kpis()["investments"], Filters(as_of=as_of), scope)
    rows = source.rows(
        f"""{relations_read(source, "from investment_as_of", [as_of], scope)}
        select t.investment_code, p.geometry
        from investment_as_of as t
        join investment_place as p on p.investment_project_id = t.investment_id
        where p.geometry is not null and list_contains($codes, t.investment_code) and {where}""",
        {**parameters, "codes": list(codes)},
    )
    return {str(code): shapely.from_wkb(bytes(shape)) for code, shape in rows}
