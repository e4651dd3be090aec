"""The file that a user has brought for a register and not yet imported, with what importing it would do."""

from dataclasses import dataclass

import streamlit as st

from components.registers.register_system import WITH_PLACES, System
from components.session import current_user, engine
from data.access.roles import ACTIONS, NotPermittedError
from data.engine import data_version, reading
from data.intake.preset import Preset
from data.intake.reading.sheet import Source
from data.intake.reading.source import read_source
from data.intake.refused import FileRefusedError
from data.investment.reading import read_projects
from data.investment.system_of_file import in_system
from data.language import _, language
from data.registers.importing import Imported, import_source
from data.registers.plan import plan
from data.registers.preview import Preview
from data.registers.register import Register, registers

_DRAFT = "register_draft"


@dataclass(frozen=True)
class Draft:
    """One file with its preview, or with why it is refused as a whole."""

    register: str
    preset: str
    file_name: str
    data: bytes
    context: tuple[str, int, str]  # user, data version, language: another one needs another preview
    preview: Preview | None
    refusal: str | None
    system: System | None = None  # of the places of the whole file


def file_in_hand(register: str) -> tuple[str, bytes] | None:
    """The file that is kept for this register."""
    kept: Draft | None = st.session_state.get(_DRAFT)
    return (kept.file_name, kept.data) if kept is not None and kept.register == register else None


def register_draft(
    register: str, preset: str, file: tuple[str, bytes] | None, system: System | None = None
) -> Draft | None:
    """The draft of the file, or of the one kept from before for this register; None where there is none.

    A preview is made once, and again where the question, the database or the language has changed since.
    """
    kept: Draft | None = st.session_state.get(_DRAFT)
    file = file or file_in_hand(register)
    if file is None:
        return None
    with reading(engine()) as connection:
        context = (current_user().user_name, data_version(connection), language())
    asked = (register, preset, *file, context, system)
    if kept is None or _asked(kept) != asked:
        kept = _draft(register, preset, file, context, system)
        st.session_state[_DRAFT] = kept
    return kept


def _asked(kept: Draft) -> tuple[object, ...]:
    return kept.register, kept.preset, kept.file_name, kept.data, kept.context, kept.system


def register_in_hand() -> str | None:
    """The register of the file that is kept."""
    kept: Draft | None = st.session_state.get(_DRAFT)
    return kept.register if kept else None


def forget_draft() -> None:
    """Let go of the file that is kept."""
    st.session_state.pop(_DRAFT, None)


def import_draft(draft: Draft) -> Imported | str:
    """Import the draft; what was imported, or why nothing was.

    Raises PlanOutdatedError where the database is not the one that was previewed.
    """
    register = registers()[draft.register]
    try:
        return import_source(
            engine(),
            _source(draft.register, (draft.file_name, draft.data)),
            register,
            _layout(register, draft.preset, draft.system),
            user=current_user(),
            seen_version=draft.preview.data_version if draft.preview else None,
        )
    except FileRefusedError as error:
        return str(error)
    except NotPermittedError as error:  # the right was taken away since the page was drawn
        words = _("Your roles do not include: {action}. Ask the security administrator.")
        return words.format(action=_(ACTIONS[str(error)]))


def _source(register: str, file: tuple[str, bytes]) -> Source:
    return read_projects(*file).source if register == WITH_PLACES else read_source(*file)


def _layout(register: Register, preset: str, system: System | None) -> Preset:
    layout = register.preset(preset)
    return in_system(layout, system[0], is_north_first=system[1]) if system else layout


def _draft(
    register: str,
    preset: str,
    file: tuple[str, bytes],
    context: tuple[str, int, str],
    system: System | None,
) -> Draft:
    preview, refusal, chosen = None, None, registers()[register]
    try:
        source = _source(register, file)
        layout = _layout(chosen, preset, system)
        with reading(engine()) as connection:
            preview = plan(connection, source, chosen, layout, user=current_user()).preview
    except FileRefusedError as error:
        refusal = str(error)
    return Draft(register, preset, *file, context, preview, refusal, system)
