"""The first rows of a file that waits: for whoever decides on it and may read where they come from."""

from itertools import islice
from typing import Any

from python_calamine import CalamineWorkbook

from data.data_room.outputs.files import checked_file
from data.data_room.outputs.requests import OutputRequest


def first_rows(request: OutputRequest, count: int) -> list[list[Any]]:
    """The heading and the first `count` rows of the file's first sheet, with the masks of its asker.

    Raises OutputError where the file is gone or was changed.
    """
    with checked_file(request).open("rb") as file:
        rows = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).iter_rows()
        return [list(row) for row in islice(rows, count + 1)]
