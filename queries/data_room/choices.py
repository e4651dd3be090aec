"""What forms of the data room offer: projects, units, datasets and sources that the user may choose."""

from datetime import date

from sqlalchemy import Connection, select

from data.access.permission import is_in_place
from data.access.roles import User
from data.data_room.dataset_access import visible_datasets
from data.language import _
from data.schema import Project, Unit

_Place = tuple[str | None, str | None]


def project_choices(connection: Connection, user: User, day: date) -> dict[int, str]:
    """Projects of the year and of the one before, the newest first: id → number and name."""
    rows = connection.execute(
        select(
            Project.project_id,
            Project.project_code,
            Project.name,
            Project.section_code,
            Project.region_code,
        )
        .where(
            Project.plan_year.between(day.year - 1, day.year),
            Project.is_draft.is_(False),
            Project.cancelled_date.is_(None) | (Project.cancelled_date > day),
        )
        .order_by(Project.plan_year.desc(), Project.project_code)
    )
    found = rows.all()
    within = _within(connection, user, {(row.section_code, row.region_code) for row in found})
    return {
        row.project_id: f"{row.project_code} {row.name}"
        for row in found
        if (row.section_code, row.region_code) in within
    }


def unit_choices(connection: Connection, user: User) -> dict[int, str]:
    """Units by name, those of the user's region only where there is one: id → name."""
    rows = connection.execute(select(Unit.unit_id, Unit.name, Unit.region_code).order_by(Unit.name))
    found = rows.all()
    within = _within(connection, user, {(user.section_code, row.region_code) for row in found})
    return {row.unit_id: row.name for row in found if (user.section_code, row.region_code) in within}


def dataset_choices(connection: Connection, user: User) -> dict[int, str]:
    """Datasets that the user sees in the catalogue: id → title and name."""
    return {
        facts.dataset_id: facts.title
        if facts.title == facts.name
        else _("{name} ({words})").format(name=facts.title, words=facts.name)
        for facts, __ in visible_datasets(connection, user)
    }


def _within(connection: Connection, user: User, places: set[_Place]) -> set[_Place]:
    """Those of the places, (section, region), that lie within the user's binding: each is asked for once."""
    return {place for place in places if is_in_place(connection, user, place)}
