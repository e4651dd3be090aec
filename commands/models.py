"""Audit models: list, show, run, check, export, import, score.

`manage.py models run CODE|--all [--on NAME[@VERSION] …] [--param K=V …]` runs on the newest fitting datasets,
or on those that are named, and can be repeated exactly: each run is kept. With --all a model runs once
over every dataset that fits what it reads first. With --register its hits become suspects, each once; that
is what a nightly run by cron does. Ends with 1 where a model could not be run; with --all only where one that
has its data failed: that others lack theirs is usual, and one never stops the rest.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from commands import models_exchange, models_rows, models_score, rows_to_file
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


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand per act."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    listing = acts.add_parser("list", help="the models in force")
    listing.set_defaults(do=_list)
    show = acts.add_parser("show", help="the text of one model")
    show.add_argument("code", metavar="CODE")
    show.set_defaults(do=_show)
    run_ = acts.add_parser(
        "run",
        help="run one model, or all that the data allows",
        description=(
            "Ends with 0 where it was run, with 1 where it could not be, with 2 where a name is not known."
            " With --all a model whose data is not there is no failure (outcome not_run, and why); 1 means"
            " that a model that has its data failed. A model runs once on every dataset that fits what it"
            " reads first; --json gives a list then, one entry for each run; a threshold goes to the models"
            " that have one of that name."
        ),
    )
    run_.add_argument("code", nargs="?", metavar="CODE", help="code or alias of a model")
    run_.add_argument("--all", action="store_true", help="every model in force")
    run_.add_argument(
        "--on",
        nargs="+",
        action="extend",
        default=[],
        metavar="DATASET",
        help="NAME, NAME@VERSION or RELATION=NAME@VERSION; without it: the newest that fit",
    )
    run_.add_argument(
        "--param", action="append", default=[], metavar="K=V", help="a threshold; may be repeated"
    )
    run_.add_argument(
        "--rows",
        metavar="FILE",
        type=Path,
        help="write the suspects: .csv; with --all those of every run in one file",
    )
    run_.add_argument("--register", action="store_true", help="hits become suspects, each once")
    rows_to_file.add_arguments(run_)
    run_.set_defaults(do=_run)
    exchanged = models_exchange.add_arguments(acts)
    scored = models_score.add_arguments(acts)
    for each in (listing, run_, *exchanged, scored):
        each.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Do the act; 1 where something could not be run, 2 where a name is not known."""
    return int(arguments.do(connect_to(database_url()), arguments))


def _list(engine: Engine, arguments: argparse.Namespace) -> int:
    with reading(engine) as connection:
        models = models_in_force(connection)
    entries = [
        {
            "model": model.code,
            "aliases": list(model.aliases),
            "version": model.version,
            "title": model.title.zh,
            "title_en": model.title.en,
            "sector": model.sector,
            "requires": {each.relation: each.dataset_type for each in model.requires.values()},
            "params": {name: param.default for name, param in model.params.items()},
        }
        for model in models.values()
    ]
    if arguments.json:
        print(json.dumps(entries, ensure_ascii=False, indent=1, default=_plain))
        return 0
    for model in models.values():
        names = "/".join((model.code, *model.aliases))
        print(f"{names:14} v{model.version}  {label('model_sector', model.sector)}  {model.title.zh}")
    return 0


def _show(engine: Engine, arguments: argparse.Namespace) -> int:
    found = _named(engine, arguments.code)
    if found is None:
        return _unknown(arguments.code)
    print(found.text)
    return 0


def _run(engine: Engine, arguments: argparse.Namespace) -> int:
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
        return _unknown(arguments.code)
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


def _unknown(name: str) -> int:
    print(f"没有代码或别名为 {name!r} 的模型；用 models list 查看", file=sys.stderr)
    return 2


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
        print(json.dumps(answer, ensure_ascii=False, indent=1, default=_plain))
        return
    for each in answer if isinstance(answer, list) else [answer]:
        if each["not_run"]:
            print(f"{each['model']:8} 未运行：{each['not_run']}")
        else:
            new = f"，新增 {each['new']:,}" if each["new"] is not None else ""
            told = f"{each['rows']:,} 条疑点{new}，{each['seconds']:.2f} 秒，运行号 {each['run']}"
            print(f"{each['model']:8} {told}")


def _plain(value: object) -> object:
    return float(str(value)) if hasattr(value, "as_tuple") else str(value)
