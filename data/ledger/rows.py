"""From the sheets of a file to its findings as stated: values by field, and every fault with its place."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from data.language import _
from data.ledger.fields import field_label
from data.ledger.headings import Heading, find_heading, plain_heading, required_headings
from data.ledger.preset import Column, Preset
from data.ledger.reading.sheet import Sheet, Source
from data.ledger.refused import FileRefusedError, ValueRefusedError
from data.ledger.values.cell import read_cell
from data.ledger.values.choices import key
from data.ledger.values.words import Cell, text

MAX_ROWS = 200_000  # four times the largest provincial ledger known; what is larger comes in several files
_SHOWN_CHARACTERS = 200  # of a refused value; a whole paragraph would hide the reason
_ADDED_UP = ("money", "count")  # a merged cell of these counts once, or sums would grow with every row


@dataclass(frozen=True)
class Refusal:
    """One reason why one row is not imported."""

    sheet: str
    line: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class Notice:
    """Something to look at in a row that is imported all the same; line 0 is the sheet as a whole."""

    sheet: str
    line: int
    column: str
    message: str


@dataclass(frozen=True)
class LedgerRow:
    """One finding as the file states it: `values` holds only fields whose cells are filled."""

    sheet: str
    line: int
    values: dict[str, Any]
    headings: dict[str, str]  # heading of each field, as written in this sheet
    cells: dict[str, str]  # what stood in the cell of each field

    def refusal(self, field: str, reason: str) -> Refusal:
        """A refusal of this row for the fault of one field."""
        heading = self.headings.get(field) or field_label(field)
        return Refusal(self.sheet, self.line, heading, shortened(self.cells.get(field, "")), reason)

    def notice(self, field: str, message: str) -> Notice:
        """A notice about one field of this row."""
        return Notice(self.sheet, self.line, self.headings.get(field) or field_label(field), message)


@dataclass(frozen=True)
class Reading:
    """What a file states: rows, refusals, notices, and how many rows it holds in all."""

    rows: list[LedgerRow]
    refused: list[Refusal]
    notices: list[Notice]
    row_count: int


def read_rows(source: Source, preset: Preset, unit: str | None = None) -> Reading:
    """Read a file by a preset; `unit` is the unit of money columns whose heading names none.

    Raises FileRefusedError where no sheet can be read by this preset.
    """
    notices: list[Notice] = []
    refused: list[Refusal] = []
    stated: list[LedgerRow] = []
    for sheet, heading in _headed_sheets(source, preset, unit, notices):
        for row in _sheet_rows(source.file_name, sheet, heading, preset, (refused, notices)):
            stated.append(row)
            if len(stated) > MAX_ROWS:
                raise FileRefusedError(
                    _("The file has more than {limit} rows. Split it.").format(limit=MAX_ROWS)
                )
    faulty = {(refusal.sheet, refusal.line) for refusal in refused}
    row_count = len(stated)
    rows = _merged(stated, preset, faulty, refused) if preset.is_merging else _single(stated, faulty)
    return Reading(rows, refused, notices, row_count)


def shortened(words: str) -> str:
    """Text cut to what a list of refusals can show."""
    return words if len(words) <= _SHOWN_CHARACTERS else words[:_SHOWN_CHARACTERS] + "…"


def _headed_sheets(
    source: Source, preset: Preset, unit: str | None, notices: list[Notice]
) -> list[tuple[Sheet, Heading]]:
    chosen = [sheet for sheet in source.sheets if sheet.is_visible and _is_wanted(sheet.name, preset)]
    if preset.sheet_pick == "first":
        chosen = chosen[:1]
    if not chosen:
        raise FileRefusedError(_("No sheet of the file has a name that the preset reads."))
    headed = []
    for sheet in chosen:
        heading = find_heading(sheet, preset, unit)
        if heading is None or not _is_enough(heading, preset):
            if preset.sheet_pick == "all":
                raise FileRefusedError(_no_heading(preset, sheet.name))
            notices.append(Notice(sheet.name, 0, "", _("no ledger heading found; the sheet is left out")))
            continue
        headed.append((sheet, heading))
        if heading.unknown:
            message = _("columns that are not imported: {names}").format(names="、".join(heading.unknown))
            notices.append(Notice(sheet.name, sheet.lines[heading.last_row], "", message))
    if not headed:
        raise FileRefusedError(_no_heading(preset, "、".join(sheet.name for sheet in chosen)))
    return headed


def _is_wanted(name: str, preset: Preset) -> bool:
    if preset.sheet_names:
        return name in preset.sheet_names
    return preset.sheet_pattern is None or preset.sheet_pattern.search(name) is not None


def _is_enough(heading: Heading, preset: Preset) -> bool:
    """Whether a finding can be told at all: who, and what."""
    is_there = {column.field.name for column in preset.columns if not column.headings}
    is_there |= {column.field.name for column in heading.places.values()}
    return "unit_name" in is_there and bool(is_there & {"title", "description"})


def _no_heading(preset: Preset, sheets: str) -> str:
    return _(
        "No heading row in {sheets} names at least: {headings}. Is the preset “{preset}” the right one?"
    ).format(sheets=sheets, headings="、".join(required_headings(preset)), preset=preset.title)


def _sheet_rows(
    file_name: str,
    sheet: Sheet,
    heading: Heading,
    preset: Preset,
    told: tuple[list[Refusal], list[Notice]],
) -> Iterator[LedgerRow]:
    refused, notices = told
    derived = [column for column in preset.columns if not column.headings]
    headings = {column.field.name: heading.spellings[at] for at, column in heading.places.items()}
    unit_at, unit_words = heading.index("amount_unit"), _unit_words(preset)
    by_heading = {plain_heading(words): at for at, words in enumerate(heading.spellings) if words}
    for at_row in range(heading.last_row + 1, len(sheet.rows)):
        cells, line = sheet.rows[at_row], sheet.lines[at_row]
        first = next((words for words in map(text, cells) if words), "")
        if not first or _is_left_out(first, preset):
            continue
        row = LedgerRow(sheet.name, line, {}, headings, {})
        row_unit = text(cells[unit_at]) if unit_at is not None and unit_at < len(cells) else ""
        for at, column in heading.places.items():
            if at >= len(cells) or cells[at] == "" or _is_empty(cells[at], preset):
                continue
            if (at_row, at) in sheet.filled and column.field.kind in _ADDED_UP:
                notices.append(
                    row.notice(column.field.name, _("a merged cell counts once, in its first row"))
                )
                continue
            unit = heading.units.get(at, column.unit)
            if row_unit and at not in heading.own_units:
                unit = unit_words.get(key(row_unit), unit)
            _read_into(row, column, cells[at], unit, refused)
        for column in derived:
            cell = _derived(column, file_name, cells, by_heading)
            if cell and not _is_empty(cell, preset):
                _read_into(row, column, cell, column.unit, refused)
        yield row


def _unit_words(preset: Preset) -> dict[str, str]:
    column = preset.column("amount_unit")
    return dict(column.words) if column else {}


def _is_left_out(first: str, preset: Preset) -> bool:
    """Whether a row begins like a total or a note under the table: 合 计, 注：…"""
    words = plain_heading(first.split(":", maxsplit=1)[0].split("：", maxsplit=1)[0])
    return words in preset.skip_starting


def _is_empty(cell: Cell, preset: Preset) -> bool:
    if not isinstance(cell, str):
        return False
    return len(cell) <= 8 and (key(cell) in preset.empty_words or not text(cell))


def _derived(column: Column, file_name: str, cells: Sequence[Cell], by_heading: dict[str, int]) -> str:
    if column.constant is not None:
        return column.constant
    if column.file_name is not None:
        match = column.file_name.search(file_name)
        return match[1] if match else ""

    def cell_of(match: re.Match[str]) -> str:
        at = by_heading.get(plain_heading(match[1]))
        return text(cells[at]) if at is not None and at < len(cells) else ""

    return re.sub(r"\{([^}]+)\}", cell_of, column.template or "")


def _read_into(row: LedgerRow, column: Column, cell: Cell, unit: str, refused: list[Refusal]) -> None:
    name = column.field.name
    row.cells[name] = text(cell)
    if column.pattern is not None:
        match = column.pattern.search(text(cell))
        cell = match[1] if match else ""
    try:
        value = read_cell(column.field, cell, column.words, unit) if cell != "" else None
    except ValueRefusedError as error:
        refused.append(row.refusal(name, str(error)))
        return
    if value is not None and value != "":
        row.values[name] = value


def _single(stated: list[LedgerRow], faulty: set[tuple[str, int]]) -> list[LedgerRow]:
    return [row for row in stated if (row.sheet, row.line) not in faulty]


def _merged(
    stated: list[LedgerRow], preset: Preset, faulty: set[tuple[str, int]], refused: list[Refusal]
) -> list[LedgerRow]:
    """One row per finding code. A finding with a faulty row is refused with all its rows."""
    groups: dict[str, list[LedgerRow]] = defaultdict(list)
    for row in stated:
        groups[row.values.get("finding_code", f"\0{row.sheet}\0{row.line}")].append(row)
    merged = []
    for group in groups.values():
        at_fault = next((row for row in group if (row.sheet, row.line) in faulty), None)
        if at_fault is None:
            merged.append(_one(group, preset))
            continue
        refused.extend(
            row.refusal(
                "finding_code",
                _("line {line} of the same finding is refused").format(line=at_fault.line),
            )
            for row in group
            if (row.sheet, row.line) not in faulty
        )
    return merged


def _one(group: list[LedgerRow], preset: Preset) -> LedgerRow:
    first = group[0]
    if len(group) == 1:
        return first
    values = {}
    for column in preset.columns:
        name = column.field.name
        candidates = [row.values[name] for row in group if name in row.values]
        if column.take == "first_row":
            candidates = candidates[:1] if name in first.values else []
        if candidates:
            values[name] = max(candidates) if column.take == "any" else candidates[0]
    return LedgerRow(first.sheet, first.line, values, first.headings, first.cells)
