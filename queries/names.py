"""What the codes in filters are called: the region, the section, the unit … that a reader chose."""

from datetime import date

from queries.compose import conditions
from queries.dimensions import DIMENSIONS
from queries.filters import EVERYTHING, Filters, Scope
from queries.source import Source

# (dimension, code) -> name
Names = dict[tuple[str, str], str]

# dimension: table and its key, where names are no secret
_OPEN = {
    "region": ("region", "region_code"),
    "section": ("section", "section_code"),
    "coverage_rule": ("coverage_rule", "coverage_rule_code"),
    "problem_class": ("problem_class", "problem_class_code"),
    "problem_subclass": ("problem_class", "problem_class_code"),
}
# Whom the bureau audits, and in which project, a reader learns from rows in the own scope only.
_GUARDED = {
    "unit": ("finding_base", "project_base", "object_base"),
    "project": ("project_base",),
    "audit_object": ("object_base",),
}


def names(source: Source, filters: Filters, scope: Scope = EVERYTHING) -> Names:
    """Names of all codes in filters, drill and scope; a code without a name (to this reader) is left out."""
    asked = [("region", filters.region), ("section", filters.section), *filters.drill]
    asked += [("region", scope.region), ("section", scope.section)]
    found: Names = {}
    for dimension, code in asked:
        if name := code and _name(source, dimension, code, scope):
            found[dimension, code] = name
    return found


def _name(source: Source, dimension: str, code: str, scope: Scope) -> str | None:
    if dimension in _OPEN:
        table, key = _OPEN[dimension]
        rows = source.rows(f"select name from {table} where {key} = $code", {"code": code})
    elif dimension in _GUARDED:
        spec = DIMENSIONS[dimension]
        # Names do not depend on the day.
        where, values = conditions(source, None, Filters(as_of=date.min), scope)
        rows = []
        for relation in _GUARDED[dimension]:
            rows = rows or source.rows(
                f"""select t.{spec.name} from {relation} as t
                where t.{spec.code} = try_cast($code as bigint) and {where} limit 1""",
                values | {"code": code},
            )
    else:
        rows = []
    return rows[0][0] if rows else None
