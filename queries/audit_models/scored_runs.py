"""Runs of models on the datasets of the demonstration, scored against what is planted there."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.audit_models.runs import run as run_of
from data.codes import label
from data.dataset_types import dataset_types
from data.demo.warehouse.build import demo_warehouse
from data.demo.warehouse.planted import planted, reasons
from data.duck import identifier, open_duck
from data.engine import reading
from queries.audit_models.choosing import NotRunnableError
from queries.audit_models.comparing import hits_of
from queries.audit_models.model import AuditModel
from queries.audit_models.running import start_run
from queries.audit_models.scoring import Key, Score, compared


@dataclass(frozen=True)
class ScoredRun:
    """A run and its score; without a score `not_run` says why. `why` tells what is planted, in Chinese."""

    code: str
    version: int
    run_id: int | None
    score: Score | None
    not_run: str = ""
    why: str = ""


def scored_runs(engine: Engine, models: Sequence[AuditModel]) -> tuple[ScoredRun, ...]:
    """Run each on the demonstration's own datasets with its usual values; others of the type do not count."""
    with demo_warehouse() as tables:
        known = planted(tables)
    return tuple(_scored(engine, model, known.get(model.code)) for model in models)


def _scored(engine: Engine, model: AuditModel, known: frozenset[Key] | None) -> ScoredRun:
    types, why = dataset_types(), reasons().get(model.code, "")
    on = [f"{part.relation}={types[part.dataset_type].titles['zh']}" for part in model.requires.values()]
    try:
        started = start_run(engine, COMMAND_LINE, model, on=on)
    except NotRunnableError as error:
        return ScoredRun(model.code, model.version, None, None, str(error), why)
    started.process.wait()
    with reading(engine) as connection:
        facts = run_of(connection, started.facts.run_id)
    if facts.outcome != "done":
        told = facts.reason or label("run_outcome", facts.outcome)
        return ScoredRun(model.code, model.version, facts.run_id, None, told, why)
    with open_duck() as duck:
        columns = ", ".join(identifier(name) for name in model.key)
        found = frozenset(duck.execute(f"select {columns} from ({hits_of(facts)})").fetchall())
    return ScoredRun(model.code, model.version, facts.run_id, compared(model.code, found, known), why=why)
