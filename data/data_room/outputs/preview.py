"""The first rows of a file that waits: for whoever decides on it and may read where they come from."""

from typing import Any

from data.data_room.outputs.files import checked_file
from data.data_room.outputs.requests import OutputError, OutputRequest
from data.language import _
from data.settings import number


def first_rows(request: OutputRequest, count: int) -> list[list[Any]]:
    """The heading and the first `count` rows of the file's first table, as text, with the masks of its asker.

    An original may be anything that is brought in, whatever its name says, so every file is read like one
    that comes (data/uploads). Raises OutputError where the file is gone or was changed, is no table, or is
    too large to be read while somebody waits.
    """
    file = checked_file(request)
    if file.stat().st_size > number("AUDIT_UPLOAD_MB") << 20:
        raise OutputError(_("The file is too large for its rows to be shown here."))
    # What reads files takes long to load, and every command that writes one comes by here.
    from data.uploads import UploadRefusedError, propose  # noqa: PLC0415

    try:
        read = propose(file)
    except UploadRefusedError as error:
        raise OutputError(str(error)) from error
    return [list(read.headings), *map(list, read.sample_rows[:count])]
