"""Checking a staged file: sound rows, typed, into one Parquet file; all others into quarantine, with faults.

DuckDB works through the columns: one pass judges the rows, a second writes the sound ones. No row passes
through Python.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from data.checking.conversion import sql_type
from data.checking.keys import find_repeated_keys
from data.checking.references import find_unknown_references
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
    `earlier` are the files of the version that is appended to; `references` the files of each dataset type
    that values may refer to. `stated` are totals from the letter that came with the file: of a column (money
    in fen), or of the rows under "".
    """

    files: tuple[Path, ...]
    headings: Mapping[str, str]
    units: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    earlier: tuple[Path, ...] = ()
    references: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    stated: Mapping[str, int] = field(default_factory=dict)


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
    cells = _cells(dataset_type, given)
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
        accepted_rows = _write_accepted(connection, dataset_type, cells, accepted)
        quarantined_rows = _write_quarantine(connection, given.files, quarantine)
        rows = _row_count(connection, given.files)
        if accepted_rows + quarantined_rows != rows:
            raise RuntimeError(
                f"{rows} rows became {accepted_rows} accepted and {quarantined_rows} in quarantine"
            )
        report = Report(
            rows=rows,
            accepted=accepted_rows,
            quarantined=quarantined_rows,
            quality_basis_points=_quality(connection, dataset_type, cells, accepted, quarantine),
            rules=_rule_reports(connection),
            unchecked=tuple(unchecked),
            totals=compare_totals(connection, cells, given.stated),
            missing=tuple(column.name for column in dataset_type.columns if column.name not in cells),
            titles={name: given.titles.get(name, cell.heading) for name, cell in cells.items()},
        )
    if not quarantined_rows:
        quarantine.unlink()
    return Checked(accepted, quarantine if quarantined_rows else None, report)


def _cells(dataset_type: DatasetType, given: Given) -> dict[str, Cell]:
    if missing := [
        column.title
        for column in dataset_type.columns
        if column.is_required and column.name not in given.headings
    ]:
        raise UploadRefusedError(
            _(
                "The file has no column for: {names}. Name the columns that hold them, "
                "or keep the file ad hoc."
            ).format(names="、".join(missing))
        )
    return {
        column.name: Cell(column, given.headings[column.name], given.units.get(column.name, column.unit))
        for column in dataset_type.columns
        if column.name in given.headings
    }


def source(files: Sequence[Path]) -> str:
    """SQL over Parquet files as one table."""
    return f"read_parquet([{', '.join(map(quoted, files))}], union_by_name = true)"


def _make_views(connection: duckdb.DuckDBPyConnection, given: Given, cells: Mapping[str, Cell]) -> None:
    """View `told`: the cells as text. View `known`: their values beside it."""
    table = source(given.files)
    described = connection.execute(f"describe select * exclude ({LINE}) from {table}").fetchall()
    first = [identifier(name) for name, *__ in described[:2]]
    is_total = " or ".join(IS_TOTAL.format(words=name) for name in first) or "false"
    for statement in views(cells, table, f"coalesce({is_total}, false)"):
        connection.execute(statement)


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
    columns = "".join(
        f", {cells[column.name].value if column.name in cells else f'null::{sql_type(column.type)}'}"
        f" as {identifier(column.name)}"
        for column in dataset_type.columns
    )
    is_any = connection.execute("select count(*) from refused").fetchone()
    sound = f"anti join refused using ({LINE})" if is_any and is_any[0] else ""
    return _copy(connection, f"select {LINE}{columns} from known {sound}", target)


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


def _quality(
    connection: duckdb.DuckDBPyConnection,
    dataset_type: DatasetType,
    cells: Mapping[str, Cell],
    accepted: Path,
    quarantine: Path,
) -> int | None:
    """Share of cells without fault among those that some rule looks at, in basis points, rounded down."""
    judged = {rule.cell.column.name for rule in row_rules(dataset_type, cells)} | set(dataset_type.key)
    judged |= {check.columns[0] for check in dataset_type.checks if check.rule == "reference"}
    ruled = [cell for name, cell in cells.items() if name in judged]
    if not ruled:
        return None
    # What was accepted is filled where it is not null, and Parquet keeps count of that; a required cell is
    # always looked at.
    filled = {
        name: int(count)
        for name, count in connection.execute(
            f"""
            select path_in_schema, sum(num_values - coalesce(stats_null_count, 0))
            from parquet_metadata({quoted(accepted)}) group by 1
            """
        ).fetchall()
    }
    counted = ", ".join(
        "count(*)" if cell.column.is_required else f"count({cell.words_sql})" for cell in ruled
    )
    rows = f"{quoted(quarantine)} where faults[1].rule <> 'total'"
    held = connection.execute(f"select {counted} from {rows}").fetchone() or ()
    looked_at = sum(filled.get(cell.column.name, 0) for cell in ruled) + sum(held)
    found = connection.execute(
        """select count(*) from (select distinct _line, "column" from found where rule <> 'total')"""
    ).fetchone()
    faulty = int(found[0]) if found else 0
    return (looked_at - faulty) * 10_000 // looked_at if looked_at else None


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
