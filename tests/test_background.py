"""Work in the background: results, errors, an end that was asked for, and not too much of it at once."""

import threading
import time
from collections.abc import Callable, Iterator

import duckdb
import pytest

from queries import background
from queries.background import AT_ONCE, BusyError, Work, WorkStoppedError, start

# Minutes of work in one question.
ENDLESS = "select count(*) from range(100000000) as a(i), range(100000) as b(j) where (i * j) % 7 = 3"


@pytest.fixture
def begun() -> Iterator[list[Work[object]]]:
    """Work to be ended whatever happens in the test."""
    works: list[Work[object]] = []
    yield works
    for work in works:
        work.stop()
        assert work.wait(20)


def ask(sql: str) -> Callable[[duckdb.DuckDBPyConnection, Callable[[], None]], object]:
    return lambda duck, __: duck.execute(sql).fetchall()


def test_a_result_and_an_error(begun: list[Work[object]]) -> None:
    work, wrong = start(ask("select 42")), start(ask("select gone"))
    begun += [work, wrong]
    assert work.wait(20)
    assert wrong.wait(20)
    assert work.result == [(42,)]
    with pytest.raises(duckdb.BinderException):
        assert wrong.result


def test_a_question_is_stopped_and_its_place_is_free_again(begun: list[Work[object]]) -> None:
    begun += [start(ask(ENDLESS)) for __ in range(AT_ONCE)]
    with pytest.raises(BusyError):
        start(ask("select 1"))
    assert not begun[0].is_over
    begun[0].stop()
    assert begun[0].wait(20)
    with pytest.raises(WorkStoppedError):
        assert begun[0].result
    assert begun[0].is_stopped_for == "asked"
    begun.append(start(ask("select 1")))


def test_work_in_python_is_stopped_where_it_asks(begun: list[Work[object]]) -> None:
    is_there = threading.Event()

    def work(duck: duckdb.DuckDBPyConnection, go_on: Callable[[], None]) -> None:
        del duck
        while True:
            is_there.set()
            go_on()
            time.sleep(0.01)

    begun.append(start(work))
    assert is_there.wait(20)
    begun[0].stop()
    assert begun[0].wait(20)
    with pytest.raises(WorkStoppedError):
        assert begun[0].result


def test_nothing_goes_on_for_ever(begun: list[Work[object]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "LIMIT_SECONDS", 0)
    begun.append(start(ask(ENDLESS)))
    assert begun[0].wait(20)
    assert begun[0].is_stopped_for == "time"
