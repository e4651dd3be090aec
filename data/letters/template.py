"""Which template the letters of a rung are made from: the bureau's own, or the shipped one.

The bureau's own lie in the run-time folder as letters/<rung>.docx. Each is judged when it is put there, and
again when it is used: somebody may have laid a file there by hand.
"""

import hashlib
import io
import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from sqlalchemy import Engine

from data.access.permission import permit_whole
from data.access.roles import User
from data.codes import ESCALATION_STEP
from data.engine import writing
from data.escalation.ladder import KEEP
from data.events import LetterTemplateChanged, record
from data.language import _
from data.letters.filling import every_paragraph, every_table, is_of_findings, names_in
from data.letters.outward import every_tree, outward
from data.letters.placeholders import OF_FINDING, OF_LETTER
from data.letters.shipped import shipped_template
from data.settings import var_dir

FOLDER = "letters"
_MOST_BYTES, _MOST_PARTS = 5 * 1024**2, 400
_MOST_UNPACKED = 50 * 1024**2


class TemplateError(ValueError):
    """The file cannot be a template; the message says why, in the reader's language."""


@dataclass(frozen=True)
class Template:
    """The template in force for a rung."""

    step: str
    content: bytes
    is_own: bool


def template_of(step: str) -> Template:
    """The template in force. Raises TemplateError where the bureau's own is not fit to be used."""
    file = _file(step)
    if not file.exists():
        return Template(step, shipped_template(step), is_own=False)
    content = file.read_bytes()
    check_template(content)
    return Template(step, content, is_own=True)


def install_template(engine: Engine, user: User, step: str, name: str, content: bytes) -> None:
    """Put the bureau's own in force. Raises TemplateError, and NotPermittedError (recorded)."""
    permit_whole(engine, user, KEEP, step)
    ESCALATION_STEP[step]
    check_template(content)
    file = _file(step)
    file.parent.mkdir(mode=0o700, exist_ok=True)
    with writing(engine) as connection:
        digest = hashlib.sha256(content).hexdigest()
        record(connection, user.user_name, LetterTemplateChanged(step, name[-200:], digest))
        handle, working = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(working).replace(file)


def remove_template(engine: Engine, user: User, step: str) -> None:
    """Back to the shipped one. Raises NotPermittedError (recorded)."""
    permit_whole(engine, user, KEEP, step)
    ESCALATION_STEP[step]
    with writing(engine) as connection:
        record(connection, user.user_name, LetterTemplateChanged(step, "", ""))
        _file(step).unlink(missing_ok=True)


def has_own(step: str) -> bool:
    """Whether the bureau's own is in force."""
    return _file(step).exists()


def check_template(content: bytes) -> None:
    """Raise TemplateError for what a template may not be: no DOCX, with programs or links in it, with
    placeholders that no letter fills, or without a row for findings.
    """
    for words in _faults(content):
        raise TemplateError(words)


def _faults(content: bytes) -> Iterator[str]:
    if len(content) > _MOST_BYTES:
        yield _("A template has at most {most} MB.").format(most=_MOST_BYTES // 1024**2)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            entries = parts.infolist()
        if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
            yield _("The file is not one that Word saves as DOCX.")
        book = Document(io.BytesIO(content))
        reaching_out = list(outward(book))
        unfilled = _out_of_reach(book)
    except Exception:  # whatever a broken or foreign file makes its readers stumble over
        yield _("The file is not one that Word saves as DOCX.")
        return
    yield from reaching_out
    rows = [row for table in every_table(book) for row in table.rows if is_of_findings(row)]
    repeated = {paragraph._p for row in rows for cell in row.cells for paragraph in cell.paragraphs}
    in_rows = {name for row in rows for cell in row.cells for name in names_in(cell.text)}
    elsewhere = {
        name
        for paragraph in every_paragraph(book)
        if paragraph._p not in repeated
        for name in names_in(paragraph.text)
    }
    known = OF_LETTER.keys() | OF_FINDING.keys()
    if unknown := sorted((elsewhere | in_rows) - known):
        yield _("No letter has anything for: {names}").format(names=_marked(unknown))
    if "问题" not in in_rows:
        yield _("A row of a table needs the placeholder {name}: it is repeated for each finding.").format(
            name="{{问题}}"
        )
    if outside := sorted(elsewhere & OF_FINDING.keys()):
        yield _("Belongs into the row of findings: {names}").format(names=_marked(outside))
    if unfilled:
        yield _(
            "Stands where no letter is filled in (text box, note, tracked change, table in a table): {names}"
        ).format(names=_marked(unfilled))


def _out_of_reach(book: Any) -> list[str]:
    """The placeholders that `filled_in` would leave as they are."""
    filled = {paragraph._p: paragraph for paragraph in every_paragraph(book)}
    found = set[str]()
    for tree in every_tree(book):
        for element in tree.iter(qn("w:p")):
            words = "".join(
                piece.text or "" for piece in element.iter(qn("w:t")) if next(_above(piece)) is element
            )
            reached = "".join(run.text for run in filled[element].runs) if element in filled else ""
            found |= names_in(words) - names_in(reached)
    return sorted(found)


def _above(piece: Any) -> Iterator[Any]:
    """The paragraphs that a text stands in, the innermost first."""
    yield from piece.iterancestors(qn("w:p"))


def _marked(names: Iterable[str]) -> str:
    return "、".join(f"{{{{{name}}}}}" for name in names)


def _file(step: str) -> Path:
    ESCALATION_STEP[step]  # a name of a file is never what somebody typed
    return var_dir() / FOLDER / f"{step}.docx"
