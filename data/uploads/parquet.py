"""Parquet files: their columns keep their types, but for what is nested or exotic, which becomes text."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import duckdb

from data.digest import sha256_of
from data.duck import identifier, quoted
from data.language import _
from data.uploads.bounded_duck import bounded_duck
from data.uploads.choices import Choices, Proposal, Staged
from data.uploads.faults import UploadRefusedError
from data.uploads.headings import named
from data.uploads.limits import SAMPLE_ROWS

_KEPT = re.compile(
    r"BOOLEAN|U?(TINY|SMALL|BIG)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\)|DATE|TIMESTAMP.*|VARCHAR|BLOB"
)
_NESTED = re.compile(r".*\]|STRUCT.*|MAP.*|UNION.*|LIST.*")
_INDEX = re.compile(r"__index_level_\d+__")  # the row labels of the program that wrote the file


def look(kind: str, file: Path, choices: Choices, folder: Path) -> Proposal:
    """What the file says of itself, and its first rows as text."""
    with _opened(file, folder) as connection:
        names, titles, expressions, notes = _columns(connection)
        shown = ", ".join(f"cast({expression} as varchar)" for expression in expressions)
        rows = connection.execute(f"select {shown} from brought limit {SAMPLE_ROWS}").fetchall()
        count = connection.execute("select count(*) from brought").fetchone()
    return Proposal(kind, _plain(choices), (), titles, names, tuple(rows), count[0] if count else None, notes)


def stage(
    kind: str, file: Path, choices: Choices, folder: Path, progress: Callable[[int, int], object]
) -> Staged:
    """The rows, each with its number as `_line`."""
    target = folder / "part-00000-00.parquet"
    with _opened(file, folder) as connection:
        names, titles, expressions, notes = _columns(connection)
        shown = ", ".join(
            f"{expression} as {identifier(name)}" for expression, name in zip(expressions, names, strict=True)
        )
        try:
            count = connection.execute(
                f"copy (select row_number() over () as _line, {shown} from brought) "
                f"to {quoted(target)} (format parquet)"
            ).fetchone()
        except duckdb.Error as error:
            raise UploadRefusedError(_damaged(error)) from None
    rows = int(count[0]) if count else 0
    progress(rows, rows)
    return Staged(
        files=(target,),
        columns=names,
        titles=titles,
        rows=rows,
        refused=None,
        refused_rows=0,
        sha256=sha256_of(file),
        bytes=file.stat().st_size,
        choices=_plain(choices),
        kind=kind,
        notes=notes,
    )


def _opened(file: Path, folder: Path) -> duckdb.DuckDBPyConnection:
    connection = bounded_duck(folder, "1GB")
    try:
        connection.execute("set enable_geoparquet_conversion = false")  # shapes stay the WKB they are
        connection.execute(f"create view brought as select * from read_parquet({quoted(file)})")
    except duckdb.Error as error:
        connection.close()
        raise UploadRefusedError(_damaged(error)) from None
    return connection


def _columns(
    connection: duckdb.DuckDBPyConnection,
) -> tuple[tuple[str, ...], tuple[str, ...], list[str], tuple[str, ...]]:
    found = connection.execute("describe brought").fetchall()
    kept = [(row[0], row[1]) for row in found if not _INDEX.fullmatch(row[0])]
    names, titles, notes = named([title for title, __ in kept])
    return names, titles, [_expression(title, type_) for title, type_ in kept], notes


def _expression(title: str, type_: str) -> str:
    if _NESTED.fullmatch(type_):
        return f"cast(to_json({identifier(title)}) as varchar)"
    return identifier(title) if _KEPT.fullmatch(type_) else f"cast({identifier(title)} as varchar)"


def _plain(choices: Choices) -> Choices:
    return replace(choices, encoding=None, delimiter=None, sheet=None, heading_row=None)


def _damaged(error: duckdb.Error) -> str:
    if isinstance(error, duckdb.OutOfMemoryException):
        return _("The file is too large once it is unpacked. Split it, or bring it as CSV.")
    return _("The Parquet file is damaged or cut off. Write it again and try once more.")
