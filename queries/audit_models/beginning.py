"""What a new text begins with: a model in force under another code, its next version, or nearly nothing."""

from sqlalchemy import Connection

from data.audit_models.authoring import newest_version
from data.dataset_types import dataset_types
from queries.audit_models.authoring import name_of
from queries.audit_models.model import AuditModel
from queries.audit_models.writing import Parts, parts_of, written

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
