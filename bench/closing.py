"""Many writers on the steps of findings, some of them killed: no acknowledged step is lost, none is half.

Each writer is a process of its own that takes steps of findings at random and notes each one that was
acknowledged in a file of its own. While they work, `kill -9` takes one after the other, and another begins in
its place. In the end the database is held against what was acknowledged.
"""

import multiprocessing
import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from sqlalchemy import Engine, create_engine, func, insert, select, text
from sqlalchemy.exc import OperationalError

from bench.postgresql import cluster
from data.access.roles import User
from data.bureau import set_value
from data.closing.moving import Asked, take_steps
from data.closing.offered import ONWARD
from data.closing.standing import SUBJECT, standings
from data.closing.step import Step
from data.closing.transitions import acts_from
from data.engine import connect_to, now, reading, writing
from data.events import first_broken_link
from data.migrate import upgrade
from data.schema import Attachment, Event, Finding, Milestone, Project, RectifiedMoney, Unit

FINDINGS = 400
_TODAY = date(2026, 11, 20)
_FOUND = date(2026, 1, 5)
_LIMIT = date(2026, 12, 31)
_SEED = 20261123
_KILL_EVERY = 3.0  # seconds: a writer that has just begun is slow for a while
_LONGEST_START = 60  # seconds
FAULTS = ("lost", "half", "broken link")
_PEOPLE = {
    right: User(f"{right}-{number}", right, frozenset({role}))
    for number, (right, role) in enumerate(
        (
            ("work-findings", "rectification"),
            ("review-findings", "section"),
            ("recheck-findings", "review"),
            ("approve-close-out", "leadership"),
        )
    )
}


def run(seconds: int, writers: int, engines: tuple[str, ...]) -> None:
    """Measure and print counts: each of FAULTS must be 0."""
    for name in engines:
        with tempfile.TemporaryDirectory(prefix="audit-bench-") as folder, _database(name, folder) as url:
            os.environ["AUDIT_VAR_DIR"] = folder
            prepare(connect_to(url))
            found = work(url, Path(folder), seconds, writers)
        counts = ", ".join(f"{word} {count}" for word, count in found.items())
        print(f"{name}: {writers} writers, {seconds} s: {counts}")


def prepare(engine: Engine) -> None:
    """Findings that await their notice, with a file each that proves them."""
    upgrade(engine)
    with writing(engine) as connection:
        set_value(connection, "as_of", _TODAY.isoformat())
        connection.execute(insert(Unit).values(unit_id=1, name="单位", is_stub=False))
        connection.execute(
            insert(Project).values(
                project_id=1, project_code="P1", name="项目", plan_year=2026, is_stub=False
            )
        )
        for number in range(1, FINDINGS + 1):
            moment = now()
            connection.execute(
                insert(Finding).values(
                    finding_id=number,
                    finding_code=f"F{number}",
                    project_id=1,
                    unit_id=1,
                    title="问题",
                    amount_fen=10**6,
                    found_date=_FOUND,
                    recorded_at=moment,
                )
            )
            connection.execute(
                insert(Attachment).values(
                    subject=SUBJECT,
                    subject_id=number,
                    file_name="证.pdf",
                    sha256="0" * 64,
                    size_bytes=1,
                    added_by="bench",
                    added_at=moment,
                )
            )


def work(url: str, folder: Path, seconds: float, writers: int) -> Counter[str]:
    """Let writers work for a while, killing one after the other; steps, kills and each of the faults."""
    chance = random.Random(_SEED)  # noqa: S311 - moments, no secrets
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["bench.closing"])
    running: list[ForkServerProcess] = []
    begun = kills = 0

    def begin() -> ForkServerProcess:
        nonlocal begun
        begun += 1
        process = server.Process(target=_write, args=(url, str(folder / f"writer-{begun}.txt"), begun))
        process.start()
        return process

    running = [begin() for __ in range(writers)]
    _await_first(folder)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        time.sleep(min(_KILL_EVERY, seconds / 4))
        place = chance.randrange(len(running))
        running[place].kill()
        running[place].join()
        kills += 1
        running[place] = begin()
    for process in running:
        process.kill()
        process.join()
    engine = connect_to(url)
    found = _faults(engine, folder)
    engine.dispose()
    found["kills"] = kills + len(running)
    return found


