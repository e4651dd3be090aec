"""证明材料 of a finding: what proves that it was put right, and the way to attach more of it."""

from datetime import date

import streamlit as st

from components.attachments import attach_form, attachments
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, current_user, engine
from data.attachments import attachments_of
from data.closing.attaching import attach_to_finding, may_attach, take_from_finding
from data.closing.standing import SUBJECT
from data.engine import reading
from data.language import _


def finding_attachments(finding_id: int, as_of: date) -> None:
    """Draw the files that there were on the day."""
    database, user = engine(), current_user()
    with reading(database) as connection:
        files = attachments_of(connection, SUBJECT, finding_id, as_of=as_of)

    def take(attachment_id: int) -> bytes:
        return take_from_finding(database, user, attachment_id)

    attachments(files, take, None, key=f"finding_{finding_id}")


def attach_proof(finding_id: int, as_of: date) -> None:
    """Draw the button for whoever takes steps, on the bureau's own day; a step may ask for proof."""
    if not may_attach(current_user()) or as_of != bureau_now().as_of:
        return
    if st.button(_("Attach proof"), icon=":material/attach_file:", key=f"attach_proof_{finding_id}"):
        dialog(_("Proof of rectification"))(_form)(finding_id)


def _form(finding_id: int) -> None:
    database = engine()

    def attach(name: str, content: bytes, note: str) -> object:
        return attach_to_finding(database, user_now(database), finding_id, name, content, note=note)

    attach_form(attach, key=f"finding_{finding_id}")
