"""The button that imports the files in hand, and what became of the last import."""

from dataclasses import dataclass

import streamlit as st

from components.figures import show
from components.ledger_import.import_drafts import Draft, Outcome, import_all
from components.ledger_import.import_form import empty_form
from components.navigation import RECTIFICATION_PAGE
from data.intake.importing import PlanOutdatedError
from data.language import _

_DONE = "import_done"


@dataclass(frozen=True)
class _Done:
    """What is told of one file; `refusal` alone where nothing of it was written."""

    file_name: str
    refusal: str | None
    event_id: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0


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
            done = [_done(outcome) for outcome in import_all(ready)]
    except PlanOutdatedError:
        st.warning(
            _("Somebody changed the ledger after this preview. Nothing was imported; look once more."),
            icon=":material/sync_problem:",
        )
        st.button(_("Compare again"), key="import_compare_again")
        return
    if all(part.refusal for part in done):
        _refusals(done)
        return
    st.session_state[_DONE] = done
    empty_form()
    st.rerun()


def import_result() -> None:
    """What the last import did, until the next files are brought."""
    done: list[_Done] = st.session_state.get(_DONE, [])
    if not done:
        return
    _refusals(done)
    st.success(_("Imported."), icon=":material/task_alt:")
    for part in done:
        if part.refusal:
            continue
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
    st.page_link(RECTIFICATION_PAGE, label=_("See the figures"), icon=":material/monitoring:")


def _done(outcome: Outcome) -> _Done:
    if outcome.imported is None:
        return _Done(outcome.file_name, outcome.refusal)
    preview = outcome.imported.preview
    return _Done(
        outcome.file_name,
        None,
        outcome.imported.event_id,
        len(preview.added),
        len(preview.changed),
        len(preview.unchanged),
        preview.refused_rows,
    )


def _refusals(done: list[_Done]) -> None:
    """Which files were not imported, and why."""
    refused = [part for part in done if part.refusal]
    if refused:
        st.error(_("Not imported."), icon=":material/block:")
    for part in refused:
        st.text(_("{file}: {reason}").format(file=part.file_name, reason=part.refusal))
