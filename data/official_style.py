"""The set-up of official documents as DOCX: A4 and its margins, 仿宋 and the other fonts, page numbers."""

import re
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

BODY, TITLE, FIRST, SECOND, LATIN = (
    "仿宋_GB2312",
    "方正小标宋简体",
    "黑体",
    "楷体_GB2312",
    "Times New Roman",
)
BODY_SIZE = 16  # points: 三号
PAGE = 156  # millimetres between the margins
_LINE = Pt(28)
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def set_page(book: Any) -> None:
    """Give the first section the page, the body text its font and the foot the page's number."""
    section = book.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    normal = book.styles["Normal"]
    normal.font.size = Pt(BODY_SIZE)
    set_font(normal.element.get_or_add_rPr(), BODY)
    normal.paragraph_format.space_after = Pt(0)
    _page_number(section.footer.paragraphs[0])


def set_font(properties: Any, east: str) -> None:
    """The font of Chinese signs, with the usual one for Latin letters and digits beside it."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, font in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", east)):
        fonts.set(qn(f"w:{name}"), font)


def writable(words: str) -> str:
    """The words without the signs that a document cannot hold; the line break that Word copies stays one."""
    return _UNWRITABLE.sub("", words.replace("\x0b", "\n"))


def add_line(book: Any, words: str, font: str, size: int, alignment: Any) -> Any:
    """A line that stands by itself; the paragraph."""
    paragraph = book.add_paragraph()
    paragraph.alignment = alignment
    paragraph.paragraph_format.space_after = Pt(size / 3)
    run = paragraph.add_run(writable(words))
    run.font.size = Pt(size)
    set_font(run._r.get_or_add_rPr(), font)
    return paragraph


def add_paragraph(book: Any) -> Any:
    """An empty paragraph of the body: two signs indented, 28 points a line."""
    made = book.add_paragraph()
    made.paragraph_format.first_line_indent = Pt(2 * BODY_SIZE)
    made.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    made.paragraph_format.line_spacing = _LINE
    made.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    return made


def _page_number(foot: Any) -> None:
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("— ")
    run = foot.add_run()
    for kind, words in (("begin", None), (None, "PAGE"), ("end", None)):
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = words
        run._r.append(mark)
    foot.add_run(" —")
    for each in foot.runs:
        each.font.size = Pt(14)
