"""Rows by a dataset type: headings mapped to its columns, cells converted and checked, the rest refused."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine

from data.access.roles import User
from data.bringing.arriving import ArrivingRows
from data.bringing.whole_quality import whole_quality
from data.checking.check import Checked, Given, check
from data.checking.quality import NOTHING, Judged
from data.checking.references import Reference
from data.checking.straight_rows import straight_rows
from data.data_room.dataset_access import masks, readable_datasets
from data.dataset_types import DatasetType
from data.duck import identifier, open_duck, quoted
from data.engine import reading
from data.language import _
from data.mapping.proposing import ColumnMapping, mapping_of, propose_mapping
from data.mapping.recipes import KnownRecipe, apply_recipe
from data.uploads import Staged, UploadRefusedError
from data.uploads.straight import Beginning, Straight
from data.warehouse import Staging, StoredColumn, Version, WarehouseError, files_of, newest
from data.warehouse.folders import QUARANTINE

_LINE = "_line"
_SAMPLE_ROWS = 200
_TITLE_LANGUAGE = "zh"


def rows_by_type(
    dataset_type: DatasetType,
    staged: Staged,
    staging: Staging,
    mapping: ColumnMapping,
    *,
    units: Mapping[str, str],
    stated: Mapping[str, int],
    earlier: Version | None,
    references: Mapping[str, Reference],
    judge: Callable[[DatasetType, Given, Path], Checked] = check,
    text_of: Callable[[Sequence[int]], Path] | None = None,
    replaced: Judged = NOTHING,
) -> ArrivingRows:
    """Check the staged rows and write the sound ones as the arrival's parts, the others into quarantine.

    `earlier` is the version that is added to, `judge` how rows are checked, `text_of` gives lines of the file
    once more, `replaced` are cells that were judged before. Raises UploadRefusedError where a column is
    missing.
    """
    given = Given(
        files=_as_text(staged, staging.folder / "rows"),
        headings=headings_of(mapping, staged.columns),
        units=_units(mapping, units),
        titles={match.column: match.heading for match in mapping.matches},
        earlier=files_of(earlier) if earlier else (),
        references=references,
        stated=stated,
        straight=staged.straight_files,
        text_of=text_of,
    )
    checked = judge(dataset_type, given, staging.folder)
    for number, file in enumerate(given.straight):
        file.rename(staging.part(number))
    checked.accepted.rename(staging.part(len(given.straight)))
    if checked.quarantine is not None:
        checked.quarantine.rename(staging.folder / QUARANTINE)
    quality, whole = whole_quality(checked.report.judged, earlier, replaced)
    return ArrivingRows(
        columns=_columns(dataset_type, staging.part()),
        rows=checked.report.accepted,
        refused=checked.report.quarantined,
        mapping=mapping,
        quality_basis_points=quality,
        report=json.loads(checked.report.as_json()) | whole,
    )


def _as_text(staged: Staged, folder: Path) -> tuple[Path, ...]:
    """The staged files with every cell as text, as rules read them: spatial files and Parquet have types.

    A shape has no words: placing.py writes it.
    """
    made = []
    with open_duck() as duck:
        for number, file in enumerate(staged.files):
            types = [row[:2] for row in duck.execute(f"describe select * from {quoted(file)}").fetchall()]
            if all(kind == "VARCHAR" for name, kind in types if name != _LINE):
                made.append(file)
                continue
            target = folder / f"text-{number:04d}.parquet"
            cells = ", ".join(_text_of(name, kind) for name, kind in types)
            duck.execute(f"copy (select {cells} from {quoted(file)}) to {quoted(target)} (format parquet)")
            made.append(target)
    return tuple(made)


def _text_of(name: str, kind: str) -> str:
    column = identifier(name)
    if name == _LINE or kind == "VARCHAR":
        return column
    if kind in {"BLOB", "GEOMETRY"}:
        return f"cast(null as varchar) as {column}"
    if kind in {"DOUBLE", "FLOAT"}:  # a number without a fraction may be that of a thing
        is_whole = f"{column} = floor({column}) and abs({column}) < 1e15"
        return (
            f"case when {is_whole} then cast(cast({column} as bigint) as varchar)"
            f" else cast({column} as varchar) end as {column}"
        )
    return f"cast({column} as varchar) as {column}"


def mapping_for(
    dataset_type: DatasetType,
    staged: Staged | Beginning,
    wanted: Mapping[str, str | int] | None,
    recipe: KnownRecipe | None,
    known: Mapping[str, frozenset[str]] | None = None,
) -> ColumnMapping:
    """What a person said (`wanted`: column → heading or its place), else a recipe, else what is proposed.

    Raises UploadRefusedError for a column or a heading that is not there.
    """
    if wanted is not None:
        return mapping_of(dataset_type, staged.titles, _places(dataset_type, staged.titles, wanted))
    if recipe is not None:
        return apply_recipe(recipe, dataset_type, staged.titles)
    sample = staged.rows[:_SAMPLE_ROWS] if isinstance(staged, Beginning) else sample_of(staged)
    return propose_mapping(dataset_type, staged.titles, sample, known)


def straight_by_type(
    dataset_type: DatasetType, beginning: Beginning, mapping: ColumnMapping, units: Mapping[str, str]
) -> Straight | None:
    """How the sound rows of a large file are written while it is read; its facts are the mapping.

    Raises UploadRefusedError where a column is missing.
    """
    headings = headings_of(mapping, beginning.columns)
    return straight_rows(dataset_type, headings, _units(mapping, units), beginning, mapping)


def headings_of(mapping: ColumnMapping, columns: Sequence[str]) -> dict[str, str]:
    """The column of the staged file that each column of the type is read from."""
    return {match.column: columns[match.place] for match in mapping.matches}


def _units(mapping: ColumnMapping, said: Mapping[str, str]) -> dict[str, str]:
    return {match.column: match.unit for match in mapping.matches if match.unit} | dict(said)


def _places(
    dataset_type: DatasetType, titles: Sequence[str], wanted: Mapping[str, str | int]
) -> dict[str, tuple[int, float]]:
    places: dict[str, tuple[int, float]] = {}
    for column, heading in wanted.items():
        place = _place(titles, heading)
        if dataset_type.column(column) is None or place is None:
            raise UploadRefusedError(
                _("There is no column {column}, or the file has no heading {heading}.").format(
                    column=column, heading=heading
                )
            )
        places[column] = (place, 1.0)
    return places


def _place(titles: Sequence[str], heading: str | int) -> int | None:
    if isinstance(heading, int):
        return heading if 0 <= heading < len(titles) else None
    return titles.index(heading) if heading in titles else None


def sample_of(staged: Staged) -> list[tuple[str | None, ...]]:
    """The first rows, as text."""
    words = ", ".join(f"cast({identifier(column)} as varchar)" for column in staged.columns)
    files = ", ".join(quoted(file) for file in staged.files)
    with open_duck() as duck:
        return duck.execute(f"select {words} from read_parquet([{files}]) limit {_SAMPLE_ROWS}").fetchall()


def references_of(engine: Engine, user: User, dataset_type: DatasetType) -> dict[str, Reference]:
    """What values of this type refer to, by type, in datasets that the user may read.

    Not those that mask what is looked up: a list of guesses would learn there which of them are right.
    """
    wanted: dict[str, set[str]] = {}
    for entry in dataset_type.checks:
        if entry.rule == "reference":
            wanted.setdefault(entry.in_type, set()).add(entry.in_column)
    found: dict[str, Reference] = {}
    with reading(engine) as connection:
        for facts, allowed in readable_datasets(connection, user) if wanted else ():
            if facts.dataset_type not in wanted:
                continue
            version = newest(connection, facts.dataset_id)
            if version is not None and wanted[facts.dataset_type].isdisjoint(masks(version, allowed)):
                before = found.get(facts.dataset_type, Reference())
                try:
                    found[facts.dataset_type] = replace(before, files=before.files + files_of(version))
                except WarehouseError:
                    found[facts.dataset_type] = replace(before, gone=(*before.gone, facts.title))
    return found


def _columns(dataset_type: DatasetType, part: Path) -> tuple[StoredColumn, ...]:
    with open_duck() as duck:
        described = duck.execute(f"describe select * from {quoted(part)}").fetchall()
    types = {name: kind for name, kind, *__ in described}
    return tuple(
        StoredColumn(
            name=column.name,
            title=column.titles[_TITLE_LANGUAGE],
            type=types[column.name],
            mask=column.mask,
            kind=column.type,
        )
        for column in dataset_type.columns
    )
