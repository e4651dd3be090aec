"""Hits of a run become suspects (疑点): each once, whichever run finds it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, insert, select, update

from data.access.permission import permit
from data.access.roles import COMMAND_LINE, User
from data.audit_models.runs import RunFacts
from data.bureau import bureau
from data.data_room.dataset_access import SECRET
from data.engine import now, writing
from data.events import SuspectsRegistered, record, take_turn
from data.language import _
from data.schema import Dataset, Suspect, SuspectParty, SuspectStep

ACTION = "work-suspects"
MOST_AT_ONCE = 20_000  # more is no list of suspects: the threshold is to be raised first
_LONGEST_NAME = 400  # of Name in the schema
_AT_A_TIME = 500


class RegisteringError(ValueError):
    """The hits cannot become suspects; the message says why, in the reader's language."""


@dataclass(frozen=True)
class RegisteredParty:
    """Whom a suspect touches: `kind` of PARTY_KIND, its number or name, and a name for everybody.

    The number is kept as it is, so that one suspect leads to another; `name` may be read by everybody.
    """

    kind: str
    party_id: str
    name: str | None


@dataclass(frozen=True)
class FoundHit:
    """What is kept of a hit. `hit_key` tells it from the model's others in every run.

    `reference` is what everybody calls the entity; `entity` is None where the hit names none.
    """

    hit_key: str
    reference: str
    entity: RegisteredParty | None
    summary: str
    amount_fen: int | None
    parties: tuple[RegisteredParty, ...]


@dataclass(frozen=True)
class Registered:
    """Ids of the suspects that are new, and how many were suspects before.

    `same_key` hits have the key of another of this run and are no suspects of their own.
    """

    suspect_ids: tuple[int, ...]
    known: int
    same_key: int = 0


def register(
    engine: Engine, user: User, run: RunFacts, severity: str, hits: Sequence[FoundHit]
) -> Registered:
    """Write each hit that is no suspect of the model yet, to be issued, with one event for all.

    A suspect that is found again names the newest run that found it. It belongs to the section and the region
    of the first dataset of the run that has them, else to those of the user. Raises RegisteringError, also
    where a dataset of the run is a state secret, and NotPermittedError (recorded).
    """
    if user != COMMAND_LINE:
        permit(engine, user, ACTION, run.model_code)
    check_count(len(hits))
    with writing(engine) as connection:
        take_turn(connection)
        _check_open(connection, run)
        known = _known(connection, run.model_code)
        each_once = {hit.hit_key: hit for hit in reversed(hits)}  # the first of a key is the one that is kept
        fresh = [hit for key, hit in reversed(each_once.items()) if key not in known]
        again = [known[key] for key in each_once if key in known]
        _found_again(connection, run, again)
        place, day = _place(connection, run, user), bureau(connection).as_of
        ids = _insert(connection, run, severity, fresh, place, day)
        if ids:
            _add_parties(connection, fresh, ids)
            _first_steps(connection, user, ids, day)
        if hits:
            event = SuspectsRegistered(run.model_code, run.run_id, len(ids), len(again))
            record(connection, user.user_name, event)
    return Registered(tuple(ids), len(again), len(hits) - len(each_once))


def check_count(count: int) -> None:
    """Raise RegisteringError where so many hits are no list that anybody works through."""
    if count > MOST_AT_ONCE:
        raise RegisteringError(
            _(
                "{n} hits are more than the {most} that can be registered at once. Raise the threshold, or"
                " choose among them."
            ).format(n=f"{count:,}", most=f"{MOST_AT_ONCE:,}")
        )


def words_of_secret(title: str) -> str:
    """Why nothing of a state secret becomes a suspect, in the reader's language."""
    return _(
        "{title} is a state secret: suspects are open to the whole bureau, none is made of its rows."
    ).format(title=title)


