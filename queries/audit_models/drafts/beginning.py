"""What a new text begins with: a model in force under another code, its next version, or nearly nothing."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from data.audit_models.authoring import newest_version
from data.dataset_types import dataset_types
from queries.audit_models.drafts.authoring import name_of
from queries.audit_models.drafts.suggesting import suggested_columns
from queries.audit_models.drafts.writing import Parts, cases_text, parts_of, written
from queries.audit_models.model import AuditModel

_EXAMPLES = {
    "whole": 1,
    "money": 100_00,
    "decimal": 1.0,
    "date": date(2026, 1, 1),
    "moment": datetime(2026, 1, 1, 9),  # noqa: DTZ001 as files bring it, without a zone
    "flag": True,
}
_EMPTY = {"zh": "", "en": ""}


def copied(connection: Connection, model: AuditModel, code: str) -> str:
    """The text of a model under another code; under its own, as its next version."""
    parts = parts_of(model.text)
    # An alias is another's name for the model that came first.
    left = {"aliases", "alias_params"} if code != model.code else set()
    header = {name: value for name, value in parts.header.items() if name not in left}
    header |= {"code": code, "version": newest_version(connection, code) + 1}
    body = written(Parts(header, parts.sql, parts.cases))
    name_of(body)
    return body


def blank(code: str, title: str, dataset_type: str) -> str:
    """A text with its name and data, and all else still to be said. Raises AuthoringError."""
    of_type = dataset_types()[dataset_type]
    first = next(column.name for column in of_type.columns)
    header = {
        "code": code,
        "version": 1,
        "title": {"zh": title, "en": title},
        "risk": _EMPTY,
        "logic": _EMPTY,
        "severity": "medium",
        "sector": "public_finance",
        "method": "limit",
        "key": [first],
        "summary": _EMPTY,
        "entity": {"kind": "record", "id": first, "name": first},
        "requires": {dataset_type: {"columns": [first]}},
        "columns": {first: f"{dataset_type}.{first}"},
        "evidence": [{"of": dataset_type, "where": f"{first} = ${first}", "marks": [first]}],
    }
    body = written(Parts(header, f"select\n    {first}\nfrom {dataset_type}\nwhere …", ""))
    name_of(body)
    return body


def case_to_fill(header: Mapping[str, Any], outcome: str) -> str:
    """A case to be filled in: one row of each relation with the columns that it cannot lack."""
    case: dict[str, Any] = {"why": ""}
    for relation, spec in header.get("requires", {}).items():
        of_type = dataset_types().get(str(spec.get("type", relation)))
        if of_type is not None:
            kinds = {column.name: column.type for column in of_type.columns}
            needed = [name for name in spec.get("columns", ()) if name in kinds]
            case[relation] = [{name: _EXAMPLES.get(kinds[name], "") for name in needed}]
    return cases_text({outcome: [case]})


def with_suggested_columns(header: Mapping[str, Any], sql: str) -> dict[str, Any]:
    """The header with the result columns that the SQL gives; those that it says already stay as they are.

    Raises QueryRefusedError, KeyError and duckdb.Error where the SQL cannot be asked.
    """
    requires = {name: str(spec.get("type", name)) for name, spec in header.get("requires", {}).items()}
    params = {name: str(spec.get("type", "")) for name, spec in header.get("params", {}).items()}
    before: Mapping[str, Any] = header.get("columns", {})
    found = suggested_columns(sql, requires, params)
    columns = {
        name: before.get(name) or source or {"title": {"zh": name, "en": name}, "type": kind}
        for name, (source, kind) in found.items()
    }
    return dict(header) | {"columns": columns}
