"""One part of a delimited text as Parquet, by DuckDB; rows know their lines, refused lines their reasons."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from data.duck import identifier, literal, quoted
from data.language import _
from data.uploads.bounded_duck import bounded_duck, count_of
from data.uploads.limits import MAX_LINE_BYTES, REFUSED_CHARACTERS
from data.uploads.parts import Part
from data.uploads.plain_text import plain_rows, write_plain_rows
from data.uploads.straight import BLANKS, NotStraightError, Straight

_MEMORY_MEGABYTES = 400  # two parts are read at a time
_MEGABYTES_PER_HUNDRED_COLUMNS = 40  # reserved rather than used
_GROUP_CELLS = 5_000_000  # rows of wide tables are written in smaller groups, each of which is held in memory
_RESCUES = 50  # how often reading begins anew behind a quotation mark that is not closed
REFUSED_SCHEMA = pa.schema([("line", pa.int64()), ("reason", pa.string()), ("text", pa.string())])


@dataclass(frozen=True)
class Layout:
    """How a text is split into columns, the folder its rows go to, and the rows that need no second look."""

    columns: tuple[str, ...]
    delimiter: str
    folder: Path
    straight: Straight | None = None


@dataclass(frozen=True)
class PartRows:
    """What a part became. `rows` count all; `straight` holds those without a second look, `files` the rest.

    `refused` is None where every line was read.
    """

    files: tuple[Path, ...]
    rows: int
    refused: Path | None
    refused_rows: int
    straight: Path | None = None
    straight_rows: int = 0


@dataclass(frozen=True)
class _Taken:
    """The straight rows of a part. The others are in a file of rows, or left in the part's as these lines."""

    file: Path
    rows: int
    others: Path | None = None
    lines: Sequence[int] = ()


@dataclass(frozen=True)
class _Fault:
    """One record that DuckDB refused: where it begins (byte from 0), how long it is, what is wrong."""

    start: int
    kind: str
    text: str

    @property
    def bytes(self) -> int:
        return len(self.text.encode())


def rows_of_part(part: Part, layout: Layout) -> PartRows:
    """Write the rows of a part, and its refused lines, to Parquet files; delete the part.

    Raises NotStraightError where all of them ought to have been straight.
    """
    files: list[Path] = []
    refused: list[tuple[int, str, str]] = []
    rows, straight, straight_rows = 0, None, 0
    source = part.file
    lines: Sequence[int] | None = None  # those of `source`, where they do not follow one another
    try:
        if layout.straight is not None and (taken := _taken(part, layout, layout.straight)) is not None:
            straight, straight_rows, lines = taken.file, taken.rows, taken.lines
            if not lines:
                read_already = (taken.others,) if taken.others else ()
                return PartRows(read_already, part.lines, None, 0, straight, straight_rows)
        for attempt in range(_RESCUES):
            target = layout.folder / f"{part.file.stem}-{attempt:02d}.parquet"
            read = _read(source, part, lines, layout, target)
            rows += read.rows
            files.append(target)
            refused += read.refused
            if read.rest is None:
                break
            text, lines = read.rest
            if attempt == _RESCUES - 1:
                refused += [
                    (line, _("not read: too many quotation marks before it are not closed"), words)
                    for line, words in zip(lines, text.decode().split("\n"), strict=False)
                ]
                break
            source.write_bytes(text)
    finally:
        part.file.unlink(missing_ok=True)
    kept = _write_refused(part, refused, layout.folder)
    if layout.straight is not None and layout.straight.is_all:
        straight, straight_rows = _as_straight(part, files, rows, layout, layout.straight), rows
        files, rows = [], 0
    return PartRows(tuple(files), rows + straight_rows, kept, len(refused), straight, straight_rows)


def _taken(part: Part, layout: Layout, straight: Straight) -> _Taken | None:
    """The straight rows, read and written in one go. None where rows and lines are not the same."""
    if part.has_nul:
        return None
    text = part.file.read_bytes()
    target = layout.folder / f"{part.file.stem}.straight.parquet"
    with bounded_duck(layout.folder, _memory(layout)) as connection:
        # A filter that is pushed below the conversions makes DuckDB convert every cell for each rule anew.
        connection.execute("set disabled_optimizers = 'filter_pushdown'")
        taken = _write_straight(connection, part, text, layout, straight, target)
    if taken is None or taken.rows == part.lines:
        return taken
    if straight.is_all:
        raise NotStraightError
    return taken if taken.others else replace(taken, lines=_leave_others(part, text, target))


