"""A report as DOCX in the set-up of official documents: A4, their margins, 仿宋, numbered headings.

The document number and the seal are the office's: their places are left blank. Every figure stands in a
bookmark of its number in the list of figures, so that it can be found and asked again.
"""

import io
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from data.language import _
from data.official_style import (
    BODY,
    FIRST,
    PAGE,
    SECOND,
    TITLE,
    add_line,
    add_paragraph,
    set_font,
    set_page,
    writable,
)
from queries.catalog import kpis
from queries.columns import COLUMNS
from queries.exporting.workbook_cells import in_words
from queries.reporting.parts import day_words
from queries.reporting.report import Cell, Heading, Paragraph, Picture, Report, Rows, Table, Told

if TYPE_CHECKING:
    from queries.reporting.book import Stamp

_NUMERALS = (
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "十一",
    "十二",
    "十三",
    "十四",
    "十五",
)
_SHOWN_LINES = 40  # of a table; all of them are in the workbook
_TABLE_SIZE = 9
_CELL = "Cell of a table"
_FIRST_CHINESE = 0x2E80
_SIGN = 1.65  # millimetres: half a Chinese sign of that size
_EDGE = 1.2  # inside a cell, to each side
_SHORTEST = 16
_LONG, _LONG_WORDS = 34, 24  # what wants more than the first is broken into lines, Chinese words earlier
_LONGEST = 90
_TOGETHER = 3  # lines of a table that are not left alone at the foot of a page


def report_document(report: Report, stamp: "Stamp") -> bytes:
    """The DOCX file."""
    book = Document()
    _set_up(book, report, stamp)
    add_line(book, report.title, TITLE, 22, WD_ALIGN_PARAGRAPH.CENTER)
    add_line(book, report.subtitle, SECOND, 16, WD_ALIGN_PARAGRAPH.CENTER)
    add_line(book, _("〔    〕 No.    "), BODY, 16, WD_ALIGN_PARAGRAPH.CENTER)
    headings = tables = pictures = 0
    for block in report.blocks:
        match block:
            case Heading():
                _heading(book, f"{_NUMERALS[headings]}、{block.text}")
                headings += 1
            case Paragraph():
                _woven(add_paragraph(book), block.parts)
            case Table():
                tables += 1
                _table(book, block, tables)
            case Rows():
                tables += 1
                _rows(book, block, tables)
            case Picture() if block.png:
                pictures += 1
                _picture(book, block, pictures)
            case _:
                pass
    _ending(book, report)
    _definitions(book, report)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _set_up(book: Any, report: Report, stamp: "Stamp") -> None:
    set_page(book)
    for level, font in ((1, FIRST), (2, SECOND)):
        style = book.styles[f"Heading {level}"]
        style.font.size, style.font.bold, style.font.color.rgb = Pt(16), False, None
        set_font(style.element.get_or_add_rPr(), font)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.first_line_indent = Pt(32)
        style.paragraph_format.line_spacing = Pt(28)
        style.paragraph_format.keep_with_next = True
    cell = book.styles.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.font.size = Pt(_TABLE_SIZE)
    book.core_properties.title = report.title
    book.core_properties.author = report.bureau
    book.core_properties.created = stamp.made_at
    book.core_properties.comments = ""


def _heading(book: Any, words: str) -> None:
    book.add_heading(words, level=1)


def _woven(paragraph: Any, parts: tuple[Cell, ...]) -> None:
    for part in parts:
        run = paragraph.add_run(writable(str(part)))
        if isinstance(part, Told):
            _bookmark(run, part)


def _bookmark(run: Any, told: Told) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(told.number))
    start.set(qn("w:name"), told.bookmark)
    run._r.addprevious(start)
    run._r.addnext(end)


def _caption(book: Any, words: str) -> None:
    paragraph = add_line(book, words, FIRST, 12, WD_ALIGN_PARAGRAPH.CENTER)
    paragraph.paragraph_format.space_before = Pt(8)
    paragraph.paragraph_format.keep_with_next = True


def _table(book: Any, table: Table, number: int) -> None:
    _caption(book, _("Table {number}  {title}").format(number=number, title=table.title))
    _grid(book, table.header, [list(line) for line in table.lines[:_SHOWN_LINES]])
    _rest(book, len(table.lines), _SHOWN_LINES)


def _rows(book: Any, listed: Rows, number: int) -> None:
    _caption(book, _("Table {number}  {title}").format(number=number, title=listed.title))
    if listed.rows.empty:
        _small(book, _("None."))
        return
    first = listed.rows.head(listed.shown)
    lines: list[list[Cell]] = [
        [
            "" if value is None else in_words(name, value)
            for name, value in zip(listed.columns, line, strict=True)
        ]
        for line in first[list(listed.columns)]
        .astype(object)
        .where(first[list(listed.columns)].notna(), None)
        .itertuples(index=False)
    ]
    _grid(book, tuple(_(COLUMNS[name].title) for name in listed.columns), lines, listed.columns)
    _rest(book, len(listed.rows), listed.shown)


