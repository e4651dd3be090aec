"""Models from another bureau: each becomes a draft of whoever imports them, to be reviewed like one's own."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from data.access.permission import permit
from data.access.roles import User
from data.audit_models.authoring import WRITE, AuthoringError, texts
from data.audit_models.texts import digest_of
from data.engine import reading
from data.language import _
from queries.audit_models.catalogue import models_in_force
from queries.audit_models.drafts.authoring import judge, name_of, save
from queries.audit_models.drafts.exchange import Carried


@dataclass(frozen=True)
class Imported:
    """What became of one text: the draft's number, or why there is none.

    `faults` is what has to be put right before it can be submitted.
    """

    name: str
    code: str
    text_id: int | None
    refusal: str
    faults: tuple[str, ...]


def import_texts(engine: Engine, user: User, every: tuple[Carried, ...]) -> tuple[Imported, ...]:
    """A draft for each text that has the name of a model; one that is here already is passed over.

    Raises NotPermittedError (recorded).
    """
    permit(engine, user, WRITE, ", ".join(each.name for each in every))
    return tuple(_imported(engine, user, each) for each in every)


def _imported(engine: Engine, user: User, each: Carried) -> Imported:
    try:
        code, __ = name_of(each.body)
        with reading(engine) as connection:
            there = _is_there(connection, user, code, each.body)
            faults = () if there else judge(connection, each.body).faults
        if there:
            return Imported(each.name, code, None, there, ())
        return Imported(each.name, code, save(engine, user, each.body), "", faults)
    except AuthoringError as error:
        return Imported(each.name, "", None, str(error), ())


def _is_there(connection: Connection, user: User, code: str, body: str) -> str:
    found = models_in_force(connection).get(code)
    if found is not None and found.text == body:
        return _("This very version is in force here.")
    own = texts(connection, states=("draft", "returned", "submitted"), author=user.user_name)
    if any(digest_of(each.body) == digest_of(body) for each in own):
        return _("This very text is among your drafts.")
    return ""
