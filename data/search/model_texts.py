"""What an audit model, and the experience written down with it, are found by."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from data.codes import MODEL_METHOD, MODEL_NOTE, MODEL_SECTOR
from data.language import in_chinese, mark
from data.schema import AuditModel, AuditModelText, ModelNote
from data.search.entry import Entry

_HEADER = re.compile(r"\s*/\*(.*?)\*/", re.DOTALL)
_SAID = (
    (mark("What goes wrong"), "risk"),
    (mark("How it is judged"), "logic"),
    (mark("Not counted"), "exclusions"),
)


def model_texts(
    connection: Connection, refs: Sequence[str], above: Mapping[str, tuple[str, ...]]
) -> list[Entry]:
    """The models in force of these codes."""
    del above
    rows = connection.execute(
        select(AuditModel.__table__, AuditModelText.body)
        .join(AuditModelText, AuditModelText.audit_model_text_id == AuditModel.audit_model_text_id)
        .where(AuditModel.model_code.in_(refs), AuditModel.withdrawn_date.is_(None))
    )
    return [
        Entry(
            kind="model",
            ref_id=row.model_code,
            title=f"{row.model_code} {row.title}",
            texts=(*_said(row.body), *_filed(row), (mark("English title"), row.title_en)),
            fact_date=row.published_date,
            is_open=True,
        )
        for row in rows
    ]


def case_texts(
    connection: Connection, refs: Sequence[str], above: Mapping[str, tuple[str, ...]]
) -> list[Entry]:
    """The notes on models of these numbers: case stories, and false alarms to know of."""
    del above
    rows = connection.execute(
        select(ModelNote.__table__, AuditModel.title.label("model"))
        .join(AuditModel, AuditModel.model_code == ModelNote.model_code, isouter=True)
        .where(ModelNote.model_note_id.in_([int(ref) for ref in refs]))
    )
    return [
        Entry(
            kind="case",
            ref_id=str(row.model_note_id),
            title=row.title,
            texts=(
                (mark("What happened"), row.words),
                (mark("Audit model"), f"{row.model_code} {row.model or ''}".strip()),
                (mark("Kind"), in_chinese(MODEL_NOTE.get(row.kind, row.kind))),
            ),
            fact_date=row.written_at.date(),
            is_open=True,
            part_of=row.model_code,
        )
        for row in rows
    ]


def _said(body: str) -> list[tuple[str, str]]:
    """What the header of a model's text says of itself, and the laws it stands on."""
    found = _HEADER.match(body)
    try:
        header: dict[str, Any] = tomllib.loads(found[1]) if found else {}
    except tomllib.TOMLDecodeError:
        header = {}
    told = [(label, _chinese(header[name])) for label, name in _SAID if header.get(name)]
    laws = [
        " ".join(part for part in (each.get("law"), each.get("article"), _chinese(each.get("says"))) if part)
        for each in header.get("basis", ())
        if isinstance(each, dict)
    ]
    return told + [(mark("Legal basis"), law) for law in laws]


def _chinese(words: Any) -> str:
    return str(words.get("zh", "")) if isinstance(words, dict) else str(words or "")


def _filed(row: Any) -> list[tuple[str, str]]:
    return [
        (mark("Sector"), in_chinese(MODEL_SECTOR.get(row.sector, row.sector))),
        (mark("Method"), in_chinese(MODEL_METHOD.get(row.method, row.method))),
    ]
