"""Every column of a version at a glance: how full, how varied, from what to what, its commonest values.

One pass of DuckDB over the rows, and a second, short one that counts the commonest values. A masked column
shows its values through its mask; what is counted is counted on the values as they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
from sqlalchemy import Engine

from data.access.roles import NotPermittedError, User
from data.checking.check_digits import identity_number_fault
from data.data_room.dataset_access import READING, Access, mask_expression, masks
from data.data_room.dataset_use import record_use
from data.duck import identifier, open_duck
from data.warehouse import StoredColumn, Version, relation_of

TOP = 5
# Values of a column that hardly repeat have no commonest.
_MOST_DISTINCT_RATE = 0.9
_AT_A_TIME = 200  # columns in one pass: DuckDB plans a few thousand aggregates, not tens of thousands
_SAMPLE = 2000
_LIKE_IDENTITY = "[0-9]{17}[0-9Xx]"
_MOSTLY = 0.5
_NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "DOUBLE", "FLOAT", "DECIMAL")
_LONGEST = 200  # signs of a value that a profile shows


@dataclass(frozen=True)
class ColumnProfile:
    """One column.

    `filled` counts values that are not null, `distinct` is approximate (a few per cent). `least` and `most`
    are text, None where there is no value; `mean` is of numbers only. `top` are (value, rows), commonest
    first. `identity_rate` is the share of filled values that are sound identity numbers, 0–1, for columns
    that hold such.
    """

    column: StoredColumn
    filled: int
    nulls: int
    distinct: int
    least: str | None
    most: str | None
    mean: float | None
    top: tuple[tuple[str | None, int], ...]
    identity_rate: float | None
    is_masked: bool


@dataclass(frozen=True)
class Profile:
    """The columns of a version, in their order."""

    rows: int
    columns: tuple[ColumnProfile, ...]


def profile_for(engine: Engine, user: User, version: Version, access: Access) -> Profile:
    """profile() for a reader, whose use of the dataset is counted. Raises like it."""
    found = profile(version, access)
    record_use(engine, user, version.dataset_id, "profile")
    return found


def profile(version: Version, access: Access) -> Profile:
    """The profile of a version as the reader may see it. Raises NotPermittedError and WarehouseError."""
    if not access.may_read:
        raise NotPermittedError(READING)
    hidden = masks(version, access)
    rows = relation_of(version)
    profiled: list[ColumnProfile] = []
    with open_duck() as duck:
        identities = _identities(duck, rows, version.columns)
        for start in range(0, len(version.columns), _AT_A_TIME):
            columns = version.columns[start : start + _AT_A_TIME]
            for column, facts in zip(columns, _facts(duck, rows, columns, identities), strict=True):
                profiled.append(_profile(duck, column, facts, version.row_count, hidden.get(column.name)))
    return Profile(version.row_count, tuple(profiled))


@dataclass(frozen=True)
class _Facts:
    """What the passes found of one column, its values as they are."""

    filled: int
    distinct: int
    least: str | None
    most: str | None
    mean: float | None
    sound: int | None
    top: tuple[tuple[str | None, int], ...]


def _identities(
    duck: duckdb.DuckDBPyConnection, rows: str, columns: Sequence[StoredColumn]
) -> frozenset[str]:
    """Columns with identity numbers: those masked as such, and texts whose first values mostly look so."""
    texts = [column for column in columns if column.type == "VARCHAR"]
    known = {column.name for column in texts if column.mask == "identity"}
    others = [column for column in texts if column.name not in known]
    if others:
        shares = ", ".join(
            f"avg(regexp_full_match({identifier(column.name)}, '{_LIKE_IDENTITY}')::int)" for column in others
        )
        found = (
            duck.execute(f"select {shares} from (select * from ({rows}) limit {_SAMPLE})").fetchone() or ()
        )
        known |= {
            column.name
            for column, share in zip(others, found, strict=True)
            if share is not None and share >= _MOSTLY
        }
    return frozenset(known)


def _facts(
    duck: duckdb.DuckDBPyConnection, rows: str, columns: Sequence[StoredColumn], identities: frozenset[str]
) -> list[_Facts]:
    asked = [_asked(column, is_identity=column.name in identities) for column in columns]
    flat = (
        duck.execute(f"select {', '.join(', '.join(part) for part in asked)} from ({rows})").fetchone() or ()
    )
    width = len(asked[0])
    found = [flat[start : start + width] for start in range(0, len(flat), width)]
    tops = [
        [] if distinct > _MOST_DISTINCT_RATE * filled else list(top or ())
        for filled, distinct, __, __, __, __, top in found
    ]
    counts = _counts(duck, rows, columns, tops)
    return [
        _Facts(filled, distinct, least, most, mean, sound, tuple(zip(top, count, strict=True)))
        for (filled, distinct, least, most, mean, sound, __), top, count in zip(
            found, tops, counts, strict=True
        )
    ]


def _asked(column: StoredColumn, *, is_identity: bool) -> list[str]:
    name = identifier(column.name)
    is_number = column.type.startswith(_NUMBERS)
    words = f"upper(trim({name}))"
    return [
        f"count({name})",
        f"approx_count_distinct({name})",
        f"cast(min({name}) as varchar)[:{_LONGEST}]",
        f"cast(max({name}) as varchar)[:{_LONGEST}]",
        f"avg({name})::double" if is_number and column.mask is None else "null::double",
        f"count({name}) filter (({identity_number_fault(words)}) is null)" if is_identity else "null::bigint",
        f"list_transform(approx_top_k({name}, {TOP}), lambda value: cast(value as varchar))",
    ]


def _counts(
    duck: duckdb.DuckDBPyConnection, rows: str, columns: Sequence[StoredColumn], tops: Sequence[Sequence[str]]
) -> list[list[int]]:
    """How often each of the commonest values is there, exactly."""
    wanted = [
        (identifier(column.name), column.type, value)
        for column, top in zip(columns, tops, strict=True)
        for value in top
    ]
    if not wanted:
        return [[] for __ in tops]
    asked = ", ".join(
        f"count(*) filter ({name} = cast(${place} as {kind}))"
        for place, (name, kind, __) in enumerate(wanted, 1)
    )
    flat = list(
        duck.execute(f"select {asked} from ({rows})", [value for *__, value in wanted]).fetchone() or ()
    )
    return [[flat.pop(0) for __ in top] for top in tops]


def _profile(
    duck: duckdb.DuckDBPyConnection, column: StoredColumn, facts: _Facts, rows: int, mask: str | None
) -> ColumnProfile:
    def seen(value: str | None) -> str | None:
        if mask is None or value is None:
            return value
        shown: tuple[Any, ...] | None = duck.execute(
            f"select {mask_expression('$1', mask)}", [value]
        ).fetchone()
        return shown[0] if shown else None

    top = sorted(facts.top, key=lambda entry: (-entry[1], entry[0] or ""))
    return ColumnProfile(
        column=column,
        filled=facts.filled,
        nulls=rows - facts.filled,
        distinct=min(facts.distinct, facts.filled),
        least=seen(facts.least),
        most=seen(facts.most),
        mean=facts.mean if mask is None else None,
        top=tuple((_short(seen(value)), count) for value, count in top),
        identity_rate=facts.sound / facts.filled if facts.sound is not None and facts.filled else None,
        is_masked=mask is not None,
    )


def _short(value: str | None) -> str | None:
    return value if value is None else value[:_LONGEST]