def _rest(book: Any, lines: int, shown: int) -> None:
    if lines > shown:
        _small(
            book,
            _("The first {shown} of {all} lines; all of them are in the workbook.").format(
                shown=shown, all=f"{lines:,}"
            ),
        )


def _small(book: Any, words: str) -> None:
    """Words below a table, and notes."""
    add_line(book, words, BODY, 10, WD_ALIGN_PARAGRAPH.LEFT)


def _grid(book: Any, heads: tuple[str, ...], lines: list[list[Cell]], columns: tuple[str, ...] = ()) -> None:
    grid = book.add_table(rows=1, cols=len(heads))
    grid.style = "Table Grid"
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    widths = _widths(heads, lines)
    for words, cell in zip(heads, grid.rows[0].cells, strict=True):
        _fill(cell, words, WD_ALIGN_PARAGRAPH.CENTER, font=FIRST)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    grid.rows[0]._tr.get_or_add_trPr().append(repeat)
    _narrow_edges(grid)
    for line in lines:
        row = grid.add_row()
        whole = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(whole)
        for place, (part, cell) in enumerate(zip(line, row.cells, strict=True)):
            is_number = isinstance(part, Told) or (
                columns and COLUMNS[columns[place]].kind in {"money", "whole"}
            )
            _fill(cell, part, WD_ALIGN_PARAGRAPH.RIGHT if is_number else WD_ALIGN_PARAGRAPH.LEFT)
    for row in grid.rows[:_TOGETHER]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Mm(width)
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _narrow_edges(grid: Any) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(int(Mm(_EDGE).twips)))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    grid._tbl.tblPr.append(margins)


def _widths(heads: tuple[str, ...], lines: list[list[Cell]]) -> list[float]:
    """Millimetres of each column, together the page: figures and days are not broken, what is long is, all
    of it into about as many lines.
    """
    texts = [[str(line[place]) for line in lines] for place in range(len(heads))]
    needed = [
        min(max([_length(head) / 2, *map(_length, column), 5]) * _SIGN, _LONGEST) + 2 * _EDGE
        for head, column in zip(heads, texts, strict=True)
    ]
    broken = [
        place
        for place, width in enumerate(needed)
        if width > _LONG or (width > _LONG_WORDS and _is_chinese("".join(texts[place])))
    ]
    if sum(needed) > PAGE and broken:
        usual = {place: sum(map(_length, texts[place])) for place in broken}
        room = PAGE - sum(width for place, width in enumerate(needed) if place not in broken)
        for place in sorted(broken, key=lambda place: usual[place]):
            share = room * usual[place] / sum(usual.values())
            needed[place] = min(max(share, _SHORTEST), needed[place])
            room -= needed[place]
            del usual[place]
    return [PAGE * width / sum(needed) for width in needed]


def _is_chinese(words: str) -> bool:
    return 2 * sum(ord(sign) > _FIRST_CHINESE for sign in words) > len(words)


def _length(words: str) -> int:
    # Two more: where the font is missing, another stands in for it whose figures are wider.
    return sum(2 if ord(sign) > _FIRST_CHINESE else 1 for sign in words) + 2


def _fill(cell: Any, part: Cell, alignment: Any, font: str = BODY) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = _CELL  # also of an empty one, or its line is as high as the text's
    paragraph.alignment = alignment
    run = paragraph.add_run(writable(str(part)))
    set_font(run._r.get_or_add_rPr(), font)
    if isinstance(part, Told):
        _bookmark(run, part)


def _picture(book: Any, picture: Picture, number: int) -> None:
    paragraph = book.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(io.BytesIO(picture.png), width=Mm(150))
    shape._inline.docPr.set("descr", picture.title)
    add_line(
        book,
        _("Figure {number}  {title}").format(number=number, title=picture.title),
        FIRST,
        12,
        WD_ALIGN_PARAGRAPH.CENTER,
    )


def _ending(book: Any, report: Report) -> None:
    """落款: the bureau and the day, to the right."""
    for words, space in ((report.bureau, 28), (day_words(report.filters.as_of), 0)):
        paragraph = add_line(book, words, BODY, 16, WD_ALIGN_PARAGRAPH.RIGHT)
        paragraph.paragraph_format.space_before = Pt(space)
        paragraph.paragraph_format.right_indent = Pt(64)


def _definitions(book: Any, report: Report) -> None:
    """附注: what each indicator means, and what the figures are made from."""
    add_line(
        book, _("Notes: definitions of the indicators"), FIRST, 14, WD_ALIGN_PARAGRAPH.LEFT
    ).paragraph_format.space_before = Pt(20)
    for name in dict.fromkeys(told.kpi for told in report.told):
        _small(book, f"{kpis()[name].title}：{kpis()[name].definition}。")
    _small(
        book,
        _(
            "As of {day}; scope: {scope}; data version {version}. The list of all figures with the "
            "commands that give them is in the workbook."
        ).format(day=day_words(report.filters.as_of), scope=report.scope_words, version=report.data_version),
    )
