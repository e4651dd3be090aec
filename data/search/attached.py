"""The names of the files attached to things, by which those are found too."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from data.schema import Attachment


def names_of_files(connection: Connection, subject: str, numbers: Sequence[int]) -> Mapping[int, list[str]]:
    """The names of the files of each thing of these numbers, in the order in which they were attached."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = connection.execute(
        select(Attachment.subject_id, Attachment.file_name)
        .where(Attachment.subject == subject, Attachment.subject_id.in_(numbers))
        .order_by(Attachment.attachment_id)
    )
    for number, name in rows:
        found[number].append(name)
    return found
