"""The templates of the letters: which is in force for each rung, taking it, putting another there."""

import hashlib

import streamlit as st

from components.attempted import attempted
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import current_user, engine
from data.access.roles import can
from data.codes import ESCALATION_STEP, label
from data.escalation.ladder import KEEP
from data.language import _
from data.letters.placeholders import OF_FINDING, OF_LETTER
from data.letters.shipped import shipped_template
from data.letters.template import (
    TemplateError,
    has_own,
    install_template,
    remove_template,
    template_of,
)

_MOST_MB = 5


def letter_templates() -> None:
    """Draw it for who keeps the letters of the whole bureau; nothing for others."""
    user = current_user()
    if not can(user, KEEP) or user.section_code is not None or user.region_code is not None:
        return
    with st.expander(_("Templates of the letters"), icon=":material/description:"):
        step = st.selectbox(
            _("Rung"),
            list(ESCALATION_STEP),
            format_func=lambda code: label("escalation_step", code),
            key="template_step",
        )
        left, right = st.columns([2, 3])
        with left:
            _in_force(step)
        with right:
            _bring(step)
        st.caption(
            _("In the letter: {names}").format(names="　".join(f"`{{{{{name}}}}}`" for name in OF_LETTER))
        )
        st.caption(
            _("In the row of findings: {names}").format(
                names="　".join(f"`{{{{{name}}}}}`" for name in OF_FINDING)
            )
        )


def _in_force(step: str) -> None:
    is_own = has_own(step)
    st.markdown(
        _("**The bureau's own** is in force") if is_own else _("The **shipped** template is in force")
    )
    content = shipped_template(step)
    try:
        content = template_of(step).content
    except TemplateError as error:
        st.error(inert(str(error)), icon=":material/error:")
    st.download_button(
        _("Template (DOCX)"),
        content,
        file_name=f"{label('escalation_step', step)}.docx",
        mime="application/octet-stream",
        icon=":material/download:",
        on_click="ignore",
        key=f"template_{step}",
    )
    st.caption(_("SHA-256 {digest}").format(digest=f"{hashlib.sha256(content).hexdigest()[:16]}…"))
    if (
        is_own
        and st.button(_("Back to the shipped one"), icon=":material/undo:")
        and attempted(lambda: remove_template(engine(), user_now(engine()), step))
    ):
        st.rerun()


def _bring(step: str) -> None:
    with st.form("bring_template", clear_on_submit=True, border=False):
        file = st.file_uploader(
            _("The bureau's own template"),
            type=["docx"],
            max_upload_size=_MOST_MB,
            help=_("Change the shipped one in Word and bring it back: its placeholders are checked."),
        )
        is_sent = st.form_submit_button(_("Put in force"), icon=":material/publish:")
    if not is_sent:
        return
    if file is None:
        st.error(_("Choose a file."), icon=":material/error:")
        return
    name, content = file.name, file.getvalue()
    if attempted(lambda: install_template(engine(), user_now(engine()), step, name, content), TemplateError):
        st.rerun()
