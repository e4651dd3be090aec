"""Taking a dataset out of the catalogue, and cleaning up the files of what was taken out."""

import shutil

from sqlalchemy import Connection, Engine, select, update

from data.access.permission import permit, refuse
from data.access.roles import COMMAND_LINE, User, can
from data.engine import now, reading, writing
from data.events import DatasetFilesCleaned, DatasetRemoved, record, take_turn
from data.language import _
from data.schema import Dataset, DatasetVersion
from data.warehouse.failures import WarehouseError
from data.warehouse.folders import version_folder
from data.warehouse.versions import dataset

KEEPING = "keep-data-room"
# No dataset can be called so: the name of one that was removed is free for the next.
_REMOVED = "{name}~{dataset_id}"


def remove_dataset(engine: Engine, user: User, name: str, reason: str) -> None:
    """Take a dataset out of the catalogue; its files stay until clean(). Its owner and the data room may.

    Raises WarehouseError where there is no such dataset or no reason, NotPermittedError (recorded).
    """
    with reading(engine) as connection:
        facts = dataset(connection, name)
    if (
        facts is not None
        and user.user_name not in {facts.owner, COMMAND_LINE.user_name}
        and not can(user, KEEPING)
    ):
        refuse(engine, user, KEEPING, name)
    if not reason.strip():
        raise WarehouseError(_("Say why the dataset is removed."))
    with writing(engine) as connection:
        take_turn(connection)
        facts = dataset(connection, name)
        if facts is None:
            raise WarehouseError(_("There is no dataset {name}.").format(name=name))
        connection.execute(
            update(Dataset)
            .where(Dataset.dataset_id == facts.dataset_id)
            .values(
                name=_REMOVED.format(name=name, dataset_id=facts.dataset_id),
                removed_at=now(),
                removal_reason=reason.strip(),
            )
        )
        record(connection, user.user_name, DatasetRemoved(dataset=name, reason=reason.strip()))


def to_clean(connection: Connection) -> list[tuple[str, int, int]]:
    """Removed datasets whose files are still there: (name, versions, bytes), by name."""
    return sorted((name, len(keys), sum(map(_size, keys))) for name, keys in _removed(connection).items())


def clean(engine: Engine, user: User) -> list[tuple[str, int, int]]:
    """Delete the files of removed datasets for good; returns what to_clean() had named.

    Needs the right to keep the data room. Raises NotPermittedError (recorded).
    """
    if user != COMMAND_LINE:
        permit(engine, user, KEEPING, "clean")
    with writing(engine) as connection:
        take_turn(connection)
        cleaned = to_clean(connection)
        for name, versions, size in cleaned:
            record(connection, user.user_name, DatasetFilesCleaned(name, versions, size))
        removed = _removed(connection)
    # After the commit: files that are gone without a trace in the log would be worse than some left over,
    # which the next cleaning finds.
    for keys in removed.values():
        for key in keys:
            shutil.rmtree(version_folder(key), ignore_errors=True)
    return cleaned


def _removed(connection: Connection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    rows = connection.execute(
        select(Dataset.name, Dataset.dataset_id, DatasetVersion.folder)
        .join(DatasetVersion, DatasetVersion.dataset_id == Dataset.dataset_id)
        .where(Dataset.removed_at.is_not(None))
    )
    for name, dataset_id, key in rows:
        if version_folder(key).exists():
            found.setdefault(name.removesuffix(f"~{dataset_id}"), []).append(key)
    return found


def _size(key: str) -> int:
    return sum(file.stat().st_size for file in version_folder(key).rglob("*") if file.is_file())
