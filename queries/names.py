"""What the codes in filters are called: the region, the section, the unit … that a reader chose."""

from queries.filters import Filters, Scope
from queries.source import Source

# (dimension, code) -> name
Names = dict[tuple[str, str], str]

# dimension: table, its key, its name; only dimensions whose groups are rows of a table need a look-up
_TABLES = {
    "region": ("region", "region_code", "name"),
    "section": ("section", "section_code", "name"),
    "unit": ("unit", "unit_id", "name"),
    "project": ("project", "project_id", "name"),
    "problem_class": ("problem_class", "problem_class_code", "name"),
    "problem_subclass": ("problem_class", "problem_class_code", "name"),
}


def names(source: Source, filters: Filters, scope: Scope | None = None) -> Names:
    """Names of all codes in the filters, the drill and the scope; a code that no table knows is left out."""
    asked = [("region", filters.region), ("section", filters.section), *filters.drill]
    if scope:
        asked += [("region", scope.region), ("section", scope.section)]
    found: Names = {}
    for dimension, code in asked:
        if not code or dimension not in _TABLES:
            continue
        table, key, name = _TABLES[dimension]
        rows = source.rows(f"select {name} from {table} where cast({key} as varchar) = $code", {"code": code})
        if rows and rows[0][0]:
            found[dimension, code] = str(rows[0][0])
    return found
