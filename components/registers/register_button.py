"""The button that imports the file in hand into its register, and what became of the last import."""

import streamlit as st

from components.address import address
from components.figures import show
from components.navigation import REGISTERS_PAGE
from components.registers.register_draft import Draft, import_draft
from components.registers.register_form import empty_register_form
from components.session import bureau_now
from data.intake.importing import PlanOutdatedError
from data.language import _
from data.registers.preview import Preview
from data.registers.register import registers

_DONE = "register_done"


def register_button(draft: Draft) -> None:
    """Draw the button for a file that can be read; on the click it is imported whole or not at all."""
    preview = draft.preview
    if preview is None:
        return
    st.session_state.pop(_DONE, None)
    rows = len(preview.added) + len(preview.changed)
    if not st.button(
        _("Import {rows} rows").format(rows=show(rows, "count")),
        type="primary",
        icon=":material/upload:",
        disabled=not rows,
        help=None if rows else _("The file says nothing that the database does not say already."),
        key="register_import_now",
    ):
        return
    try:
        with st.spinner(_("Importing …")):
            done = import_draft(draft)
    except PlanOutdatedError:
        st.warning(
            _("Somebody changed the data after this preview. Nothing was imported; look once more."),
            icon=":material/sync_problem:",
        )
        st.button(_("Compare again"), key="register_compare_again")
        return
    if isinstance(done, str):
        st.error(_("Not imported."), icon=":material/block:")
        st.text(_("{file}: {reason}").format(file=draft.file_name, reason=done))
        return
    st.session_state[_DONE] = (_words(done.preview, done.event_id), done.preview.register)
    empty_register_form()
    st.rerun()


def register_result() -> None:
    """What the last import did, and which register comes next on the first day."""
    words, name = st.session_state.get(_DONE, ("", ""))
    if not words:
        return
    st.success(_("Imported."), icon=":material/task_alt:")
    st.text(words)
    names = list(registers())
    following = names[names.index(name) + 1 : names.index(name) + 2]
    for after in following:
        st.page_link(
            REGISTERS_PAGE,
            label=_("Next in order: {register}").format(register=registers()[after].title),
            icon=":material/arrow_forward:",
            query_params=address(None, bureau_now().as_of, register=after),
        )


def _words(preview: Preview, event_id: int) -> str:
    return _(
        "{file}: {added} added, {changed} changed, {unchanged} left alone, {refused} rows refused; "
        "event {event_id} in the log"
    ).format(
        file=preview.file_name,
        added=len(preview.added),
        changed=len(preview.changed),
        unchanged=len(preview.unchanged),
        refused=preview.refused_rows,
        event_id=event_id,
    )
