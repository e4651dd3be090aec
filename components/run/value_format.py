"""How the figures of a column of a model's result are shown in charts."""

from queries.audit_models.hits import SeenRun

_FORMATS = {"money": "fen", "rate": "percent"}


def value_format(seen: SeenRun, name: str | None) -> str:
    """A format of components/figures.py for a column or parameter; hits are counted where there is none."""
    if name is not None and name in seen.model.columns:
        return _FORMATS.get(seen.model.columns[name].type, "count")
    return "count"
