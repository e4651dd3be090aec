"""The datasets that a user may see: what they are, how fresh, how good, and who used them last."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from data.access.roles import User
from data.data_room.dataset_access import Access, visible_datasets
from data.schema import Account, DatasetUse, DatasetVersion, DataSource, Section
from data.warehouse import DatasetFacts


@dataclass(frozen=True)
class LastUse:
    """The last use of a dataset: by whom (user name), on which day (ISO), in which way (DATASET_USE)."""

    user_name: str
    used_on: str
    kind: str


@dataclass(frozen=True)
class CatalogueEntry:
    """A dataset with the facts of its newest version; moments are UTC.

    `rows` are all rows; `refused` and `quality_basis_points` are of the newest arrival. `used_days` counts
    the days on which anybody used it. Names are None where there is none.
    """

    facts: DatasetFacts
    access: Access
    owner_name: str | None
    section: str | None
    source: str | None
    domain: str | None
    number: int
    rows: int
    refused: int
    quality_basis_points: int | None
    loaded_at: datetime
    loaded_by: str
    last_use: LastUse | None
    used_days: int

    def days_old(self, moment: datetime) -> int:
        """Full days between the newest version and the moment."""
        return max((moment - self.loaded_at).days, 0)


def catalogue(connection: Connection, user: User) -> tuple[CatalogueEntry, ...]:
    """What the user may see, by name."""
    newest = _newest(connection)
    used = _used(connection)
    owners = {row.user_name: row.display_name for row in connection.execute(_people)}
    sections = {row.section_code: row.name for row in connection.execute(_sections)}
    sources = {row.data_source_id: row for row in connection.execute(_sources)}
    entries = []
    for facts, access in visible_datasets(connection, user):
        version = newest[facts.dataset_id]
        source = sources.get(facts.data_source_id)
        uses = used.get(facts.dataset_id, [])
        entries.append(
            CatalogueEntry(
                facts=facts,
                access=access,
                owner_name=owners.get(facts.owner),
                section=sections.get(facts.section_code),
                source=source.name if source else None,
                domain=source.domain if source else None,
                number=version.number,
                rows=version.row_count,
                refused=version.refused_count,
                quality_basis_points=version.quality_basis_points,
                loaded_at=version.loaded_at,
                loaded_by=version.loaded_by,
                last_use=uses[-1] if uses else None,
                used_days=len({use.used_on for use in uses}),
            )
        )
    return tuple(entries)


_people = select(Account.user_name, Account.display_name)
_sections = select(Section.section_code, Section.name)
_sources = select(DataSource.data_source_id, DataSource.name, DataSource.domain)


def _newest(connection: Connection) -> dict[int, Row[*tuple[Any, ...]]]:
    last = select(DatasetVersion.dataset_id, func.max(DatasetVersion.number).label("number"))
    last_of = last.group_by(DatasetVersion.dataset_id).subquery()
    rows = connection.execute(
        select(
            DatasetVersion.dataset_id,
            DatasetVersion.number,
            DatasetVersion.row_count,
            DatasetVersion.refused_count,
            DatasetVersion.quality_basis_points,
            DatasetVersion.loaded_at,
            DatasetVersion.loaded_by,
        ).join(
            last_of,
            (last_of.c.dataset_id == DatasetVersion.dataset_id) & (last_of.c.number == DatasetVersion.number),
        )
    )
    return {row.dataset_id: row for row in rows}


def _used(connection: Connection) -> dict[int, list[LastUse]]:
    """Uses of each dataset, the last at the end."""
    used: dict[int, list[LastUse]] = {}
    wanted = select(DatasetUse.dataset_id, DatasetUse.user_name, DatasetUse.used_on, DatasetUse.kind)
    for row in connection.execute(wanted.order_by(DatasetUse.used_on, DatasetUse.dataset_use_id)):
        used.setdefault(row.dataset_id, []).append(LastUse(row.user_name, row.used_on, row.kind))
    return used
