"""The rows of a corrected file as the first file had them: its columns, the line of each, and no others."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import duckdb

from data.bringing.open_rows import Quarantine
from data.checking.check import LINE, source
from data.checking.quarantine import FORMULA, LINE_TITLE, REPORT_TITLES
from data.duck import identifier, literal, open_duck, quoted
from data.language import LANGUAGES, _, language, listed, use_language
from data.mapping.spelling import plain
from data.uploads import Staged, UploadRefusedError

_FAULTS = "faults"
_NAMED = 5  # lines named in a refusal
_MARKED = f"^'{FORMULA}"


def number_in(titles: Sequence[str]) -> int | None:
    """The version that the file's rows are from, as the heading over their lines says it; None without it."""
    found = _line_heading(titles)
    return found[1] if found else None


def corrected_rows(staged: Staged, held: Quarantine, folder: Path) -> tuple[Staged, int]:
    """The rows with the lines and columns that they have in quarantine; and how many were left out.

    Left out is what a correction has taken in already. Raises UploadRefusedError where the file does not say
    which line a row is, or has other rows than the quarantine.
    """
    heading = _line_heading(staged.titles)
    if heading is None:
        raise UploadRefusedError(
            _(
                "The first row of the file has no heading “{title}”, which says what line each row is."
                " Correct the file that was downloaded, and leave its first columns as they are."
            ).format(title=_(LINE_TITLE).format(number=held.version.number))
        )
    with open_duck() as duck:
        described = duck.execute(f"describe select * from {source([held.file])}").fetchall()
        columns = [name for name, *__ in described if name not in {LINE, _FAULTS}]
        titles = list(held.version.report.get("headings") or columns)
        cells = _cells(staged, titles, heading[0])
        line = identifier(staged.columns[heading[0]])
        listed_cells = ", ".join(
            f"{cell} as {identifier(column)}" for column, cell in zip(columns, cells, strict=True)
        )
        filled = " or ".join(f"{identifier(column)} is not null" for column in columns)
        duck.execute(
            f"""create temp table corrected as
            select {LINE} as _place,
                try_cast(regexp_replace({line}, '[,\\s]|\\.0+$', '', 'g') as bigint) as {LINE}, {listed_cells}
            from {source(staged.files)}"""
        )
        duck.execute(f"delete from corrected where {LINE} is null and not ({filled})")
        _refuse_others(duck, held)
        every = _count(duck, "corrected")
        duck.execute(f"delete from corrected where {LINE} in ({held.taken_sql})")
        left = _count(duck, "corrected")
        if not left:
            raise UploadRefusedError(
                _("Every row of this file was taken in already.")
                if every
                else _("The file has no rows below its headings.")
            )
        target = folder / "corrected.parquet"
        duck.execute(
            f"copy (select * exclude (_place) from corrected order by {LINE})"
            f" to {quoted(target)} (format parquet)"
        )
    rows = replace(staged, files=(target,), columns=tuple(columns), titles=tuple(titles), rows=left)
    return rows, every - left


def _line_heading(titles: Sequence[str]) -> tuple[int, int] | None:
    """(place of the heading over the lines, the version it names), in whichever language it was written."""
    for words in _in_every_language(LINE_TITLE):
        before, __, after = words.partition("{number}")
        pattern = re.compile(rf"{re.escape(before)}\s*(\d+)\s*{re.escape(after)}")
        for place, title in enumerate(titles):
            if match := pattern.fullmatch(title.strip()):
                return place, int(match[1])
    return None


def _in_every_language(message: str) -> list[str]:
    spoken, found = language(), []
    for code in LANGUAGES:
        use_language(code)
        found.append(_(message))
    use_language(spoken)
    return found


def _cells(staged: Staged, titles: Sequence[str], line_place: int) -> list[str]:
    """SQL of the cell under each heading of the first file; null where the corrected file lacks it.

    The same heading twice is taken in the order of the columns. In a delimited file, the mark that was put
    before what a spreadsheet would read as a formula is taken off again.
    """
    free: dict[str, list[int]] = {}
    told = {words for message in REPORT_TITLES for words in _in_every_language(message)}
    for place, title in enumerate(staged.titles):
        is_told = place <= line_place + len(REPORT_TITLES) and title in told
        if place > line_place and not is_told:
            free.setdefault(plain(title), []).append(place)
    cells = []
    for title in titles:
        places = free.get(plain(title))
        if not places:
            cells.append("null::varchar")
            continue
        cell = identifier(staged.columns[places.pop(0)])
        if staged.kind == "delimited":
            cell = f"case when regexp_matches({cell}, {literal(_MARKED)}) then {cell}[2:] else {cell} end"
        cells.append(cell)
    return cells


def _refuse_others(duck: duckdb.DuckDBPyConnection, held: Quarantine) -> None:
    for condition, words in (
        (f"{LINE} is null", _("Rows without the number of their line: {lines}. {remedy}")),
        (
            f"{LINE} in (select {LINE} from corrected group by 1 having count(*) > 1)",
            _("Lines that come twice: {lines}. {remedy}"),
        ),
        (
            f"{LINE} not in (select {LINE} from {source([held.file])})",
            _("Lines that are not in quarantine: {lines}. {remedy}"),
        ),
    ):
        found = duck.execute(
            f"select distinct coalesce({LINE}, _place) as line from corrected where {condition} order by line"
        ).fetchall()
        if found:
            lines = listed(str(line) for (line,) in found[:_NAMED]) + ("…" if len(found) > _NAMED else "")
            remedy = _("New rows are brought in as a file of their own, which is added.")
            raise UploadRefusedError(words.format(lines=lines, remedy=remedy))


def _count(duck: duckdb.DuckDBPyConnection, table: str) -> int:
    found = duck.execute(f"select count(*) from {table}").fetchone()
    return int(found[0]) if found else 0
