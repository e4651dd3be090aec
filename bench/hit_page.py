"""The evidence page beside its twin, which is the same page with what was read before as constants.

Everything that the page reads from the database or from the files is kept as the page was drawn with it, then
given back; what remains is Streamlit's own work.
"""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import mkdtemp
from typing import Any
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from data.settings import var_dir
from release.demonstration import ROOT

_SECONDS = 120
READ = (
    ("components.run.run_opening", "run_of"),
    ("components.run.run_opening", "seen_run"),
    ("components.run.hit_opening", "hit"),
    ("components.run.hit_suspect", "hit"),
    ("components.run.hit_suspect", "hit_states"),
    ("components.run.hit_parties", "parties_of_hit"),
    ("components.run.hit_parties", "suspects_with"),
    ("components.run.hit_parties", "suspect_standings"),
    ("components.run.hit_evidence", "evidence_of"),
)


def page_and_twin(run_id: int, numbers: list[int]) -> dict[str, float]:
    """Medians over hits, each of which is opened for the first time: seconds of the page and of its twin."""
    found: dict[str, list[float]] = {"page": [], "twin": [], "page_cpu": [], "twin_cpu": []}
    for place, number in enumerate(numbers):
        page = _seconds(run_id, number)
        kept: dict[tuple[str, str], list[Any]] = {each: [] for each in READ}
        with _reading_through(lambda name, real, kept=kept: _keep(kept[name], real)):  # type: ignore[misc]
            _seconds(run_id, number)
        with _reading_through(lambda name, __, kept=kept: _give(kept[name])):  # type: ignore[misc]
            twin = _seconds(run_id, number)
        if place:  # the first one loads what all others find loaded
            for name, (seconds, cpu) in {"page": page, "twin": twin}.items():
                found[name].append(seconds)
                found[f"{name}_cpu"].append(cpu)
    return {name: median(each) for name, each in found.items()}


@cache
def _staged() -> str:
    """The page's script beside a pages/ of its own: Streamlit looks for pages beside the script it runs."""
    stage = Path(mkdtemp(prefix="hit-", dir=var_dir()))
    (stage / "pages").symlink_to(ROOT / "pages")
    return str(shutil.copy(ROOT / "bench/hit_app.py", stage / "app.py"))


def _seconds(run_id: int, number: int) -> tuple[float, float]:
    app = AppTest.from_file(_staged(), default_timeout=_SECONDS)
    app.query_params["run"], app.query_params["hit"] = str(run_id), str(number)
    began, used = time.perf_counter(), time.process_time()
    app.run()
    taken = time.perf_counter() - began, time.process_time() - used
    if app.exception or not app.subheader:
        raise RuntimeError([each.value for each in (*app.exception, *app.info)])
    return taken


@contextmanager
def _reading_through(
    made: Callable[[tuple[str, str], Callable[..., Any]], Callable[..., Any]],
) -> Iterator[None]:
    patches = [
        patch.object(import_module(module), name, made((module, name), getattr(import_module(module), name)))
        for module, name in READ
    ]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


def _keep(answers: list[Any], real: Callable[..., Any]) -> Callable[..., Any]:
    def read(*words: Any, **named: Any) -> Any:
        answers.append(real(*words, **named))
        return answers[-1]

    return read


def _give(answers: list[Any]) -> Callable[..., Any]:
    left = iter(answers)
    return lambda *__, **___: next(left)
