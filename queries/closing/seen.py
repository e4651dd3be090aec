"""Findings as the reader has them before them: at which revision, and what can be done with all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from data.access.permission import is_in_place
from data.access.roles import User
from data.closing.offered import offered, offered_for_all
from data.closing.standing import Standing, standings
from data.closing.transitions import FindingTransition
from data.transition import Offered


@dataclass(frozen=True)
class Seen:
    """Number → revision, the acts that are the reader's, and how each finding stands.

    `is_theirs`: all of them lie where the reader is bound to, or nothing binds them.
    """

    revisions: dict[int, int]
    acts: tuple[Offered[FindingTransition], ...]
    standings: tuple[Standing, ...]
    is_theirs: bool


def seen(connection: Connection, user: User, finding_ids: Sequence[int], today: date) -> Seen:
    """How these findings stand now. Acts of several are those that each of them offers."""
    there = list(standings(connection, finding_ids, today).values())
    acts = offered(there[0], user) if len(there) == 1 else offered_for_all(there, user)
    return Seen(
        revisions={standing.finding_id: standing.revision for standing in there},
        acts=acts,
        standings=tuple(there),
        is_theirs=all(is_in_place(connection, user, standing.place) for standing in there),
    )
