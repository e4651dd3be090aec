"""What is said of a dataset, changed: its title, its places, how secret it is, whose it is."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Engine, select, update

from data.access.permission import is_in_place, refuse
from data.access.present_user import present_user
from data.access.roles import User, can
from data.codes import CLASSIFICATION
from data.data_room.dataset_access import KEEPING, READING, SECRET
from data.data_room.dataset_owner import is_kept_by_another, owned_or_kept
from data.data_room.dataset_shares import revoke_in, shares_of
from data.data_room.undertakings import has_valid
from data.engine import reading, writing
from data.events import DatasetChanged, record, take_turn
from data.language import _
from data.local_time import today_in_china
from data.schema import CatalogueItem, Dataset, DataSource, Project, Region, Section
from data.warehouse import DatasetFacts, WarehouseError, dataset
from data.warehouse.arrival import LONGEST_TITLE, title_words

BRINGING = "bring-data"
OF_THE_OWNER = ("title", "classification", "region_code", "project_code", "source_code")
OF_THE_KEEPER = ("owner", "section_code", "item_code")
FIELDS = (*OF_THE_OWNER, *OF_THE_KEEPER)


def said_of(connection: Connection, facts: DatasetFacts) -> dict[str, str | None]:
    """What is said of a dataset, by the names of FIELDS: codes, not numbers."""
    project = select(Project.project_code).where(Project.project_id == facts.project_id)
    source = select(DataSource.source_code).where(DataSource.data_source_id == facts.data_source_id)
    item = (
        select(CatalogueItem.item_code)
        .where(CatalogueItem.dataset_id == facts.dataset_id)
        .order_by(CatalogueItem.item_code)
        .limit(1)
    )
    return {
        "title": facts.title,
        "classification": facts.classification,
        "region_code": facts.region_code,
        "project_code": connection.scalar(project),
        "source_code": connection.scalar(source),
        "owner": facts.owner,
        "section_code": facts.section_code,
        "item_code": connection.scalar(item),
    }


def change_dataset(engine: Engine, user: User, name: str, **said: str | None) -> None:
    """Change some of FIELDS; None takes a place away. What is as it was is left alone.

    Its owner may change all of them, who keeps the data room those of OF_THE_KEEPER. Whoever is bound to a
    section or a region moves nothing out of it, and keeps datasets of others within it alone. A new owner has
    the right to bring data in and a valid secrecy undertaking. What becomes a state secret, or belongs to
    another project as one, loses the shares that a state secret cannot have. Raises WarehouseError, KeyError
    for an unknown field, and NotPermittedError (recorded).
    """
    if unknown := said.keys() - set(FIELDS):
        raise KeyError(*unknown)
    facts = owned_or_kept(engine, user, name)
    is_keeper = is_kept_by_another(user, facts)
    if is_keeper and said.keys() - set(OF_THE_KEEPER):
        refuse(engine, user, KEEPING, name)
    with reading(engine) as connection:
        here = (facts.section_code, facts.region_code)
        is_inside = not is_keeper or is_in_place(connection, user, here)
        is_inside = is_inside and _stays_inside(connection, user, facts, said)
    if not is_inside:
        refuse(engine, user, KEEPING if is_keeper else READING, name)
    with writing(engine) as connection:
        take_turn(connection)
        before = said_of(connection, facts)
        after = {field: _clean(value) for field, value in said.items() if _clean(value) != before[field]}
        if not after:
            return
        values: dict[str, Any] = {}
        for field, value in after.items():
            values |= _CHECKS[field](connection, facts, value)
        if values:
            connection.execute(update(Dataset).where(Dataset.dataset_id == facts.dataset_id).values(values))
        changed = DatasetChanged(name, {field: before[field] for field in after}, after, facts.dataset_id)
        record(connection, user.user_name, changed)
        _close_what_is_secret(connection, user, name)


def _stays_inside(
    connection: Connection, user: User, facts: DatasetFacts, said: Mapping[str, str | None]
) -> bool:
    """Whether each place that is newly said lies within what the user is bound to."""
    before = said_of(connection, facts)
    new = {field: _clean(value) for field, value in said.items() if _clean(value) != before[field]}
    places = []
    if "section_code" in new:
        places.append((new["section_code"], user.region_code))
    if "region_code" in new:
        places.append((user.section_code, new["region_code"]))
    if new.get("project_code") is not None:
        project = select(Project.section_code, Project.region_code)
        found = connection.execute(project.where(Project.project_code == new["project_code"])).first()
        if found is not None:  # that there is none is said where it is changed
            places.append((found.section_code, found.region_code))
    return all(is_in_place(connection, user, place) for place in places)


def _clean(value: str | None) -> str | None:
    return value.strip() or None if value is not None else None


def _title(connection: Connection, facts: DatasetFacts, value: str | None) -> dict[str, Any]:
    del connection, facts
    if value is None or len(value) > LONGEST_TITLE:
        raise WarehouseError(title_words())
    return {"title": value}


def _classification(connection: Connection, facts: DatasetFacts, value: str | None) -> dict[str, Any]:
    del connection, facts
    if value not in CLASSIFICATION:
        raise WarehouseError(_("Say how secret the dataset is."))
    return {"classification": value}


def _region(connection: Connection, facts: DatasetFacts, value: str | None) -> dict[str, Any]:
    del facts
    return {"region_code": _found(connection, Region.region_code, Region.region_code, value)}


def _section(connection: Connection, facts: DatasetFacts, value: str | None) -> dict[str, Any]:
    del facts
    return {"section_code": _found(connection, Section.section_code, Section.section_code, value)}


def _project(connection: Connection, facts: DatasetFacts, value: str | None) -> dict[str, Any]:
    del facts
    return {"project_id": _found(connection, Project.project_id, Project.project_code, value)}


def _source(connection: Connection, facts: DatasetFacts, value: str | None) -> dict[str, Any]:
    del facts
    return {"data_source_id": _found(connection, DataSource.data_source_id, DataSource.source_code, value)}


def _found(connection: Connection, wanted: Any, code: Any, value: str | None) -> Any:
    if value is None:
        return None
    found = connection.scalar(select(wanted).where(code == value))
    if found is None:
        raise WarehouseError(_("There is nothing with the code {code}.").format(code=value))
    return found


def _owner(connection: Connection, facts: DatasetFacts, value: str | None) -> dict[str, Any]:
    del facts
    heir = present_user(connection, value or "")
    if heir is None:
        raise WarehouseError(_("There is no account {user_name} in use.").format(user_name=value or "—"))
    if not can(heir, BRINGING):
        raise WarehouseError(
            _("{user_name} may not bring in datasets and so cannot own one.").format(user_name=value)
        )
    if not has_valid(connection, heir.user_name, today_in_china()):
        raise WarehouseError(_("{user_name} has no valid secrecy undertaking.").format(user_name=value))
    return {"owner": heir.user_name}


def _item(connection: Connection, facts: DatasetFacts, value: str | None) -> dict[str, Any]:
    """The item of the catalogue that the dataset stands for; one that another dataset fills stays with it."""
    item = connection.execute(
        select(CatalogueItem.catalogue_item_id, Dataset.name)
        .outerjoin(Dataset, (Dataset.dataset_id == CatalogueItem.dataset_id) & Dataset.removed_at.is_(None))
        .where(CatalogueItem.item_code == value)
    ).first()
    if value is not None and item is None:
        raise WarehouseError(_("There is nothing with the code {code}.").format(code=value))
    if item is not None and item.name is not None:
        raise WarehouseError(_("The dataset {name} stands for this item already.").format(name=item.name))
    own = CatalogueItem.dataset_id == facts.dataset_id
    connection.execute(update(CatalogueItem).where(own).values(dataset_id=None))
    if item is not None:
        wanted = CatalogueItem.catalogue_item_id == item.catalogue_item_id
        connection.execute(update(CatalogueItem).where(wanted).values(dataset_id=facts.dataset_id))
    return {}


def _close_what_is_secret(connection: Connection, user: User, name: str) -> None:
    facts = dataset(connection, name)
    if facts is None or facts.classification != SECRET:
        return
    own = connection.scalar(select(Project.project_code).where(Project.project_id == facts.project_id))
    for share in shares_of(connection, facts.dataset_id):
        if share.project_code is None or share.project_code != own:
            revoke_in(connection, user, facts, share)


_CHECKS: Mapping[str, Callable[[Connection, DatasetFacts, str | None], dict[str, Any]]] = MappingProxyType(
    {
        "title": _title,
        "classification": _classification,
        "region_code": _region,
        "project_code": _project,
        "source_code": _source,
        "owner": _owner,
        "section_code": _section,
        "item_code": _item,
    }
)
