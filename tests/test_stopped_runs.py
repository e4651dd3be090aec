"""A run that was stopped when it had just begun does not lead the reader back to the page it was for."""

from types import SimpleNamespace

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests

from components.frame import stopped_runs
from components.frame.stopped_runs import stopped_runs_are_silent

LEFT, HERE = "page that was left", "page that was clicked"


@pytest.fixture(autouse=True)
def put_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is put in here goes with the test."""
    for name in ("set_script_intent", "set_current_page_script_hash"):
        write = getattr(PagesManager, name)
        monkeypatch.setattr(PagesManager, name, getattr(write, "__wrapped__", write))
    stopped_runs_are_silent()


def of_run(requests: ScriptRequests | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows is written by the run with these requests; by no run where there are none."""
    run = SimpleNamespace(script_requests=requests) if requests else None
    monkeypatch.setattr(stopped_runs, "get_script_run_ctx", lambda **_: run)


def test_what_a_stopped_run_writes_late_is_not_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    pages, before, clicked = PagesManager("app.py"), ScriptRequests(), ScriptRequests()
    before.request_stop()  # the click, after which its own run begins
    of_run(clicked, monkeypatch)
    pages.set_script_intent(HERE, "")
    pages.set_current_page_script_hash(HERE)
    of_run(before, monkeypatch)
    pages.set_script_intent(LEFT, "")
    pages.set_current_page_script_hash(LEFT)
    assert (pages.intended_page_script_hash, pages.current_page_script_hash) == (HERE, HERE)


@pytest.mark.parametrize("requests", [ScriptRequests(), None], ids=["a run that goes on", "no run"])
def test_all_others_are_heard(requests: ScriptRequests | None, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = PagesManager("app.py")
    of_run(requests, monkeypatch)
    pages.set_script_intent(HERE, "name")
    pages.set_current_page_script_hash(HERE)
    assert pages.intended_page_name == "name"
    assert (pages.intended_page_script_hash, pages.current_page_script_hash) == (HERE, HERE)


def test_it_is_put_in_once() -> None:
    once = PagesManager.set_script_intent
    stopped_runs_are_silent()
    assert PagesManager.set_script_intent is once
