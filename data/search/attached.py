"""The files attached to things, by whose names and texts those are found too."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from data.language import mark
from data.schema import Attachment, AttachmentText

# What files are attached to (Attachment.subject, the name of its table too) and is searched: subject → kind.
SEARCHED = {"finding": "finding", "document": "office_document", "diary_entry": "diary_entry"}


def texts_of_files(
    connection: Connection, subject: str, numbers: Sequence[int]
) -> Mapping[int, list[tuple[str, str]]]:
    """(label, text) of the files of each thing of these numbers: all names, then all texts, as attached.

    A thing is looked through up to a number of words (entry.py): put these after what it says itself.
    """
    names: dict[int, list[tuple[str, str]]] = defaultdict(list)
    contents: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = connection.execute(
        select(Attachment.subject_id, Attachment.file_name, AttachmentText.words)
        .join(AttachmentText, AttachmentText.sha256 == Attachment.sha256, isouter=True)
        .where(Attachment.subject == subject, Attachment.subject_id.in_(numbers))
        .order_by(Attachment.attachment_id)
    )
    for number, name, content in rows:
        names[number].append((mark("Attachments"), name))
        if content:
            contents[number].append((mark("Text of an attachment"), content))
    return {number: [*told, *contents[number]] for number, told in names.items()}
