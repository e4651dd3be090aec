"""The shipped template of a rung, made as DOCX from data/letters/shipped.toml; a bureau may start from it."""

import io
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from data.official_style import BODY, FIRST, PAGE, TITLE, add_line, add_paragraph, set_font, set_page

_TEXTS = Path(__file__).with_name("shipped.toml")
_UNITS = {"问题金额": "（万元）", "未整改金额": "（万元）"}
# Millimetres; the title of the finding takes what is left.
_WIDTHS = {
    "序号": 11,
    "问题编号": 25,
    "问题金额": 21,
    "未整改金额": 21,
    "整改时限": 22,
    "逾期天数": 16,
    "已采取措施": 22,
}
_CELL_SIZE, _EDGE = 10, 60  # points; twentieths of a point


@cache
def shipped_template(step: str) -> bytes:
    """The DOCX file, with its placeholders."""
    text = _texts()[step]
    book = Document()
    set_page(book)
    book.core_properties.title = text["title"]
    book.core_properties.author = ""
    _top(book, text["title"])
    for words in text["body"]:
        add_paragraph(book).add_run(words)
    _table(book, text["columns"])
    after = add_paragraph(book)
    after.paragraph_format.space_before = Pt(10)
    after.add_run("{{要求}}")
    add_paragraph(book).add_run(text["answer"])
    for words, space in (("{{审计机关}}", 42), ("{{发文日期}}", 0)):
        ending = add_line(book, words, BODY, 16, WD_ALIGN_PARAGRAPH.RIGHT)
        ending.paragraph_format.space_before = Pt(space)
        ending.paragraph_format.right_indent = Pt(64)
        ending.paragraph_format.keep_together = True
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(_TEXTS.read_text("utf-8"))


def _top(book: Any, title: str) -> None:
    add_line(book, "{{审计机关}}", TITLE, 26, WD_ALIGN_PARAGRAPH.CENTER)
    number = add_line(book, "{{文号}}", BODY, 16, WD_ALIGN_PARAGRAPH.CENTER)
    _rule_below(number)
    heading = add_line(book, title, TITLE, 22, WD_ALIGN_PARAGRAPH.CENTER)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(24), Pt(20)
    add_line(book, "{{主送}}：", BODY, 16, WD_ALIGN_PARAGRAPH.LEFT)


def _rule_below(paragraph: Any) -> None:
    """The line under the number: the head of the letter ends there."""
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "6"), ("color", "C00000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def _table(book: Any, columns: list[str]) -> None:
    grid = book.add_table(rows=2, cols=len(columns))
    grid.style, grid.alignment, grid.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    rest = PAGE - sum(_WIDTHS.get(name, 0) for name in columns)
    for name, head, cell in zip(columns, grid.rows[0].cells, grid.rows[1].cells, strict=True):
        _fill(head, name + _UNITS.get(name, ""), WD_ALIGN_PARAGRAPH.CENTER, FIRST)
        side = WD_ALIGN_PARAGRAPH.RIGHT if name in _UNITS or name == "逾期天数" else WD_ALIGN_PARAGRAPH.LEFT
        _fill(cell, f"{{{{{name}}}}}", side, BODY)
        for each in (head, cell):
            each.width = Mm(_WIDTHS.get(name, rest))
    for name, column in zip(columns, grid.columns, strict=True):
        column.width = Mm(_WIDTHS.get(name, rest))
    for row, mark in (
        (grid.rows[0], "w:tblHeader"),
        (grid.rows[0], "w:cantSplit"),
        (grid.rows[1], "w:cantSplit"),
    ):
        row._tr.get_or_add_trPr().append(OxmlElement(mark))
    margins = OxmlElement("w:tblCellMar")
    for side_name in ("left", "right"):
        edge = OxmlElement(f"w:{side_name}")
        edge.set(qn("w:w"), str(_EDGE))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    grid._tbl.tblPr.append(margins)


def _fill(cell: Any, words: str, alignment: Any, font: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = alignment
    run = paragraph.add_run(words)
    run.font.size = Pt(_CELL_SIZE)
    set_font(run._r.get_or_add_rPr(), font)