def _write_straight(  # noqa: PLR0917 a part is its text, its layout and where its rows go
    connection: duckdb.DuckDBPyConnection,
    part: Part,
    text: bytes,
    layout: Layout,
    straight: Straight,
    target: Path,
) -> _Taken | None:
    """What was straight and is written; None where rows and lines are not the same."""
    blanks = [sign for sign in BLANKS if sign.encode() in text]
    plain = plain_rows(text, part.first_line, layout.columns, layout.delimiter)
    if plain is not None:
        if plain.num_rows != part.lines:
            return None
        others = layout.folder / f"{part.file.stem}-others.parquet"
        rows = write_plain_rows(connection, plain, straight, blanks, target, others)
        return _Taken(target, rows, others if rows < part.lines else None)
    if text.startswith(b"\n") or b"\n\n" in text:
        return None
    read = _read_csv(part.file, layout)
    if part.has_quotes and count_of(connection, f"select count(*) from {read}") != part.lines:
        return None
    table = f"(select row_number() over () + {part.first_line - 1} as _line, * from {read})"
    rows = count_of(connection, f"copy ({straight.rows(table, blanks)}) to {quoted(target)} (format parquet)")
    if _faults(connection):
        target.unlink()
        return None
    return _Taken(target, rows)


def _leave_others(part: Part, text: bytes, taken: Path) -> list[int]:
    """Keep only the lines in the part's file that were not taken; returns their numbers."""
    is_other = np.ones(part.lines, dtype=bool)
    lines = pq.read_table(taken, columns=["_line"])["_line"].to_numpy()
    is_other[lines - part.first_line] = False
    others = np.flatnonzero(is_other)
    ends = np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == 10) + 1
    bounds = np.concatenate(([0], ends, [len(text)]))
    part.file.write_bytes(b"".join(text[bounds[place] : bounds[place + 1]] for place in others))
    return [int(place) + part.first_line for place in others]


def _as_straight(part: Part, files: Sequence[Path], rows: int, layout: Layout, straight: Straight) -> Path:
    """The staged files of a part, all of whose rows are to be straight."""
    target = layout.folder / f"{part.file.stem}.straight.parquet"
    table = f"read_parquet([{', '.join(map(quoted, files))}])"
    with bounded_duck(layout.folder, _memory(layout)) as connection:
        select = straight.rows(table, BLANKS)
        if count_of(connection, f"copy ({select}) to {quoted(target)} (format parquet)") != rows:
            raise NotStraightError
    for file in files:
        file.unlink()
    return target


def rows_of_lines(source: Path, lines: Sequence[int], layout: Layout, target: Path) -> Path:
    """Write the rows of a text whose lines have these numbers in their file; each has been read before."""
    part = Part(0, source, lines[0], len(lines), has_quotes=False, has_nul=False)
    if _read(source, part, lines, layout, target).rows != len(lines):
        raise RuntimeError("lines that were read before are not read again")
    return target


@dataclass(frozen=True)
class _Read:
    rows: int
    refused: list[tuple[int, str, str]]
    rest: tuple[bytes, Sequence[int]] | None  # lines that an open quotation mark swallowed, to be read anew


def _read(source: Path, part: Part, lines: Sequence[int] | None, layout: Layout, target: Path) -> _Read:
    columns = layout.columns
    with bounded_duck(layout.folder, _memory(layout)) as connection:
        rows = _copy(connection, source, part.first_line - 1, layout, target)
        faults = _faults(connection)
        line_count = part.lines if lines is None else len(lines)
        if lines is None and not faults and not part.has_nul and rows == line_count:
            return _Read(rows, [], None)
        text = source.read_bytes()
        numbers = (
            np.arange(part.first_line, part.first_line + line_count + 1)
            if lines is None
            else np.asarray([*lines, lines[-1] if len(lines) else 0])
        )
        ends = np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == 10)
        starts = _row_starts(text, ends, layout, {fault.start for fault in faults})
        if len(starts) == rows:
            places = numbers[np.searchsorted(ends, starts)]
        else:  # quotation marks that two readers understand differently: the record's number is the nearest
            places = part.first_line + np.arange(rows)
        nul_rows = _set_lines(connection, target, places, columns, has_nul=part.has_nul)
        rest: list[bytes] = []
        rest_lines: list[int] = []
        refused = list(nul_rows)
        for fault in faults:
            line = int(np.searchsorted(ends, fault.start))
            first, __, swallowed = fault.text.partition("\n")
            refused.append((int(numbers[line]), _reason(fault.kind, len(columns)), first))
            if swallowed:
                rest.append(swallowed.encode().removesuffix(b"\n") + b"\n")
                count = rest[-1].count(b"\n")
                rest_lines += [int(number) for number in numbers[line + 1 : line + 1 + count]]
        return _Read(rows - len(nul_rows), refused, (b"".join(rest), rest_lines) if rest else None)


