"""Runs as a program of its own: reads a workbook from a file and writes its cells to standard output as JSON.

A workbook is somebody else's program input: one that claims a cell at the far corner makes the reader ask for
half a terabyte. Here it hits limits of memory and time that end this process and nothing else.
"""

import datetime
import json
import resource
import sys
from typing import Any

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

MEMORY_BYTES = 3 * 1024**3  # a ledger of 100,000 rows and 90 columns needs about a third of this
CPU_SECONDS = 120  # that ledger takes about 20
MAX_CELLS = 20_000_000

EXIT_BROKEN, EXIT_ENCRYPTED, EXIT_TOO_LARGE = 3, 4, 5


def _plain(value: object) -> Any:
    if isinstance(value, datetime.datetime | datetime.date):
        return {"t": value.isoformat()}
    return str(value)


def _main(path: str) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        workbook = CalamineWorkbook.from_path(path)
        sheets = []
        for index, metadata in enumerate(workbook.sheets_metadata):
            if metadata.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_index(index)
            if sheet.total_height * sheet.total_width > MAX_CELLS:
                return EXIT_TOO_LARGE
            sheets.append(
                {
                    "name": metadata.name,
                    "is_visible": metadata.visible == SheetVisibleEnum.Visible,
                    "rows": sheet.to_python(skip_empty_area=False),
                    "merged": sheet.merged_cell_ranges or [],
                }
            )
    except PasswordError:
        return EXIT_ENCRYPTED
    except MemoryError:
        return EXIT_TOO_LARGE
    except BaseException as error:  # the reader also panics, which is no Exception
        print(repr(error), file=sys.stderr)
        return EXIT_BROKEN
    json.dump(sheets, sys.stdout, ensure_ascii=True, default=_plain)
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1]))
