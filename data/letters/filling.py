"""A template filled in: every {{name}} becomes its words, and the row of findings is repeated for each.

What is put in is text and nothing else: a value that looks like a placeholder stays as it is, and signs that
a document cannot hold are left out.
"""

import copy
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docx import Document

from data.letters.placeholders import MARK, OF_FINDING, LetterText, finding_values, letter_values
from data.official_style import writable


def filled_in(template: bytes, text: LetterText) -> bytes:
    """The letter as DOCX. Expects a template that `checked` (data/letters/template.py) has passed."""
    book = Document(io.BytesIO(template))
    values = letter_values(text)
    rows = [row for table in every_table(book) for row in table.rows if is_of_findings(row)]
    repeated = {paragraph._p for row in rows for cell in row.cells for paragraph in cell.paragraphs}
    # Before the rows are filled: what a finding is called is never looked at again.
    for paragraph in every_paragraph(book):
        if paragraph._p not in repeated:
            _fill(paragraph, values)
    for row in rows:
        for place in range(len(text.findings)):
            made = copy.deepcopy(row._tr)
            row._tr.addprevious(made)
            _fill_row(row, made, values | finding_values(text, place))
        row._tr.getparent().remove(row._tr)
    book.core_properties.comments = ""
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def names_in(words: str) -> set[str]:
    """The placeholders that a text names."""
    return {found[1] for found in MARK.finditer(words)}


def every_table(book: Any) -> Iterator[Any]:
    """The tables of the body; one within a cell of another is none of them."""
    yield from book.tables


def every_paragraph(book: Any) -> Iterator[Any]:
    """The paragraphs of the body, of the cells of its tables, and of heads and feet."""
    yield from book.paragraphs
    yield from _of_tables(book.tables)
    for section in book.sections:
        for part in (
            *(section.header, section.first_page_header, section.even_page_header),
            *(section.footer, section.first_page_footer, section.even_page_footer),
        ):
            yield from part.paragraphs
            yield from _of_tables(part.tables)


def _of_tables(tables: Iterable[Any]) -> Iterator[Any]:
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def is_of_findings(row: Any) -> bool:
    """Whether the row stands for one finding and is repeated."""
    return not names_in("\n".join(cell.text for cell in row.cells)).isdisjoint(OF_FINDING)


def _fill_row(row: Any, made: Any, values: Mapping[str, str]) -> None:
    for cell in type(row)(made, row._parent).cells:
        for paragraph in cell.paragraphs:
            _fill(paragraph, values)


def _fill(paragraph: Any, values: Mapping[str, str]) -> None:
    """Word cuts a text into runs where it likes: a value goes into the run where its placeholder begins."""
    runs = paragraph.runs
    words = "".join(run.text for run in runs)
    if not MARK.search(words):
        return
    ends, length = [], 0
    for run in runs:
        length += len(run.text)
        ends.append(length)
    pieces = [""] * len(runs)
    at = 0
    for found in MARK.finditer(words):
        _share(words[at : found.start()], at, ends, pieces)
        first = next(place for place, end in enumerate(ends) if found.start() < end)
        pieces[first] += writable(values[found[1]])
        at = found.end()
    _share(words[at:], at, ends, pieces)
    for run, piece in zip(runs, pieces, strict=True):
        if run.text != piece:
            run.text = piece


def _share(words: str, at: int, ends: list[int], pieces: list[str]) -> None:
    """What stands between placeholders stays in the run that it stood in."""
    for place, sign in enumerate(words, at):
        pieces[next(run for run, end in enumerate(ends) if place < end)] += sign
