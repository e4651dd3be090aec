"""目录项: which dataset an item of the catalogue is filled by, and since when it is standardised."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, select, update

from data.access.permission import permit, permit_place
from data.access.roles import User
from data.bureau import bureau
from data.data_room.dataset_access import access_to
from data.engine import reading, writing
from data.events import CatalogueItemChanged, record, take_turn
from data.language import _
from data.schema import CatalogueItem, Dataset

ACTION = "keep-data-room"


class ItemError(ValueError):
    """A rule stands against a change of a catalogue item; the message says which."""


def fill_item(
    engine: Engine, actor: User, item_id: int, dataset_id: int | None, standardised_date: date | None
) -> None:
    """Say which dataset fills the item (None: none any more), and since when it is standardised.

    Each version of that dataset counts as an arrival of the item's data on the day it was brought in, those
    before the link as well. Several items may be filled by one dataset. Raises ItemError, and
    NotPermittedError (recorded).
    """
    with reading(engine) as connection:
        item = _existing(connection, item_id)
        is_same = dataset_id in {None, item.dataset_id}
        is_seen = is_same or access_to(connection, actor, dataset_id or 0).is_listed
    permit(engine, actor, ACTION, item.item_code)
    permit_place(engine, actor, ACTION, (item.section_code, item.region_code), item.item_code)
    if not is_seen:
        raise ItemError(_("There is no such dataset."))
    with writing(engine) as connection:
        take_turn(connection)
        item = _existing(connection, item_id)
        today = bureau(connection).as_of
        if standardised_date is not None and dataset_id is None:
            raise ItemError(_("Data that is not there cannot be standardised: choose the dataset."))
        if standardised_date is not None and standardised_date > today:
            raise ItemError(_("A fact cannot lie after today, {day}.").format(day=today))
        before = _said(connection, item.dataset_id, item.standardised_date)
        after = _said(connection, dataset_id, standardised_date)
        if before == after:
            return
        which = CatalogueItem.catalogue_item_id == item_id
        values = {"dataset_id": dataset_id, "standardised_date": standardised_date}
        connection.execute(update(CatalogueItem).where(which).values(**values))
        changed = {name for name in before if before[name] != after[name]}
        event = CatalogueItemChanged(
            item_code=item.item_code,
            before={name: before[name] for name in sorted(changed)},
            after={name: after[name] for name in sorted(changed)},
        )
        record(connection, actor.user_name, event)


def _existing(connection: Connection, item_id: int) -> Row[Any]:
    question = select(CatalogueItem.__table__).where(CatalogueItem.catalogue_item_id == item_id)
    found = connection.execute(question).first()
    if found is None:
        raise ItemError(_("There is no such catalogue item."))
    return found


def _said(connection: Connection, dataset_id: int | None, standardised_date: date | None) -> dict[str, Any]:
    name = select(Dataset.name).where(Dataset.dataset_id == dataset_id)
    return {
        "dataset": connection.scalar(name),
        "standardised_date": standardised_date.isoformat() if standardised_date else None,
    }
