"""A text of one's own that can still be changed: buttons, what they gave, and the editor below."""

import streamlit as st

from components.attempted import attempted
from components.authoring.judged_view import judged_now, judged_view
from components.authoring.text_editor import text_editor
from components.authoring.trial import trial_form, trial_view
from components.authoring.working import Working, working
from components.frame.sign_in import user_now
from components.session import engine
from data.audit_models.authoring import AuthoringError, TextFacts, discard, text_facts
from data.audit_models.texts import digest_of
from data.engine import reading
from data.language import _
from queries.audit_models.drafts.authoring import save, submit_sound
from queries.audit_models.drafts.desk import OnDesk


def writing_page(each: OnDesk) -> None:
    """Draw it."""
    work = working(each.facts)
    buttons = st.container(horizontal=True, vertical_alignment="center", gap="small")
    results = st.container()
    text_editor(work)
    with results:
        asked = _buttons(work, each.facts, buttons)
        _done(asked, work, each.facts)
        _results(work)


def _buttons(work: Working, facts: TextFacts, place: st.delta_generator.DeltaGenerator) -> str:
    """Which of them was pressed: save, check, submit, discard, or "" ."""
    asked = ""
    with place:
        for name, title, icon, kind in (
            ("save", _("Save draft"), "save", "secondary"),
            ("check", _("Check"), "fact_check", "secondary"),
        ):
            if st.button(title, icon=f":material/{icon}:", type=kind, key=f"text_{name}"):  # type: ignore[arg-type]
                asked = name
        with st.popover(_("Try on data"), icon=":material/science:"):
            trial_form(facts.text_id, work.body)
        if st.button(_("Submit for review"), icon=":material/send:", type="primary", key="text_submit"):
            asked = "submit"
        st.space("stretch")
        if work.is_changed:
            words = _("Not saved yet")
            st.caption(f":material/edit: {words}")
        with st.popover("", icon=":material/more_vert:", help=_("More")):
            st.download_button(
                _("Download the text"),
                work.body,
                file_name=f"{facts.model_code}.sql",
                mime="text/plain",
                icon=":material/download:",
                on_click="ignore",
                width="stretch",
            )
            if st.button(
                _("Load what is kept"), icon=":material/refresh:", key="text_reload", width="stretch"
            ):
                work.kept, work.revision = "", facts.revision
                work.fill(facts.body)
                st.rerun()
            if st.button(
                _("Give the draft up"), icon=":material/delete:", key="text_discard", width="stretch"
            ):
                asked = "discard"
    return asked


def _done(asked: str, work: Working, facts: TextFacts) -> None:
    if asked == "save" and attempted(lambda: _save(work), AuthoringError):
        st.toast(_("Draft saved"), icon=":material/save:")
        st.rerun()
    if asked == "check":
        judged_now(facts.text_id, work.body)
    if asked == "submit" and attempted(lambda: _submit(work), AuthoringError):
        st.toast(_("Submitted for review"), icon=":material/send:")
        st.rerun()
    if asked == "discard" and attempted(
        lambda: discard(engine(), user_now(engine()), work.text_id, work.revision), AuthoringError
    ):
        del st.query_params["text"]
        st.rerun()


def _save(work: Working) -> None:
    save(engine(), user_now(engine()), work.body, text=(work.text_id, work.revision))
    work.revision += 1
    work.kept = work.body


def _submit(work: Working) -> None:
    """What stands in the fields is what is submitted."""
    with reading(engine()) as connection:
        kept = text_facts(connection, work.text_id)
    if kept is None or kept.body != work.body or kept.revision != work.revision:
        _save(work)
    submit_sound(engine(), user_now(engine()), work.text_id, work.revision)


def _results(work: Working) -> None:
    kept = st.session_state.get(f"judged_{work.text_id}")
    if kept is not None:
        with st.expander(_("Check"), icon=":material/fact_check:", expanded=True):
            judged_view(kept[1], is_stale=kept[0] != digest_of(work.body))
    trial_view(work.text_id)
