"""Versions that somebody made of a file of the same name and size: it may be about to come in twice."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from data.schema import Dataset, DatasetVersion


@dataclass(frozen=True)
class BroughtBefore:
    """The version that was made of it; the moment is UTC."""

    dataset: str
    number: int
    loaded_at: datetime


def brought_before(
    connection: Connection, user_name: str, original_name: str, original_bytes: int
) -> BroughtBefore | None:
    """The newest that this person made, of datasets that were not removed; None where there is none."""
    wanted = (
        select(Dataset.name, DatasetVersion.number, DatasetVersion.loaded_at)
        .join(Dataset, Dataset.dataset_id == DatasetVersion.dataset_id)
        .where(
            DatasetVersion.loaded_by == user_name,
            DatasetVersion.original_name == original_name,
            DatasetVersion.original_bytes == original_bytes,
            Dataset.removed_at.is_(None),
        )
        .order_by(DatasetVersion.dataset_version_id.desc())
        .limit(1)
    )
    row = connection.execute(wanted).first()
    return BroughtBefore(*row) if row else None
