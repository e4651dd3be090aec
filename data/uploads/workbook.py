"""Worksheets of XLSX, XLS and ODS: read in the child, written row by row."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from data.digest import sha256_of
from data.language import _
from data.uploads.batches import BATCH_ROWS, Refusal, text_schema, write_batches, write_refused
from data.uploads.choices import Choices, Proposal, Staged
from data.uploads.faults import UploadRefusedError
from data.uploads.headings import check_width, named, propose_heading_row
from data.uploads.limits import MAX_CELL_CHARACTERS, SAMPLE_ROWS
from data.uploads.merged import Merge, filled, merges_by_row

_LOOKED_ROWS = 5_000  # the widest of them is the width of the table
_EXACT = 10**15  # a workbook keeps 15 digits: of a longer number cell the rest is lost
_HEADING_LEVELS = 3

Row = list[str | None]


@dataclass(frozen=True)
class _Table:
    """A sheet and how it is read. `left` is the column (from 0) with which its rows begin."""

    sheet: CalamineSheet
    left: int
    width: int
    merges: dict[int, list[Merge]]
    proposal: Proposal


def look(kind: str, file: Path, choices: Choices, folder: Path) -> Proposal:
    """What the chosen sheet seems to be."""
    del folder
    return _table(kind, file, choices).proposal


def stage(
    kind: str, file: Path, choices: Choices, folder: Path, progress: Callable[[int, int], object]
) -> Staged:
    """The rows of the chosen sheet as text, without empty ones; `_line` is the row of the sheet."""
    table = _table(kind, file, choices)
    proposal, schema = table.proposal, text_schema(table.proposal.columns)
    refused: list[Refusal] = []
    long_numbers: set[int] = set()
    total = proposal.row_estimate or 0
    target, rows = write_batches(
        schema,
        _batches(table, schema, refused, long_numbers),
        folder,
        lambda done: progress(done, total),
    )
    notes = list(proposal.notes)
    if long_numbers:
        names = "、".join(proposal.headings[place] for place in sorted(long_numbers)[:8])
        notes.append(
            _("Numbers of more than 15 digits have lost digits in the workbook: {names}.").format(names=names)
        )
    return Staged(
        files=(target,),
        columns=proposal.columns,
        titles=proposal.headings,
        rows=rows,
        refused=write_refused(refused, folder),
        refused_rows=len(refused),
        sha256=sha256_of(file),
        bytes=file.stat().st_size,
        choices=proposal.choices,
        kind=kind,
        notes=tuple(notes),
    )


def _table(kind: str, file: Path, choices: Choices) -> _Table:
    sheet, names, notes = _chosen(file, choices.sheet)
    if sheet.start is None or sheet.end is None:
        raise UploadRefusedError(_("The sheet {name} is empty.").format(name=sheet.name))
    left, height = sheet.start[1], sheet.end[0] + 1
    looked = [_cells(row) for row in islice(sheet.iter_rows(), _LOOKED_ROWS)]
    width = max((_filled_width(row) for row in looked), default=0)
    check_width(width)
    rows = [[*row[:width], *[None] * (width - len(row))] for row in looked]
    merges = merges_by_row(sheet.merged_cell_ranges or [], left, width)
    heading_row = choices.heading_row
    if heading_row is None:
        heading_row = _last_heading_row(rows, propose_heading_row(rows), merges)
    if not 0 <= heading_row <= height:
        raise UploadRefusedError(_("There is no row {row} to be the heading.").format(row=heading_row))
    names_, titles, said = named(_headings(rows, heading_row, merges, width))
    samples = [row for row in _with_merges(rows, heading_row, merges, width) if any(row)]
    proposal = Proposal(
        kind=kind,
        choices=replace(choices, encoding=None, delimiter=None, sheet=sheet.name, heading_row=heading_row),
        sheets=names,
        headings=titles,
        columns=names_,
        sample_rows=tuple(map(tuple, samples[:SAMPLE_ROWS])),
        row_estimate=max(height - heading_row, 0),
        notes=(*said, *notes),
    )
    return _Table(sheet, left, width, merges, proposal)


def _chosen(file: Path, asked: str | None) -> tuple[CalamineSheet, tuple[str, ...], tuple[str, ...]]:
    """The sheet, the names of all, notes. Not asked for, it is the first table among the visible ones."""
    try:
        workbook = CalamineWorkbook.from_path(str(file))
    except PasswordError:
        raise UploadRefusedError(
            _("The workbook is protected by a password. Save it without a password and try once more.")
        ) from None
    sheets = [meta for meta in workbook.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
    names = tuple(meta.name for meta in sheets)
    if asked is not None and asked not in names:
        raise UploadRefusedError(
            _("The workbook has no sheet {name}; it has {names}.").format(
                name=asked, names="、".join(names[:8])
            )
        )
    if asked is not None:
        return workbook.get_sheet_by_name(asked), names, ()
    for is_hidden in (False, True):
        alike = [meta for meta in sheets if (meta.visible != SheetVisibleEnum.Visible) is is_hidden]
        if (sheet := _first_table(workbook, [meta.name for meta in alike])) is not None:
            hidden = (_("The sheet {name} is hidden.").format(name=sheet.name),) if is_hidden else ()
            return sheet, names, hidden
    raise UploadRefusedError(_("The workbook holds no sheet with cells."))


def _first_table(workbook: CalamineWorkbook, names: Sequence[str]) -> CalamineSheet | None:
    """The first of these sheets that holds a table, else the first with any cell.

    Directions for whoever fills the table in stand on a sheet before it, one sentence a row.
    """
    first = None
    for name in names:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.start is None or sheet.height == 0:
            continue
        if _is_table(sheet):
            return sheet
        first = first or sheet
    return first


def _is_table(sheet: CalamineSheet) -> bool:
    """Whether two rows have two cells or more, or the last one alone has: headings not yet filled in."""
    filled = (sum(1 for value in row if _text(value)) for row in islice(sheet.iter_rows(), _LOOKED_ROWS))
    widths = [cells for cells in filled if cells]
    return bool(widths) and (widths[-1] > 1 or sum(1 for cells in widths if cells > 1) > 1)


def _last_heading_row(rows: Sequence[Row], first: int, merges: dict[int, list[Merge]]) -> int:
    """Below a heading with merged groups, rows that name their parts belong to the heading."""
    last = first
    while 0 < last < min(len(rows), first + _HEADING_LEVELS - 1) and _has_groups(last, merges, rows):
        below = [cell for cell in rows[last] if cell]
        if not below or propose_heading_row([rows[last]]) == 0:
            break
        last += 1
    return last


def _has_groups(row: int, merges: dict[int, list[Merge]], rows: Sequence[Row]) -> bool:
    """Whether cells of the row (from 1) are merged across columns, and not as one title above all."""
    filled_cells = sum(1 for cell in rows[row - 1] if cell)
    return filled_cells > 1 and any(
        merge.first_column < merge.last_column and merge.last_row == row - 1
        for merge in merges.get(row - 1, ())
    )


def _headings(rows: Sequence[Row], heading_row: int, merges: dict[int, list[Merge]], width: int) -> list[str]:
    """One heading per column; parts of a group have its name before their own."""
    if heading_row == 0 or heading_row > len(rows):
        return [""] * width
    first = heading_row
    while first > 1 and heading_row - first < _HEADING_LEVELS - 1 and _has_groups(first - 1, merges, rows):
        first -= 1
    levels = filled(list(rows[first - 1 : heading_row]), first - 1, merges, width, is_across=True)
    return [" ".join(dict.fromkeys(cell for cell in column if cell)) for column in zip(*levels, strict=True)]


def _with_merges(
    rows: Sequence[Row], heading_row: int, merges: dict[int, list[Merge]], width: int
) -> list[Row]:
    return filled(list(rows[heading_row:]), heading_row, merges, width, is_across=False)


def _batches(
    table: _Table, schema: pa.Schema, refused: list[Refusal], long_numbers: set[int]
) -> Iterator[pa.RecordBatch]:
    heading_row = table.proposal.choices.heading_row or 0
    rows = islice(table.sheet.iter_rows(), heading_row, None)
    at = heading_row
    while taken := list(islice(rows, BATCH_ROWS)):
        cells = [_cells(row, long_numbers) for row in taken]
        if table.merges:
            cells = filled(cells, at, table.merges, table.width, is_across=False)
        lines, kept = [], []
        for line, row in enumerate(cells, start=at + 1):
            if (reason := _fault(row, table.width)) is not None:
                refused.append((line, reason, " ".join(cell[:100] for cell in row[:20] if cell)))
            elif any(row):
                lines.append(line)
                kept.append([*row[: table.width], *[None] * (table.width - len(row))])
        at += len(taken)
        columns = zip(*kept, strict=True) if kept else ([] for __ in range(table.width))
        arrays = [pa.array(lines, pa.int64()), *(pa.array(column, pa.string()) for column in columns)]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _fault(row: Row, width: int) -> str | None:
    if _filled_width(row) > width:
        return _("more than {width} columns").format(width=width)
    if any(cell is not None and len(cell) > MAX_CELL_CHARACTERS for cell in row):
        return _("a cell is longer than {limit} characters").format(limit=MAX_CELL_CHARACTERS)
    return None


def _filled_width(row: Row) -> int:
    return next((place for place in range(len(row), 0, -1) if row[place - 1] is not None), 0)


def _cells(row: Sequence[Any], long_numbers: set[int] | None = None) -> Row:
    cells = [_text(value) for value in row]
    if long_numbers is not None:
        for place, value in enumerate(row):
            if isinstance(value, float) and abs(value) >= _EXACT:
                long_numbers.add(place)
    return cells


def _text(value: Any) -> str | None:
    """A cell as text: numbers with the digits a workbook keeps and shows, days as 2025-03-01."""
    if isinstance(value, str):
        return value.replace("\0", "").strip() or None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return str(int(value)) if float(value).is_integer() else f"{value:.15g}"
    if isinstance(value, datetime.datetime):
        is_day = not (value.hour or value.minute or value.second)
        return value.date().isoformat() if is_day else value.isoformat(" ", "seconds")
    return str(value)
