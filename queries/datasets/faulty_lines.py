"""Lines of a version's own arrival that broke a rule, or could not be read, as the reader may see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data.access.roles import NotPermittedError
from data.checking.report import Place, Report, TotalCheck, report_of
from data.data_room.dataset_access import READING, Access, mask_expression, masks
from data.duck import literal, open_duck, quoted
from data.warehouse import Version, quarantine_of, unread_of

MOST_LINES = 1000
_HIDDEN = "***"
_NUMBERS = {"money", "whole", "decimal"}
_HELD = """
    select _line, fault.rule, fault."column", {value}, fault.reason, fault.detail
    from (select _line, unnest(faults) as fault from {quarantine}) where not fault.is_notice
        and (fault.rule = $rule or $rule = '')
    order by _line, fault.rule limit $limit
"""


@dataclass(frozen=True)
class FaultyLine:
    """One fault of one line: the rule (data/checking/words.py: RULES), and where and why it was broken."""

    rule: str
    place: Place
    is_notice: bool


@dataclass(frozen=True)
class UnreadLine:
    """A line that is no row: its place, why, and its text; None where the reader may not see it."""

    line: int
    reason: str
    text: str | None


def faulty_lines(
    version: Version, access: Access, rule: str = "", limit: int = MOST_LINES
) -> tuple[FaultyLine, ...]:
    """The first lines in quarantine by their place, then the first of those that were kept with a notice.

    `rule` narrows to one. Values of masked columns are masked. Raises NotPermittedError where rows may not be
    read at all, and KeyError where nothing was checked.
    """
    _need(access)
    hidden = masks(version, access)
    found = []
    if (quarantine := quarantine_of(version)) is not None:
        sql = _HELD.format(
            value=_seen('fault."column"', "fault.value", hidden),
            quarantine=f"read_parquet({quoted(quarantine)})",
        )
        with open_duck() as duck:
            rows = duck.execute(sql, {"rule": rule, "limit": limit}).fetchall()
        found = [
            FaultyLine(name, Place(line, column, value, reason, detail), is_notice=False)
            for line, name, column, value, reason, detail in rows
        ]
    notices = [
        FaultyLine(entry.rule, place, is_notice=True)
        for entry in report_of(version.report).rules
        if entry.is_notice and rule in {"", entry.rule}
        for place in entry.places
    ]
    return tuple(_compared(line, version, hidden) for line in (*found, *_masked(notices, hidden)))[:limit]


def seen_totals(report: Report, version: Version, access: Access) -> tuple[TotalCheck, ...]:
    """The stated totals that the reader may see: of columns for who reads rows, and not of masked ones."""
    hidden = masks(version, access)
    return tuple(
        total
        for total in report.totals
        if not total.column or (access.may_read and total.column not in hidden)
    )


def unread_lines(version: Version, access: Access, limit: int = MOST_LINES) -> tuple[UnreadLine, ...]:
    """The first lines that could not be split into columns. Raises NotPermittedError.

    Nobody knows which part of such a line is masked: who sees the dataset through masks does not see it.
    """
    _need(access)
    file = unread_of(version)
    if file is None:
        return ()
    text = "null::varchar" if masks(version, access) else "text"
    sql = f"select line, reason, {text} from read_parquet({quoted(file)}) order by line limit $limit"
    with open_duck() as duck:
        rows = duck.execute(sql, {"limit": limit}).fetchall()
    return tuple(UnreadLine(*row) for row in rows)


def _need(access: Access) -> None:
    if not access.may_read:
        raise NotPermittedError(READING)


def _seen(column: str, value: str, hidden: Mapping[str, str]) -> str:
    """SQL of a value that stood in a column, through the column's mask."""
    cases = " ".join(
        f"when {literal(name)} then {mask_expression(value, mask)}" for name, mask in hidden.items()
    )
    if not cases:
        return value
    # A key of several columns is told as one value, and its other columns may be masked.
    return f"case when contains({value}, chr(31)) then null else case {column} {cases} else {value} end end"


def _compared(line: FaultyLine, version: Version, hidden: Mapping[str, str]) -> FaultyLine:
    """What the value was compared with may stand in a masked column, too: the other day, parts of a sum."""
    code, __, other = line.place.reason.partition(":")
    is_number_hidden = any(column.name in hidden and column.kind in _NUMBERS for column in version.columns)
    if (code == "before" and other in hidden) or (code == "not_the_sum" and is_number_hidden):
        return replace(line, place=replace(line.place, detail=_HIDDEN))
    return line


def _masked(lines: Sequence[FaultyLine], hidden: Mapping[str, str]) -> list[FaultyLine]:
    if not hidden or not lines:
        return list(lines)
    pairs = [[line.place.column, line.place.value] for line in lines]
    sql = f"select {_seen('pair[1]', 'pair[2]', hidden)} from (select unnest($pairs::varchar[][]) as pair)"
    with open_duck() as duck:
        values = duck.execute(sql, {"pairs": pairs}).fetchall()
    return [
        replace(line, place=replace(line.place, value=value))
        for line, (value,) in zip(lines, values, strict=True)
    ]
