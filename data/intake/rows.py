"""From the sheets of a file to its rows as stated: values by field, and every fault with its place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from data.intake.headings import Heading, find_heading, is_enough, plain_heading, required_headings
from data.intake.preset import EXPLANATION_SHEET, Column, Preset
from data.intake.reading.sheet import Sheet, Source
from data.intake.refused import FileRefusedError, ValueRefusedError
from data.intake.values.cell import read_cell
from data.intake.values.choices import key
from data.intake.values.words import Cell, text
from data.language import _

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
class Row:
    """One row as the file states it: `values` holds only fields whose cells are filled.

    A value that the file asks to clear is None.
    """

    sheet: str
    line: int
    values: dict[str, Any]
    headings: dict[str, str]  # of each field: its heading as written in this sheet, else its label
    cells: dict[str, str]  # what stood in the cell of each field

    def refusal(self, field: str, reason: str) -> Refusal:
        """A refusal of this row for the fault of one field."""
        heading = self.headings.get(field, field)
        return Refusal(self.sheet, self.line, heading, shortened(self.cells.get(field, "")), reason)

    def notice(self, field: str, message: str) -> Notice:
        """A notice about one field of this row."""
        return Notice(self.sheet, self.line, self.headings.get(field, field), message)


@dataclass(frozen=True)
class Reading:
    """What a file states: rows, refusals, notices, and how many rows it holds in all."""

    rows: list[Row]
    refused: list[Refusal]
    notices: list[Notice]
    row_count: int


def read_rows(source: Source, preset: Preset, unit: str | None = None) -> Reading:
    """Read a file by a preset; `unit` is the unit of money columns whose heading names none.

    Raises FileRefusedError where no sheet can be read by this preset.
    """
    notices: list[Notice] = []
    refused: list[Refusal] = []
    stated: list[Row] = []
    for sheet, heading in _headed_sheets(source, preset, unit, notices):
        before = len(stated), len(refused)
        for row in _sheet_rows(source.file_name, sheet, heading, preset, (refused, notices)):
            stated.append(row)
            if len(stated) > MAX_ROWS:
                raise FileRefusedError(
                    _("The file has more than {limit} rows. Split it.").format(limit=MAX_ROWS)
                )
        if before == (len(stated), len(refused)):
            message = _(
                "the headings are there, and no row to import below them: fill in from the next line on"
            )
            notices.append(Notice(sheet.name, sheet.lines[heading.last_row], "", message))
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
        if heading is None or not is_enough(heading, preset):
            if preset.sheet_pick == "all":
                raise FileRefusedError(_no_heading(preset, sheet.name))
            if sheet.name != EXPLANATION_SHEET:
                notices.append(Notice(sheet.name, 0, "", _("no heading row found; the sheet is left out")))
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
) -> Iterator[Row]:
    refused, notices = told
    derived = [column for column in preset.columns if not column.headings]
    headings = {name: field.label for name, field in preset.target.fields.items()}
    headings |= {column.field.name: heading.spellings[at] for at, column in heading.places.items()}
    unit_at, unit_words = heading.index("amount_unit"), _unit_words(preset)
    by_heading = {plain_heading(words): at for at, words in enumerate(heading.spellings) if words}
    for at_row in range(heading.last_row + 1, len(sheet.rows)):
        cells, line = sheet.rows[at_row], sheet.lines[at_row]
        first = next((words for words in map(text, cells) if words), "")
        if not first or _is_left_out(first, preset):
            continue
        row = Row(sheet.name, line, {}, headings, {})
        row_unit = text(cells[unit_at]) if unit_at is not None and unit_at < len(cells) else ""
        for at, column in heading.places.items():
            if at >= len(cells) or cells[at] == "" or _is_empty(cells[at], preset):
                continue
            if (at_row, at) in sheet.filled and column.field.kind in _ADDED_UP:
                notices.append(
                    row.notice(column.field.name, _("a merged cell counts once, in its first row"))
                )
                continue
            if isinstance(cells[at], str) and key(cells[at]) in preset.clearing_words:
                row.values[column.field.name] = None
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


def _read_into(row: Row, column: Column, cell: Cell, unit: str, refused: list[Refusal]) -> None:
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


def _single(stated: list[Row], faulty: set[tuple[str, int]]) -> list[Row]:
    return [row for row in stated if (row.sheet, row.line) not in faulty]


def _merged(
    stated: list[Row], preset: Preset, faulty: set[tuple[str, int]], refused: list[Refusal]
) -> list[Row]:
    """One row per value of `merged_by`. What has a faulty row is refused with all its rows."""
    merged_by = preset.target.merged_by
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in stated:
        groups[row.values.get(merged_by, f"\0{row.sheet}\0{row.line}")].append(row)
    merged = []
    for group in groups.values():
        at_fault = next((row for row in group if (row.sheet, row.line) in faulty), None)
        if at_fault is None:
            merged.append(_one(group, preset))
            continue
        refused.extend(
            row.refusal(
                merged_by,
                _("line {line} of the same finding is refused").format(line=at_fault.line),
            )
            for row in group
            if (row.sheet, row.line) not in faulty
        )
    return merged


def _one(group: list[Row], preset: Preset) -> Row:
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
    return Row(first.sheet, first.line, values, first.headings, first.cells)


def gathered(notices: Sequence[Notice]) -> Iterator[Notice]:
    """One notice for all rows that give the same: the first of them, and how many more."""
    counted = Counter((notice.column, notice.message) for notice in notices)
    told: set[tuple[str, str]] = set()
    for notice in notices:
        place = (notice.column, notice.message)
        if place in told:
            continue
        told.add(place)
        more = counted[place] - 1
        words = _("{message} (and {more} more rows)").format(message=notice.message, more=more)
        yield Notice(notice.sheet, notice.line, notice.column, words if more else notice.message)