def _check_open(connection: Connection, run: RunFacts) -> None:
    ids = [read.dataset_id for read in run.read]
    is_secret = (Dataset.dataset_id.in_(ids), Dataset.classification == SECRET)
    title = connection.scalar(select(Dataset.title).where(*is_secret).limit(1))
    if title is not None:
        raise RegisteringError(words_of_secret(title))


def _known(connection: Connection, model_code: str) -> dict[str, int]:
    rows = connection.execute(
        select(Suspect.hit_key, Suspect.suspect_id).where(
            Suspect.model_code == model_code, Suspect.hit_key.is_not(None)
        )
    )
    return {row.hit_key: row.suspect_id for row in rows}


def _found_again(connection: Connection, run: RunFacts, suspect_ids: list[int]) -> None:
    for first in range(0, len(suspect_ids), _AT_A_TIME):
        some = suspect_ids[first : first + _AT_A_TIME]
        connection.execute(update(Suspect).where(Suspect.suspect_id.in_(some)).values(last_run_id=run.run_id))


def _place(connection: Connection, run: RunFacts, user: User) -> tuple[str | None, str | None]:
    """(section, region) that the suspects belong to."""
    ids = [read.dataset_id for read in run.read]
    rows = connection.execute(
        select(Dataset.dataset_id, Dataset.section_code, Dataset.region_code).where(
            Dataset.dataset_id.in_(ids)
        )
    ).all()
    of_dataset = {row.dataset_id: row for row in rows}
    in_order = [of_dataset[each] for each in ids if each in of_dataset]
    section = next((row.section_code for row in in_order if row.section_code), user.section_code)
    region = next((row.region_code for row in in_order if row.region_code), user.region_code)
    return section, region


def _insert(  # noqa: PLR0917 all that the rows say
    connection: Connection,
    run: RunFacts,
    severity: str,
    hits: Sequence[FoundHit],
    place: tuple[str | None, str | None],
    day: date,
) -> list[int]:
    """Write the suspects, many at a time; their ids in the order of the hits."""
    section_code, region_code = place
    same = {
        "model_code": run.model_code,
        "region_code": region_code,
        "section_code": section_code,
        "found_date": day,
        "recorded_at": now(),
        "model_run_id": run.run_id,
        "last_run_id": run.run_id,
        "severity": severity,
    }
    rows = [
        same
        | {
            "entity_reference": hit.reference[:_LONGEST_NAME],
            "summary": hit.summary,
            "amount_fen": hit.amount_fen,
            "hit_key": hit.hit_key,
            "entity_kind": hit.entity.kind if hit.entity else None,
            "entity_id": hit.entity.party_id[:_LONGEST_NAME] if hit.entity else None,
        }
        for hit in hits
    ]
    if not rows:
        return []
    connection.execute(insert(Suspect), rows)
    by_key = _known(connection, run.model_code)
    return [by_key[hit.hit_key] for hit in hits]


def _add_parties(connection: Connection, hits: Sequence[FoundHit], suspect_ids: Sequence[int]) -> None:
    rows = [
        {
            "suspect_id": suspect_id,
            "kind": kind,
            "party_id": party_id[:_LONGEST_NAME],
            "name": (party.name or "")[:_LONGEST_NAME] or None,
        }
        for hit, suspect_id in zip(hits, suspect_ids, strict=True)
        for (kind, party_id), party in _touched(hit).items()
    ]
    if rows:
        connection.execute(insert(SuspectParty), rows)


def _touched(hit: FoundHit) -> dict[tuple[str, str], RegisteredParty]:
    """Whom the hit touches, each once."""
    return {(party.kind, party.party_id): party for party in (hit.entity, *hit.parties) if party}


def _first_steps(connection: Connection, user: User, suspect_ids: list[int], day: date) -> None:
    moment = now()
    connection.execute(
        insert(SuspectStep),
        [
            {
                "suspect_id": suspect_id,
                "state": "to_issue",
                "fact_date": day,
                "recorded_at": moment,
                "user_name": user.user_name,
            }
            for suspect_id in suspect_ids
        ],
    )
