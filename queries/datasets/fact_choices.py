"""What can be said of a dataset: the places, projects, sources, owners and catalogue items that there are."""

from dataclasses import dataclass

from sqlalchemy import Connection, Select, or_, select

from data.access.permission import is_in_place
from data.access.present_user import present_user
from data.access.roles import User, can
from data.data_room.change_dataset import BRINGING
from data.data_room.dataset_access import READING
from data.data_room.undertakings import has_valid
from data.language import _
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


def fact_choices(connection: Connection, user: User, facts: DatasetFacts) -> FactChoices:
    """All that lie within what the user is bound to; projects begin with the newest.

    Items that another dataset stands for are left out.
    """
    users = [
        account
        for name in connection.scalars(select(Account.user_name).order_by(Account.user_name)).all()
        if (account := present_user(connection, name)) is not None
    ]
    sections = _pairs(connection, select(Section.section_code, Section.name).order_by(Section.sort_order))
    regions = _pairs(connection, select(Region.region_code, Region.name).order_by(Region.sort_order))
    today = today_in_china()
    return FactChoices(
        sections={code: name for code, name in sections.items() if user.section_code in {None, code}},
        regions={
            code: name
            for code, name in regions.items()
            if is_in_place(connection, user, (user.section_code, code))
        },
        projects=_projects(connection, user),
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
                account
                for account in users
                if account.user_name == facts.owner
                or (can(account, BRINGING) and has_valid(connection, account.user_name, today))
            ]
        ),
        readers=_named(
            [account for account in users if can(account, READING) and account.user_name != facts.owner]
        ),
    )


def _projects(connection: Connection, user: User) -> dict[str, str]:
    rows = connection.execute(
        select(Project.project_code, Project.name, Project.section_code, Project.region_code)
        .where(Project.is_draft.is_(False))
        .order_by(Project.plan_year.desc(), Project.project_code)
    ).all()
    inside = {
        place: is_in_place(connection, user, place)
        for place in {(row.section_code, row.region_code) for row in rows}
    }
    return {
        row.project_code: f"{row.project_code} {row.name}"
        for row in rows
        if inside[row.section_code, row.region_code]
    }


def _pairs(connection: Connection, wanted: Select[str, str]) -> dict[str, str]:
    return {row[0]: row[1] for row in connection.execute(wanted)}


def _numbered(connection: Connection, wanted: Select[str, str]) -> dict[str, str]:
    return {code: f"{code} {name}" for code, name in _pairs(connection, wanted).items()}


def _named(users: list[User]) -> dict[str, str]:
    return {
        user.user_name: _("{name} ({words})").format(name=user.display_name, words=user.user_name)
        for user in users
    }
