"""What can be said of a dataset: the places, projects, sources, owners and catalogue items that there are."""

from dataclasses import dataclass

from sqlalchemy import Connection, Select, or_, select

from data.access.present_user import present_user
from data.access.roles import User, can
from data.data_room.change_dataset import BRINGING
from data.data_room.dataset_access import READING
from data.data_room.undertakings import has_valid
from data.local_time import today_in_china
from data.schema import Account, CatalogueItem, Dataset, DataSource, Project, Region, Section
from data.warehouse import DatasetFacts


@dataclass(frozen=True)
class FactChoices:
    """Code → what it is called. `readers` may look at data, `owners` may bring it and have signed."""

    sections: dict[str, str]
    regions: dict[str, str]
    projects: dict[str, str]
    sources: dict[str, str]
    items: dict[str, str]
    owners: dict[str, str]
    readers: dict[str, str]


def fact_choices(connection: Connection, facts: DatasetFacts) -> FactChoices:
    """All of them. Items that another dataset stands for are left out; projects begin with the newest."""
    users = [
        user
        for name in connection.scalars(select(Account.user_name).order_by(Account.user_name)).all()
        if (user := present_user(connection, name)) is not None
    ]
    today = today_in_china()
    return FactChoices(
        sections=_pairs(connection, select(Section.section_code, Section.name).order_by(Section.sort_order)),
        regions=_pairs(connection, select(Region.region_code, Region.name).order_by(Region.sort_order)),
        projects=_numbered(
            connection,
            select(Project.project_code, Project.name)
            .where(Project.is_draft.is_(False))
            .order_by(Project.plan_year.desc(), Project.project_code),
        ),
        sources=_numbered(
            connection, select(DataSource.source_code, DataSource.name).order_by(DataSource.source_code)
        ),
        items=_numbered(
            connection,
            select(CatalogueItem.item_code, CatalogueItem.name)
            .outerjoin(Dataset, Dataset.dataset_id == CatalogueItem.dataset_id)
            .where(
                or_(
                    CatalogueItem.dataset_id.is_(None),
                    CatalogueItem.dataset_id == facts.dataset_id,
                    Dataset.removed_at.is_not(None),
                )
            )
            .order_by(CatalogueItem.item_code),
        ),
        owners=_named(
            [
                user
                for user in users
                if user.user_name == facts.owner
                or (can(user, BRINGING) and has_valid(connection, user.user_name, today))
            ]
        ),
        readers=_named([user for user in users if can(user, READING) and user.user_name != facts.owner]),
    )


def _pairs(connection: Connection, wanted: Select[str, str]) -> dict[str, str]:
    return {row[0]: row[1] for row in connection.execute(wanted)}


def _numbered(connection: Connection, wanted: Select[str, str]) -> dict[str, str]:
    return {code: f"{code} {name}" for code, name in _pairs(connection, wanted).items()}


def _named(users: list[User]) -> dict[str, str]:
    return {user.user_name: f"{user.display_name} ({user.user_name})" for user in users}
