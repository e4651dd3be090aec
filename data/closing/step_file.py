"""A file of steps: a line per finding and step, read whole and told line by line, then taken by the rules."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data.closing.moving import Asked
from data.closing.step import Step
from data.closing.transitions import TRANSITIONS
from data.codes import MONEY_KIND, RECTIFICATION_TYPE
from data.intake.reading.sheet import Sheet
from data.intake.reading.source import read_source
from data.intake.refused import FileRefusedError, ValueRefusedError
from data.intake.values.dates import day as day_of
from data.intake.values.money import fen
from data.intake.values.words import Cell
from data.language import _, mark
from data.schema import Finding
from data.signed_sheet import cell_text, headings, spellings

COLUMNS = {
    "finding_code": mark("Finding number"),
    "act": mark("Step to take"),
    "fact_date": mark("Date of the fact"),
    "document_number": mark("Document number"),
    "note": mark("Account or reason"),
    "rectification_type": mark("Rectification type"),
    "new_due_date": mark("New limit"),
    "answer_due_date": mark("Written answer due by"),
    "receiving_body": mark("Receiving body"),
    "planned": mark("Dated goals"),
}
_MONEY = {f"money_{kind}": kind for kind in MONEY_KIND}
_NEEDED = ("finding_code", "act")
# 2026-05-31 完成清算；2026-09-30 收回余款
_GOAL = re.compile(r"\s*(\d{4}-\d{1,2}-\d{1,2})\s*(.+?)\s*")
_AT_A_TIME = 500


@dataclass(frozen=True)
class StepLine:
    """One line: what it asks for, or its `fault`. `sheet` and `line` are where it stands in the file."""

    sheet: str
    line: int
    finding_code: str
    asked: Asked | None = None
    fault: str = ""


def read_steps(connection: Connection, file_name: str, content: bytes) -> tuple[StepLine, ...]:
    """The lines of a file in their order. Raises FileRefusedError for one without steps, or with columns that
    say something else.
    """
    source = read_source(file_name, content)
    lines = [line for sheet in source.sheets for line in _lines(sheet)]
    if not lines:
        number, step = (COLUMNS[name] for name in _NEEDED)
        raise FileRefusedError(
            _("The file has no steps: it needs the columns “{number}” and “{step}”.").format(
                number=_(number), step=_(step)
            )
        )
    known = _known(connection, [line.finding_code for line, _step in lines])
    return tuple(_found(line, step, known) for line, step in lines)


def _found(line: StepLine, step: Step | None, known: Mapping[str, int]) -> StepLine:
    if step is None:
        return line
    number = known.get(line.finding_code)
    if number is None:
        words = _("There is no finding {number}.").format(number=line.finding_code)
        return StepLine(line.sheet, line.line, line.finding_code, fault=words)
    return StepLine(line.sheet, line.line, line.finding_code, Asked(number, None, step))


def _lines(sheet: Sheet) -> list[tuple[StepLine, Step | None]]:
    columns = COLUMNS | {name: MONEY_KIND[kind] for name, kind in _MONEY.items()}
    headed = headings(sheet, columns, _NEEDED)
    if headed is None:
        return []
    first, places = headed
    _refuse_unknown(sheet.rows[first], places, columns)
    found: list[tuple[StepLine, Step | None]] = []
    for row, line in zip(sheet.rows[first + 1 :], sheet.lines[first + 1 :], strict=True):
        cells = {name: row[place] for name, place in places.items() if place < len(row)}
        code = cell_text(cells.get("finding_code", ""))
        if not any(cell_text(cell) for cell in cells.values()):
            continue
        try:
            found.append((StepLine(sheet.name, line, code), _step(cells)))
        except ValueRefusedError as error:
            found.append((StepLine(sheet.name, line, code, fault=str(error)), None))
    return found


def _refuse_unknown(heads: Sequence[Cell], places: Mapping[str, int], columns: Mapping[str, str]) -> None:
    """Raise FileRefusedError for a column that nobody would read: a step without its day is one of today."""
    read = set(places.values())
    unknown = [words for place, cell in enumerate(heads) if place not in read and (words := cell_text(cell))]
    if unknown:
        raise FileRefusedError(
            _("Columns that steps do not have, or have twice: {unknown}. They have: {known}.").format(
                unknown=_(", ").join(unknown), known=_(", ").join(map(_, columns.values()))
            )
        )


def _step(cells: Mapping[str, Cell]) -> Step:
    told = cell_text(cells.get("act", ""))
    acts = {words: each.act for each in TRANSITIONS for words in (*spellings(each.title), each.act)}
    if told not in acts:
        raise ValueRefusedError(
            _("“{told}” is none of the steps; there are: {steps}.").format(
                told=told, steps=_(", ").join(_(each.title) for each in TRANSITIONS)
            )
        )
    return Step(
        acts[told],
        note=_text(cells, "note"),
        fact_date=_date(cells, "fact_date"),
        document_number=_text(cells, "document_number"),
        receiving_body=_text(cells, "receiving_body"),
        rectification_type=_type(_text(cells, "rectification_type")),
        new_due_date=_date(cells, "new_due_date"),
        answer_due_date=_date(cells, "answer_due_date"),
        planned=_planned(_text(cells, "planned")),
        money=money_of({kind: cells.get(name, "") for name, kind in _MONEY.items()}),
    )


def money_of(cells: Mapping[str, Cell]) -> dict[str, int]:
    """分 by kind of the cells that are filled in, in yuan. Raises ValueRefusedError, naming the kind."""
    money = {}
    for kind, cell in cells.items():
        if cell_text(cell):
            try:
                money[kind] = fen(cell)
            except ValueRefusedError as error:
                words = f"{_(MONEY_KIND[kind])}：{error}"
                raise ValueRefusedError(words) from error
    return money


def _text(cells: Mapping[str, Cell], name: str) -> str:
    return cell_text(cells.get(name, ""))


def _date(cells: Mapping[str, Cell], name: str) -> date | None:
    cell = cells.get(name, "")
    if not cell_text(cell):
        return None
    try:
        return day_of(cell)
    except ValueRefusedError as error:
        raise ValueRefusedError(f"{_(COLUMNS[name])}：{error}") from error


def _type(told: str) -> str | None:
    if not told:
        return None
    known = {words: code for code, title in RECTIFICATION_TYPE.items() for words in (*spellings(title), code)}
    if told not in known:
        raise ValueRefusedError(
            _("“{told}” is no type of rectification; there are: {types}.").format(
                told=told, types=_(", ").join(_(title) for title in RECTIFICATION_TYPE.values())
            )
        )
    return known[told]


def _planned(told: str) -> tuple[tuple[date, str], ...]:
    goals = []
    for part in filter(str.strip, re.split(r"[;；\n]", told)):
        found = _GOAL.fullmatch(part)
        if found is None:
            raise ValueRefusedError(
                _("A dated goal is written “2026-05-31 what is reached”: {told}").format(told=part.strip())
            )
        goals.append((day_of(found[1]), found[2]))
    return tuple(goals)


def _known(connection: Connection, codes: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for first in range(0, len(codes), _AT_A_TIME):
        some = codes[first : first + _AT_A_TIME]
        question = select(Finding.finding_code, Finding.finding_id).where(Finding.finding_code.in_(some))
        found |= dict(connection.execute(question).all())  # type: ignore[arg-type]
    return found
