"""The whole way of one file: kept as it came, read, mapped, checked, and made the next version of a dataset.

Nothing of it is visible before the end, and nothing is left of it where it is cancelled, refused or killed.
"""

import re
import shutil
import time
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from sqlalchemy import Connection, Engine

from data.access.permission import refuse
from data.access.roles import COMMAND_LINE, User
from data.bringing.ad_hoc import ad_hoc_rows
from data.bringing.arriving import ArrivingRows
from data.bringing.by_type import mapping_for, references_of, rows_by_type, straight_by_type
from data.bringing.placing import PlaceSaid, placed_rows, said_by_file
from data.bringing.straight_ad_hoc import straight_ad_hoc
from data.data_room.dataset_access import access
from data.dataset_types import ADHOC, dataset_types
from data.digest import sha256_of
from data.engine import reading
from data.geo.layers.areas import district_place
from data.geo.systems import CoordinateSystemError
from data.language import _
from data.mapping.proposing import ColumnMapping
from data.mapping.recipes import KnownRecipe, find_recipe, named_recipe, save_recipe, steps_of
from data.uploads import Choices, Staged, UploadCancelledError, UploadRefusedError
from data.uploads import stage as read_rows
from data.uploads.rereading import text_of_lines
from data.uploads.straight import Beginning, Straight
from data.warehouse import (
    Arrival,
    Staging,
    Version,
    WarehouseError,
    commit_version,
    dataset,
    in_clear_words,
    keep_original,
    name_original,
    newest,
    stage,
)
from data.warehouse.committing import ACTION, permit_bringing
from data.warehouse.folders import UNREAD

# What is going on and how much of it is done: ("read", bytes or rows, of all; 0 where that is unknown).
Progress = Callable[[str, int, int], object]
READ, CHECK, STORE = "read", "check", "store"
_LONGEST_NAME = 63


@dataclass(frozen=True)
class Bringing:
    """What is brought, and what the person said of it; what is None or empty is decided from the file.

    `dataset` is its name, `dataset_type` a type or "adhoc". `change` is "append" or "replace" (data/codes.py:
    VERSION_CHANGE); corrected rows come in by correcting.py. `mapping` says from which heading, or from the
    heading at which place (from 0), each column is read; `units` are those of money; `recipe` is the name of
    one. `stated` are totals from the letter that came with the file. `table` is a table that was made from
    the file and is read in its place; the file itself is what is kept.
    `place`: in which system its coordinates are; without it a file with shapes that has a type is taken as it
    says itself, and other coordinates stay columns like any other.
    `is_ours`: the file belongs to the cockpit and need not be copied. The rest is as in Arrival.
    """

    file: Path
    original_name: str
    delivery: str
    dataset: str = ""
    dataset_type: str = ADHOC
    change: str = "replace"
    choices: Choices = field(default_factory=Choices)
    recipe: str | None = None
    mapping: Mapping[str, str | int] | None = None
    units: Mapping[str, str] = field(default_factory=dict)
    stated: Mapping[str, int] = field(default_factory=dict)
    table: Path | None = None
    place: PlaceSaid | None = None
    is_ours: bool = False
    title: str = ""
    classification: str = "internal"
    owner: str | None = None
    section_code: str | None = None
    region_code: str | None = None
    project_id: int | None = None
    data_source_id: int | None = None
    purpose: str = ""
    approval_number: str | None = None
    counterparty: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of a file. `rows` and `refused` are its own; `recipe` names the one that was used."""

    dataset: str
    version: Version
    rows: int
    refused: int
    staged: Staged
    mapping: ColumnMapping
    recipe: str | None
    seconds: float


def bring_in(
    engine: Engine,
    user: User,
    asked: Bringing,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Outcome:
    """Make a file the next version of a dataset.

    Raises UploadRefusedError, UploadCancelledError, WarehouseError, NotPermittedError and
    UndertakingMissingError (these two recorded), and KeyError for an unknown type.
    """
    started = time.perf_counter()
    asked = replace(asked, dataset=asked.dataset or name_of(asked.original_name))
    tell = progress or _tell_nobody
    permit_bringing(engine, user, asked.dataset)
    with in_clear_words():
        earlier, recipe = _known(engine, user, asked)
        with stage() as staging:
            kept = keep_original(
                staging, asked.file, original_name=asked.original_name, is_ours=asked.is_ours
            )
            staged, recipe = _read(
                engine,
                asked,
                kept,
                staging,
                recipe=recipe,
                is_first=earlier is None,
                tell=tell,
                is_cancelled=is_cancelled,
            )
            tell(CHECK, 0, staged.rows)
            rows = _rows(engine, user, asked, staged, staging, kept=kept, earlier=earlier, recipe=recipe)
            rows = _placed(engine, asked, staged, staging, rows)
            if is_cancelled is not None and is_cancelled():
                raise UploadCancelledError
            tell(STORE, 0, staged.rows)
            arrival = _settled(asked, staging, kept, staged, rows)
            version = commit_version(
                engine,
                user,
                staging,
                arrival,
                keep_recipe=_recipe(user, asked, staged, rows.mapping, earlier),
            )
    return Outcome(
        dataset=asked.dataset,
        version=version,
        rows=arrival.rows,
        refused=arrival.refused,
        staged=staged,
        mapping=rows.mapping,
        recipe=recipe.name if recipe else None,
        seconds=time.perf_counter() - started,
    )


def name_of(file_name: str) -> str:
    """The name that a dataset from this file gets: letters, digits and underlines of the file's own name."""
    plain = unicodedata.normalize("NFKC", Path(file_name).stem)
    name = re.sub(r"[^a-zA-Z0-9_一-鿿]+", "_", plain).strip("_").lower()
    return (name if name and not name[0].isdigit() else f"t_{name}")[:_LONGEST_NAME].rstrip("_")


