"""Rows that a quick test found, kept as suspects: each with the rows of the version it stands on."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from data.access.permission import permit, refuse
from data.access.roles import User
from data.bureau import bureau
from data.data_room.dataset_access import READING, SECRET, access_to
from data.engine import now, reading, writing
from data.events import SuspectsKept, record, take_turn
from data.language import _
from data.schema import Dataset, DatasetVersion, Suspect, SuspectEvidence, SuspectStep
from data.suspects.registering import words_of_secret

MOST_AT_ONCE = 1_000  # nobody checks more; a test that finds more is to be narrowed first
_LONGEST_NAME = 400  # of Name in the schema
_LONGEST_CODE = 64  # of Code


class KeepSuspectsError(ValueError):
    """The rows cannot be kept as suspects; the message says why, in the reader's language."""


@dataclass(frozen=True)
class Hit:
    """What stands out: whom or what it is about, in plain words, how much, and its rows in the version.

    `others` are rows of other versions that it stands on as well: (id of the version, rows).
    """

    entity_reference: str
    summary: str
    amount_fen: int | None
    rows: tuple[int, ...]
    others: tuple[tuple[int, tuple[int, ...]], ...] = ()


@dataclass(frozen=True)
class Kept:
    """Ids of the suspects that were written, and how many hits had been kept before."""

    suspect_ids: tuple[int, ...]
    already_kept: int


def keep(
    engine: Engine,
    actor: User,
    version_id: int,
    test: str,
    *,
    params: Mapping[str, Any],
    hits: Sequence[Hit],
) -> Kept:
    """Write each hit as a suspect to be issued, with its evidence, its first step and one event for all.

    A hit of the same test on the same rows of the same version is written once, whoever keeps it again. The
    suspects belong to the dataset's section and region, else to the actor's. Raises KeepSuspectsError, also
    where a dataset is a state secret, and NotPermittedError where the actor may not read one.
    """
    permit(engine, actor, READING, test)
    with reading(engine) as connection:
        place = _place(connection, version_id)
        further = {other for hit in hits for other, __ in hit.others}
        read = [place, *(_place(connection, other) for other in sorted(further))]
        closed = [each for each in read if not access_to(connection, actor, each["dataset_id"]).may_read]
    if closed:
        refuse(engine, actor, READING, closed[0]["name"])
    if secret := [each for each in read if each["classification"] == SECRET]:
        raise KeepSuspectsError(words_of_secret(secret[0]["title"]))
    if not hits:
        raise KeepSuspectsError(_("Choose the rows that are to be kept."))
    if len(hits) > MOST_AT_ONCE:
        raise KeepSuspectsError(
            _(
                "These are more than the {most} suspects that can be kept at once. Choose rows in the table,"
                " or narrow what is looked at."
            ).format(most=f"{MOST_AT_ONCE:,}")
        )
    model_code = f"test:{test}"[:_LONGEST_CODE]
    with writing(engine) as connection:
        take_turn(connection)
        there = _evidence_there(connection, version_id, model_code)
        fresh = {_as_evidence(hit): hit for hit in hits if _as_evidence(hit) not in there}
        if not fresh:
            return Kept((), len(hits))
        day, moment = bureau(connection).as_of, now()
        suspect_ids = []
        for evidence, hit in fresh.items():
            suspect_id = connection.scalars(
                insert(Suspect)
                .values(
                    model_code=model_code,
                    entity_reference=hit.entity_reference[:_LONGEST_NAME],
                    summary=hit.summary,
                    amount_fen=hit.amount_fen,
                    region_code=place["region_code"] or actor.region_code,
                    section_code=place["section_code"] or actor.section_code,
                    found_date=day,
                    recorded_at=moment,
                )
                .returning(Suspect.suspect_id)
            ).one()
            stands_on = [(version_id, evidence), *((other, _as_json(rows)) for other, rows in hit.others)]
            connection.execute(
                insert(SuspectEvidence),
                [
                    {"suspect_id": suspect_id, "dataset_version_id": version, "rows": rows}
                    for version, rows in stands_on
                ],
            )
            connection.execute(
                insert(SuspectStep).values(
                    suspect_id=suspect_id,
                    state="to_issue",
                    fact_date=day,
                    note=json.dumps(dict(params), ensure_ascii=False, sort_keys=True, default=str),
                    recorded_at=moment,
                )
            )
            suspect_ids.append(suspect_id)
        record(
            connection,
            actor.user_name,
            SuspectsKept(place["name"], test, len(suspect_ids), place["dataset_id"]),
        )
    return Kept(tuple(suspect_ids), len(hits) - len(suspect_ids))


def _as_evidence(hit: Hit) -> str:
    return _as_json(hit.rows)


def _as_json(rows: Sequence[int]) -> str:
    return json.dumps({"rows": sorted(set(rows))})


def _place(connection: Connection, version_id: int) -> Mapping[str, Any]:
    """The dataset of the version: its id, name, title, classification, section and region."""
    found = connection.execute(
        select(
            Dataset.dataset_id,
            Dataset.name,
            Dataset.title,
            Dataset.classification,
            Dataset.section_code,
            Dataset.region_code,
        )
        .join(DatasetVersion, DatasetVersion.dataset_id == Dataset.dataset_id)
        .where(DatasetVersion.dataset_version_id == version_id, Dataset.removed_at.is_(None))
    ).mappings()
    row = found.first()
    if row is None:
        raise KeepSuspectsError(_("The dataset is not there any more."))
    return dict(row)


def _evidence_there(connection: Connection, version_id: int, model_code: str) -> set[str]:
    return set(
        connection.scalars(
            select(SuspectEvidence.rows)
            .join(Suspect, Suspect.suspect_id == SuspectEvidence.suspect_id)
            .where(SuspectEvidence.dataset_version_id == version_id, Suspect.model_code == model_code)
        )
    )