def _memory(layout: Layout) -> str:
    return f"{_MEMORY_MEGABYTES + _MEGABYTES_PER_HUNDRED_COLUMNS * len(layout.columns) // 100}MB"


def _copy(
    connection: duckdb.DuckDBPyConnection, source: Path, offset: int, layout: Layout, target: Path
) -> int:
    group_rows = min(122_880, max(2_048, _GROUP_CELLS // len(layout.columns)))
    return count_of(
        connection,
        f"""
        copy (select row_number() over () + {offset} as _line, * from {_read_csv(source, layout)})
        to {quoted(target)} (format parquet, row_group_size {group_rows})
        """,
    )


def _read_csv(source: Path, layout: Layout) -> str:
    types = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in layout.columns)
    return f"""read_csv(
        {quoted(source)}, auto_detect = false, header = false, columns = {{{types}}},
        delim = {literal(layout.delimiter)}, quote = '"', escape = '"', new_line = '\\n',
        strict_mode = true, max_line_size = {MAX_LINE_BYTES}, store_rejects = true, rejects_limit = 0
    )"""


def _faults(connection: duckdb.DuckDBPyConnection) -> list[_Fault]:
    """One fault per record, in the order of the text."""
    found = connection.execute(
        """
        select line_byte_position, any_value(error_type::varchar order by column_idx), any_value(csv_line)
        from reject_errors group by line_byte_position order by 1
        """
    ).fetchall()
    return [_Fault(int(place) - 1, kind, text or "") for place, kind, text in found]


def _row_starts(text: bytes, ends: np.ndarray, layout: Layout, faulty: set[int]) -> np.ndarray:
    """The byte at which each record that became a row begins."""
    if b'"' not in text:
        starts = np.concatenate(([0], ends + 1))
        starts = starts[starts < len(text)]
        if len(layout.columns) > 1:  # a line without anything is no record of a table with several columns
            lengths = np.diff(np.append(starts, len(text) + (not text.endswith(b"\n"))))
            starts = starts[lengths > 1]
    else:
        line_starts = np.concatenate(([0], ends + 1))
        found, line = [], 0
        csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # of the whole process
        reader = csv.reader(io.StringIO(text.decode(), newline=""), delimiter=layout.delimiter)
        for row in reader:
            if row or len(layout.columns) == 1:
                found.append(line_starts[line])
            line = reader.line_num
        starts = np.asarray(found, dtype=np.int64)
    return starts[~np.isin(starts, list(faulty))] if faulty else starts


def _set_lines(
    connection: duckdb.DuckDBPyConnection,
    target: Path,
    places: np.ndarray,
    columns: Sequence[str],
    *,
    has_nul: bool,
) -> list[tuple[int, str, str]]:
    """Give the rows their lines; take out those with NUL bytes and return them as refused."""
    raw = target.with_suffix(".raw")
    target.rename(raw)
    connection.register("place", pa.table({"line": places}))
    names = ", ".join(map(identifier, columns))
    words = f"concat_ws(chr(31), {names})"
    has = f"contains({words}, chr(0))" if has_nul else "false"
    numbered = f"""
        from (select * exclude (_line) from read_parquet({quoted(raw)})) positional join place
    """
    try:
        refused = connection.execute(
            f"select line, left(replace({words}, chr(0), '␀'), {REFUSED_CHARACTERS}) {numbered} where {has}"
        ).fetchall()
        connection.execute(
            f"copy (select line as _line, {names} {numbered} where not {has}) "
            f"to {quoted(target)} (format parquet)"
        )
    finally:
        raw.unlink(missing_ok=True)
    return [(line, _("it holds NUL characters"), text) for line, text in refused]


def _reason(kind: str, width: int) -> str:
    reasons = {
        "MISSING COLUMNS": _("fewer than {width} columns"),
        "TOO MANY COLUMNS": _("more than {width} columns"),
        "UNQUOTED VALUE": _("quotation marks do not match"),
        "LINE SIZE OVER MAXIMUM": _("longer than {size} MB"),
        "INVALID ENCODING": _("it is not UTF-8"),
        "INVALID STATE": _("quotation marks do not match"),
    }
    words = reasons.get(kind, _("it cannot be split into columns"))
    return words.format(width=width, size=MAX_LINE_BYTES // 1024**2)


def _write_refused(part: Part, refused: list[tuple[int, str, str]], folder: Path) -> Path | None:
    if not refused:
        return None
    lines, reasons, texts = zip(*sorted(refused), strict=True)
    file = folder / f"{part.file.stem}.refused"
    short = [text[:REFUSED_CHARACTERS].replace("\0", "␀") for text in texts]
    pq.write_table(pa.table([lines, reasons, short], schema=REFUSED_SCHEMA), file)
    return file
