"""`models run`: one model, or all that the data allows, on the newest fitting datasets or on named ones."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from commands import models_rows
from commands.models_words import plain, unknown
from data.access.roles import COMMAND_LINE
from data.audit_models.runs import RunFacts
from data.audit_models.runs import run as run_of
from data.codes import label
from data.data_room.outputs import OutputError
from data.engine import connect_to, reading
from data.settings import database_url
from data.suspects.registering import RegisteringError
from queries.audit_models.catalogue import model_named, models_in_force
from queries.audit_models.choosing import NotRunnableError, each_way
from queries.audit_models.engines.in_force import engine_name
from queries.audit_models.hits import seen_run
from queries.audit_models.model import AuditModel
from queries.audit_models.registered import register_hits
from queries.audit_models.running import start_run
from queries.audit_models.values import ValueRefusedError, values_under
from queries.workbench.running import BusyError


def run(arguments: argparse.Namespace) -> int:
    """1 where something could not be run, 2 where a name is not known."""
    engine = connect_to(database_url())
    if bool(arguments.code) == arguments.all:
        print("请指定一个模型，或 --all", file=sys.stderr)
        return 2
    if bad := [given for given in arguments.param if "=" not in given]:
        print(f"参数应写作 名称=值：{bad[0]}", file=sys.stderr)
        return 2
    if arguments.all:
        return _run_all(engine, arguments)
    found = _named(engine, arguments.code)
    if found is None:
        return unknown(arguments.code)
    answer = _answer(engine, arguments, found, arguments.on)
    _tell(answer, as_json=arguments.json)
    return int(bool(answer["not_run"]))


def _run_all(engine: Engine, arguments: argparse.Namespace) -> int:
    """Every model; a threshold goes to those that have one of that name, and one that none has is a slip."""
    with reading(engine) as connection:
        models = list(models_in_force(connection).values())
    known = {name for model in models for name in model.params}
    if unknown := [given for given in arguments.param if given.split("=", 1)[0] not in known]:
        print(f"没有一个模型有这个参数：{unknown[0]}", file=sys.stderr)
        return 2
    answers = [
        _answer_whatever_happens(engine, arguments, model, on)
        for model in models
        for on in _each_way(engine, arguments, model)
    ]
    _tell(answers, as_json=arguments.json)
    done = [each["run"] for each in answers if each["outcome"] == "done"]
    is_written = not arguments.rows or models_rows.write_all(engine, arguments, done)
    return int(not is_written or any(answer["outcome"] not in {"done", "not_run"} for answer in answers))


def _named(engine: Engine, name: str) -> AuditModel | None:
    with reading(engine) as connection:
        return model_named(connection, name)


def _each_way(engine: Engine, arguments: argparse.Namespace, model: AuditModel) -> Sequence[Sequence[str]]:
    """On what each run of the model reads, as `--on` names it: what was named, or every dataset that fits."""
    if arguments.on:
        return (arguments.on,)
    try:
        with reading(engine) as connection:
            return each_way(connection, COMMAND_LINE, model)
    except Exception:  # the run says what it is
        return ((),)


def _answer_whatever_happens(
    engine: Engine, arguments: argparse.Namespace, model: AuditModel, on: Sequence[str]
) -> dict[str, Any]:
    """One model of a night's run: nothing of it may keep the others from being run."""
    try:
        return _answer(engine, arguments, model, on)
    except Exception as error:  # whatever it is, it is told, and the command ends with 1
        return _nothing_yet(model) | {"outcome": "failed", "not_run": f"{type(error).__name__}: {error}"}


def _answer(
    engine: Engine, arguments: argparse.Namespace, model: AuditModel, on: Sequence[str]
) -> dict[str, Any]:
    answer = _nothing_yet(model)
    params = dict(given.split("=", 1) for given in arguments.param)
    if arguments.all:
        params = {name: value for name, value in params.items() if name in model.params}
    try:
        given = values_under(model, arguments.code or model.code, params)
        started = start_run(engine, COMMAND_LINE, model, on=on, given=given)
        started.process.wait()
        with reading(engine) as connection:
            facts = run_of(connection, started.facts.run_id)
            number = facts.previous_run_id
            before = run_of(connection, number) if number is not None else None
        answer |= _facts(facts, before)
        if facts.outcome == "done" and arguments.rows:
            (models_rows.permit if arguments.all else models_rows.write)(engine, arguments, facts)
        if facts.outcome == "done" and arguments.register:
            answer |= _registered(engine, facts)
    except NotRunnableError as error:
        answer |= {"outcome": "not_run", "not_run": str(error)}
    except (ValueRefusedError, RegisteringError, BusyError, OutputError) as error:
        answer |= {"outcome": "failed", "not_run": str(error) or "已有查询在运行，请稍后再试"}
    except OSError as error:
        answer |= {"outcome": "failed", "not_run": f"无法写入 {arguments.rows}：{error.strerror}"}
    return answer


def _nothing_yet(model: AuditModel) -> dict[str, Any]:
    return {
        "model": model.code,
        "version": model.version,
        "run": None,
        "outcome": "",
        "rows": 0,
        "engine": engine_name(model),
        "seconds": None,
        "not_run": None,
    }


def _facts(facts: RunFacts, before: RunFacts | None) -> dict[str, Any]:
    return {
        "run": facts.run_id,
        "outcome": facts.outcome,
        "rows": facts.row_count or 0,
        "engine": facts.engine,
        "seconds": facts.seconds,
        "not_run": None if facts.outcome == "done" else facts.reason or label("run_outcome", facts.outcome),
        "params": dict(facts.params),
        "datasets": {read.relation: f"{read.dataset_name}@{read.number}" for read in facts.read},
        "skipped": [{"why": why, "rows": rows} for why, rows in facts.skipped],
        "previous_run": facts.previous_run_id,
        "previous_params_differ": None if before is None else before.params != facts.params,
        "new": facts.new_count,
        "gone": facts.gone_count,
    }


def _registered(engine: Engine, facts: RunFacts) -> dict[str, int]:
    with reading(engine) as connection:
        seen = seen_run(connection, COMMAND_LINE, facts)
    registered = register_hits(engine, COMMAND_LINE, seen)
    return {
        "registered": len(registered.suspect_ids),
        "known": registered.known,
        "same_key": registered.same_key,
    }


def _tell(answer: dict[str, Any] | list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(answer, ensure_ascii=False, indent=1, default=plain))
        return
    for each in answer if isinstance(answer, list) else [answer]:
        if each["not_run"]:
            print(f"{each['model']:8} 未运行：{each['not_run']}")
        else:
            new = f"，新增 {each['new']:,}" if each["new"] is not None else ""
            told = f"{each['rows']:,} 条疑点{new}，{each['seconds']:.2f} 秒，运行号 {each['run']}"
            print(f"{each['model']:8} {told}")
