"""The text of a workbook: the words and numbers of its visible and hidden sheets, row by row."""

from pathlib import Path

from python_calamine import CalamineWorkbook, SheetTypeEnum


def workbook_text(file: Path, most: int) -> str:
    """Cells divided by tabs, about `most` characters; raises CalamineError for no sound workbook."""
    lines: list[str] = []
    length = 0
    workbook = CalamineWorkbook.from_path(str(file))
    for index, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        lines.append(sheet.name)
        for row in workbook.get_sheet_by_index(index).iter_rows():
            line = "\t".join(_words(cell) for cell in row).strip()
            length += len(line)
            lines += [line] if line else []
            if length > most:
                return "\n".join(lines)
    return "\n".join(lines)


def _words(cell: object) -> str:
    # A number without decimals is a float to the reader, and nobody looks for "12.0".
    return f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell)
