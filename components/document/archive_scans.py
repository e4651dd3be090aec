"""The scans of one file of the archive: to read while it is lent, to add for who keeps the archive."""

from components.attachments import attachments
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import engine
from data.attachments import attachments_of
from data.documents.archive import SUBJECT, attach_to_archive, take_from_archive
from data.engine import reading
from data.language import _


def archive_scans(archive_file_id: int, *, may_add: bool = False) -> None:
    """Open the dialog with them."""
    dialog(_("Scans of the file"))(_draw)(archive_file_id, may_add)


def _draw(archive_file_id: int, may_add: bool) -> None:
    user, database = user_now(engine()), engine()
    with reading(database) as connection:
        files = attachments_of(connection, SUBJECT, archive_file_id)
    attach = None
    if may_add:

        def attach(name: str, content: bytes, note: str) -> int:
            return attach_to_archive(database, user, archive_file_id, name, content, note=note)

    attachments(
        files,
        lambda attachment_id: take_from_archive(database, user, attachment_id),
        attach,
        key=f"archive_{archive_file_id}",
    )
