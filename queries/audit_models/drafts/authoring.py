"""A text on its way to a model: read, guarded, its cases tried; what stands in the way is listed."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from data.access.permission import permit
from data.access.roles import User
from data.audit_models.authoring import (
    PUBLISH,
    WRITE,
    AuthoringError,
    TextFacts,
    newest_version,
    publish,
    save_draft,
    submit,
    text_facts,
    withdraw,
)
from data.engine import reading
from data.language import _
from queries.audit_models.cases import Tried
from queries.audit_models.catalogue import entry_of
from queries.audit_models.drafts.trying import tried_apart
from queries.audit_models.drafts.writing import parts_of
from queries.audit_models.guarding import guard
from queries.audit_models.model import AuditModel
from queries.audit_models.reading import CODE, ModelFaultError, read_model
from queries.audit_models.shipped import shipped_models
from queries.search.rules import enter_shipped
from queries.workbench.refusal import QueryRefusedError

LONGEST_TEXT = 200_000  # letters; the longest of the shipped files has a tenth of it
HIGHEST_VERSION = 9_999


@dataclass(frozen=True)
class Judged:
    """What is thought of a text: the model where it can be read, its cases, and what has to be put right."""

    model: AuditModel | None
    tried: tuple[Tried, ...]
    faults: tuple[str, ...]


def judge(connection: Connection, body: str) -> Judged:
    """Read a text and try its cases; nothing of it runs before it is known to only read its relations.

    Its reader has the right to write or to publish models: whoever calls asks for it.
    """
    try:
        model = read_model(body)
        guard(model)
    except (ModelFaultError, QueryRefusedError) as error:
        return Judged(None, (), (str(error),))
    tried = tried_apart(model)
    faults = [
        _("{title}: {choice}").format(title=each.case.why, choice=each.fault) for each in tried if each.fault
    ]
    outcomes = {case.outcome for case in model.cases}
    if not {"flagged", "clean"} <= outcomes:
        faults.append(_("A model shows with cases what it flags and what it lets pass."))
    faults += _unsaid(model)
    faults += _of_its_name(connection, model)
    return Judged(model, tried, tuple(faults))


def save(engine: Engine, user: User, body: str, *, text: tuple[int, int] | None = None) -> int:
    """Keep a draft, whatever is wrong with it but its name. Raises AuthoringError and NotPermittedError."""
    code, version = name_of(body)
    return save_draft(engine, user, code, version, body, text=text)


def name_of(body: str) -> tuple[str, int]:
    """Code and version that a text gives itself, even where it is no model yet. Raises AuthoringError."""
    if len(body) > LONGEST_TEXT:
        raise AuthoringError(
            _("A text of a model has at most {limit} letters.").format(limit=f"{LONGEST_TEXT:,}")
        )
    try:
        header = parts_of(body).header
    except ModelFaultError as error:
        raise AuthoringError(str(error)) from error
    code, version = header.get("code"), header.get("version")
    if not isinstance(code, str) or not CODE.fullmatch(code):
        raise AuthoringError(
            _("Give the model a code: a capital letter, then capitals, digits, - or _, 32 signs at most.")
        )
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= HIGHEST_VERSION:
        raise AuthoringError(_("The version is a whole number from 1."))
    return code, version


def submit_sound(engine: Engine, user: User, text_id: int, revision: int) -> None:
    """Submit a draft whose cases hold. Raises AuthoringError and NotPermittedError."""
    permit(engine, user, WRITE, str(text_id))
    _sound(engine, text_id)
    submit(engine, user, text_id, revision)


def publish_sound(engine: Engine, user: User, text_id: int, revision: int, note: str = "") -> None:
    """Publish a submitted text, judged once more. Raises AuthoringError and NotPermittedError."""
    permit(engine, user, PUBLISH, str(text_id))
    model = _sound(engine, text_id)
    publish(engine, user, text_id, revision, entry_of(model, is_shipped=False), note=note)
    enter_shipped(engine)  # the laws that it stands on are found from now on


def take_out_of_force(engine: Engine, user: User, code: str, note: str) -> None:
    """Withdraw a model, and with it the laws that no other stands on. Raises like `publish_sound`."""
    withdraw(engine, user, code, note)
    enter_shipped(engine)


def _sound(engine: Engine, text_id: int) -> AuditModel:
    with reading(engine) as connection:
        facts: TextFacts | None = text_facts(connection, text_id)
        if facts is None:
            raise AuthoringError(_("There is no such text."))
        judged = judge(connection, facts.body)
    if judged.model is None or judged.faults:
        raise AuthoringError("\n".join(judged.faults))
    return judged.model


def _unsaid(model: AuditModel) -> list[str]:
    """What whoever runs the model has to read and nobody has written yet."""
    parts = {
        _("Title"): model.title,
        _("Purpose and risk"): model.risk,
        _("Logic in words"): model.logic,
        _("The reason of a suspect, in one sentence"): model.summary,
    }
    return [
        _("Not filled in: {part}").format(part=part) for part, said in parts.items() if not said.zh.strip()
    ]


def _of_its_name(connection: Connection, model: AuditModel) -> list[str]:
    """A model of one's own takes no name of those that came with the program, and a version of its own."""
    taken = {name for each in shipped_models().values() for name in (each.code, *each.aliases)}
    if own := sorted({model.code, *model.aliases} & taken):
        return [_("{name} is the name of a model that came with the program.").format(name=own[0])]
    last = newest_version(connection, model.code)
    if model.version <= last:
        return [
            _("Version {version} was published; give the text version {next}.").format(
                version=last, next=last + 1
            )
        ]
    return []
