"""The rules that each row is judged by alone, as SQL conditions over its converted cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import duckdb

from data.checking.check_digits import FAULTS, first_digits
from data.checking.conversion import number_words, usual_conversion, words_of
from data.dataset_types import TODAY, Check, DatasetColumn, DatasetType
from data.duck import identifier, literal
from data.uploads.column_kind import converted

_UNREAD = {
    "whole": "not_whole",
    "decimal": "not_a_number",
    "date": "not_a_date",
    "moment": "not_a_moment",
    "flag": "not_yes_or_no",
}


@dataclass(frozen=True)
class Cell:
    """A column of the type in the staged file: `heading` is its text column there, `unit` that of money.

    `is_usual`: whatever stands in it is spelt as machines spell it, so that nothing else need be tried.
    """

    column: DatasetColumn
    heading: str
    unit: str
    is_usual: bool = False

    @property
    def words(self) -> str:
        """SQL name of its text without blanks around it."""
        return identifier("r_" + self.column.name)

    @property
    def value(self) -> str:
        """SQL name of its value."""
        return identifier("c_" + self.column.name)

    @property
    def words_sql(self) -> str:
        """What `words` stands for."""
        words = words_of(identifier(self.heading))
        return number_words(words) if self.column.format else words

    @property
    def value_sql(self) -> str:
        """What `value` stands for."""
        read = usual_conversion if self.is_usual else converted
        return read(self.column.type, self.words, self.unit)

    @property
    def digits(self) -> str:
        """SQL name of the first digits of a number with a check digit."""
        return identifier("d_" + self.column.name)

    @property
    def fault(self) -> str:
        """SQL name of what is wrong with a number that has a check digit."""
        return identifier("f_" + self.column.name)


@dataclass(frozen=True)
class Rule:
    """One rule over one row. `reason` is an SQL expression: null for a row that keeps it.

    `is_broken` is its condition; `detail` is what the value is compared with, for the words of the report.
    """

    rule: str
    cell: Cell
    is_broken: str
    reason: str
    detail: str = "null"
    is_notice: bool = False

    @property
    def fault(self) -> str:
        """The fault of a row, null where there is none."""
        return (
            f"case when {self.is_broken} then {{'rule': '{self.rule}',"
            f" 'column': {literal(self.cell.column.name)},"
            f" 'value': left({self.cell.words}, 200), 'reason': {self.reason},"
            f" 'detail': ({self.detail})::varchar, 'is_notice': {str(self.is_notice).lower()}}} end"
        )


def with_spelling(
    connection: duckdb.DuckDBPyConnection, cells: Mapping[str, Cell], table: str, most_rare: float = 0
) -> dict[str, Cell]:
    """The same cells, with those told apart that hold the usual spelling and at most a rate of others."""
    typed = [cell for cell in cells.values() if cell.column.type != "text"]
    if not typed:
        return dict(cells)
    words = ", ".join(f"{cell.words_sql} as {cell.words}" for cell in typed)
    unread = (
        f"{cell.words} is not null and {replace(cell, is_usual=True).value_sql} is null" for cell in typed
    )
    rare = ", ".join(f"coalesce(avg(({test})::int), 0)" for test in unread)
    found = connection.execute(f"select {rare} from (select {words} from {table})").fetchone() or ()
    usual = {cell.column.name for cell, rate in zip(typed, found, strict=True) if rate <= most_rare}
    return {name: replace(cell, is_usual=name in usual) for name, cell in cells.items()}


def views(cells: Mapping[str, Cell], table: str, is_total: str) -> Iterator[str]:
    """Statements that make the view `told`, the cells as text, and `known` with their values and faults."""
    words = "".join(f", {cell.words_sql} as {cell.words}" for cell in cells.values())
    yield f"create temp view told as select _line, {is_total} as is_total{words} from {table}"
    faults = {
        name: FAULTS[cell.column.format](cell.words, cell.digits)
        for name, cell in cells.items()
        if cell.column.format
    }
    yield f"create temp view known as {known(cells, 'told', faults)}"


def known(cells: Mapping[str, Cell], told: str, faults: Mapping[str, str]) -> str:
    """SELECT of a table of texts with their values, and what is wrong with numbers that have a check digit.

    `faults` has the SQL of these by column. What is used several times gets a name on the way, so that it is
    worked out once.
    """
    numbered = [cell for name, cell in cells.items() if name in faults]
    values = "".join(f", {cell.value_sql} as {cell.value}" for cell in cells.values())
    digits = "".join(f", {first_digits(cell.words)} as {cell.digits}" for cell in numbered)
    judged = "".join(
        f", case when {cell.words} is not null then {faults[cell.column.name]} end as {cell.fault}"
        for cell in numbered
    )
    return f"select *{judged} from (select *{values}{digits} from {told})"


def row_rules(dataset_type: DatasetType, cells: Mapping[str, Cell]) -> list[Rule]:
    """Every rule of the type for which the file has the columns."""
    rules = [rule for cell in cells.values() for rule in _of_column(cell)]
    return rules + [
        rule
        for check in dataset_type.checks
        if all(name in cells for name in (*check.columns, *check.minus))
        for rule in _between_columns(check, cells)
    ]


def _of_column(cell: Cell) -> Iterator[Rule]:
    column = cell.column
    if column.is_required:
        yield Rule("required", cell, f"{cell.words} is null", "'empty'")
    if column.format:
        yield Rule("number", cell, f"{cell.fault} is not null", cell.fault)
    if column.type != "text":
        unread = f"{cell.words} is not null and {cell.value} is null"
        yield Rule("type", cell, unread, _unread_reason(cell))
    for bound, sign, reason in ((column.least, "<", "too_small"), (column.most, ">", "too_large")):
        if bound is not None:
            limit = _limit(column, bound)
            detail = literal(bound) if bound != TODAY else limit
            yield Rule("range", cell, f"{cell.value} {sign} {limit}", literal(reason), detail)


def _unread_reason(cell: Cell) -> str:
    if cell.column.type != "money":
        return literal(_UNREAD[cell.column.type])
    return (
        f"case when try_cast({cell.words} as double) is null then 'not_an_amount' else 'finer_than_fen' end"
    )


def _limit(column: DatasetColumn, bound: str) -> str:
    if bound == TODAY:
        return "today()" if column.type == "date" else "now()::timestamp"
    if column.type in ("date", "moment"):
        return f"date '{bound}'"
    return f"{bound} * 100" if column.type == "money" else bound


def _between_columns(check: Check, cells: Mapping[str, Cell]) -> Iterator[Rule]:
    first = cells[check.columns[0]]
    if check.rule == "date_order":
        later = cells[check.columns[1]]
        # The later of the two is the one that is shown at fault: it is looked at beside the earlier.
        is_broken = f"{later.value}::date < {first.value}::date"
        yield Rule(
            "date_order",
            later,
            is_broken,
            literal(f"before:{first.column.name}"),
            first.words,
            check.is_notice,
        )
    elif check.rule == "sum":
        parts = [f"coalesce({cells[name].value}, 0)" for name in check.columns[1:]]
        less = "".join(f" - coalesce({cells[name].value}, 0)" for name in check.minus)
        total = f"({' + '.join(parts)}{less})"
        shown = f"printf('%.2f', {total} / 100.0)" if first.column.type == "money" else total
        is_broken = f"{first.value} <> {total}"
        yield Rule("sum", first, is_broken, "'not_the_sum'", shown, check.is_notice)
