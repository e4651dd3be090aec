"""Deleting the files of removed datasets for good, and what is known of those that wait for it.

A dataset can be restored until its files are deleted, so they are kept for a while after its removal; who
says so explicitly deletes them sooner. What the database says of the dataset and its versions stays.
"""

import shutil
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Engine, func, select, update

from data.access.permission import permit
from data.access.roles import COMMAND_LINE, User
from data.engine import now, writing
from data.events import DatasetFilesCleaned, record, take_turn
from data.language import _
from data.local_time import in_china, today_in_china
from data.schema import Dataset, DatasetVersion, SuspectEvidence
from data.warehouse.failures import WarehouseError
from data.warehouse.folders import version_folder

KEEPING = "keep-data-room"
GRACE_DAYS = 30


@dataclass(frozen=True)
class RemovedDataset:
    """A removed dataset whose files are still there. `name` is what it was called; `removed_at` is UTC.

    `bytes` is what its files take on the disk, originals among them; `suspects` stand on rows of it.
    """

    dataset_id: int
    name: str
    title: str
    owner: str
    removed_at: datetime
    reason: str
    versions: int
    bytes: int
    suspects: int

    @property
    def kept_until(self) -> date:
        """The last day on which its files are kept unless somebody says explicitly that they go sooner."""
        return in_china(self.removed_at).date() + timedelta(days=GRACE_DAYS)

    def is_due(self, day: date) -> bool:
        """Whether its files may be deleted on the day."""
        return day > self.kept_until


def removed_datasets(connection: Connection) -> tuple[RemovedDataset, ...]:
    """Removed datasets whose files are still there, by name."""
    standing = suspects_on(connection)
    found = []
    for row in connection.execute(
        select(Dataset.__table__).where(Dataset.removed_at.is_not(None), Dataset.files_deleted_at.is_(None))
    ):
        keys = _folders(connection, [row.dataset_id])
        size = sum(map(_size, keys))
        if size:
            found.append(
                RemovedDataset(
                    dataset_id=row.dataset_id,
                    name=name_before_removal(row.name, row.dataset_id),
                    title=row.title,
                    owner=row.owner,
                    removed_at=row.removed_at,
                    reason=row.removal_reason or "",
                    versions=len(keys),
                    bytes=size,
                    suspects=standing.get(row.dataset_id, 0),
                )
            )
    return tuple(sorted(found, key=lambda entry: (entry.name, entry.dataset_id)))


def sizes(connection: Connection, dataset_ids: Collection[int]) -> dict[int, int]:
    """Bytes that the files of each dataset take on the disk, all versions and their originals together."""
    return {dataset_id: sum(map(_size, _folders(connection, [dataset_id]))) for dataset_id in dataset_ids}


def clean(
    engine: Engine, user: User, dataset_ids: Collection[int] | None = None, *, is_early: bool = False
) -> tuple[RemovedDataset, ...]:
    """Delete the files of removed datasets for good: those named, or all; returns them.

    Those that were removed GRACE_DAYS ago or less are left out of all, and have to be named or asked for with
    `is_early`. Needs the right to keep the data room. Raises WarehouseError where one that is named does not
    wait any more or is kept still, and NotPermittedError (recorded).
    """
    if user != COMMAND_LINE:
        permit(engine, user, KEEPING, "clean")
    with writing(engine) as connection:
        take_turn(connection)
        chosen = _chosen(removed_datasets(connection), dataset_ids, is_early=is_early)
        ids = [entry.dataset_id for entry in chosen]
        connection.execute(update(Dataset).where(Dataset.dataset_id.in_(ids)).values(files_deleted_at=now()))
        for entry in chosen:
            cleaned = DatasetFilesCleaned(entry.name, entry.versions, entry.bytes, entry.dataset_id)
            record(connection, user.user_name, cleaned)
        gone = connection.scalars(
            select(DatasetVersion.folder)
            .join(Dataset, Dataset.dataset_id == DatasetVersion.dataset_id)
            .where(Dataset.files_deleted_at.is_not(None))
        ).all()
    # After the commit: files that are gone without a trace in the log would be worse than some left over,
    # which the next cleaning finds.
    for key in gone:
        shutil.rmtree(version_folder(key), ignore_errors=True)
    return chosen


def _chosen(
    waiting: tuple[RemovedDataset, ...], dataset_ids: Collection[int] | None, *, is_early: bool
) -> tuple[RemovedDataset, ...]:
    day = today_in_china()
    if dataset_ids is None:
        return tuple(entry for entry in waiting if is_early or entry.is_due(day))
    chosen = tuple(entry for entry in waiting if entry.dataset_id in dataset_ids)
    if len(chosen) < len(set(dataset_ids)):
        raise WarehouseError(_("One of these datasets was restored or cleaned up meanwhile."))
    for entry in chosen:
        if not is_early and not entry.is_due(day):
            raise WarehouseError(
                _("The files of {name} are kept until {day}.").format(name=entry.name, day=entry.kept_until)
            )
    return chosen


def name_before_removal(name: str, dataset_id: int) -> str:
    """What a removed dataset was called."""
    return name.removesuffix(f"~{dataset_id}")


def _folders(connection: Connection, dataset_ids: list[int]) -> list[str]:
    wanted = select(DatasetVersion.folder).where(DatasetVersion.dataset_id.in_(dataset_ids))
    return list(connection.scalars(wanted))


def suspects_on(connection: Connection) -> dict[int, int]:
    """How many suspects stand on rows of each dataset that has any."""
    rows = connection.execute(
        select(DatasetVersion.dataset_id, func.count(SuspectEvidence.suspect_id.distinct()))
        .join(SuspectEvidence, SuspectEvidence.dataset_version_id == DatasetVersion.dataset_version_id)
        .group_by(DatasetVersion.dataset_id)
    )
    return {row[0]: row[1] for row in rows}


def _size(key: str) -> int:
    return sum(file.stat().st_size for file in version_folder(key).rglob("*") if file.is_file())
