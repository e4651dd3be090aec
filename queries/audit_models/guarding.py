"""What SQL a model written here may hold: the same as a query of the workbench, over its own relations."""

import re
from collections.abc import Iterable, Mapping

from queries.audit_models.model import AuditModel, Param

_BOUND = re.compile(r"\$(\w+)")
# A value of each type in place of those that a run will bind: the check reads the text, it runs nothing.
_EXAMPLES = {"whole": "1", "money": "1", "number": "1.5", "rate": "0.5", "date": "date '2026-01-01'"}


def guard(model: AuditModel) -> None:
    """Raise QueryRefusedError where any SQL of the model is more than reading its relations."""
    for sql in _texts(model):
        _check(sql, model.requires)


def check_bound(sql: str, params: Mapping[str, str], relations: Iterable[str]) -> None:
    """Raise QueryRefusedError where the SELECT is more than reading them; `params` are types by name."""
    values = {name: _EXAMPLES.get(kind, "'x'") for name, kind in params.items()}
    _check(_BOUND.sub(lambda found: values.get(found[1], "null"), sql), relations)


def _check(sql: str, relations: Iterable[str]) -> None:
    # What reads SQL loads slowly, and a run of a shipped model has no need of it.
    from queries.workbench.reading_only import check  # noqa: PLC0415

    check(sql, relations)


def _texts(model: AuditModel) -> list[str]:
    values = {name: _example(param) for name, param in model.params.items()}
    asked = [model.sql]
    asked += [f"select count(*) from {skip.relation} where ({skip.where})" for skip in model.skips]
    texts = [_BOUND.sub(lambda found: values.get(found[1], "null"), sql) for sql in asked]
    # The values of a suspect stand in a condition of its evidence.
    return texts + [
        _BOUND.sub("null", f"select * from {part.relation} where ({part.where})") for part in model.evidence
    ]


def _example(param: Param) -> str:
    return _EXAMPLES.get(param.type, "'x'")
