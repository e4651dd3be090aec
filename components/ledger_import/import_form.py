"""Which files to import and how to read them; below the uploader stands what was brought before."""

import streamlit as st

from components.ledger_import.import_drafts import Asked, Draft, forget_drafts, import_drafts
from components.made_file import made_file
from components.session import bureau_now
from data.intake.reading.source import ENDINGS, MAX_FILE_BYTES
from data.language import _, listed
from data.ledger.preset import load_preset, preset_names
from data.ledger.template import template
from data.settings import number

_ROUND = "import_round"  # part of the uploader's key: a new number empties it
_UNITS = ("元", "千元", "万元", "百万元", "亿元")
_FIRST_PRESET = "ledger_zh"


def import_form() -> list[Draft]:
    """Draw the form; returns the files in hand with their previews."""
    asked = _asked()
    limit = min(number("AUDIT_UPLOAD_MB"), MAX_FILE_BYTES // 1024**2)
    uploaded = st.file_uploader(
        _("Ledger files"),
        type=list(ENDINGS),
        accept_multiple_files=True,
        max_upload_size=limit,
        key=f"import_files_{st.session_state.setdefault(_ROUND, 0)}",
        help=_("XLSX, XLS or CSV in any usual encoding. Nothing is written before you choose to import."),
    )
    files = [(file.name, file.getvalue()) for file in uploaded]
    with st.spinner(_("Reading and comparing …")):
        drafts = import_drafts(files, asked)
    if drafts and not files:
        with st.container(horizontal=True, vertical_alignment="center"):
            names = listed(draft.file_name for draft in drafts)
            st.text(_("Files in hand: {names}").format(names=names))
            if st.button(_("Put these files away"), icon=":material/delete_sweep:", key="import_put_away"):
                empty_form()
                st.rerun()
    return drafts


def empty_form() -> None:
    """Empty the uploader and let go of the files in hand."""
    forget_drafts()
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _asked() -> Asked:
    presets = {name: load_preset(name) for name in preset_names()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox(
            _("Read as"),
            list(presets),
            index=list(presets).index(_FIRST_PRESET),
            format_func=lambda name: presets[name].title,
            key="import_preset",
            width=280,
        )
        today = bureau_now().as_of
        as_of = st.date_input(
            _("Day of the file"),
            value=today,
            max_value=today,
            key="import_as_of",
            help=_("A state that the file gives without a date is dated by this day."),
            format="YYYY-MM-DD",
            width=160,
        )
        unit = st.selectbox(
            _("Unit of amounts"),
            [None, *_UNITS],
            format_func=lambda unit: unit or _("As the file says"),
            key="import_unit",
            help=_("Only for amounts whose heading names no unit."),
            width=160,
        )
        _template_button(name)
    st.caption(presets[name].description)
    return Asked(name, as_of, unit)


def _template_button(name: str) -> None:
    preset = load_preset(name)
    made_file(
        _("Download template"),
        lambda: template(preset),
        f"{preset.title}.xlsx",
        icon="draft",
        key="import_template",
    )
