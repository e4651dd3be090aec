"""A person, company or unit, wherever it turns up: in suspects and in the newest runs.

The number that tells it from others stays here: a reader gets the name as it is masked, and is led only to
where that mask holds (queries/audit_models/leading.py). Its rows in datasets: party_rows.py.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import duckdb
from sqlalchemy import Connection, select

from data.access.roles import NotPermittedError, User
from data.audit_models.runs import RunFacts
from data.duck import identifier
from data.schema import SuspectParty
from data.warehouse import WarehouseError
from queries.audit_models.comparing import hits_of
from queries.audit_models.hits import HIT, SeenRun, check_there, hit, seen_run
from queries.audit_models.leading import Met, leads, met_in_run, met_in_suspect, suspects_led_to
from queries.audit_models.library import last_runs
from queries.audit_models.model import Party

_NUMBER = re.compile(r"[0-9A-Z]{15,18}")
MOST_HITS = 20


@dataclass(frozen=True)
class FoundParty:
    """Whom a page is about. `party_id` is the number, or the name where there is none: never shown.

    `met` is how the reader met that number.
    """

    kind: str
    party_id: str
    name: str
    met: Met

    @property
    def has_number(self) -> bool:
        """Whether it is known by a number and not by its name alone."""
        return _NUMBER.fullmatch(self.party_id.upper()) is not None


@dataclass(frozen=True)
class PartyHits:
    """Hits of a run that touch the party: at most MOST_HITS numbers of `count`."""

    facts: RunFacts
    numbers: tuple[int, ...]
    count: int


def party_of_suspect(connection: Connection, suspect_party_id: int) -> tuple[FoundParty, int] | None:
    """The party of that number and the suspect it was registered with; None where there is none."""
    row = connection.execute(
        select(SuspectParty.__table__).where(SuspectParty.suspect_party_id == suspect_party_id)
    ).first()
    if row is None:
        return None
    met = met_in_suspect(connection, row.suspect_id, row.kind)
    name = _name(row.kind, row.name, row.party_id)
    return FoundParty(row.kind, row.party_id, name, met), int(row.suspect_id)


def parties_of_hit(seen: SeenRun, number: int) -> tuple[FoundParty, ...]:
    """Whom a hit touches, the entity first. Raises KeyError."""
    raw, shown = hit(seen, number, is_masked=False), hit(seen, number)
    found: dict[tuple[str, str], FoundParty] = {}
    for party in (seen.model.entity, *seen.model.parties):
        if raw[party.id] not in {None, ""}:
            each = _found(seen, party, str(raw[party.id]), shown)
            found.setdefault((each.kind, each.party_id), each)
    return tuple(found.values())


def _found(seen: SeenRun, party: Party, party_id: str, shown: dict[str, Any]) -> FoundParty:
    name = str(shown[party.name] or shown[party.id] or "")
    return FoundParty(party.kind, party_id, name, met_in_run(seen, party))


def suspects_with(connection: Connection, user: User, party: FoundParty) -> tuple[int, ...]:
    """Numbers of the suspects that touch it, the newest first, as far as the reader may be led to them.

    Which of them he may see at all is asked elsewhere.
    """
    rows = connection.scalars(
        select(SuspectParty.suspect_id)
        .where(SuspectParty.kind == party.kind, SuspectParty.party_id == party.party_id)
        .order_by(SuspectParty.suspect_id.desc())
    )
    return suspects_led_to(connection, user, party.met, party.kind, tuple(dict.fromkeys(rows)))


def hits_with(
    connection: Connection,
    user: User,
    party: FoundParty,
    duck: duckdb.DuckDBPyConnection,
    go_on: Callable[[], None],
) -> tuple[PartyHits, ...]:
    """The newest run of each model that has hits on it, as far as the reader may read the data of the run.

    `go_on` is called between two runs and raises where the search shall end.
    """
    found = []
    for facts in sorted(last_runs(connection).values(), key=lambda run: run.model_code):
        go_on()
        each = _hits(connection, user, facts, party, duck)
        if each is not None and each.count:
            found.append(each)
    return tuple(found)


def _hits(
    connection: Connection,
    user: User,
    facts: RunFacts,
    party: FoundParty,
    duck: duckdb.DuckDBPyConnection,
) -> PartyHits | None:
    try:
        seen = seen_run(connection, user, facts)
        columns = {
            each.id
            for each in (seen.model.entity, *seen.model.parties)
            if each.kind == party.kind and leads(connection, user, party.met, met_in_run(seen, each))
        }
        if not columns:
            return None
        check_there(seen)
        same = " or ".join(f"cast({identifier(name)} as varchar) = $party" for name in sorted(columns))
        sql = f"select {HIT} from ({hits_of(facts)}) where {same} order by {HIT}"
        numbers = [number for (number,) in duck.execute(sql, {"party": party.party_id}).fetchall()]
    except (NotPermittedError, WarehouseError):
        return None
    return PartyHits(facts, tuple(numbers[:MOST_HITS]), len(numbers))


def _name(kind: str, name: str | None, party_id: str) -> str:
    """The number of a person is told to nobody here; that of a tender or contract is its name."""
    return name or ("" if kind == "person" else party_id)
