"""Which columns a derived relation has, and what of the relations behind it is read: without any shape."""

from data.dataset_types import dataset_types
from queries.audit_models.model import AuditModel, Derived
from queries.audit_models.relations import duck_type
from queries.audit_models.spatial.kinds import KINDS

GEOMETRY = "geometry"


def keys_of(model: AuditModel) -> dict[str, tuple[str, ...]]:
    """By relation the columns that tell its rows apart."""
    types = dataset_types()
    return {name: types[part.dataset_type].key for name, part in model.requires.items()}


def places_selects(model: AuditModel) -> dict[str, str]:
    """By relation that a derived one is made of: the SQL of its keys, shapes and codes, in a fixed order."""
    selects = {}
    for relation, key in keys_of(model).items():
        codes = {each.code for each in model.derived.values() if relation == each.of and each.code}
        if any(relation in {each.of, each.to} for each in model.derived.values()):
            columns = ", ".join(dict.fromkeys((*key, GEOMETRY, *sorted(codes))))
            selects[relation] = f"select {columns} from {relation} order by {', '.join(key)}, {GEOMETRY}"
    return selects


def derived_columns(model: AuditModel, derived: Derived) -> dict[str, str]:
    """The columns of a derived relation with DuckDB's types."""
    kind, types = KINDS[derived.by], dataset_types()
    columns: dict[str, str] = {}
    sides = [("left_" if kind.is_paired else "", derived.of)]
    if kind.is_paired:
        sides.append(("right_", derived.to or derived.of))
    for prefix, relation in sides:
        of_type = types[model.requires[relation].dataset_type]
        columns |= {f"{prefix}{each.name}": duck_type(each.type) for each in of_type.columns if each.is_key}
    return columns | dict(kind.columns)
