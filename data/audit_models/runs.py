"""Runs of audit models as the database has them: begun, ended, and with what they can be repeated."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, case, distinct, func, insert, select, update

from data.access.roles import User
from data.bound_values import as_kept, from_kept
from data.engine import now, writing
from data.events import ModelRan, record
from data.schema import Dataset, DatasetVersion, ModelRun, ModelRunDataset, ModelRunLayer
from data.settings import number, var_dir

HITS = "hits.parquet"
# A run that should have ended that long ago did not outlive its server.
_GRACE_SECONDS = 600


@dataclass(frozen=True)
class ReadVersion:
    """Which version of which dataset a run read as which relation."""

    relation: str
    dataset_id: int
    dataset_name: str
    dataset_title: str
    version_id: int
    number: int


@dataclass(frozen=True)
class RunFacts:
    """One run. `params` are the values as bound; `skipped` are (reason in Chinese, rows)."""

    run_id: int
    model_code: str
    model_version: int
    text_id: int
    params: Mapping[str, Any]
    user_name: str
    started_at: datetime
    ended_at: datetime | None
    outcome: str  # see data/codes.py: RUN_OUTCOME
    reason: str
    row_count: int | None
    skipped: tuple[tuple[str, int], ...]
    seconds: float | None
    engine: str
    folder: str | None
    previous_run_id: int | None
    new_count: int | None
    gone_count: int | None
    read: tuple[ReadVersion, ...]

    @property
    def hits_file(self) -> Path:
        """The Parquet file of its hits; there where the run is done."""
        assert self.folder is not None  # it never began
        return runs_folder() / self.folder / HITS


@dataclass(frozen=True)
class Beginning:
    """What is known of a run before it runs.

    `reads` are (relation, id of the version), `layers` the ids of the versions of map layers.
    """

    model_code: str
    model_version: int
    text_id: int
    params: Mapping[str, Any]
    reads: tuple[tuple[str, int], ...]
    engine: str
    layers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Ending:
    """How a run ended."""

    outcome: str
    reason: str = ""
    rows: int | None = None
    skipped: tuple[tuple[str, int], ...] = ()
    seconds: float | None = None
    previous_run_id: int | None = None
    new_count: int | None = None
    gone_count: int | None = None


def runs_folder() -> Path:
    """Where the hits of runs lie, each run in a folder of its own."""
    folder = var_dir() / "models"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def begin(engine: Engine, user: User, beginning: Beginning) -> RunFacts:
    """Write a run that is under way, with a new folder for its hits."""
    folder = uuid.uuid4().hex
    (runs_folder() / folder).mkdir(mode=0o700)
    with writing(engine) as connection:
        _close_abandoned(connection)
        run_id = _insert(connection, user, beginning, outcome="running", folder=folder)
        return run(connection, run_id)


def refused(engine: Engine, user: User, beginning: Beginning, reason: str) -> int:
    """Write a run that could not begin, and why; its id."""
    with writing(engine) as connection:
        run_id = _insert(connection, user, beginning, outcome="not_run", reason=reason, ended_at=now())
        event = ModelRan(beginning.model_code, beginning.model_version, run_id, "not_run", 0)
        record(connection, user.user_name, event)
    return run_id


def end(engine: Engine, user: User, run_id: int, ending: Ending) -> None:
    """Write how a run ended, with its event."""
    with writing(engine) as connection:
        facts = run(connection, run_id)
        connection.execute(
            update(ModelRun)
            .where(ModelRun.model_run_id == run_id)
            .values(
                ended_at=now(),
                outcome=ending.outcome,
                reason=ending.reason or None,
                row_count=ending.rows,
                skipped=json.dumps(ending.skipped, ensure_ascii=False),
                seconds=ending.seconds,
                previous_run_id=ending.previous_run_id,
                new_count=ending.new_count,
                gone_count=ending.gone_count,
            )
        )
        event = ModelRan(facts.model_code, facts.model_version, run_id, ending.outcome, ending.rows or 0)
        record(connection, user.user_name, event)


def run(connection: Connection, run_id: int) -> RunFacts:
    """One run. Raises KeyError."""
    found = runs(connection, ModelRun.model_run_id == run_id)
    if not found:
        raise KeyError(run_id)
    return found[0]


def runs(connection: Connection, *conditions: Any, limit: int | None = None) -> tuple[RunFacts, ...]:
    """Runs that meet the conditions (over the table model_run), the newest first."""
    newest_first = select(ModelRun.__table__).where(*conditions).order_by(ModelRun.model_run_id.desc())
    rows = connection.execute(newest_first.limit(limit)).all()
    read = _read_versions(connection, [row.model_run_id for row in rows])
    return tuple(_facts(row, tuple(read.get(row.model_run_id, ()))) for row in rows)


def previous_run(connection: Connection, facts: RunFacts) -> RunFacts | None:
    """The newest of `earlier_runs`."""
    found = earlier_runs(connection, facts, limit=1)
    return found[0] if found else None


def earlier_runs(
    connection: Connection, facts: RunFacts, *, limit: int | None = None
) -> tuple[RunFacts, ...]:
    """Runs of the same model over the same datasets before this one that came to their end, newest first.

    Versions may differ: what another dataset holds is neither new nor gone.
    """
    read = {each.dataset_id for each in facts.read}
    of_run = select(ModelRunDataset.model_run_id).join(
        DatasetVersion, DatasetVersion.dataset_version_id == ModelRunDataset.dataset_version_id
    )
    alike = of_run.group_by(ModelRunDataset.model_run_id).having(
        func.count(distinct(DatasetVersion.dataset_id)) == len(read),
        func.sum(case((DatasetVersion.dataset_id.in_(read), 0), else_=1)) == 0,
    )
    return runs(
        connection,
        ModelRun.model_code == facts.model_code,
        ModelRun.outcome == "done",
        ModelRun.model_run_id < facts.run_id,
        ModelRun.model_run_id.in_(alike),
        limit=limit,
    )


def _insert(connection: Connection, user: User, beginning: Beginning, **more: Any) -> int:
    run_id = connection.scalars(
        insert(ModelRun)
        .values(
            model_code=beginning.model_code,
            model_version=beginning.model_version,
            audit_model_text_id=beginning.text_id,
            params=as_kept(beginning.params),
            user_name=user.user_name,
            started_at=now(),
            engine=beginning.engine,
            **more,
        )
        .returning(ModelRun.model_run_id)
    ).one()
    if beginning.reads:
        connection.execute(
            insert(ModelRunDataset),
            [
                {"model_run_id": run_id, "relation": relation, "dataset_version_id": version_id}
                for relation, version_id in beginning.reads
            ],
        )
    if beginning.layers:
        connection.execute(
            insert(ModelRunLayer),
            [{"model_run_id": run_id, "map_layer_id": layer} for layer in beginning.layers],
        )
    return run_id


def _close_abandoned(connection: Connection) -> None:
    """End the runs whose server did not live to end them, each with its event."""
    began_before = now() - timedelta(seconds=number("AUDIT_MODEL_SECONDS") + _GRACE_SECONDS)
    closed = connection.execute(
        update(ModelRun)
        .where(ModelRun.outcome == "running", ModelRun.started_at < began_before)
        .values(outcome="stopped", ended_at=now(), reason="运行期间服务中断")
        .returning(ModelRun.model_run_id, ModelRun.model_code, ModelRun.model_version, ModelRun.user_name)
    ).all()
    for row in sorted(closed):
        event = ModelRan(row.model_code, row.model_version, row.model_run_id, "stopped", 0)
        record(connection, row.user_name, event)


def _read_versions(connection: Connection, run_ids: list[int]) -> dict[int, list[ReadVersion]]:
    rows = connection.execute(
        select(
            ModelRunDataset.model_run_id,
            ModelRunDataset.relation,
            Dataset.dataset_id,
            Dataset.name,
            Dataset.title,
            DatasetVersion.dataset_version_id,
            DatasetVersion.number,
        )
        .join(
            DatasetVersion,
            DatasetVersion.dataset_version_id == ModelRunDataset.dataset_version_id,
        )
        .join(Dataset, Dataset.dataset_id == DatasetVersion.dataset_id)
        .where(ModelRunDataset.model_run_id.in_(run_ids))
        .order_by(ModelRunDataset.model_run_dataset_id)
    )
    found: dict[int, list[ReadVersion]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(ReadVersion(*row[1:]))
    return found


def _facts(row: Row[Any], read: tuple[ReadVersion, ...]) -> RunFacts:
    return RunFacts(
        run_id=row.model_run_id,
        model_code=row.model_code,
        model_version=row.model_version,
        text_id=row.audit_model_text_id,
        params=from_kept(row.params),
        user_name=row.user_name,
        started_at=row.started_at,
        ended_at=row.ended_at,
        outcome=row.outcome,
        reason=row.reason or "",
        row_count=row.row_count,
        skipped=tuple((why, rows) for why, rows in json.loads(row.skipped or "[]")),
        seconds=row.seconds,
        engine=row.engine,
        folder=row.folder,
        previous_run_id=row.previous_run_id,
        new_count=row.new_count,
        gone_count=row.gone_count,
        read=read,
    )