def _tell_nobody(_step: str, _done: int, _of_all: int) -> None:
    return None


def _known(engine: Engine, user: User, asked: Bringing) -> tuple[Version | None, KnownRecipe | None]:
    """The version that is added to, and the recipe that was named."""
    if asked.dataset_type != ADHOC:
        dataset_types()[asked.dataset_type]
    with reading(engine) as connection:
        facts = dataset(connection, asked.dataset)
        adds = facts is not None and asked.change != "replace"
        earlier = newest(connection, facts.dataset_id) if facts and adds else None
        recipe = named_recipe(connection, asked.recipe) if asked.recipe else None
        is_listed = facts is not None and access(connection, user, facts).is_listed
    if facts is not None and not is_listed:
        raise WarehouseError(_("The name {name} is not free. Choose another one.").format(name=facts.name))
    if facts is not None and user.user_name not in {facts.owner, COMMAND_LINE.user_name}:
        refuse(engine, user, ACTION, asked.dataset)
    if asked.recipe and (recipe is None or recipe.dataset_type != asked.dataset_type):
        raise UploadRefusedError(_("There is no recipe {name} for this type.").format(name=asked.recipe))
    return earlier, recipe


def _read(
    engine: Engine,
    asked: Bringing,
    kept: Path,
    staging: Staging,
    *,
    recipe: KnownRecipe | None,
    is_first: bool,
    tell: Progress,
    is_cancelled: Callable[[], bool] | None,
) -> tuple[Staged, KnownRecipe | None]:
    """The rows, and the recipe: the one named, or the one of the last file with these headings.

    Rows are text, those of large files as they will be stored where nothing speaks against it.
    """
    folder = staging.folder / "rows"
    folder.mkdir()

    def straighten(beginning: Beginning) -> Straight | None:
        if asked.place is not None:
            return None  # what is written of places is read once more
        if asked.dataset_type == ADHOC:
            return straight_ad_hoc(beginning) if is_first else None
        known = recipe or _found_recipe(engine, asked, beginning.titles)
        dataset_type = dataset_types()[asked.dataset_type]
        mapping = mapping_for(dataset_type, beginning, asked.mapping, known)
        return straight_by_type(dataset_type, beginning, mapping, _units(asked, known))

    staged = read_rows(
        asked.table or kept,
        _filled(asked.choices, recipe),
        folder,
        lambda done, of_all: tell(READ, done, of_all),
        is_cancelled,
        straighten,
    )
    if asked.table is not None:
        staged = replace(staged, sha256=sha256_of(kept), bytes=kept.stat().st_size)
    return staged, recipe or _found_recipe(engine, asked, staged.titles)


