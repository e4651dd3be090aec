"""What a page that was left still asks for is not run on the page its reader is at, and wipes nothing."""

from types import SimpleNamespace

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests

from components.frame.fragments_stay import fragments_stay

LEFT, HERE = "page that was left", "page of the session"


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[RerunData]:
    """What Streamlit is given to run, with nothing run."""
    given: list[RerunData] = []
    monkeypatch.setattr(ScriptRequests, "_request_rerun_locked", ScriptRequests._request_rerun_locked)
    monkeypatch.setattr(ScriptRunner, "_run_script", lambda _runner, data: given.append(data))
    fragments_stay()
    return given


def run(data: RerunData, *, here: str = HERE) -> None:
    pages = PagesManager("app.py")
    pages.set_current_page_script_hash(here)
    ScriptRunner._run_script(SimpleNamespace(_pages_manager=pages), data)  # type: ignore[arg-type]


def test_a_fragment_of_the_page_before_does_not_run(runs: list[RerunData]) -> None:
    run(RerunData(page_script_hash=LEFT, fragment_id_queue=["watch"]))
    assert runs == []


def test_a_fragment_of_the_page_that_is_open_runs(runs: list[RerunData]) -> None:
    run(RerunData(page_script_hash=HERE, fragment_id_queue=["watch"]))
    assert [(data.page_script_hash, data.fragment_id_queue) for data in runs] == [(HERE, ["watch"])]


def test_a_page_that_is_asked_for_is_the_page_that_runs(runs: list[RerunData]) -> None:
    run(RerunData(page_script_hash=LEFT))
    assert runs[0].page_script_hash == LEFT


def test_before_the_first_page_the_browser_is_believed(runs: list[RerunData]) -> None:
    run(RerunData(page_script_hash=LEFT, fragment_id_queue=["watch"]), here="")
    assert runs[0].page_script_hash == LEFT


def test_it_is_put_in_once(runs: list[RerunData]) -> None:
    once = ScriptRunner._run_script
    fragments_stay()
    assert ScriptRunner._run_script is once


@pytest.mark.usefixtures("runs")
def test_a_page_that_waits_to_run_is_not_led_back_by_a_fragment_of_the_page_before() -> None:
    requests = ScriptRequests()
    requests.request_rerun(RerunData(page_script_hash=HERE, query_string="year=2026"))
    requests.request_rerun(RerunData(page_script_hash=LEFT, fragment_id="watch"))
    request = requests.on_scriptrunner_ready()
    assert (request.rerun_data.page_script_hash, request.rerun_data.query_string) == (HERE, "year=2026")
    assert request.rerun_data.fragment_id_queue == []


@pytest.mark.usefixtures("runs")
def test_a_page_that_is_asked_for_after_another_is_the_one_that_runs() -> None:
    requests = ScriptRequests()
    requests.request_rerun(RerunData(page_script_hash=LEFT))
    requests.request_rerun(RerunData(page_script_hash=HERE))
    assert requests.on_scriptrunner_ready().rerun_data.page_script_hash == HERE
