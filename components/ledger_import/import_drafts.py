"""The files that a user has brought and not yet imported, each with what importing it would do."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.session import current_user, engine
from data.access.roles import ACTIONS, NotPermittedError
from data.engine import data_version, reading
from data.intake.reading.source import read_source
from data.intake.refused import FileRefusedError
from data.language import _, language
from data.ledger.importing import Imported, import_source
from data.ledger.plan import plan
from data.ledger.preset import load_preset
from data.ledger.preview import Preview

_DRAFTS = "import_drafts"


@dataclass(frozen=True)
class Asked:
    """By what a file is read: a preset, the day of the file, the unit of amounts that name none."""

    preset: str
    as_of: date
    unit: str | None


@dataclass(frozen=True)
class Draft:
    """One file with its preview, or with why it is refused as a whole."""

    file_name: str
    data: bytes
    asked: Asked
    context: tuple[str, int, str]  # user, data version, language: another one needs another preview
    preview: Preview | None
    refusal: str | None


@dataclass(frozen=True)
class Outcome:
    """What became of one file: `imported`, or the `refusal` for which nothing of it was written."""

    file_name: str
    imported: Imported | None
    refusal: str | None


def import_drafts(files: list[tuple[str, bytes]], asked: Asked) -> list[Draft]:
    """Previews of the files, or of those kept from before where there are none now.

    A preview is made once, and again where the question, the ledger or the language has changed since.
    """
    kept: list[Draft] = st.session_state.get(_DRAFTS, [])
    files = files or [(draft.file_name, draft.data) for draft in kept]
    with reading(engine()) as connection:
        context = (current_user().user_name, data_version(connection), language())
    ready = {(draft.file_name, draft.data): draft for draft in kept}
    drafts = []
    for file_name, data in files:
        draft = ready.get((file_name, data))
        if draft is None or (draft.asked, draft.context) != (asked, context):
            draft = _draft(file_name, data, asked, context)
        drafts.append(draft)
    st.session_state[_DRAFTS] = drafts
    return drafts


def forget_drafts() -> None:
    """Let go of the files that are kept."""
    st.session_state.pop(_DRAFTS, None)


def import_all(drafts: list[Draft]) -> list[Outcome]:
    """Import the drafts that are not refused, each file in a transaction of its own; what became of each.

    Raises PlanOutdatedError, before anything is written, where the ledger is not the one that was previewed.
    """
    outcomes: list[Outcome] = []
    for draft in drafts:
        if draft.preview is None:
            continue
        # Only our own files move the ledger between the first that is written and the next.
        is_first = not any(outcome.imported for outcome in outcomes)
        imported, refusal = None, None
        try:
            imported = import_source(
                engine(),
                read_source(draft.file_name, draft.data),
                load_preset(draft.asked.preset),
                draft.asked.as_of,
                user=current_user(),
                unit=draft.asked.unit,
                seen_version=draft.preview.data_version if is_first else None,
            )
        except FileRefusedError as error:
            refusal = str(error)
        except NotPermittedError as error:  # the right was taken away since the page was drawn
            refusal = _("Your roles do not include: {action}. Ask the security administrator.").format(
                action=_(ACTIONS[str(error)])
            )
        outcomes.append(Outcome(draft.file_name, imported, refusal))
    return outcomes


def _draft(file_name: str, data: bytes, asked: Asked, context: tuple[str, int, str]) -> Draft:
    preview, refusal = None, None
    try:
        source = read_source(file_name, data)
        with reading(engine()) as connection:
            preview = plan(
                connection,
                source,
                load_preset(asked.preset),
                asked.as_of,
                user=current_user(),
                unit=asked.unit,
            ).preview
    except FileRefusedError as error:
        refusal = str(error)
    return Draft(file_name, data, asked, context, preview, refusal)
