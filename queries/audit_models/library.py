"""模型库: every model in force with what the library says of it beside its header."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from data.access.roles import User
from data.audit_models.favourites import favourites
from data.audit_models.runs import RunFacts, runs
from data.schema import Account, AuditModelText, ModelRun
from data.schema import AuditModel as AuditModelRow
from queries.audit_models.catalogue import models_in_force
from queries.audit_models.choosing import fitting, missing_data, newest_by_type
from queries.audit_models.model import AuditModel


@dataclass(frozen=True)
class Shelved:
    """A model in the library, as one reader finds it.

    `owner` is the person who wrote it, "" where it came with the program; `missing` says what keeps it from
    running on the data that the reader may read; `last_run` is the newest that came to its end.
    """

    model: AuditModel
    owner: str
    published_date: date | None
    is_favourite: bool
    missing: tuple[str, ...]
    last_run: RunFacts | None


def library(connection: Connection, user: User) -> tuple[Shelved, ...]:
    """Every model in force, in the order of the codes."""
    return _shelved(connection, user, models_in_force(connection))


def shelved(connection: Connection, user: User, code: str) -> Shelved | None:
    """The model of that code; None where none is in force."""
    found = {name: model for name, model in models_in_force(connection).items() if name == code}
    return next(iter(_shelved(connection, user, found)), None)


def _shelved(connection: Connection, user: User, models: Mapping[str, AuditModel]) -> tuple[Shelved, ...]:
    types = {each.dataset_type for model in models.values() for each in model.requires.values()}
    by_type = newest_by_type(connection, user, types)
    own, last, published = (
        favourites(connection, user.user_name),
        last_runs(connection),
        _published(connection),
    )
    return tuple(
        Shelved(
            model,
            owner=published[code][0] if code in published else "",
            published_date=published[code][1] if code in published else None,
            is_favourite=code in own,
            missing=missing_data(model, fitting(model, by_type)),
            last_run=last.get(code),
        )
        for code, model in models.items()
    )


def last_runs(connection: Connection) -> dict[str, RunFacts]:
    """The newest run of each model that came to its end, by code."""
    newest = select(func.max(ModelRun.model_run_id)).where(ModelRun.outcome == "done")
    found = runs(connection, ModelRun.model_run_id.in_(newest.group_by(ModelRun.model_code)))
    return {each.model_code: each for each in found}


def _published(connection: Connection) -> dict[str, tuple[str, date]]:
    """Who wrote the version in force, and since when the model is published, by code."""
    rows = connection.execute(
        select(
            AuditModelRow.model_code,
            func.coalesce(Account.display_name, AuditModelText.author),
            AuditModelRow.published_date,
        )
        .join(AuditModelText, AuditModelText.audit_model_text_id == AuditModelRow.audit_model_text_id)
        .join(Account, Account.user_name == AuditModelText.author, isouter=True)
    )
    return {code: (owner or "", day) for code, owner, day in rows}
