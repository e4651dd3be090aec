"""Audit models: list, show, run, check, export, import, score.

`manage.py models run CODE|--all [--on NAME[@VERSION] …] [--param K=V …]` runs on the newest fitting datasets,
or on those that are named, and can be repeated exactly: each run is kept. With --all a model runs once
over every dataset that fits what it reads first. With --register its hits become suspects, each once; that
is what a nightly run by cron does. Ends with 1 where a model could not be run; with --all only where one that
has its data failed: that others lack theirs is usual, and one never stops the rest.

Here are the words alone: what an act needs is loaded when it is done.
"""

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

from commands import rows_to_file
from queries.workbench import child_process


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand per act; each says where it is done."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    listing = acts.add_parser("list", help="the models in force")
    listing.set_defaults(do="models_list.every")
    show = acts.add_parser("show", help="the text of one model")
    show.add_argument("code", metavar="CODE")
    show.set_defaults(do="models_list.text")
    run_ = _add_run(acts)
    import_, check = _add_exchange(acts)
    score = acts.add_parser(
        "score", help="run models on the demonstration warehouse and compare with what is planted"
    )
    score.add_argument("codes", nargs="*", metavar="CODE", help="models; without any: all that are shipped")
    score.set_defaults(do="models_score.score")
    for each in (listing, run_, import_, check, score):
        each.add_argument("--json", action="store_true", help="answer in JSON")


def _add_run(acts: Any) -> argparse.ArgumentParser:
    run_: argparse.ArgumentParser = acts.add_parser(
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
    run_.set_defaults(do="models_run.run")
    return run_


def _add_exchange(acts: Any) -> tuple[argparse.ArgumentParser, argparse.ArgumentParser]:
    """Returns those that can answer in JSON."""
    export = acts.add_parser("export", help="write one model, or all, into a file for another bureau")
    export.add_argument("code", nargs="?", metavar="CODE", help="code or alias of a model")
    export.add_argument("--all", action="store_true", help="every model in force, as an archive")
    export.add_argument("file", metavar="FILE", type=Path, help=".sql for one model, .zip for --all")
    export.set_defaults(do="models_exchange.export")
    import_ = acts.add_parser("import", help="make drafts of the models in a file")
    import_.add_argument("file", metavar="FILE", type=Path, help=".sql or .zip")
    import_.add_argument("--as", dest="user", required=True, metavar="USER", help="whose drafts they become")
    import_.set_defaults(do="models_exchange.import_")
    check = acts.add_parser("check", help="read the models in a file and try their cases; nothing is kept")
    check.add_argument("file", metavar="FILE", type=Path, help=".sql or .zip")
    check.set_defaults(do="models_exchange.check")
    return import_, check


def run(arguments: argparse.Namespace) -> int:
    """Do the act; 1 where something could not be run, 2 where a name is not known."""
    if arguments.act == "run":
        child_process.make_ready()
    module, act = arguments.do.split(".")
    return int(getattr(import_module(f"commands.{module}"), act)(arguments))