def _await_first(folder: Path) -> None:
    """Until the writers have begun: starting processes is not what is looked at."""
    until = time.monotonic() + _LONGEST_START
    while time.monotonic() < until and not any(file.stat().st_size for file in folder.glob("writer-*.txt")):
        time.sleep(0.05)


def _write(url: str, file: str, number: int) -> None:
    """Take steps until killed; each acknowledged one is on disk before the next begins."""
    chance = random.Random(number)  # noqa: S311
    # The server that processes are forked from may have begun for somebody else.
    os.environ["AUDIT_VAR_DIR"] = str(Path(file).parent)
    engine = connect_to(url)
    with Path(file).open("a", encoding="utf-8") as acknowledged:
        for count in range(10**9):
            finding_id = chance.randint(1, FINDINGS)
            with reading(engine) as connection:
                there = standings(connection, [finding_id], _TODAY)[finding_id]
            act = next((each for each in acts_from(there.stage) if each.act in ONWARD), None)
            if act is None:
                act = next(each for each in acts_from(there.stage) if each.act == "look_back")
            note = f"{number}-{count}"
            step = Step(
                act.act,
                note=note,
                document_number="1号" if "document_number" in act.needs else "",
                rectification_type="immediate" if act.act == "notify" else None,
                new_due_date=_LIMIT if act.act == "notify" else None,
                money={"recovered": 100, "disbursed": 50} if "money" in act.takes else {},
            )
            asked = Asked(finding_id, there.revision, step)
            try:
                is_taken = take_steps(engine, _PEOPLE[act.right], [asked])[0].is_taken
            except OperationalError:
                continue  # nobody was told that it is done: others held the database for too long
            if is_taken:
                acknowledged.write(f"{note}\n")
                acknowledged.flush()
                os.fsync(acknowledged.fileno())


def _faults(engine: Engine, folder: Path) -> Counter[str]:
    told = [
        line
        for file in folder.glob("writer-*.txt")
        for line in file.read_text("utf-8").splitlines(keepends=True)
    ]
    acknowledged = {line.strip() for line in told if line.endswith("\n")}
    with reading(engine) as connection:
        steps = connection.execute(
            select(Milestone.note, Milestone.event_id, Milestone.kind, Milestone.finding_id)
        ).all()
        events = set(connection.scalars(select(Event.event_id).where(Event.kind == "finding_step_taken")))
        revisions = dict(connection.execute(select(Finding.finding_id, Finding.revision)).all())
        counted = Counter(step.finding_id for step in steps)
        money = dict(
            connection.execute(
                select(RectifiedMoney.event_id, func.count()).group_by(RectifiedMoney.event_id)
            ).all()
        )
        broken, checked = first_broken_link(connection)
    half = len(events ^ {step.event_id for step in steps})
    half += sum(revisions[number] != counted[number] for number in revisions)
    half += sum(money.get(step.event_id, 0) != 2 for step in steps if step.kind == "submitted")
    return Counter(
        {
            "steps": len(steps),
            "acknowledged": len(acknowledged),
            "events checked": checked,
            "lost": len(acknowledged - {step.note for step in steps}),
            "half": half,
            "broken link": int(broken is not None),
        }
    )


@contextmanager
def _database(name: str, folder: str) -> Iterator[str]:
    if name == "sqlite":
        Path(folder, "audit.db").touch()
        yield f"sqlite:///{folder}/audit.db"
        return
    with cluster() as url:
        owner = create_engine(url.format(name="postgres"), isolation_level="AUTOCOMMIT")
        with owner.connect() as connection:
            connection.execute(text("create database closing"))
        owner.dispose()
        yield url.format(name="closing")
