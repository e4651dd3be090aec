"""Runs of models on the datasets of the demonstration, scored against what is planted there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.audit_models.runs import run as run_of
from data.codes import label
from data.dataset_types import dataset_types
from data.demo.warehouse.build import demo_warehouse
from data.demo.warehouse.planted import planted, reasons
from data.duck import identifier, open_duck, quoted
from data.engine import reading
from data.warehouse import Version, newest, quarantine_of
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
        read = {each.relation: newest(connection, each.dataset_id, each.number) for each in facts.read}
    if facts.outcome != "done":
        told = facts.reason or label("run_outcome", facts.outcome)
        return ScoredRun(model.code, model.version, facts.run_id, None, told, why)
    with open_duck() as duck:
        columns = ", ".join(identifier(name) for name in model.key)
        found = frozenset(duck.execute(f"select {columns} from ({hits_of(facts)})").fetchall())
    score = compared(model.code, found, known)
    score = replace(score, refused=len(_refused(model, read) & set(score.missed)))
    return ScoredRun(model.code, model.version, facts.run_id, score, why=why)


def _refused(model: AuditModel, read: Mapping[str, Version | None]) -> frozenset[Key]:
    """Keys that the check on arrival found at fault in the very column that the model judges."""
    source = model.columns[model.key[0]].source
    version = read.get(source[0]) if source and len(model.key) == 1 else None
    file = quarantine_of(version) if version else None
    if source is None or file is None:
        return frozenset()
    with open_duck() as duck:
        at_fault = f"select unnest(faults) as fault from read_parquet({quoted(file)})"
        asked = f'select distinct fault.value from ({at_fault}) where fault."column" = ?'
        return frozenset(duck.execute(asked, [source[1]]).fetchall())
