"""From a hit to its source rows: the query of the model's header, on the versions that the run used."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from data.data_room.dataset_access import masked_columns, masks
from data.dataset_types import dataset_type
from data.duck import in_time, lock, open_duck, records
from data.language import _
from data.warehouse import Version, WarehouseError, files_of
from data.warehouse.versions import ROW_NUMBER
from queries.audit_models.cases import used
from queries.audit_models.hits import SeenRun, hit
from queries.audit_models.lookups import prepare, sorted_rows
from queries.audit_models.model import Evidence
from queries.audit_models.relations import relation_select

# Each may lie in another part of a large file: so many that the page opens at once, then those asked for.
FIRST_ROWS = 20
MOST_ROWS = 1_000
_SECONDS = 60  # a condition that somebody wrote here may never end; reading 100 M rows does


@dataclass(frozen=True)
class EvidenceRows:
    """The source rows of a hit in one dataset, masked for the reader.

    `columns` are (name, title, kind); `rows` are the first of `count`, each with its ROW_NUMBER.
    `marks` are the offending columns. `fault` says why rows cannot be read.
    """

    relation: str
    title: str
    dataset_id: int
    dataset_title: str
    version_number: int
    columns: tuple[tuple[str, str, str], ...]
    rows: tuple[Mapping[str, Any], ...]
    count: int
    marks: tuple[str, ...]
    fault: str = ""


def evidence_of(seen: SeenRun, number: int, most: int = FIRST_ROWS) -> tuple[EvidenceRows, ...]:
    """The source rows of a hit, dataset by dataset in the order of the header, of each at most so many.

    Raises KeyError.
    """
    row = hit(seen, number, is_masked=False)
    read = {each.relation for each in seen.facts.read}  # an optional relation may have had no dataset
    parts = [part for part in seen.model.evidence if part.relation in read]
    prepare(seen)  # whoever looks at one hit looks at the next one
    return tuple(_rows_of(seen, part, row, most) for part in parts)


def _rows_of(seen: SeenRun, part: Evidence, row: Mapping[str, Any], most: int) -> EvidenceRows:
    read = next(each for each in seen.facts.read if each.relation == part.relation)
    version = seen.versions[part.relation]
    of_type = dataset_type(seen.model.requires[part.relation].dataset_type)
    there = {column.name.lower() for column in version.columns}
    columns = tuple((each.name, each.title, each.type) for each in of_type.columns if each.name in there)
    found: tuple[Mapping[str, Any], ...] = ()
    count, fault = 0, ""
    try:
        found, count = _found(seen, part, row, version, [name for name, *_rest in columns], most=most)
    except WarehouseError as error:
        fault = str(error)
    except duckdb.InterruptException:
        fault = _("it did not end within {seconds} seconds").format(seconds=_SECONDS)
    return EvidenceRows(
        relation=part.relation,
        title=str(part.title) if part.title else of_type.title,
        dataset_id=read.dataset_id,
        dataset_title=read.dataset_title,
        version_number=read.number,
        columns=columns,
        rows=found,
        count=count,
        marks=tuple(name for name in part.marks if name in there),
        fault=fault,
    )


def _found(
    seen: SeenRun, part: Evidence, row: Mapping[str, Any], version: Version, names: list[str], *, most: int
) -> tuple[tuple[Mapping[str, Any], ...], int]:
    hidden = {name.lower(): mask for name, mask in masks(version, seen.accesses[part.relation]).items()}
    shown = masked_columns(names, hidden)
    requirement = seen.model.requires[part.relation]
    values = used(part.where, {**seen.facts.params, **row})
    with open_duck() as duck:
        made = sorted_rows(requirement, version, part.where)
        lock(duck, (*files_of(version), *(made[0] if made else ())))
        # First which rows, from the columns of the condition alone; then all columns of those few.
        relation = made[1] if made else relation_select(requirement, version, is_numbered=True)
        asked = f"select count(*), min({ROW_NUMBER}, {int(most)}) from ({relation}) where ({part.where})"
        with in_time(duck, _SECONDS):
            count, numbers = duck.execute(asked, values).fetchall()[0]
        few = relation_select(requirement, version, is_numbered=True, only=numbers or ())
        sql = f"select {', '.join(shown)}, {ROW_NUMBER} from ({few}) order by {ROW_NUMBER}"
        rows = records(duck.execute(sql))
    return tuple(rows), int(count)
