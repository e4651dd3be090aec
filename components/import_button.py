"""The button that imports the files in hand, and what became of the last import."""

from dataclasses import dataclass

import streamlit as st

from components.figures import show
from components.import_drafts import Draft, import_all
from components.import_form import empty_form
from data.language import _
from data.ledger.apply import PlanOutdatedError
from data.ledger.refused import FileRefusedError

_DONE = "import_done"


@dataclass(frozen=True)
class _Done:
    file_name: str
    event_id: int
    added: int
    changed: int
    unchanged: int
    refused: int


def import_button(drafts: list[Draft]) -> None:
    """Draw the button for what is not refused; on the click every file is imported whole or not at all."""
    ready = [draft for draft in drafts if draft.preview]
    if not ready:
        return
    st.session_state.pop(_DONE, None)
    findings = sum(len(draft.preview.added) + len(draft.preview.changed) for draft in ready if draft.preview)
    if not st.button(
        _("Import {findings} findings").format(findings=show(findings, "count")),
        type="primary",
        icon=":material/upload:",
        disabled=not findings,
        help=None if findings else _("The files say nothing that the ledger does not say already."),
        key="import_now",
    ):
        return
    try:
        with st.spinner(_("Importing …")):
            done = import_all(ready)
    except PlanOutdatedError:
        st.warning(
            _("Somebody changed the ledger after this preview. Nothing was imported; look once more."),
            icon=":material/sync_problem:",
        )
        st.button(_("Compare again"), key="import_compare_again")
        return
    except FileRefusedError as error:
        st.error(str(error), icon=":material/block:")
        return
    st.session_state[_DONE] = [
        _Done(
            imported.preview.file_name,
            imported.event_id,
            len(imported.preview.added),
            len(imported.preview.changed),
            len(imported.preview.unchanged),
            imported.preview.refused_rows,
        )
        for imported in done
    ]
    empty_form()
    st.rerun()


def import_result() -> None:
    """What the last import did, until the next files are brought."""
    done: list[_Done] = st.session_state.get(_DONE, [])
    if not done:
        return
    st.success(_("Imported."), icon=":material/task_alt:")
    for part in done:
        words = _(
            "{file}: {added} added, {changed} changed, {unchanged} left alone, {refused} rows refused; "
            "event {event_id} in the log"
        )
        st.text(
            words.format(
                file=part.file_name,
                added=part.added,
                changed=part.changed,
                unchanged=part.unchanged,
                refused=part.refused,
                event_id=part.event_id,
            )
        )
    st.page_link("pages/cockpit/rectification.py", label=_("See the figures"), icon=":material/monitoring:")
