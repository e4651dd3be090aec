"""A file of open contracting data as one table per dataset type, ready to be brought in."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from data.dataset_types import dataset_types
from data.ocds.process import Process
from data.ocds.reading import Processes
from data.ocds.rows import Row, award_rows, bid_rows, supplier_rows, tender_row
from data.uploads import UploadCancelledError

OCDS = "ocds"
TYPES = ("tenders", "bids", "awards", "suppliers")


@dataclass(frozen=True)
class Tables:
    """A file of comma-separated values per type that has rows; headings are the names of the columns.

    `unread` are the numbers of the lines that were no release or record.
    """

    files: dict[str, Path]
    unread: tuple[int, ...]


def tables_of(source: Path, folder: Path, is_cancelled: Callable[[], bool] | None = None) -> Tables:
    """Write the tables into the folder.

    Raises UploadRefusedError for a file without releases, and UploadCancelledError.
    """
    processes = Processes(source)
    writers = {name: _Writer(folder / f"{name}.csv", name) for name in TYPES}
    try:
        suppliers: set[str] = set()
        for release in processes:
            if is_cancelled is not None and is_cancelled():
                raise UploadCancelledError
            process = Process(release)
            writers["tenders"].write([tender_row(process)])
            writers["bids"].write(bid_rows(process))
            writers["awards"].write(award_rows(process))
            for row in supplier_rows(process):
                if (number := str(row["supplier_number"])) not in suppliers:
                    suppliers.add(number)
                    writers["suppliers"].write([row])
    finally:
        for writer in writers.values():
            writer.close()
    files = {name: writer.file for name, writer in writers.items() if writer.rows}
    return Tables(files, tuple(processes.unread))


class _Writer:
    """One table being written."""

    def __init__(self, file: Path, dataset_type: str) -> None:
        self.file, self.rows = file, 0
        self._stream = file.open("w", encoding="utf-8", newline="")
        columns = [column.name for column in dataset_types()[dataset_type].columns]
        self._writer = csv.DictWriter(self._stream, columns, restval="")
        self._writer.writeheader()

    def write(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._writer.writerow(row)
            self.rows += 1

    def close(self) -> None:
        self._stream.close()
