"""Checking a staged file: sound rows, typed, into one Parquet file; all others into quarantine, with faults.

DuckDB works through the columns: one pass judges the rows, a second writes the sound ones. No row passes
through Python.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from data.checking.conversion import sql_type
from data.checking.keys import find_repeated_keys
from data.checking.quality import judged_accepted, judged_held
from data.checking.references import Reference, find_unknown_references
from data.checking.report import Place, Report, RuleReport
from data.checking.rules import Cell, row_rules, views, with_spelling
from data.checking.totals import IS_TOTAL, compare_totals
from data.dataset_types import DatasetType
from data.duck import identifier, open_duck, quoted
from data.language import _
from data.uploads.faults import UploadRefusedError

MEMORY = "1GB"  # an upload stays below 1.5 GB in all
LINE = "_line"
_PLACES = 20  # of each rule in the report; the quarantine has them all
_FOUND = """
    _line bigint, rule varchar, "column" varchar, value varchar, reason varchar, detail varchar,
    is_notice boolean
"""


@dataclass(frozen=True)
class Given:
    """What is checked: staged Parquet files (BIGINT `_line` and text columns) and what their columns are.

    `headings` maps columns of the type to text columns of the files; a column without one becomes null.
    `units` are those of money that heading or uploader name, `titles` the headings as written in the file.
    `earlier` are the files of the version that is appended to; `references` the datasets of each type that
    values may refer to. `stated` are totals from the letter that came with the file: of a column (money
    in fen), or of the rows under "".

    `straight` files hold rows that broke no rule of their own, as they are stored (straight_rows.py); those
    that others refuse are taken out of them, and `text_of` gives the text of such lines.
    """

    files: tuple[Path, ...]
    headings: Mapping[str, str]
    units: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    earlier: tuple[Path, ...] = ()
    references: Mapping[str, Reference] = field(default_factory=dict)
    stated: Mapping[str, int] = field(default_factory=dict)
    straight: tuple[Path, ...] = ()
    text_of: Callable[[Sequence[int]], Path] | None = None


@dataclass(frozen=True)
class Checked:
    """What became of the rows. `accepted` has `_line` and the typed columns of the dataset, in their order.

    `quarantine` has `_line`, the text columns as they came and `faults`, a list of {rule, column, value,
    reason, detail, is_notice}; None where every row was accepted.
    """

    accepted: Path
    quarantine: Path | None
    report: Report


def check(dataset_type: DatasetType, given: Given, folder: Path) -> Checked:
    """Check the rows and write them into `folder`. Raises UploadRefusedError where a column is missing."""
    cells = cells_of(dataset_type, given.headings, given.units)
    with open_duck() as connection:
        connection.execute(f"set memory_limit = '{MEMORY}'")
        # A filter that is pushed below the conversions makes DuckDB convert every cell again for each rule.
        connection.execute("set disabled_optimizers = 'filter_pushdown'")
        cells = with_spelling(connection, cells, source(given.files))
        _make_views(connection, given, cells)
        _judge_rows(connection, dataset_type, cells)
        unchecked = find_repeated_keys(connection, dataset_type, cells, given.earlier)
        unchecked += find_unknown_references(connection, dataset_type, cells, given.references)
        connection.execute(
            "create temp table refused as select distinct _line from found where not is_notice"
        )
        accepted, quarantine = folder / "accepted.parquet", folder / "quarantine.parquet"
        rows = _row_count(connection, (*given.files, *given.straight))
        totals = compare_totals(connection, cells, given.stated)  # of all rows, as long as they are there
        straight_rows, texts = _without_refused(connection, given)
        accepted_rows = _write_accepted(connection, dataset_type, cells, accepted) + straight_rows
        quarantined_rows = _write_quarantine(connection, (*given.files, *texts), quarantine)
        if accepted_rows + quarantined_rows != rows:
            raise RuntimeError(
                f"{rows} rows became {accepted_rows} accepted and {quarantined_rows} in quarantine"
            )
        judged = judged_accepted(connection, dataset_type, cells, (accepted, *given.straight))
        judged += judged_held(connection, dataset_type, cells, f"from {quoted(quarantine)}")
        report = Report(
            rows=rows,
            accepted=accepted_rows,
            quarantined=quarantined_rows,
            quality_basis_points=judged.basis_points,
            rules=_rule_reports(connection),
            unchecked=tuple(unchecked),
            totals=totals,
            missing=tuple(column.name for column in dataset_type.columns if column.name not in cells),
            titles={name: given.titles.get(name, cell.heading) for name, cell in cells.items()},
            judged=judged,
        )
    if not quarantined_rows:
        quarantine.unlink()
    return Checked(accepted, quarantine if quarantined_rows else None, report)


def cells_of(
    dataset_type: DatasetType, headings: Mapping[str, str], units: Mapping[str, str]
) -> dict[str, Cell]:
    """The columns of the type that a file has. Raises UploadRefusedError where a required one is missing."""
    if missing := [
        column.title for column in dataset_type.columns if column.is_required and column.name not in headings
    ]:
        raise UploadRefusedError(
            _(
                "The file has no column for: {names}. Name the columns that hold them, "
                "or keep the file ad hoc."
            ).format(names="、".join(missing))
        )
    return {
        column.name: Cell(column, headings[column.name], units.get(column.name, column.unit))
        for column in dataset_type.columns
        if column.name in headings
    }


def source(files: Sequence[Path]) -> str:
    """SQL over Parquet files as one table."""
    return f"read_parquet([{', '.join(map(quoted, files))}], union_by_name = true)"


def _make_views(connection: duckdb.DuckDBPyConnection, given: Given, cells: Mapping[str, Cell]) -> None:
    """View `told`: the cells as text. View `known`: with their values. View `every`: straight rows too."""
    table = source(given.files)
    described = connection.execute(f"describe select * exclude ({LINE}) from {table}").fetchall()
    for statement in views(cells, table, is_total_row([name for name, *__ in described[:2]])):
        connection.execute(statement)
    straight = ", ".join(
        f"{identifier(name)}::varchar as {cell.words}, {identifier(name)} as {cell.value}"
        for name, cell in cells.items()
    )
    others = (
        f"union all by name select {LINE}, false as is_total, {straight} from {source(given.straight)}"
        if given.straight
        else ""
    )
    connection.execute(f"create temp view every as select * from known {others}")


def is_total_row(first: Sequence[str]) -> str:
    """SQL: one of the first two columns says that the row is one of totals."""
    tests = (IS_TOTAL.format(words=identifier(name)) for name in first)
    return f"coalesce({' or '.join(tests) or 'false'}, false)"


def _judge_rows(
    connection: duckdb.DuckDBPyConnection, dataset_type: DatasetType, cells: Mapping[str, Cell]
) -> None:
    """Table `found`: every fault that a row shows by itself."""
    connection.execute(f"create temp table found ({_FOUND})")
    rules = row_rules(dataset_type, cells)
    total = (
        "{'rule': 'total', 'column': '', 'value': null::varchar, 'reason': 'total_row',"
        " 'detail': null::varchar, 'is_notice': false}"
    )
    faults = ", ".join(rule.fault for rule in rules)
    is_faulty = " or ".join(["is_total", *(f"({rule.is_broken})" for rule in rules)])
    sound = f"list_filter([{faults}], lambda fault: fault is not null)" if rules else "[]"
    connection.execute(
        f"""
        insert into found
        select {LINE}, unnest(case when is_total then [{total}] else {sound} end, recursive := true)
        from known where {is_faulty}
        """
    )


def _write_accepted(
    connection: duckdb.DuckDBPyConnection,
    dataset_type: DatasetType,
    cells: Mapping[str, Cell],
    target: Path,
) -> int:
    is_any = connection.execute("select count(*) from refused").fetchone()
    sound = f"anti join refused using ({LINE})" if is_any and is_any[0] else ""
    return _copy(connection, f"select {LINE}{stored_columns(dataset_type, cells)} from known {sound}", target)


def stored_columns(dataset_type: DatasetType, cells: Mapping[str, Cell]) -> str:
    """SQL of the columns of the dataset, each with a comma before it, from the values of the cells."""
    return "".join(
        f", {cells[column.name].value if column.name in cells else f'null::{sql_type(column.type)}'}"
        f" as {identifier(column.name)}"
        for column in dataset_type.columns
    )


def _without_refused(connection: duckdb.DuckDBPyConnection, given: Given) -> tuple[int, tuple[Path, ...]]:
    """Take refused rows out of the straight files: (rows that stay, files with these rows as text).

    What refuses them stands in other rows or other datasets: a key, a reference.
    """
    if not given.straight:
        return 0, ()
    found = connection.execute(
        f"select {LINE} from {source(given.straight)} semi join refused using ({LINE}) order by {LINE}"
    ).fetchall()
    if not found:
        return _row_count(connection, given.straight), ()
    assert given.text_of is not None
    text = given.text_of([line for (line,) in found])
    rows = 0
    for file in given.straight:
        sound = file.with_suffix(".sound")
        rows += _copy(connection, f"select * from {quoted(file)} anti join refused using ({LINE})", sound)
        sound.replace(file)
    return rows, (text,)


def _write_quarantine(connection: duckdb.DuckDBPyConnection, files: Sequence[Path], target: Path) -> int:
    faults = f"""
        select {LINE}, list({{'rule': rule, 'column': "column", 'value': value, 'reason': reason,
            'detail': detail, 'is_notice': is_notice}} order by is_notice, rule, "column") as faults
        from found semi join refused using ({LINE}) group by {LINE}
    """
    rows = f"select given.*, faults from {source(files)} given join ({faults}) using ({LINE}) order by {LINE}"
    return _copy(connection, rows, target)


def _copy(connection: duckdb.DuckDBPyConnection, rows: str, target: Path) -> int:
    found = connection.execute(f"copy ({rows}) to {quoted(target)} (format parquet)").fetchone()
    return int(found[0]) if found else 0


def _row_count(connection: duckdb.DuckDBPyConnection, files: Sequence[Path]) -> int:
    found = connection.execute(f"select count(*) from {source(files)}").fetchone()
    return int(found[0]) if found else 0


def _rule_reports(connection: duckdb.DuckDBPyConnection) -> tuple[RuleReport, ...]:
    rows = connection.execute(
        f"""
        select rule, "column", is_notice, count(*),
            min_by({{'line': _line, 'column': "column", 'value': value, 'reason': reason, 'detail': detail}},
                _line, {_PLACES})
        from found group by all order by is_notice, count(*) desc, rule, "column"
        """
    ).fetchall()
    return tuple(
        RuleReport(rule, column, count, is_notice, tuple(Place(**place) for place in places))
        for rule, column, is_notice, count, places in rows
    )
