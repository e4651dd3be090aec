"""At which revision suspects are seen, and in which state: what a step is checked against when it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from data.access.roles import User
from data.suspects.standing import may_work_on, standings
from data.suspects.transitions import acts_from
from data.transition import Transition


@dataclass(frozen=True)
class Seen:
    """Suspects as the reader has them before them: number → revision, and what can be done with all."""

    revisions: dict[int, int]
    acts: tuple[Transition, ...]
    is_theirs: bool  # all of them lie where the reader is bound to, or nothing binds them


def seen(connection: Connection, user: User, suspect_ids: Sequence[int]) -> Seen:
    """How these suspects stand now. One that is gone has no acts."""
    there = standings(connection, suspect_ids)
    offered = [acts_from(standing.state) for standing in there.values()]
    acts = tuple(act for act in offered[0] if all(act in others for others in offered)) if offered else ()
    return Seen(
        revisions={number: standing.revision for number, standing in there.items()},
        acts=acts if len(there) == len(set(suspect_ids)) else (),
        is_theirs=all(may_work_on(connection, user, standing) for standing in there.values()),
    )
