"""The models in force: those that came with the program, and those that the bureau has published."""

from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, Engine, select

from data.access.roles import COMMAND_LINE
from data.audit_models.entries import Entry, enter
from data.audit_models.texts import digest_of, published_text
from data.engine import reading, writing
from data.events import ModelTextMoved, record
from data.schema import AuditModel as AuditModelRow
from data.schema import AuditModelText
from queries.audit_models.model import AuditModel
from queries.audit_models.reading import read_model
from queries.audit_models.shipped import file_of, shipped_codes, shipped_model, shipped_models


def models_in_force(connection: Connection) -> dict[str, AuditModel]:
    """Every model that can be run, by code: the shipped files, and what was published here."""
    models = {**shipped_models(), **_published(connection)}
    return {code: models[code] for code in sorted(models)}


def model_named(connection: Connection, name: str) -> AuditModel | None:
    """The model of that code or alias; None where there is none."""
    wanted = name.strip().upper()
    if found := _published(connection, AuditModelRow.model_code == wanted):
        return found[wanted]
    if wanted in shipped_codes():
        return shipped_model(wanted)
    return next((each for each in models_in_force(connection).values() if wanted in each.aliases), None)


def _published(connection: Connection, *conditions: ColumnElement[bool]) -> dict[str, AuditModel]:
    rows = connection.execute(
        select(AuditModelRow.model_code, AuditModelText.body)
        .join(AuditModelText, AuditModelText.audit_model_text_id == AuditModelRow.audit_model_text_id)
        .where(AuditModelRow.is_shipped.is_(False), AuditModelRow.withdrawn_date.is_(None), *conditions)
    )
    return {row.model_code: read_text(row.body) for row in rows}


@lru_cache(maxsize=512)
def read_text(body: str) -> AuditModel:
    """The model of a text that was read before."""
    return read_model(body)


def publish_shipped(engine: Engine) -> int:
    """Enter the shipped models, at their versions, into the catalogue of the database; how many changed."""
    with reading(engine) as connection:
        there = {
            row.model_code: row.sha256
            for row in connection.execute(
                select(AuditModelRow.model_code, AuditModelText.sha256).join(
                    AuditModelText,
                    AuditModelText.audit_model_text_id == AuditModelRow.audit_model_text_id,
                )
            )
        }
    # Only what is other is read: a server starts with the models it had.
    other = [
        code for code in shipped_codes() if there.get(code) != digest_of(file_of(code).read_text("utf-8"))
    ]
    changed = [shipped_model(code) for code in other]
    if not changed:
        return 0
    with writing(engine) as connection:
        for model in changed:
            text_id = published_text(connection, model.code, model.version, model.text)
            enter(connection, entry_of(model, is_shipped=True), text_id)
        event = ModelTextMoved("、".join(model.code for model in changed), 0, "published")
        record(connection, COMMAND_LINE.user_name, event)
    return len(changed)


def entry_of(model: AuditModel, *, is_shipped: bool) -> Entry:
    """The model as the catalogue has it."""
    return Entry(
        model_code=model.code,
        version=model.version,
        title=model.title.zh,
        title_en=model.title.en,
        sector=model.sector,
        method=model.method,
        severity=model.severity,
        is_shipped=is_shipped,
    )
