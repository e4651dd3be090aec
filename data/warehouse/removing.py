"""Taking a dataset out of the catalogue, and bringing it back as long as its files are there."""

from typing import Any

from sqlalchemy import Connection, Engine, Row, select, update

from data.access.permission import permit
from data.access.roles import COMMAND_LINE, User
from data.engine import now, reading, writing
from data.events import DatasetRemoved, DatasetRestored, record, take_turn
from data.language import _
from data.schema import Dataset
from data.warehouse.arrival import is_dataset_name
from data.warehouse.cleaning import KEEPING, name_before_removal
from data.warehouse.failures import WarehouseError
from data.warehouse.versions import dataset, files_of, versions

USING = "use-data"
# No dataset can be called so: the name of one that was removed is free for the next.
_REMOVED = "{name}~{dataset_id}"


def remove_dataset(engine: Engine, user: User, name: str, reason: str) -> None:
    """Take a dataset out of the catalogue; its files stay until clean(). Its owner and the data room may.

    Raises WarehouseError where there is no such dataset or no reason, NotPermittedError (recorded), which for
    others says nothing of whether there is one.
    """
    with reading(engine) as connection:
        facts = dataset(connection, name)
    _permit(engine, user, facts.owner if facts else None, name)
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
        record(connection, user.user_name, DatasetRemoved(name, reason.strip(), facts.dataset_id))


def restore_dataset(engine: Engine, user: User, dataset_id: int, name: str | None = None) -> str:
    """Bring a removed dataset back into the catalogue, with its shares and masks; returns its name.

    It is called as before, or `name` where another has that name meanwhile. Its owner and the data room may.
    Raises WarehouseError where it was not removed, its files are gone, or the name is not free, and
    NotPermittedError (recorded).
    """
    with reading(engine) as connection:
        found = _removed(connection, dataset_id)
    _permit(engine, user, found.owner if found else None, found.name if found else str(dataset_id))
    with writing(engine) as connection:
        take_turn(connection)
        removed = _removed(connection, dataset_id)
        if removed is None:
            raise WarehouseError(_("This dataset was restored or cleaned up meanwhile."))
        before = name_before_removal(removed.name, dataset_id)
        name = (name or before).strip()
        if not is_dataset_name(name) or dataset(connection, name) is not None:
            raise WarehouseError(_("The name {name} is not free. Choose another one.").format(name=name))
        for version in versions(connection, dataset_id):
            files_of(version)
        connection.execute(
            update(Dataset)
            .where(Dataset.dataset_id == dataset_id)
            .values(name=name, removed_at=None, removal_reason=None)
        )
        record(connection, user.user_name, DatasetRestored(name, before, dataset_id))
    return name


def _permit(engine: Engine, user: User, owner: str | None, subject: str) -> None:
    """Raise unless the user keeps the data room, or owns it and may use data still."""
    if user != COMMAND_LINE:
        permit(engine, user, USING if owner == user.user_name else KEEPING, subject)


def _removed(connection: Connection, dataset_id: int) -> Row[Any] | None:
    return connection.execute(
        select(Dataset.__table__).where(
            Dataset.dataset_id == dataset_id,
            Dataset.removed_at.is_not(None),
            Dataset.files_deleted_at.is_(None),
        )
    ).first()
