"""Rows in quarantine that somebody corrected: taken in as a version that adds them, and no row twice.

The file is one that the quarantine was written to (data/checking/quarantine.py): it says itself which version
its rows are from, and the line of each row. What is still faulty waits in the quarantine of that version.
"""

import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, Engine

from data.access.permission import refuse
from data.access.roles import COMMAND_LINE, User
from data.bringing.bring_in import CHECK, READ, STORE, Progress
from data.bringing.by_type import headings_of, mapping_for, references_of, rows_by_type
from data.bringing.corrected_rows import corrected_rows, number_in
from data.bringing.open_rows import CORRECTS, Quarantine, quarantine, quarantines
from data.checking.check import LINE, cells_of, source
from data.checking.quality import Judged, judged_held
from data.checking.quarantine import resubmit
from data.checking.report import report_of
from data.checking.words import summary_words
from data.data_room.dataset_access import access
from data.dataset_types import ADHOC, DatasetType, dataset_types
from data.duck import open_duck
from data.engine import reading
from data.language import _
from data.mapping.proposing import ColumnMapping
from data.mapping.recipes import KnownRecipe, recipe_of, save_recipe, steps_of
from data.uploads import Choices, Staged, UploadCancelledError, UploadRefusedError
from data.uploads import stage as read_rows
from data.warehouse import (
    Arrival,
    DatasetFacts,
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
    versions,
)
from data.warehouse.committing import ACTION, permit_bringing
from data.warehouse.folders import UNREAD

_REASONS = 3  # rules named where not one row is right
_FIRST_ROW = 1


@dataclass(frozen=True)
class Correcting:
    """A corrected file. `number` is the version whose rows they are, where the file does not say it.

    `is_ours`: the file belongs to the cockpit and need not be copied.
    """

    dataset: str
    file: Path
    original_name: str
    delivery: str
    number: int | None = None
    is_ours: bool = False


@dataclass(frozen=True)
class Corrected:
    """What became of it: rows taken in, still faulty, and left out because they had been taken in before.

    `corrects` is the number of the version whose rows they are; `left` counts those still in its quarantine.
    """

    version: Version
    corrects: int
    rows: int
    refused: int
    already: int
    left: int
    seconds: float


