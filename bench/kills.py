"""`kill -9` at random moments of an upload: what was committed stays whole, nothing half is seen or left.

Each upload is a process of its own, killed at a moment drawn over the time that an upload takes, and a little
more. Then the start of a server is played: sweep, and look. Every
other upload goes by way of the drop folder.
"""

import multiprocessing
import os
import random
import shutil
import tempfile
import time
from collections import Counter
from multiprocessing.context import ForkServerProcess
from multiprocessing.synchronize import Event
from pathlib import Path

from sqlalchemy import Engine, func, insert, select, text

from bench.upload_files import benefits
from data.access.roles import COMMAND_LINE
from data.bringing.bring_in import Bringing, bring_in
from data.data_room.drop_folder import bring_dropped, drop_folder
from data.engine import connect_to, now, reading, writing
from data.local_time import today_in_china
from data.migrate import upgrade
from data.schema import Account, DataMovement, DatasetVersion, Undertaking
from data.warehouse import sweep, verify, versions, warehouse

ROWS = 200_000  # 21 MB: read, checked and stored in parts like a large file
_SEED = 20261122
_KEEPER = "keeper"
_FAULTS = ("lost", "partial", "left over", "twice")


def run(times: int) -> None:
    """Measure and print counts: each of the faults must be 0."""
    chance = random.Random(_SEED)  # noqa: S311 - moments, no secrets
    delivered, __ = benefits(ROWS)
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["bench.kills"])
    with tempfile.TemporaryDirectory(prefix="audit-bench-") as folder:
        os.environ["AUDIT_VAR_DIR"] = folder
        engine = connect_to(f"sqlite:///{folder}/audit.db")
        upgrade(engine)
        _let_in(engine)
        durations = [
            _upload(server.Process, server.Event(), folder, delivered, by_drop=drop) for drop in (0, 1)
        ]
        found: Counter[str] = Counter()
        committed = _count(engine)
        for number in range(times):
            by_drop = number % 2
            moment = chance.uniform(0, durations[by_drop] * 1.1)
            _upload(server.Process, server.Event(), folder, delivered, by_drop=by_drop, killed_after=moment)
            sweep(engine)
            found.update(_faults(engine, committed))
            if by_drop:
                found.update(_dropped_again(engine, committed))
            found["committed" if _count(engine) > committed else "undone"] += 1
            committed = _count(engine)
        with reading(engine) as connection:
            dataset_ids = connection.scalars(select(DatasetVersion.dataset_id).distinct()).all()
            kept = [version for number in dataset_ids for version in versions(connection, number)]
        found["lost"] += sum(bool(verify(version)) for version in kept)
        print(f"\n== {times} uploads of {ROWS:,} rows killed within {max(durations):.1f} s")
        print(f"versions committed all the same {found['committed']}, undone {found['undone']}")
        for fault in _FAULTS:
            print(f"{fault:10} {found[fault]} (bar: 0)")


def _upload(
    process: type[ForkServerProcess],
    is_begun: Event,
    folder: str,
    file: Path,
    *,
    by_drop: int,
    killed_after: float | None = None,
) -> float:
    """Seconds of one upload in a process of its own."""
    if by_drop:
        own = drop_folder() / _KEEPER / "benefits"
        own.mkdir(parents=True, exist_ok=True)
        # The same file put here within the second of its last commit would be taken for what was committed.
        time.sleep(1)
        shutil.copy(file, own / "dropped.csv")
    child = process(target=_bring, args=(folder, str(file), by_drop, is_begun))
    child.start()
    is_begun.wait()
    started = time.perf_counter()
    child.join(killed_after)
    if child.is_alive():
        child.kill()
    child.join()
    if killed_after is None and child.exitcode:
        raise RuntimeError(child.exitcode)
    return time.perf_counter() - started


def _bring(folder: str, file: str, by_drop: int, is_begun: Event) -> None:
    os.environ["AUDIT_VAR_DIR"] = folder
    engine = connect_to(f"sqlite:///{folder}/audit.db")
    is_begun.set()
    if by_drop:
        bring_dropped(engine, rest_seconds=-1, look=_at_once)
        return
    asked = Bringing(
        file=Path(file),
        original_name="killed.csv",
        delivery="command_line",
        dataset="killed",
        dataset_type="benefits",
        change="append",
    )
    bring_in(engine, COMMAND_LINE, asked)


def _at_once() -> None:
    return None


def _faults(engine: Engine, committed: int) -> Counter[str]:
    """What is wrong after the sweep: versions that went, rows without files, files without rows."""
    found: Counter[str] = Counter()
    with reading(engine) as connection:
        rows = connection.execute(select(DatasetVersion.folder, DatasetVersion.row_count)).all()
        movements = connection.scalar(select(func.count()).select_from(DataMovement)) or 0
        dataset_ids = connection.scalars(select(DatasetVersion.dataset_id).distinct()).all()
        newest = [versions(connection, number)[-1] for number in dataset_ids]
    found["lost"] += max(committed - len(rows), 0)
    found["partial"] += abs(movements - len(rows)) + sum(bool(verify(version)) for version in newest)
    placed = {entry.name for entry in (warehouse() / "versions").iterdir()}
    found["partial"] += len({row.folder for row in rows} - placed)
    found["left over"] += len(placed - {row.folder for row in rows})
    found["left over"] += len(list((warehouse() / "incoming").iterdir()))
    return found


def _dropped_again(engine: Engine, committed: int) -> Counter[str]:
    """What was dropped comes in once: after its commit the file only goes, before it the file waits."""
    was_in = _count(engine) > committed
    bring_dropped(engine, rest_seconds=-1, look=_at_once)
    waiting = len(list((drop_folder() / _KEEPER / "benefits").iterdir()))
    return Counter({"twice": int(_count(engine) != committed + 1), "left over": waiting, "late": int(was_in)})


def _count(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.scalar(select(func.count()).select_from(DatasetVersion)) or 0


def _let_in(engine: Engine) -> None:
    """An account whose folder files are dropped into."""
    with writing(engine) as connection:
        connection.execute(
            insert(Account).values(
                user_name=_KEEPER,
                display_name="数据室",
                password_hash="",
                is_disabled=False,
                must_change_password=False,
                created_at=now(),
            )
        )
        connection.execute(text("insert into account_role select account_id, 'data_room' from account"))
        connection.execute(
            insert(Undertaking).values(
                user_name=_KEEPER,
                document="保密承诺书",
                signed_date=today_in_china(),
                valid_until=today_in_china().replace(year=2099),
                recorded_by="command line",
                recorded_at=now(),
            )
        )
