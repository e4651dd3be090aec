"""A text that cannot be changed: to be reviewed by another than its author, or to be read."""

import streamlit as st

from components.address import address
from components.attempted import attempted
from components.authoring.judged_view import judged_now, judged_view
from components.authoring.trial import trial_form, trial_view
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.model.model_facts import model_facts
from components.model.model_text import model_text
from components.navigation import MODEL_PAGE
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.audit_models.authoring import (
    PUBLISH,
    WRITE,
    AuthoringError,
    TextFacts,
    send_back,
    take_back,
    text_in_force,
)
from data.engine import reading
from data.language import _
from queries.audit_models.differences import differences
from queries.audit_models.drafts.authoring import publish_sound, take_out_of_force
from queries.audit_models.drafts.desk import OnDesk
from queries.audit_models.model import AuditModel

_LONGEST_NOTE = 1_000


def reviewing_page(each: OnDesk) -> None:
    """Draw it."""
    facts, user = each.facts, current_user()
    is_own = facts.author == user.user_name
    is_to_review = facts.state == "submitted" and not is_own and can(user, PUBLISH)
    judged = judged_now(facts.text_id, facts.body)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if is_to_review:
            if st.button(_("Publish"), type="primary", icon=":material/verified:", key="text_publish"):
                dialog(_("Publish the model"))(_publish)(facts)
            if st.button(_("Send back"), icon=":material/undo:", key="text_return"):
                dialog(_("Send the text back"))(_return)(facts)
        if facts.state == "submitted" and is_own:
            st.caption(_("Somebody else reviews it; until then it can be taken back."))
            if st.button(_("Take back"), icon=":material/undo:", key="text_take_back") and attempted(
                lambda: take_back(engine(), user_now(engine()), facts.text_id, facts.revision), AuthoringError
            ):
                st.session_state.pop(f"working_{facts.text_id}", None)
                st.rerun()
        if can(user, WRITE) and judged.model is not None:
            with st.popover(_("Try on data"), icon=":material/science:"):
                trial_form(facts.text_id, facts.body)
        is_in_force = facts.state == "published" and _is_in_force(facts)
        may_withdraw = is_in_force and can(user, PUBLISH)
        if may_withdraw and st.button(_("Take out of force"), icon=":material/block:", key="text_withdraw"):
            dialog(_("Take the model out of force"))(_withdraw)(facts)
        if is_in_force:
            st.page_link(
                MODEL_PAGE,
                label=_("In the model library"),
                icon=":material/model_training:",
                query_params=address(None, bureau_now().as_of, id=facts.model_code),
            )
    trial_view(facts.text_id)
    if facts.state == "submitted":
        with st.expander(_("Check"), icon=":material/fact_check:", expanded=True):
            judged_view(judged)
    _says(each, judged.model)


def _says(each: OnDesk, model: AuditModel | None) -> None:
    facts = each.facts
    told, changed, text = st.tabs([_("What the model does"), _("Changes"), _("Whole text")])
    with told:
        if model is not None:
            title = _("The reason of a suspect, in one sentence")
            st.markdown(f"**{title}**  \n{inert(str(model.summary))}")
            model_facts(model)
            model_text(model)
        else:
            st.info(_("The text cannot be read as a model yet."), icon=":material/edit_note:")
    with changed:
        with reading(engine()) as connection:
            before = text_in_force(connection, facts.model_code)
        if before is None:
            st.info(
                _("No version is in force under this code: all of it is new."), icon=":material/fiber_new:"
            )
        elif lines := differences(before[1], facts.body):
            st.caption(_("Against version {number}, which is in force").format(number=before[0]))
            st.code(lines, language="diff", wrap_lines=True)
        else:
            st.info(_("Nothing differs from the version in force."), icon=":material/equal:")
    with text:
        st.code(facts.body, language="sql", line_numbers=True)


def _is_in_force(facts: TextFacts) -> bool:
    with reading(engine()) as connection:
        there = text_in_force(connection, facts.model_code)
    return there is not None and there[0] == facts.version


def _withdraw(facts: TextFacts) -> None:
    st.markdown(_("Nobody can run it any more; its runs and suspects stay as they are."))
    note = st.text_area(_("Why"), max_chars=_LONGEST_NOTE, key="withdraw_note")
    if st.button(_("Take out of force"), type="primary", width="stretch", key="withdraw_do") and attempted(
        lambda: take_out_of_force(engine(), user_now(engine()), facts.model_code, note), AuthoringError
    ):
        st.rerun()


def _publish(facts: TextFacts) -> None:
    st.markdown(
        _("It is in the library at once, with you as its reviewer; runs of the version before it stay.")
    )
    note = st.text_area(_("Remark (optional)"), max_chars=_LONGEST_NOTE, key="publish_note")
    if st.button(_("Publish"), type="primary", width="stretch", key="publish_do") and attempted(
        lambda: publish_sound(engine(), user_now(engine()), facts.text_id, facts.revision, note),
        AuthoringError,
    ):
        st.toast(_("Published"), icon=":material/verified:")
        st.rerun()


def _return(facts: TextFacts) -> None:
    note = st.text_area(_("What has to be changed"), max_chars=_LONGEST_NOTE, key="return_note")
    if st.button(_("Send back"), type="primary", width="stretch", key="return_do") and attempted(
        lambda: send_back(engine(), user_now(engine()), facts.text_id, facts.revision, note), AuthoringError
    ):
        del st.query_params["text"]
        st.rerun()