def correct(
    engine: Engine,
    user: User,
    asked: Correcting,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Corrected:
    """Take corrected rows in: a version of the change "correct", with its event and its line of the ledger.

    Raises UploadRefusedError, UploadCancelledError, WarehouseError, NotPermittedError and
    UndertakingMissingError (these two recorded). Nothing is stored where not one row is right.
    """
    started = time.perf_counter()
    permit_bringing(engine, user, asked.dataset)
    with in_clear_words():
        facts, every = _known(engine, user, asked.dataset)
        with stage() as staging:
            kept = keep_original(
                staging, asked.file, original_name=asked.original_name, is_ours=asked.is_ours
            )
            folder = staging.folder / "rows"
            folder.mkdir()

            def tell(step: str, done: int, of_all: int) -> None:
                if progress is not None:
                    progress(step, done, of_all)

            staged = read_rows(
                kept,
                Choices(heading_row=_FIRST_ROW),
                folder,
                lambda done, of_all: tell(READ, done, of_all),
                is_cancelled,
            )
            held = _held(every, staged, asked)
            rows, already = corrected_rows(staged, held, folder)
            tell(CHECK, 0, rows.rows)
            arrival, keep = _checked(engine, user, facts, held=held, rows=rows, staging=staging, every=every)
            if is_cancelled is not None and is_cancelled():
                raise UploadCancelledError
            tell(STORE, 0, rows.rows)
            if staged.refused is not None:
                staged.refused.rename(staging.folder / UNREAD)
            shutil.rmtree(folder)
            name_original(kept, staged.sha256)
            arrival = replace(
                arrival,
                refused=arrival.refused + staged.refused_rows,
                original_name=asked.original_name,
                delivery=asked.delivery,
            )
            version = commit_version(engine, user, staging, arrival, keep_recipe=keep)
        with reading(engine) as connection:
            left = quarantine(versions(connection, facts.dataset_id), held.version.number)
        return Corrected(
            version=version,
            corrects=held.version.number,
            rows=arrival.rows,
            refused=arrival.refused,
            already=already,
            left=left.open_count() if left else 0,
            seconds=time.perf_counter() - started,
        )


def _known(engine: Engine, user: User, name: str) -> tuple[DatasetFacts, tuple[Version, ...]]:
    with reading(engine) as connection:
        facts = dataset(connection, name)
        every = versions(connection, facts.dataset_id) if facts else ()
        is_listed = facts is not None and access(connection, user, facts).is_listed
    if facts is None or not is_listed:
        raise WarehouseError(_("There is no dataset {name}.").format(name=name))
    if user.user_name not in {facts.owner, COMMAND_LINE.user_name}:
        refuse(engine, user, ACTION, name)
    if facts.dataset_type == ADHOC:
        raise UploadRefusedError(
            _(
                "This dataset is kept as it came: no rule refuses its rows. Put lines that could not be read"
                " into a file of their own, and add that."
            )
        )
    return facts, every


def _held(every: tuple[Version, ...], staged: Staged, asked: Correcting) -> Quarantine:
    """The quarantine that the file's rows are from."""
    said = number_in(staged.titles)
    if said is not None and asked.number is not None and said != asked.number:
        raise UploadRefusedError(
            _("The file holds rows of version {said}, not of version {number}.").format(
                said=said, number=asked.number
            )
        )
    number = said if said is not None else asked.number
    if number is None:
        standing = [entry.version.number for entry in quarantines(every) if entry.is_standing]
        number = standing[0] if len(standing) == 1 else None
    if number is None:
        raise UploadRefusedError(_("Say which version the rows in the file are from."))
    held = quarantine(every, number)
    if held is None:
        raise UploadRefusedError(_("Version {number} has no rows in quarantine.").format(number=number))
    if not held.is_standing:
        raise UploadRefusedError(
            _(
                "All rows of version {number} were replaced since. Correct the rows of the version that"
                " replaced them."
            ).format(number=number)
        )
    return held


def _checked(
    engine: Engine,
    user: User,
    facts: DatasetFacts,
    *,
    held: Quarantine,
    rows: Staged,
    staging: Staging,
    every: tuple[Version, ...],
) -> tuple[Arrival, Callable[[Connection], int]]:
    """The rows that are right, in their place, what is said of them, and what keeps how they were read."""
    dataset_type = dataset_types()[facts.dataset_type]
    with reading(engine) as connection:
        recipe = recipe_of(connection, held.version.recipe_id)
    mapping = mapping_for(dataset_type, rows, None, recipe)
    found = rows_by_type(
        dataset_type,
        rows,
        staging,
        mapping,
        units=recipe.steps.units if recipe else {},
        stated={},
        earlier=every[-1],
        references=references_of(engine, user, dataset_type),
        judge=resubmit,
        replaced=_judged_before(dataset_type, held, rows, mapping),
    )
    if not found.rows:
        raise UploadRefusedError(
            _none_right(found.report, {entry.name: entry.title for entry in dataset_type.columns})
        )
    arrival = Arrival(
        dataset=facts.name,
        dataset_type=facts.dataset_type,
        change="correct",
        columns=found.columns,
        rows=found.rows,
        refused=found.refused,
        original_name="",
        delivery="command_line",
        sha256=rows.sha256,
        original_bytes=rows.bytes,
        encoding=rows.choices.encoding,
        sheet=rows.choices.sheet,
        quality_basis_points=found.quality_basis_points,
        report={**found.report, CORRECTS: held.version.number, "headings": list(rows.titles)},
        purpose=_("Correction of rows of version {number}").format(number=held.version.number),
    )
    return arrival, _keep(user, facts, rows, mapping, recipe, after=every[-1].number)


def _judged_before(
    dataset_type: DatasetType, held: Quarantine, rows: Staged, mapping: ColumnMapping
) -> Judged:
    """The cells of the same rows as they waited until now."""
    cells = cells_of(dataset_type, headings_of(mapping, rows.columns), {})
    with open_duck() as duck:
        again = f"select * from ({held.rows_sql}) semi join {source(rows.files)} using ({LINE})"
        return judged_held(duck, dataset_type, cells, again)


def _none_right(report: Mapping[str, object], titles: dict[str, str]) -> str:
    reasons = [summary_words(entry, titles) for entry in report_of(report).rules if not entry.is_notice]
    return _("No row of this file is right yet, so nothing was stored. {reasons}").format(
        reasons="；".join(reasons[:_REASONS])
    )


def _keep(
    user: User,
    facts: DatasetFacts,
    rows: Staged,
    mapping: ColumnMapping,
    recipe: KnownRecipe | None,
    *,
    after: int,
) -> Callable[[Connection], int]:
    """What keeps the recipe, if the version looked at is still the newest: no row comes in twice."""

    def keep(connection: Connection) -> int:
        last = newest(connection, facts.dataset_id)
        if last is None or last.number != after:
            raise WarehouseError(
                _("The dataset got another version in the meantime. Nothing was brought in; try again.")
            )
        steps = recipe.steps if recipe else steps_of(mapping, {})
        return save_recipe(
            connection,
            user.user_name,
            name=recipe.name if recipe else facts.name,
            dataset_type=facts.dataset_type,
            headings=rows.titles,
            steps=steps,
        )

    return keep
