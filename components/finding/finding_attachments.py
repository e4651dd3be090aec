"""证明材料 of a finding: who takes a step of findings can attach another."""

from datetime import date

from components.attachments import attachments
from components.frame.sign_in import user_now
from components.session import bureau_now, current_user, engine
from data.attachments import attachments_of
from data.closing.attaching import attach_to_finding, may_attach, take_from_finding
from data.closing.standing import SUBJECT
from data.engine import reading


def finding_attachments(finding_id: int, as_of: date) -> None:
    """Draw the files that there were on the day, and on the bureau's own the form for another."""
    database, user = engine(), current_user()
    with reading(database) as connection:
        files = attachments_of(connection, SUBJECT, finding_id, as_of=as_of)

    def take(attachment_id: int) -> bytes:
        return take_from_finding(database, user, attachment_id)

    def attach(name: str, content: bytes, note: str) -> object:
        return attach_to_finding(database, user_now(database), finding_id, name, content, note=note)

    is_now = may_attach(user) and as_of == bureau_now().as_of
    attachments(files, take, attach if is_now else None, key=f"finding_{finding_id}")