def _found_recipe(engine: Engine, asked: Bringing, titles: Sequence[str]) -> KnownRecipe | None:
    if asked.mapping is not None:
        return None
    with reading(engine) as connection:
        recipe = find_recipe(connection, asked.dataset_type, titles)
    if recipe is not None and asked.dataset_type == ADHOC and recipe.name != asked.dataset:
        return None  # the columns of another dataset
    return recipe


def _units(asked: Bringing, recipe: KnownRecipe | None) -> dict[str, str]:
    return dict(recipe.steps.units if recipe else {}) | dict(asked.units)


def _filled(choices: Choices, recipe: KnownRecipe | None) -> Choices:
    """What the person chose, and for the rest what the recipe says."""
    said = dict(recipe.steps.choices) if recipe else {}
    names = [entry.name for entry in fields(Choices)]
    known = {name: said[name] for name in names if getattr(choices, name) is None and name in said}
    return replace(choices, **known)  # type: ignore[arg-type]


def _rows(
    engine: Engine,
    user: User,
    asked: Bringing,
    staged: Staged,
    staging: Staging,
    *,
    kept: Path,
    earlier: Version | None,
    recipe: KnownRecipe | None,
) -> ArrivingRows:
    if asked.dataset_type == ADHOC:
        return ad_hoc_rows(staged, staging, earlier, asked.mapping, recipe)
    dataset_type = dataset_types()[asked.dataset_type]
    mapping = (
        staged.straight.facts
        if staged.straight is not None
        else mapping_for(dataset_type, staged, asked.mapping, recipe)
    )
    return rows_by_type(
        dataset_type,
        staged,
        staging,
        mapping,
        units=_units(asked, recipe),
        stated=asked.stated,
        earlier=earlier,
        references=references_of(engine, user, dataset_type),
        text_of=lambda lines: text_of_lines(asked.table or kept, staged, lines, staging.folder / "rows"),
    )


def _placed(
    engine: Engine, asked: Bringing, staged: Staged, staging: Staging, rows: ArrivingRows
) -> ArrivingRows:
    dataset_type = dataset_types().get(asked.dataset_type)
    said = asked.place or said_by_file(staged, dataset_type)
    if said is None:
        return rows
    with reading(engine) as connection:
        where = district_place(connection)
    try:
        return placed_rows(staged, staging, rows, said, where, is_typed=dataset_type is not None)
    except CoordinateSystemError as error:
        raise UploadRefusedError(str(error)) from error


def _settled(asked: Bringing, staging: Staging, kept: Path, staged: Staged, rows: ArrivingRows) -> Arrival:
    """Everything in its place in the arrival's folder, and what is said of it."""
    if staged.refused is not None:
        staged.refused.rename(staging.folder / UNREAD)
    shutil.rmtree(staging.folder / "rows")
    name_original(kept, staged.sha256)
    said = {entry.name: getattr(asked, entry.name) for entry in fields(Arrival) if hasattr(asked, entry.name)}
    return Arrival(
        **said,
        columns=rows.columns,
        rows=rows.rows,
        refused=rows.refused + staged.refused_rows,
        sha256=staged.sha256,
        original_bytes=staged.bytes,
        encoding=staged.choices.encoding,
        sheet=staged.choices.sheet,
        quality_basis_points=rows.quality_basis_points,
        report={
            **rows.report,
            "notes": list(staged.notes),
            "crs": staged.crs,
            "headings": list(staged.titles),  # quarantined rows are given back under them
        },
    )


def _recipe(
    user: User, asked: Bringing, staged: Staged, mapping: ColumnMapping, earlier: Version | None
) -> Callable[[Connection], int]:
    """What keeps how this file was read, for the next one with these headings.

    Rows that are added were compared with the keys of `earlier`, so it has to be the newest still.
    """
    read_by = asdict(staged.choices)

    def keep(connection: Connection) -> int:
        facts = dataset(connection, asked.dataset)
        last = newest(connection, facts.dataset_id) if facts and asked.change != "replace" else None
        if last is not None and (earlier is None or earlier.version_id != last.version_id):
            raise WarehouseError(
                _("The dataset got another version in the meantime. Nothing was brought in; try again.")
            )
        return save_recipe(
            connection,
            user.user_name,
            name=asked.recipe or asked.dataset,
            dataset_type=asked.dataset_type,
            headings=staged.titles,
            steps=steps_of(mapping, read_by),
            data_source_id=asked.data_source_id,
        )

    return keep
