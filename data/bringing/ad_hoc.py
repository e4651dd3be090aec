"""Rows kept as they came: types are what every value is, columns that the dataset has keep their names."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.bringing.arriving import ArrivingRows
from data.bringing.by_type import mapping_for
from data.dataset_types import DatasetColumn, DatasetType, adhoc_type
from data.duck import identifier, open_duck, quoted
from data.language import LANGUAGES
from data.mapping.known_values import known_values
from data.mapping.proposing import ColumnMapping, Match
from data.mapping.recipes import KnownRecipe
from data.uploads import Staged
from data.uploads.column_kind import ColumnKind, conversion
from data.uploads.inferring import infer
from data.warehouse import Staging, StoredColumn, Version, files_of

_MEMORY = "1GB"
_LINE = "_line"
_MANY_COLUMNS = 30
_NUMBERS = {"whole", "decimal", "money"}


def ad_hoc_rows(
    staged: Staged,
    staging: Staging,
    earlier: Version | None,
    wanted: Mapping[str, str | int] | None,
    recipe: KnownRecipe | None,
) -> ArrivingRows:
    """Write the staged rows, with the types that were found, as the arrival's part.

    `earlier` is the version that is added to: headings are matched with its columns, the others are new.
    """
    mapping = _mapping(staged, earlier, wanted, recipe)
    if staged.straight is not None and staged.straight_files:
        return _moved(staged, staging, mapping, staged.straight.facts)
    with open_duck() as duck:
        duck.execute(f"set memory_limit = '{_MEMORY}'")
        kinds = {kind.name: kind for kind in infer(duck, staged)}
        columns = _arriving(staged, kinds, mapping, earlier)
        if len(columns) > _MANY_COLUMNS:
            # DuckDB would look for what any two of them compute alike: minutes for a few hundred.
            duck.execute("set disabled_optimizers = 'common_subexpressions'")
        listed = ", ".join(f"{sql} as {identifier(column.name)}" for column, sql in columns)
        files = ", ".join(quoted(file) for file in staged.files)
        duck.execute(
            f"copy (select {_LINE}, {listed} from read_parquet([{files}]))"
            f" to {quoted(staging.part())} (format parquet)"
        )
        described = duck.execute(f"describe select * from {quoted(staging.part())}").fetchall()
    return _arrived(staged, mapping, columns, described)


def _moved(
    staged: Staged, staging: Staging, mapping: ColumnMapping, kinds: Sequence[ColumnKind]
) -> ArrivingRows:
    """Rows that were converted when they were read are the arrival's parts as they are."""
    for number, file in enumerate(staged.straight_files):
        file.rename(staging.part(number))
    columns = _arriving(staged, {kind.name: kind for kind in kinds}, mapping, None)
    with open_duck() as duck:
        described = duck.execute(f"describe select * from {quoted(staging.part())}").fetchall()
    return _arrived(staged, mapping, columns, described)


def _arrived(
    staged: Staged,
    mapping: ColumnMapping,
    columns: Sequence[tuple[StoredColumn, str]],
    described: Sequence[tuple[str, ...]],
) -> ArrivingRows:
    types = {name: kind for name, kind, *__ in described}
    return ArrivingRows(
        columns=tuple(replace(column, type=types[column.name]) for column, __ in columns),
        rows=staged.rows,
        refused=0,
        mapping=_with_new(mapping, staged, columns),
        quality_basis_points=None,
        report={},
    )


def _mapping(
    staged: Staged,
    earlier: Version | None,
    wanted: Mapping[str, str | int] | None,
    recipe: KnownRecipe | None,
) -> ColumnMapping:
    if earlier is None:
        return ColumnMapping((), (), staged.titles)
    known = known_type(earlier)
    values = known_values(files_of(earlier), _there(earlier)) if wanted is None and recipe is None else None
    return mapping_for(known, staged, wanted, recipe, values)


def known_type(earlier: Version) -> DatasetType:
    """The columns of a version as a type: what headings of the next file are matched with."""
    return adhoc_type(_as_known(column) for column in earlier.columns)


def _as_known(column: StoredColumn) -> DatasetColumn:
    return DatasetColumn(column.name, column.kind, dict.fromkeys(LANGUAGES, column.title), mask=column.mask)


def _there(earlier: Version) -> list[str]:
    return [column.name for column in earlier.columns]


def _arriving(
    staged: Staged, kinds: Mapping[str, ColumnKind], mapping: ColumnMapping, earlier: Version | None
) -> list[tuple[StoredColumn, str]]:
    """Each column of the arrival, its type still open, and the SQL of its values."""
    known = {column.name: column for column in earlier.columns} if earlier else {}
    by_place = {match.place: known[match.column] for match in mapping.matches}
    used = {name.lower() for name in known}
    columns = []
    for place, name in enumerate(staged.columns):
        kind = kinds[name]
        there = by_place.get(place)
        if there is not None:
            kind, sql = _fitted(kind, there)
            columns.append((replace(there, kind=kind.type, mask=there.mask or kind.mask), sql))
            continue
        free = _free(name, used)
        used.add(free.lower())
        columns.append((StoredColumn(free, kind.title, "", kind.mask, kind.type), conversion(kind)))
    return columns


def _fitted(kind: ColumnKind, there: StoredColumn) -> tuple[ColumnKind, str]:
    """How a column is read that the dataset has: amounts in the unit it has, names of things as written."""
    if there.kind == "text" and not kind.is_native:
        kind = replace(kind, type="text")
    elif there.kind == "money" and kind.type in _NUMBERS and not kind.is_native:
        kind = replace(kind, type="money")
    elif there.kind in {"whole", "decimal"} and kind.type == "money":
        return replace(kind, type="decimal"), f"cast({conversion(kind)} as decimal(18, 2)) / 100"
    return kind, conversion(kind)


def _free(name: str, used: set[str]) -> str:
    number, free = 2, name
    while free.lower() in used:
        free, number = f"{name}_{number}", number + 1
    return free


def _with_new(
    mapping: ColumnMapping, staged: Staged, columns: Sequence[tuple[StoredColumn, str]]
) -> ColumnMapping:
    """The mapping with the columns that are new, so that a recipe knows all of them."""
    proposed = {match.place: match for match in mapping.matches}
    matches = [
        proposed.get(place) or Match(column.name, place, staged.titles[place], 1.0)
        for place, (column, __) in enumerate(columns)
    ]
    return ColumnMapping(tuple(matches), mapping.missing, ())
