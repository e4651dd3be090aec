"""Puts the invented tables into the warehouse, as if data-room staff had brought them during the year.

Files and their keys differ from run to run, so this is no part of the demonstration database, which does not.
"""

import tempfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, select, update

from data.access.present_user import present_user
from data.bringing.bring_in import Bringing
from data.data_room.dataset_shares import share
from data.dataset_types import DatasetType, dataset_types
from data.demo.data_room import rooms
from data.demo.names import CITY_CODE, EXEMPLARY_SECTION, SOURCE
from data.demo.warehouse.build import TABLES, demo_warehouse
from data.demo.warehouse.deliveries import Delivery, deliver, deliveries
from data.demo.warehouse.hand_out import hand_out, is_handed_out
from data.engine import reading, writing
from data.schema import (
    CatalogueItem,
    DataMovement,
    Dataset,
    DatasetShare,
    DatasetVersion,
    DataSource,
    Project,
    SourceArrival,
)

_OWNER = "dataroom"
# Those that are due every month or quarter came for the last time at the end of October, the others earlier;
# those of a single occasion in the year before, and nobody has used them since.
_CAME_ON = date(2026, 10, 30)
_CAME_EARLIER = date(2026, 6, 18)
_CAME_ONCE = date(2025, 3, 20)
# A project of the section of social security whose visit goes on at the as-of day.
_PROJECT = "2026-0035"
_OF_THE_PROJECT = ("pensions", "deaths", "benefits")
_OF_THE_SECTION = ("persons", "hospital_stays", "claims")
# What audits of works, procurement and budgets need. Pay, property and vehicles were given to nobody yet.
_BUSINESS = (
    *("tenders", "bids", "contracts", "purchases", "payments", "vouchers", "budget_items"),
    *("construction_progress", "construction_settlements", "investment_projects", "companies"),
    *("land_parcels", "facilities", "residential_areas"),
)
_OF_ACCOUNTS = {"auditor": _BUSINESS, "section": _BUSINESS}


def bring_in_demo_warehouse(engine: Engine) -> int:
    """Bring every table in as a dataset of its type, once; returns the number of rows brought in.

    What an earlier run was interrupted in is made good; what people of the demonstration did since stays.
    """
    with reading(engine) as connection:
        there: dict[str, int] = dict(
            connection.execute(
                select(Dataset.dataset_type, func.count())
                .join(DatasetVersion, DatasetVersion.dataset_id == Dataset.dataset_id)
                .where(Dataset.owner == _OWNER)
                .group_by(Dataset.dataset_type)
            ).all()
        )
        sources = {row.source_code: row for row in connection.execute(select(DataSource.__table__))}
        is_done = is_handed_out(connection)
    types = dataset_types()
    missing = [
        (types[name], delivery)
        for name in TABLES
        for delivery in deliveries(types[name])[there.get(name, 0) :]
    ]
    items = {entry["dataset"]: entry for entry in rooms()["item"] if "dataset" in entry}
    total = _bring(engine, missing, items, sources) if missing else 0
    if missing or not is_done:
        _date_back(engine, items)
    if not is_done:
        hand_out(engine)
    _open_to_others(engine)
    return total


def _bring(
    engine: Engine,
    missing: list[tuple[DatasetType, Delivery]],
    items: dict[str, dict[str, Any]],
    sources: dict[Any, Row[Any]],
) -> int:
    """The rows of all of them."""
    total = 0
    with demo_warehouse() as tables, tempfile.TemporaryDirectory() as folder:
        for entry, delivery in missing:
            source = sources.get(items.get(entry.name, {}).get("source"))
            asked = Bringing(
                file=Path(folder) / delivery.file,
                original_name=delivery.file,
                delivery="network" if source and source.connected_date else "command_line",
                dataset=entry.titles["zh"],
                dataset_type=entry.name,
                change=delivery.change,
                mapping={column.name: column.titles["zh"] for column in entry.columns},
                is_ours=True,
                title=entry.titles["zh"],
                classification="sensitive" if _is_personal(entry) else "internal",
                owner=_OWNER,
                section_code=source.section_code if source else None,
                region_code=CITY_CODE,
                data_source_id=source.data_source_id if source else None,
                purpose=f"审计数据目录采集（{SOURCE}）",
            )
            total += deliver(engine, tables, entry, delivery, asked)
    return total


def _open_to_others(engine: Engine) -> None:
    """Open what is needed to a project's members, to their section, to accounts."""
    target = func.coalesce(DatasetShare.user_name, DatasetShare.section_code, Project.project_code)
    with reading(engine) as connection:
        owner = present_user(connection, _OWNER)
        # Also those that were taken back: somebody tries that out.
        made = {
            (name, to)
            for name, to in connection.execute(
                select(Dataset.name, target)
                .join(DatasetShare, DatasetShare.dataset_id == Dataset.dataset_id)
                .outerjoin(Project, Project.project_id == DatasetShare.project_id)
            )
        }
    if owner is None:  # the account was disabled
        return
    titles = {name: entry.titles["zh"] for name, entry in dataset_types().items()}
    for name in _OF_THE_PROJECT:
        if (titles[name], _PROJECT) not in made:
            share(engine, owner, titles[name], with_project=_PROJECT)
    for name in _OF_THE_SECTION:
        if (titles[name], EXEMPLARY_SECTION) not in made:
            share(engine, owner, titles[name], with_section=EXEMPLARY_SECTION)
    for account, names in _OF_ACCOUNTS.items():
        for name in names:
            if (titles[name], account) not in made:
                share(engine, owner, titles[name], with_user=account)


def _is_personal(kind: DatasetType) -> bool:
    return any(column.mask == "identity" for column in kind.columns)


def _date_back(engine: Engine, items: dict[str, dict[str, Any]]) -> None:
    """The bureau of the demonstration lives on a day of its own: its data came before that day."""
    with writing(engine) as connection:
        known = select(Dataset.dataset_type, Dataset.dataset_id).where(Dataset.owner == _OWNER)
        for name, number in connection.execute(known).all():
            item = items.get(name, {})
            usual = {"standing": _CAME_ON, "individual": _CAME_ONCE}.get(item.get("mode", ""), _CAME_EARLIER)
            days = [delivery.came or usual for delivery in deliveries(dataset_types()[name])]
            for version_number, day in enumerate(days, start=1):
                _date_version_back(connection, number, version_number, day)
            created = update(Dataset).where(Dataset.dataset_id == number)
            connection.execute(created.values(created_at=_moment(days[0])))
            if item:
                filled = update(CatalogueItem).where(CatalogueItem.item_code == item["code"])
                connection.execute(filled.values(dataset_id=number))


def _date_version_back(connection: Connection, dataset_id: int, number: int, day: date) -> None:
    at = _moment(day)
    version = (DatasetVersion.dataset_id == dataset_id) & (DatasetVersion.number == number)
    moved = (DataMovement.dataset_id == dataset_id) & (DataMovement.version_number == number)
    arrived = SourceArrival.dataset_version_id.in_(select(DatasetVersion.dataset_version_id).where(version))
    for change in (
        update(DatasetVersion).where(version).values(loaded_at=at, loaded_by=_OWNER),
        update(DataMovement).where(moved).values(fact_date=day, moved_at=at, person=_OWNER),
        update(SourceArrival).where(arrived).values(fact_date=day, recorded_at=at),
    ):
        connection.execute(change)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(2))  # ten in the morning in China
