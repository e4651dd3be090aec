"""The source rows that a suspect stands on: of its hit in the run that found it, or those kept with it.

Nothing is copied: rows are read where they are, on the version that was used, masked for the reader.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from data.access.roles import NotPermittedError, User
from data.audit_models.runs import RunFacts
from data.audit_models.runs import run as run_of
from data.data_room.dataset_access import access_to, masked_columns, masks
from data.duck import identifier, literal, open_duck, records
from data.language import _
from data.schema import Dataset, DatasetVersion, Suspect, SuspectEvidence
from data.warehouse import Version, WarehouseError, relation_of, versions
from data.warehouse.versions import ROW_NUMBER
from queries.audit_models.comparing import hits_of
from queries.audit_models.evidence import EvidenceRows, evidence_of
from queries.audit_models.hits import HIT, SeenRun, open_hits, seen_run
from queries.audit_models.registered import hit_key

_KEPT_ROWS = 100  # that are shown of those kept with a suspect


@dataclass(frozen=True)
class Behind:
    """What lies behind a suspect: the parts that the reader may read, and why others stay closed.

    `run_id` and `number` lead to the hit itself, where a run found it.
    """

    parts: tuple[EvidenceRows, ...] = ()
    faults: tuple[str, ...] = ()
    run_id: int | None = None
    number: int | None = None


def evidence_behind(connection: Connection, user: User, suspect_id: int) -> Behind:
    """The rows behind a suspect. Raises KeyError for an unknown number."""
    suspect = connection.execute(
        select(
            Suspect.model_run_id,
            Suspect.last_run_id,
            Suspect.hit_key,
            Suspect.entity_id,
        ).where(Suspect.suspect_id == suspect_id)
    ).first()
    if suspect is None:
        raise KeyError(suspect_id)
    if suspect.hit_key is None or suspect.model_run_id is None:
        return _kept(connection, user, suspect_id)
    behind = Behind()
    # Where the rows of the first run were tidied away, the newest that found it has them.
    for run_id in dict.fromkeys((suspect.model_run_id, suspect.last_run_id)):
        if run_id is not None and (behind := _of_run(connection, user, suspect, run_id)).parts:
            break
    return behind


def _of_run(connection: Connection, user: User, suspect: Any, run_id: int) -> Behind:
    try:
        facts = run_of(connection, run_id)
        seen = seen_run(connection, user, facts)
        number = _number(seen, suspect.hit_key, suspect.entity_id)
        parts = evidence_of(seen, number) if number is not None else ()
    except NotPermittedError:
        return Behind(faults=_closed(connection, user, facts), run_id=run_id)
    except (WarehouseError, KeyError) as error:
        words = str(error) if isinstance(error, WarehouseError) else _("The run that found it is gone.")
        return Behind(faults=(words,), run_id=run_id)
    return Behind(
        parts=parts,
        faults=() if number is not None else (_("The run does not have this hit any more."),),
        run_id=run_id,
        number=number,
    )


def _closed(connection: Connection, user: User, facts: RunFacts) -> tuple[str, ...]:
    titles = {
        read.dataset_title for read in facts.read if not access_to(connection, user, read.dataset_id).may_read
    }
    return tuple(_no_right(title) for title in sorted(titles))


def _no_right(title: str) -> str:
    return _("You may not read the dataset {title}; its keeper can share it with you.").format(title=title)


def _number(seen: SeenRun, key: str, entity_id: str | None) -> int | None:
    """The number of the hit with that key in the run; its entity narrows what has to be looked at."""
    model = seen.model
    wanted = ", ".join(identifier(name) for name in model.key)
    sql = f"select {wanted}, {HIT} from ({hits_of(seen.facts)})"
    if entity_id:
        entity = f"cast({identifier(model.entity.id)} as varchar)"
        sql += f" where starts_with({entity}, {literal(entity_id)})"
    with open_hits(seen) as duck:
        cursor = duck.execute(sql)
        while batch := records(cursor, 10_000):
            for values in batch:
                if hit_key(seen, values) == key:
                    return int(values[HIT])
    return None


def _kept(connection: Connection, user: User, suspect_id: int) -> Behind:
    """The rows that a quick test kept with the suspect, by their numbers in the version."""
    rows = connection.execute(
        select(
            SuspectEvidence.rows,
            SuspectEvidence.dataset_version_id,
            Dataset.dataset_id,
            Dataset.title,
            Dataset.removed_at,
        )
        .join(DatasetVersion, DatasetVersion.dataset_version_id == SuspectEvidence.dataset_version_id)
        .join(Dataset, Dataset.dataset_id == DatasetVersion.dataset_id)
        .where(SuspectEvidence.suspect_id == suspect_id)
        .order_by(SuspectEvidence.suspect_evidence_id)
    ).all()
    parts: list[EvidenceRows] = []
    faults: list[str] = []
    for row in rows:
        if row.removed_at is not None:
            faults.append(_("The dataset {title} was removed.").format(title=row.title))
        elif not access_to(connection, user, row.dataset_id).may_read:
            faults.append(_no_right(row.title))
        else:
            parts.append(_part(connection, user, row))
    return Behind(tuple(parts), tuple(faults))


def _part(connection: Connection, user: User, row: Any) -> EvidenceRows:
    version = next(
        each for each in versions(connection, row.dataset_id) if each.version_id == row.dataset_version_id
    )
    numbers = [int(number) for number in json.loads(row.rows)["rows"]]
    access = access_to(connection, user, row.dataset_id)
    found: tuple[Mapping[str, Any], ...] = ()
    fault = ""
    try:
        found = _rows(version, numbers[:_KEPT_ROWS], masks(version, access))
    except WarehouseError as error:
        fault = str(error)
    return EvidenceRows(
        relation=str(version.version_id),
        title=row.title,
        dataset_id=row.dataset_id,
        dataset_title=row.title,
        version_number=version.number,
        columns=tuple((column.name, column.title, column.kind) for column in version.columns),
        rows=found,
        count=len(numbers),
        marks=(),
        fault=fault,
    )


def _rows(version: Version, numbers: list[int], hidden: Mapping[str, str]) -> tuple[Mapping[str, Any], ...]:
    shown = masked_columns((column.name for column in version.columns), hidden)
    wanted = relation_of(version, is_numbered=True, only=numbers)
    sql = f"select {', '.join(shown)}, {ROW_NUMBER} from ({wanted})"
    with open_duck() as duck:
        return tuple(records(duck.execute(f"{sql} order by {ROW_NUMBER}")))
