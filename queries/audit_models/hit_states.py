"""Which hits of a run are suspects already, and how these stand."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from data.schema import Suspect
from data.suspects.standing import Standing, standings
from queries.audit_models.hits import HIT, SeenRun
from queries.audit_models.registered import hit_key


def hit_states(
    connection: Connection, seen: SeenRun, rows: Sequence[Mapping[str, Any]]
) -> dict[int, Standing]:
    """The suspect of each hit that is one, by the number of the hit. `rows` are not masked."""
    keys = {hit_key(seen, row): int(row[HIT]) for row in rows}
    if not keys:
        return {}
    found = connection.execute(
        select(Suspect.suspect_id, Suspect.hit_key).where(
            Suspect.model_code == seen.model.code, Suspect.hit_key.in_(keys)
        )
    ).all()
    standing = standings(connection, [row.suspect_id for row in found])
    return {keys[row.hit_key]: standing[row.suspect_id] for row in found}
