"""Two datasets compared for a reader: whoever compares them has used both."""

from collections.abc import Sequence

import duckdb
from sqlalchemy import Engine

from data.access.roles import User
from data.data_room.dataset_use import record_use
from queries.joining.matching import Joined, joined
from queries.joining.sides import KeyPair, Side


def joined_for(
    engine: Engine,
    user: User,
    duck: duckdb.DuckDBPyConnection,
    left: Side,
    right: Side,
    *,
    pairs: Sequence[KeyPair],
    is_trusted: bool,
) -> Joined:
    """Like joined(), and raises what it raises; the use of both is counted where they may be compared."""
    done = joined(duck, left, right, pairs, is_trusted=is_trusted)
    for dataset_id in {left.facts.dataset_id, right.facts.dataset_id}:
        record_use(engine, user, dataset_id, "test")
    return done
