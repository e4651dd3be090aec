"""Recipes: how a file was read the last time is how the next file with the same headings is read."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from sqlalchemy import Connection, insert, select

from data.dataset_types import DatasetType
from data.engine import now
from data.mapping.proposing import ColumnMapping, mapping_of
from data.mapping.spelling import plain
from data.schema import Recipe


@dataclass(frozen=True)
class Steps:
    """What a person decided: the place of the heading that each column is read from, units of money, and how
    the file itself is read (`data/uploads`: encoding, delimiter, sheet, heading_row).
    """

    places: Mapping[str, int]
    units: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, str | int | None] = field(default_factory=dict)


@dataclass(frozen=True)
class KnownRecipe:
    """A recipe that was kept."""

    recipe_id: int
    name: str
    dataset_type: str
    steps: Steps


def signature(dataset_type: str, headings: Sequence[str]) -> str:
    """SHA-256 over the type and the headings as they are compared, in their order."""
    return hashlib.sha256(json.dumps([dataset_type, *map(plain, headings)]).encode()).hexdigest()


def steps_of(mapping: ColumnMapping, choices: Mapping[str, str | int | None]) -> Steps:
    """The steps that a confirmed mapping stands for."""
    return Steps(
        {match.column: match.place for match in mapping.matches},
        {match.column: match.unit for match in mapping.matches if match.unit},
        choices,
    )


def save_recipe(
    connection: Connection,
    user_name: str,
    *,
    name: str,
    dataset_type: str,
    headings: Sequence[str],
    steps: Steps,
    data_source_id: int | None = None,
) -> int:
    """Keep a recipe in the transaction that brings its first file in; the id of an equal one if there is one.

    The event of that version tells who did so. The newest recipe of a signature is the one in force.
    """
    known = find_recipe(connection, dataset_type, headings)
    if known is not None and known.steps == steps and known.name == name:
        return known.recipe_id
    values = {
        "name": name,
        "dataset_type": dataset_type,
        "data_source_id": data_source_id,
        "signature": signature(dataset_type, headings),
        "steps": json.dumps(asdict(steps), ensure_ascii=False, sort_keys=True),
        "made_by": user_name,
        "made_at": now(),
    }
    made: int | None = connection.scalar(insert(Recipe).values(values).returning(Recipe.recipe_id))
    assert made is not None
    return made


def find_recipe(connection: Connection, dataset_type: str, headings: Sequence[str]) -> KnownRecipe | None:
    """The recipe in force for files with these headings, None where there was none."""
    return _newest(connection, Recipe.signature == signature(dataset_type, headings))


def find_any_recipe(
    connection: Connection, dataset_types: Sequence[str], headings: Sequence[str]
) -> KnownRecipe | None:
    """The newest recipe for these headings whatever the type: it says what kind of file this is."""
    return _newest(connection, Recipe.signature.in_([signature(name, headings) for name in dataset_types]))


def named_recipe(connection: Connection, name: str) -> KnownRecipe | None:
    """The newest recipe of a name."""
    return _newest(connection, Recipe.name == name)


def recipe_of(connection: Connection, recipe_id: int | None) -> KnownRecipe | None:
    """The recipe of that number, which a version keeps."""
    return _newest(connection, Recipe.recipe_id == recipe_id)


def apply_recipe(recipe: KnownRecipe, dataset_type: DatasetType, headings: Sequence[str]) -> ColumnMapping:
    """The mapping of a file by a recipe.

    Columns that the type no longer has, or places that the file does not have, show as missing.
    """
    found = {
        column: (place, 1.0)
        for column, place in recipe.steps.places.items()
        if place < len(headings) and dataset_type.column(column) is not None
    }
    return mapping_of(dataset_type, headings, found)


def _newest(connection: Connection, condition: object) -> KnownRecipe | None:
    wanted = (
        select(Recipe.recipe_id, Recipe.name, Recipe.dataset_type, Recipe.steps)
        .where(condition)  # type: ignore[arg-type]
        .order_by(Recipe.recipe_id.desc())
        .limit(1)
    )
    row = connection.execute(wanted).first()
    return row and KnownRecipe(row.recipe_id, row.name, row.dataset_type, Steps(**json.loads(row.steps)))
