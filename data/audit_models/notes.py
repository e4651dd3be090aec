"""What experience says of a model: false alarms to know of, and cases that it led to."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select

from data.access.permission import permit
from data.access.roles import User
from data.codes import MODEL_NOTE
from data.engine import now, writing
from data.events import ModelNoteWritten, record
from data.language import _
from data.schema import Account, ModelNote, Suspect

ACTION = "run-models"
LONGEST_TITLE, LONGEST_WORDS = 80, 2000


class ModelNoteError(ValueError):
    """A note that cannot be kept; the message says why, in the reader's language."""


@dataclass(frozen=True)
class Note:
    """One note. `kind` is of MODEL_NOTE, `author` the name of the person; `written_at` is UTC."""

    note_id: int
    kind: str
    title: str
    words: str
    suspect_id: int | None
    author: str
    written_at: datetime


def notes(connection: Connection, model_code: str) -> tuple[Note, ...]:
    """The notes on a model, the newest first."""
    rows = connection.execute(
        select(ModelNote.__table__, Account.display_name)
        .join(Account, Account.user_name == ModelNote.author, isouter=True)
        .where(ModelNote.model_code == model_code)
        .order_by(ModelNote.model_note_id.desc())
    )
    return tuple(
        Note(
            row.model_note_id,
            row.kind,
            row.title,
            row.words,
            row.suspect_id,
            row.display_name or row.author,
            row.written_at,
        )
        for row in rows
    )


def write_note(  # noqa: PLR0917 one row, all that it says
    engine: Engine,
    user: User,
    model_code: str,
    kind: str,
    title: str,
    words: str,
    *,
    suspect_id: int | None = None,
) -> int:
    """Keep a note on a model; its number. `kind` is of MODEL_NOTE; the suspect is what it was learned from.

    Raises ModelNoteError, and NotPermittedError (recorded).
    """
    permit(engine, user, ACTION, model_code)
    title, words = " ".join(title.split()), words.strip()
    if kind not in MODEL_NOTE:
        raise ModelNoteError(_("Say which kind of note it is."))
    if not title or len(title) > LONGEST_TITLE:
        raise ModelNoteError(
            _("Give the note a title of {limit} letters at most.").format(limit=LONGEST_TITLE)
        )
    if not words or len(words) > LONGEST_WORDS:
        raise ModelNoteError(
            _("Write what happened, in {limit} letters at most.").format(limit=f"{LONGEST_WORDS:,}")
        )
    with writing(engine) as connection:
        if suspect_id is not None and _model_of(connection, suspect_id) != model_code:
            raise ModelNoteError(_("There is no such suspect of this model."))
        note_id = connection.scalars(
            insert(ModelNote)
            .values(
                model_code=model_code,
                kind=kind,
                title=title,
                words=words,
                suspect_id=suspect_id,
                author=user.user_name,
                written_at=now(),
            )
            .returning(ModelNote.model_note_id)
        ).one()
        record(connection, user.user_name, ModelNoteWritten(model_code, kind, title))
    return int(note_id)


def _model_of(connection: Connection, suspect_id: int) -> str | None:
    return connection.scalar(select(Suspect.model_code).where(Suspect.suspect_id == suspect_id))
