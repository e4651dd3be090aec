"""What two versions differ in, as a workbook: changed, added and gone rows, and how they were told apart."""

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter

from data.language import _
from data.warehouse import StoredColumn, Version
from queries.datasets.compare import Comparison
from queries.exporting.workbook import TEXT_ONLY
from queries.workbench.result import shown

MOST_ROWS = 10_000  # of each kind: more are looked at in the data room
_WIDE, _WIDEST = 18, 80
_LONGEST = 32_000
_FEN = 100


def comparison_workbook(
    found: Comparison,
    before: Version,
    after: Version,
    key: Sequence[str],
    said: Iterable[tuple[str, str]],
) -> bytes:
    """The rows that `found` holds, amounts in yuan; a changed row takes two lines, its changed cells marked.

    `said` are (label, text) for the last sheet, below the counts.
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True} | TEXT_ONLY) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        changed = book.add_format({"bold": True, "bg_color": "#FFF2CC"})
        lines = [
            line
            for old_number, new_number, names, old, new in found.changed_rows
            for line in (
                (_("before"), old_number, before, old, names),
                (_("after"), new_number, after, new, names),
            )
        ]
        sheet = _sheet(book, _("Changed rows"), [_("Side"), *_heads(after)], head)
        for at, (side, number, version, row, names) in enumerate(lines, 1):
            sheet.write_string(at, 0, side)
            sheet.write_number(at, 1, number)
            places = {column.name: place for place, column in enumerate(version.columns)}
            for place, column in enumerate(after.columns, 2):
                if column.name in places:
                    value = _value(version.columns[places[column.name]], row[places[column.name]])
                    _write(sheet, (at, place), value, changed if column.name in names else None)
        for title, version, rows in (
            (_("Added rows"), after, found.added_rows),
            (_("Rows that are gone"), before, found.gone_rows),
        ):
            sheet = _sheet(book, title, _heads(version), head)
            for at, (number, *cells) in enumerate(rows, 1):
                sheet.write_number(at, 0, number)
                for place, (column, value) in enumerate(zip(version.columns, cells, strict=True), 1):
                    _write(sheet, (at, place), _value(column, value), None)
        _explanation(book, [*_counts(found, before, after, key), *said], head)
    return content.getvalue()


def _counts(found: Comparison, before: Version, after: Version, key: Sequence[str]) -> list[tuple[str, str]]:
    titles = {column.name: column.title for column in after.columns}
    return [
        (_("Before"), f"{before.number} · {before.original_name} · SHA-256 {before.original_sha256}"),
        (_("After"), f"{after.number} · {after.original_name} · SHA-256 {after.original_sha256}"),
        (_("Columns that tell the rows apart"), "、".join(titles[name] for name in key)),
        (_("Added"), f"{found.added:,}"),
        (_("Gone"), f"{found.gone:,}"),
        (_("Changed"), f"{found.changed:,}"),
        (_("Same"), f"{found.same:,}"),
        (_("Key repeated"), f"{found.repeated:,}"),
        (_("At most of each kind in this file"), f"{MOST_ROWS:,}"),
    ]


def _explanation(book: Any, said: Sequence[tuple[str, str]], head: Any) -> None:
    sheet = book.add_worksheet(_("Explanation"))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, _WIDEST)
    for line, (label, text) in enumerate(said):
        sheet.write_string(line, 0, label, head)
        sheet.write_string(line, 1, text[:_LONGEST])


def _sheet(book: Any, title: str, heads: Sequence[str], head: Any) -> Any:
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(heads) - 1, _WIDE)
    for place, words in enumerate(heads):
        sheet.write_string(0, place, words, head)
    return sheet


def _heads(version: Version) -> list[str]:
    unit = _("yuan")
    titles = [
        f"{column.title}（{unit}）" if column.kind == "money" else column.title for column in version.columns
    ]
    return [_("Row number"), *titles]


def _value(column: StoredColumn, value: Any) -> Any:
    is_amount = column.kind == "money" and isinstance(value, int)
    return shown(Decimal(value) / _FEN if is_amount else value)


def _write(sheet: Any, place: tuple[int, int], value: Any, look: Any) -> None:
    match value:
        case None:
            sheet.write_blank(*place, None, look)
        case bool():
            sheet.write_boolean(*place, value, look)
        case int() | float():
            sheet.write_number(*place, value, look)
        case _:
            sheet.write_string(*place, str(value)[:_LONGEST], look)
