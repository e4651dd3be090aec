"""Which register a file is for and how it is read; below the uploader stands what was brought before."""

import streamlit as st

from components.made_file import made_file
from components.registers.register_choice import register_choice
from components.registers.register_draft import Draft, file_in_hand, forget_draft, register_draft
from components.registers.register_system import WITH_PLACES, register_system
from data.intake.reading.source import ENDINGS, MAX_FILE_BYTES
from data.investment.reading import SHAPE_ENDINGS
from data.language import _
from data.registers.register import Register
from data.settings import number

_ROUND = "register_round"  # part of the uploader's key: a new number empties it


def register_form() -> Draft | None:
    """Draw the form; returns the file in hand with its preview."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen, preset = register_choice()
        _template_button(chosen)
    st.caption(chosen.preset(preset).description)
    limit = min(number("AUDIT_UPLOAD_MB"), MAX_FILE_BYTES // 1024**2)
    uploaded = st.file_uploader(
        _("File for “{register}”").format(register=chosen.title),
        type=[*ENDINGS, *(SHAPE_ENDINGS if chosen.name == WITH_PLACES else ())],
        max_upload_size=limit,
        key=f"register_file_{chosen.name}_{st.session_state.setdefault(_ROUND, 0)}",
        help=_("XLSX, XLS or CSV in any usual encoding. Nothing is written before you choose to import."),
    )
    file = (uploaded.name, uploaded.getvalue()) if uploaded else None
    system, is_ready = register_system(chosen, preset, file or file_in_hand(chosen.name))
    if not is_ready:
        return None
    with st.spinner(_("Reading and comparing …")):
        draft = register_draft(chosen.name, preset, file, system)
    if draft is not None and file is None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(_("File in hand: {name}").format(name=draft.file_name))
            if st.button(_("Put this file away"), icon=":material/delete_sweep:", key="register_put_away"):
                empty_register_form()
                st.rerun()
    return draft


def empty_register_form() -> None:
    """Empty the uploader and let go of the file in hand."""
    forget_draft()
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _template_button(register: Register) -> None:
    made_file(
        _("Download template"),
        register.template,
        f"{register.title}.xlsx",
        icon="draft",
        key=f"register_template_{register.name}",
    )
