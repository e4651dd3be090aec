"""Hits of a run as they are registered: their key over all runs, their sentence, whom they touch."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Engine

from data.access.permission import permit
from data.access.roles import COMMAND_LINE, User
from data.language import language, use_language
from data.suspects.registering import (
    ACTION,
    FoundHit,
    Registered,
    RegisteredParty,
    check_count,
    register,
)
from queries.audit_models.hits import SeenRun, all_hits, key_of
from queries.audit_models.model import AuditModel, Party
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
                all_hits(seen, numbers, is_masked=False), _as_everybody(seen, numbers), strict=True
            )
        ]
    finally:
        use_language(spoken)
    return register(engine, user, seen.facts, seen.model.severity, found)


def hit_key(model: AuditModel, row: dict[str, Any]) -> str:
    """SHA-256 over the values of the model's key: the same suspect has it in every run."""
    values = [None if value is None else str(value) for value in key_of(model, row)]
    return hashlib.sha256(json.dumps([model.code, *values], ensure_ascii=False).encode()).hexdigest()


def _as_everybody(seen: SeenRun, numbers: Sequence[int] | None) -> Iterator[dict[str, Any]]:
    """The hits with every mask on, also those that this reader sees through."""
    closed = {relation: replace(access, is_unmasked=False) for relation, access in seen.accesses.items()}
    return all_hits(replace(seen, accesses=closed), numbers)


def _found(seen: SeenRun, raw: dict[str, Any], masked: dict[str, Any]) -> FoundHit:
    model = seen.model
    amount = raw[model.amount] if model.amount else None
    return FoundHit(
        hit_key=hit_key(model, raw),
        entity=_party(model.entity, raw, masked),
        summary=summary_of(model, masked, seen.facts.params),
        amount_fen=int(amount) if amount is not None else None,
        parties=tuple(_party(party, raw, masked) for party in model.parties if raw[party.id] is not None),
    )


def _party(party: Party, raw: dict[str, Any], masked: dict[str, Any]) -> RegisteredParty:
    name = masked[party.name]
    return RegisteredParty(party.kind, str(raw[party.id]), None if name is None else str(name))
