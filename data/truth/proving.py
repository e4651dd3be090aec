"""Whether a sample is what its seed draws: from the findings kept with it, as the log has them."""

import hashlib
from collections.abc import Mapping

from sqlalchemy import Connection, select

from data.events import TruthSampleDrawn, whole_detail
from data.schema import TruthCandidate, TruthCheck, TruthSample
from data.truth.drawing import draw


def digest_of(weights: Mapping[int, float]) -> str:
    """SHA-256 over the findings there were to draw from, by number, each with its weight."""
    lines = (f"{finding} {float(weights[finding])!r}\n" for finding in sorted(weights))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def is_drawn_again(connection: Connection, truth_sample_id: int) -> bool | None:
    """Whether its seed draws the findings of the sample again; None where what it drew from was not kept.

    Findings, seed and what was drawn have to be those of the log too, unless the sample came without it, as
    those of the demonstration.
    """
    sample = connection.execute(
        select(TruthSample.seed, TruthSample.event_id).where(TruthSample.truth_sample_id == truth_sample_id)
    ).one()
    kept = select(TruthCandidate.finding_id, TruthCandidate.weight)
    weights: dict[int, float] = {
        row.finding_id: row.weight
        for row in connection.execute(kept.where(TruthCandidate.truth_sample_id == truth_sample_id))
    }
    there = set(
        connection.scalars(select(TruthCheck.finding_id).where(TruthCheck.truth_sample_id == truth_sample_id))
    )
    seed = sample.seed
    if sample.event_id is not None:
        logged = whole_detail(connection, sample.event_id, TruthSampleDrawn.kind)
        if logged is None:
            return False
        if "sha256" not in logged:
            return None
        told = (logged["seed"], set(logged["finding_ids"]), logged["sha256"])
        if told != (seed, there, digest_of(weights)):
            return False
    if not weights:
        return None
    return set(draw(weights, len(there), seed)) == there
