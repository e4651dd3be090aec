"""Puts the invented tables into the warehouse, as if data-room staff had brought them during the year.

Files and their keys differ from run to run, so this is no part of the demonstration database, which does not.
"""

import tempfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select, update

from data.access.present_user import present_user
from data.access.roles import COMMAND_LINE
from data.data_room.dataset_shares import share
from data.dataset_types import DatasetType, dataset_types
from data.demo.data_room import rooms
from data.demo.names import CITY_CODE, EXEMPLARY_SECTION, SOURCE
from data.demo.warehouse.build import TABLES, demo_warehouse
from data.demo.warehouse.hand_out import hand_out
from data.digest import sha256_of
from data.duck import quoted
from data.engine import reading, writing
from data.schema import CatalogueItem, DataMovement, Dataset, DatasetVersion, DataSource, SourceArrival
from data.warehouse import Arrival, StoredColumn, commit_version, keep_original, name_original, stage

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
_ACCOUNT, _OF_THE_ACCOUNT = "section", ("payments", "contracts")


def bring_in_demo_warehouse(engine: Engine) -> int:
    """Bring every table in as a dataset of its type, once; returns the number of rows brought in."""
    with reading(engine) as connection:
        there = set(connection.scalars(select(Dataset.dataset_type).where(Dataset.owner == _OWNER)))
        sources = {row.source_code: row for row in connection.execute(select(DataSource.__table__))}
    missing = [name for name in TABLES if name not in there]
    if not missing:
        return 0
    types = dataset_types()
    items = {entry["dataset"]: entry for entry in rooms()["item"] if "dataset" in entry}
    total = 0
    with demo_warehouse() as tables, tempfile.TemporaryDirectory() as folder:
        for name in missing:
            file = Path(folder) / f"{types[name].titles['zh']}.csv"
            tables.execute(f"copy {name} to {quoted(file)} (header)")
            [(rows,)] = tables.execute(f"select count(*) from {name}").fetchall()
            described = tables.execute(f"describe {name}").fetchall()
            source = sources.get(items.get(name, {}).get("source"))
            with stage() as staging:
                original = keep_original(staging, file)
                digest, size = sha256_of(original), original.stat().st_size
                name_original(original, digest)
                tables.execute(f"copy {name} to {quoted(staging.part())} (format parquet)")
                commit_version(
                    engine,
                    COMMAND_LINE,
                    staging,
                    Arrival(
                        dataset=types[name].titles["zh"],
                        columns=_columns(types[name], {row[0]: row[1] for row in described}),
                        rows=rows,
                        original_name=file.name,
                        sha256=digest,
                        original_bytes=size,
                        delivery="network" if source and source.connected_date else "command_line",
                        change="replace",
                        title=types[name].titles["zh"],
                        dataset_type=name,
                        classification="sensitive" if _is_personal(types[name]) else "internal",
                        owner=_OWNER,
                        section_code=source.section_code if source else None,
                        region_code=CITY_CODE,
                        data_source_id=source.data_source_id if source else None,
                        quality_basis_points=10_000,
                        purpose=f"审计数据目录采集（{SOURCE}）",
                    ),
                )
            total += rows
    _date_back(engine, items)
    hand_out(engine)
    _open_to_others(engine)
    return total


def _open_to_others(engine: Engine) -> None:
    """What audits of social security need: open to a project's members, to their section, to one account."""
    with reading(engine) as connection:
        owner = present_user(connection, _OWNER)
    if owner is None:  # the account was disabled
        return
    titles = {name: entry.titles["zh"] for name, entry in dataset_types().items()}
    for name in _OF_THE_PROJECT:
        share(engine, owner, titles[name], with_project=_PROJECT)
    for name in _OF_THE_SECTION:
        share(engine, owner, titles[name], with_section=EXEMPLARY_SECTION)
    for name in _OF_THE_ACCOUNT:
        share(engine, owner, titles[name], with_user=_ACCOUNT)


def _columns(kind: DatasetType, stored: dict[str, str]) -> tuple[StoredColumn, ...]:
    return tuple(
        StoredColumn(column.name, column.titles["zh"], stored[column.name], column.mask, column.type)
        for column in kind.columns
    )


def _is_personal(kind: DatasetType) -> bool:
    return any(column.mask == "identity" for column in kind.columns)


def _date_back(engine: Engine, items: dict[str, dict[str, Any]]) -> None:
    """The bureau of the demonstration lives on a day of its own: its data came before that day."""
    with writing(engine) as connection:
        known = select(Dataset.dataset_type, Dataset.dataset_id).where(Dataset.owner == _OWNER)
        for name, number in connection.execute(known).all():
            item = items.get(name, {})
            came = {"standing": _CAME_ON, "individual": _CAME_ONCE}.get(item.get("mode", ""), _CAME_EARLIER)
            at = datetime.combine(came, time(2))
            for change in (
                update(Dataset).where(Dataset.dataset_id == number).values(created_at=at),
                update(DatasetVersion)
                .where(DatasetVersion.dataset_id == number)
                .values(loaded_at=at, loaded_by=_OWNER),
                update(DataMovement)
                .where(DataMovement.dataset_id == number)
                .values(fact_date=came, moved_at=at, person=_OWNER),
                update(SourceArrival)
                .where(
                    SourceArrival.dataset_version_id.in_(
                        select(DatasetVersion.dataset_version_id).where(DatasetVersion.dataset_id == number)
                    )
                )
                .values(fact_date=came, recorded_at=at),
            ):
                connection.execute(change)
            if item:
                filled = update(CatalogueItem).where(CatalogueItem.item_code == item["code"])
                connection.execute(filled.values(dataset_id=number))
