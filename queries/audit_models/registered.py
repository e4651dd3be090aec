"""Hits of a run as they are registered: their key over all runs, their sentence, whom they touch."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Engine

from data.access.permission import permit
from data.access.roles import COMMAND_LINE, User
from data.language import _, language, use_language
from data.suspects.registering import (
    ACTION,
    FoundHit,
    Registered,
    RegisteredParty,
    check_count,
    register,
)
from queries.audit_models.hits import HIT, SeenRun, all_hits, closed_run, key_of
from queries.audit_models.model import Party
from queries.audit_models.said import summary_of


def register_hits(
    engine: Engine, user: User, seen: SeenRun, numbers: Sequence[int] | None = None
) -> Registered:
    """Register all hits of a run, or those of these numbers. Raises RegisteringError and NotPermittedError.

    What everybody with figures may read is masked; the numbers that lead from one suspect to another are kept
    as they are and shown to nobody who may not see them.
    """
    if user != COMMAND_LINE:
        permit(engine, user, ACTION, seen.facts.model_code)
    check_count((seen.facts.row_count or 0) if numbers is None else len(numbers))
    spoken = language()
    use_language("zh")  # what is kept is said in the language of the files
    try:
        found = [
            _found(seen, raw, masked)
            for raw, masked in zip(
                all_hits(seen, numbers, is_masked=False), all_hits(closed_run(seen), numbers), strict=True
            )
        ]
    finally:
        use_language(spoken)
    return register(engine, user, seen.facts, seen.model.severity, found)


def hit_key(seen: SeenRun, row: Mapping[str, Any]) -> str:
    """SHA-256 over the first dataset of the run and the values of the model's key.

    The same suspect has it in every run on that dataset, whichever version of it was read; what another
    district brought in is another suspect, were its numbers the same.
    """
    of_relation = {read.relation: read.dataset_id for read in seen.facts.read}
    dataset_id = next((of_relation[name] for name in seen.model.requires if name in of_relation), None)
    values = [None if value is None else str(value) for value in key_of(seen.model, row)]
    told = json.dumps([seen.model.code, dataset_id, *values], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def _found(seen: SeenRun, raw: dict[str, Any], masked: dict[str, Any]) -> FoundHit:
    model = seen.model
    amount = masked[model.amount] if model.amount else None  # text where it is masked: nobody is told it then
    entity = _party(model.entity, raw, masked)
    row = _("{model}, row {n}").format(model=model.title, n=raw[HIT] + 1)
    return FoundHit(
        hit_key=hit_key(seen, raw),
        reference=_name(model.entity, masked) or row,
        entity=entity,
        summary=summary_of(model, masked, seen.facts.params),
        amount_fen=None if amount is None or isinstance(amount, str) else int(amount),
        parties=tuple(found for party in model.parties if (found := _party(party, raw, masked))),
    )


def _party(party: Party, raw: dict[str, Any], masked: dict[str, Any]) -> RegisteredParty | None:
    """Whom the hit touches; None where it has no number: those without one have nothing in common."""
    if raw[party.id] in {None, ""}:
        return None
    return RegisteredParty(party.kind, str(raw[party.id]), _name(party, masked))


def _name(party: Party, masked: dict[str, Any]) -> str | None:
    """What everybody may read of it: its name, else its number behind the mask."""
    found = next((masked[name] for name in (party.name, party.id) if masked[name] not in {None, ""}), None)
    return None if found is None else str(found)
