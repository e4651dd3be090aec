"""The first rows of a file that waits: for whoever decides on it and may read where they come from."""

from itertools import islice
from typing import Any

from python_calamine import CalamineWorkbook

from data.data_room.outputs.files import checked_file
from data.data_room.outputs.requests import OutputError, OutputRequest
from data.uploads import UploadRefusedError, propose

WORKBOOK = ".xlsx"


def first_rows(request: OutputRequest, count: int) -> list[list[Any]]:
    """The heading and the first `count` rows of the file's first sheet, with the masks of its asker.

    A file that came from outside may be anything that is brought in (data/uploads). Raises OutputError where
    the file is gone or was changed, or is no table.
    """
    file = checked_file(request)
    if file.suffix != WORKBOOK:
        try:
            read = propose(file)
        except UploadRefusedError as error:
            raise OutputError(str(error)) from error
        return [list(read.headings), *map(list, read.sample_rows[:count])]
    with file.open("rb") as stream:
        rows = CalamineWorkbook.from_filelike(stream).get_sheet_by_index(0).iter_rows()
        return [list(row) for row in islice(rows, count + 1)]
