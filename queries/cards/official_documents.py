"""What is handed to an official, as XLSX: 责任告知 (the duties) and 问题反馈清单 (what the audits found).

Both are drafts for the office: document numbers, seals and signatures are left to be filled in by hand.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from data.codes import label
from data.language import _, mark
from queries.cards.official_card import HeldPost, OfficialCard
from queries.exporting.workbook import TEXT_ONLY, stamped_sheet
from queries.exporting.workbook_cells import Styles, write_date, write_fen, write_text, write_whole

_LABEL_WIDTH, _VALUE_WIDTH = 26, 96
# 经济责任: what a leader answers for, in the order of an audit's questions.
_DUTIES = (
    mark("Carrying out the economic policies and decisions of the Party and the state, and their results"),
    mark("Making and carrying out plans of development, and the quality of their results"),
    mark("Large economic decisions: how they are made, carried out, and what comes of them"),
    mark(
        "Public funds, state assets and state resources: that income and spending are true, lawful and useful"
    ),
    mark("Internal control and the guarding against economic risks, debts among them"),
    mark("Clean conduct in economic matters, and the rules for it in the unit"),
    mark("Putting right what earlier audits found"),
)
_RESOURCE_DUTY = mark("Natural resource assets and the environment: their use, protection and restoration")


@dataclass(frozen=True)
class UnitFigure:
    """A figure of one of the official's units: its title, its value and format as the KPI has them."""

    unit: str
    title: str
    value: float | int | None
    format: str


@dataclass(frozen=True)
class Stamp:
    """Who took the document out, from which bureau, and when (local time)."""

    bureau_name: str
    user_name: str
    made_at: datetime


def responsibility_notice(card: OfficialCard, figures: list[UnitFigure], stamp: Stamp) -> bytes:
    """The notice: the posts held, the duties, the figures of the units, and what is still to be put right."""

    def write(book: Any, styles: Styles) -> None:
        sheet = _sheet(book, _("Notice of responsibility"), stamp)
        sheet.set_column(0, 0, _LABEL_WIDTH)
        sheet.set_column(1, 1, _VALUE_WIDTH)
        lines = _Lines(sheet, styles)
        lines.text(_("Document number"), "")
        lines.text(_("Official"), card.name)
        lines.date(_("As of"), card.as_of)
        for post in card.held or card.posts:
            _write_post(lines, post)
        has_resources = any(post.has_resource_duty for post in card.held)
        for number, duty in enumerate((*_DUTIES, *((_RESOURCE_DUTY,) if has_resources else ())), start=1):
            lines.text(_("Answers for") if number == 1 else "", f"{number}. {_(duty)}")
        for figure in figures:
            lines.figure(f"{figure.unit} · {figure.title}", figure)
        open_findings = [finding for finding in card.findings if finding.is_open]
        lines.whole(_("Findings of earlier audits still open"), len(open_findings))
        for finding in open_findings:
            lines.text("", f"{finding.finding_code} {finding.title}（{finding.unit}）")
        lines.text(_("Told by, on"), "")
        lines.text(_("Signature of the official"), "")

    return _book(_("Notice of responsibility"), stamp, write)


def problem_list(card: OfficialCard, stamp: Stamp) -> bytes:
    """The list: what is laid to the official or, by his audits, to nobody: limit and standing."""
    columns = (
        _Column(_("Finding number"), 18, "finding_code"),
        _Column(_("Problem"), 60, "title"),
        _Column(_("Audited unit"), 30, "unit"),
        _Column(_("Audit project"), 40, "project"),
        _Column(_("Problem class"), 18, "problem_class"),
        _Column(_("Nature"), 14, "nature", code_list="nature"),
        _Column(_("Amount found (yuan)"), 18, "amount_fen"),
        _Column(_("Amount rectified (yuan)"), 18, "rectified_fen"),
        _Column(_("Rectification type"), 14, "rectification_type", code_list="rectification_type"),
        _Column(_("Due date"), 12, "due_date"),
        _Column(_("State"), 12, "state", code_list="state"),
        _Column(_("Statement of the official"), 30),
    )

    def write(book: Any, styles: Styles) -> None:
        sheet = _sheet(book, _("List of problems"), stamp)
        titles = "、".join(f"{post.unit}{post.title}" for post in card.posts)
        write_text(sheet, 0, 0, f"{card.name}（{titles}） {card.as_of:%Y-%m-%d}", styles.label)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            write_text(sheet, 1, place, column.title, styles.header)
        sheet.freeze_panes(2, 0)
        for row, finding in enumerate(card.findings, start=2):
            for place, column in enumerate(columns):
                _write(sheet, (row, place), column, getattr(finding, column.field, None), styles)

    return _book(_("List of problems"), stamp, write)


@dataclass(frozen=True)
class _Column:
    title: str
    width: int
    field: str = ""
    code_list: str | None = None


def _write(sheet: Any, cell: tuple[int, int], column: _Column, value: Any, styles: Styles) -> None:
    if value is None:
        return
    if column.field.endswith("_fen"):
        write_fen(sheet, *cell, int(value), styles)
    elif column.field.endswith("_date"):
        write_date(sheet, *cell, value, styles)
    else:
        words = label(column.code_list, value) if column.code_list else str(value)
        write_text(sheet, *cell, words, styles.wrapped)


def _write_post(lines: "_Lines", post: HeldPost) -> None:
    lines.text(_("Post"), f"{post.unit} {post.title}")
    lines.date(_("In the post since"), post.start_date)
    lines.date(_("Expected end of term"), post.expected_end_date)
    lines.date(_("Last economic-responsibility audit"), post.last_ec_audit_date)


class _Lines:
    """A sheet filled from the top: a label, and its value as a typed cell."""

    def __init__(self, sheet: Any, styles: Styles) -> None:
        self._sheet, self._styles, self._row = sheet, styles, -1

    def _label(self, title: str) -> None:
        self._row += 1
        write_text(self._sheet, self._row, 0, title, self._styles.label)

    def text(self, title: str, words: str) -> None:
        self._label(title)
        write_text(self._sheet, self._row, 1, words, self._styles.wrapped)

    def date(self, title: str, day: Any) -> None:
        self._label(title)
        if day is None:
            write_text(self._sheet, self._row, 1, _("Not filled in"), self._styles.text)
        else:
            write_date(self._sheet, self._row, 1, day, self._styles)

    def whole(self, title: str, number: int) -> None:
        self._label(title)
        write_whole(self._sheet, self._row, 1, number, self._styles)

    def figure(self, title: str, figure: UnitFigure) -> None:
        self._label(title)
        if figure.value is None:
            write_text(self._sheet, self._row, 1, _("no data"), self._styles.text)
        elif figure.format == "percent":
            self._sheet.write_number(self._row, 1, float(figure.value), self._styles.rate)
        elif figure.format == "fen":
            write_fen(self._sheet, self._row, 1, int(figure.value), self._styles)
        else:
            write_whole(self._sheet, self._row, 1, figure.value, self._styles)


def _sheet(book: Any, title: str, stamp: Stamp) -> Any:
    return stamped_sheet(book, title, stamp.bureau_name, stamp.user_name, stamp.made_at)


def _book(title: str, stamp: Stamp, write: Callable[[Any, Styles], None]) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, TEXT_ONLY) as book:
        book.set_properties(
            {
                "title": title,
                "author": stamp.user_name,
                "company": stamp.bureau_name,
                "created": stamp.made_at,
            }
        )
        write(book, Styles(book, numbers="left"))
    return file.getvalue()
