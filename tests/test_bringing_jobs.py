"""Files on their way in behind the page: one at a time for each person, the others in turn, none lost."""

import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, insert, select

from data.access.roles import User
from data.bringing.bring_in import Bringing, bring_in
from data.bringing.jobs import (
    CANCELLED,
    DONE,
    REFUSED,
    RUNNING,
    WAITING,
    begin_job,
    busy_transfers,
    find_job,
    forget_job,
    jobs_of,
)
from data.engine import reading, writing
from data.schema import Account, AccountRole, DatasetVersion
from data.transfers import keep_upload, transfers
from data.warehouse import WarehouseError, warehouse
from tests.dataset_rows import KEEPER, OTHER_KEEPER, signed

SECONDS = 30


@pytest.fixture
def room(sqlite_engine: Engine) -> Iterator[Engine]:
    """Two keepers with the right to bring data; no job is left behind."""
    signed(sqlite_engine, KEEPER, OTHER_KEEPER)
    with writing(sqlite_engine) as connection:
        for account_id in connection.scalars(select(Account.account_id)).all():
            connection.execute(insert(AccountRole).values(account_id=account_id, role="data_room"))
    yield sqlite_engine
    for user in (KEEPER, OTHER_KEEPER):
        for job in jobs_of(user):
            job.cancel()
            job.wait(SECONDS)
            forget_job(job)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Jobs stand at their first file until the event is set."""
    gate, real = threading.Event(), bring_in

    def slow(*given: object, **named: object) -> object:
        assert gate.wait(SECONDS)
        return real(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("data.bringing.jobs.bring_in", slow)
    yield gate
    gate.set()


def waiting(engine: Engine, user: User, name: str, text: str) -> tuple[str, Bringing]:
    """A file of the user's that waits, with nothing said of it but the dataset."""
    content = text.encode()
    kept = keep_upload(engine, user, name, io.BytesIO(content), len(content))
    return kept.transfer_id, Bringing(Path(), "", "page", dataset="t", change="append")


def test_files_go_into_one_dataset_one_after_another(room: Engine) -> None:
    files = [waiting(room, KEEPER, f"{name}.csv", f"编号,金额\n{name},1.5\n") for name in ("A1", "A2")]
    job = begin_job(room, KEEPER, files)
    assert job.wait(SECONDS)
    assert (job.state, job.refusal) == (DONE, "")
    assert [outcome.version.row_count for outcome in job.outcomes] == [1, 2]
    assert [outcome.version.original_name for outcome in job.outcomes] == ["A1.csv", "A2.csv"]
    assert transfers(KEEPER) == []
    assert find_job(KEEPER, job.job_id) is job
    assert find_job(OTHER_KEEPER, job.job_id) is None


def test_a_refused_file_goes_on_waiting_with_those_after_it(room: Engine) -> None:
    files = [
        waiting(room, KEEPER, name, text)
        for name, text in (("1.csv", "a,b\n1,2\n"), ("2.csv", "%PDF-1.7\n"), ("3.csv", "a,b\n3,4\n"))
    ]
    job = begin_job(room, KEEPER, files)
    assert job.wait(SECONDS)
    assert (job.state, len(job.outcomes)) == (REFUSED, 1)
    assert "PDF" in job.refusal
    assert {transfer.original_name for transfer in transfers(KEEPER)} == {"2.csv", "3.csv"}


def test_two_of_one_person_take_turns_and_one_of_another_does_not(
    room: Engine, held: threading.Event
) -> None:
    first = begin_job(room, KEEPER, [waiting(room, KEEPER, "1.csv", "a,b\n1,2\n")])
    second = begin_job(room, KEEPER, [waiting(room, KEEPER, "2.csv", "a,b\n1,2\n")])
    other = [waiting(room, OTHER_KEEPER, "3.csv", "a,b\n1,2\n")]
    theirs = begin_job(room, OTHER_KEEPER, [(other[0][0], Bringing(Path(), "", "page", dataset="u"))])
    assert [job.state for job in (first, second, theirs)] == [RUNNING, WAITING, RUNNING]
    assert busy_transfers(KEEPER) == {first.files[0][0], second.files[0][0]}
    with pytest.raises(WarehouseError):
        begin_job(room, KEEPER, list(first.files))
    held.set()
    assert second.wait(SECONDS)
    assert theirs.wait(SECONDS)
    assert [job.state for job in (first, second, theirs)] == [DONE, DONE, DONE]
    assert second.outcomes[0].version.number == 2


def test_a_cancelled_job_leaves_its_file_and_nothing_else(room: Engine, held: threading.Event) -> None:
    running = begin_job(room, KEEPER, [waiting(room, KEEPER, "1.csv", "a,b\n1,2\n")])
    queued = begin_job(room, KEEPER, [waiting(room, KEEPER, "2.csv", "a,b\n1,2\n")])
    queued.cancel()
    assert queued.state == CANCELLED
    running.cancel()
    assert running.is_being_cancelled
    held.set()
    assert running.wait(SECONDS)
    assert running.state == CANCELLED
    assert len(transfers(KEEPER)) == 2
    assert list((warehouse() / "incoming").iterdir()) == []
    with reading(room) as connection:
        assert connection.scalars(select(DatasetVersion.number)).all() == []


def test_a_right_that_was_taken_away_meanwhile_counts(room: Engine, held: threading.Event) -> None:
    job = begin_job(room, KEEPER, [waiting(room, KEEPER, "1.csv", "a,b\n1,2\n")])
    queued = begin_job(room, KEEPER, [waiting(room, KEEPER, "2.csv", "a,b\n1,2\n")])
    with writing(room) as connection:
        connection.execute(delete(AccountRole))
    held.set()
    assert queued.wait(SECONDS)
    assert job.state == DONE
    assert (queued.state, len(transfers(KEEPER))) == (REFUSED, 1)
    assert "无权" in queued.refusal
