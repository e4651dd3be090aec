"""Rows in quarantine that still wait to be corrected: as they came, or as they were corrected last.

A row is known by the line of the file that brought it, through all corrections of that version: the rows of a
correction keep the lines of the version that they correct, so that none can be taken in twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from data.checking.check import LINE, source
from data.duck import open_duck
from data.warehouse import Version, files_of, quarantine_of

CORRECTS = "corrects"  # in the report of a correction: number of the version whose rows it corrects


@dataclass(frozen=True)
class Quarantine:
    """The quarantine of one version with the corrections made of it, oldest first.

    `is_standing` says whether the rows of that version are still part of the newest one.
    """

    version: Version
    file: Path
    corrections: tuple[Version, ...]
    is_standing: bool

    @property
    def rows_sql(self) -> str:
        """SQL of the open rows by line: `_line`, the text columns as they came, `faults` (see check.py).

        Rows of totals are no data and are left out. Raises WarehouseError where files are gone.
        """
        later = [file for entry in self.corrections if (file := quarantine_of(entry)) is not None]
        files = " union all by name ".join(
            f"select *, {turn} as _turn from {source([file])}"
            for turn, file in enumerate([self.file, *later])
        )
        rows = f"""select * exclude (_turn) from ({files})
            where faults[1].rule <> 'total' and {LINE} not in ({self.taken_sql})
            qualify row_number() over (partition by {LINE} order by _turn desc) = 1"""
        return f"{rows} order by {LINE}"

    @property
    def taken_sql(self) -> str:
        """SQL of the lines that corrections have taken in already."""
        own = [
            file
            for entry in self.corrections
            for file in files_of(replace(entry, folders=entry.folders[-1:]))
        ]
        return f"select {LINE} from {source(own)}" if own else f"select 0::bigint as {LINE} where false"

    def open_count(self) -> int:
        """How many rows are open."""
        with open_duck() as duck:
            found = duck.execute(f"select count(*) from ({self.rows_sql})").fetchone()
        return int(found[0]) if found else 0


def quarantines(every: Sequence[Version]) -> tuple[Quarantine, ...]:
    """Every quarantine of a dataset with all these versions, the newest first."""
    return tuple(
        Quarantine(
            version,
            file,
            tuple(entry for entry in every if entry.report.get(CORRECTS) == version.number),
            version.folders[-1] in every[-1].folders,
        )
        for version in reversed(every)
        if CORRECTS not in version.report and (file := quarantine_of(version)) is not None
    )


def refused_and_corrected(every: Sequence[Version]) -> tuple[int, int]:
    """Rows refused by the arrivals of the newest version, and how many of them corrections took in."""
    refused = corrected = 0
    for number, version in enumerate(every):
        if version.folders[-1] not in every[-1].folders:
            continue
        if CORRECTS in version.report:
            corrected += version.row_count - every[number - 1].row_count
        else:
            refused += version.refused_count
    return refused, corrected


def quarantine(every: Sequence[Version], number: int) -> Quarantine | None:
    """The quarantine that rows of the version with that number wait in, None where it has none.

    What a correction could not take in waits in that of the version which it corrects.
    """
    asked = next((version for version in every if version.number == number), None)
    corrected = asked.report.get(CORRECTS, number) if asked else number
    return next((entry for entry in quarantines(every) if entry.version.number == corrected), None)
