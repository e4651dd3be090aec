"""One dataset with all that the catalogue knows of it: owner, versions, use, and what is due."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from data.access.roles import COMMAND_LINE, User
from data.data_room.dataset_access import Access, access
from data.dataset_types import dataset_types
from data.language import _
from data.schema import Account, Dataset, DatasetUse, DataSource, Project, Region, Section
from data.warehouse import DatasetFacts, Version, versions
from queries.compose import conditions, relations_read
from queries.data_room.people import called
from queries.filters import Filters, Scope
from queries.source import Source


@dataclass(frozen=True)
class DueItem:
    """An item of the data catalogue that the dataset stands for, and how it stands on the day of the card.

    `state` is one of CATALOGUE_STATE; `last_due_date` fell due last, `limit_date` is the next day.
    """

    catalogue_item_id: int
    code: str
    name: str
    state: str
    cycle_months: int | None
    last_due_date: date | None
    limit_date: date | None


@dataclass(frozen=True)
class Usage:
    """Who used it: the last use (day in ISO, kind of DATASET_USE), and on how many days each person did."""

    last_name: str
    last_day: str
    last_kind: str
    days: int
    by_person: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class DatasetCard:
    """`versions` are all, oldest first. `usage` is None where nobody used it yet."""

    facts: DatasetFacts
    access: Access
    owner_name: str
    section: str | None
    region: str | None
    project: tuple[int, str, str] | None  # id, number, title
    source: str | None
    domain: str | None
    versions: tuple[Version, ...]
    items: tuple[DueItem, ...]
    usage: Usage | None
    names: dict[str, str]  # of the persons that the card mentions, by user name

    def person(self, user_name: str) -> str:
        """The name of a person, in words for the command line."""
        return (
            _("Command line") if user_name == COMMAND_LINE.user_name else self.names.get(user_name, user_name)
        )

    @property
    def newest(self) -> Version:
        """The version that everything works on unless another is asked for."""
        return self.versions[-1]


def dataset_card(
    connection: Connection, source: Source, user: User, asked: int | str, *, as_of: date, scope: Scope
) -> DatasetCard | None:
    """The dataset by its number or its name; None where it is not there or not for this reader.

    Who may read it, owns it or keeps the data room sees it; others where it is among the rows of figures that
    they may see, which show no row of the dataset itself.
    """
    found = _facts(
        connection, Dataset.dataset_id == asked if isinstance(asked, int) else Dataset.name == asked
    )
    if found is None:
        return None
    reach = access(connection, user, found)
    if not reach.is_listed and not _is_in_scope(source, found.dataset_id, as_of, scope):
        return None
    all_versions = tuple(_titled(entry, found) for entry in versions(connection, found.dataset_id))
    if not all_versions:
        return None
    names = {row.user_name: row.display_name for row in connection.execute(_people)}
    data_source = connection.execute(
        select(DataSource.name, DataSource.domain).where(DataSource.data_source_id == found.data_source_id)
    ).first()
    project = connection.execute(
        select(Project.project_id, Project.project_code, Project.name).where(
            Project.project_id == found.project_id
        )
    ).first()
    return DatasetCard(
        facts=found,
        access=reach,
        owner_name=names.get(found.owner, found.owner),
        section=connection.scalar(select(Section.name).where(Section.section_code == found.section_code)),
        region=connection.scalar(select(Region.name).where(Region.region_code == found.region_code)),
        project=(project[0], project[1], project[2]) if project else None,
        source=data_source.name if data_source else None,
        domain=data_source.domain if data_source else None,
        versions=all_versions,
        items=_items(source, found.dataset_id, as_of, scope),
        usage=_usage(connection, found.dataset_id, names),
        names=names,
    )


def _titled(version: Version, facts: DatasetFacts) -> Version:
    """The version with the titles that its type gives its columns in the current language."""
    known = dataset_types().get(facts.dataset_type)
    titles = {column.name: column.title for column in known.columns} if known else {}
    columns = (replace(column, title=titles.get(column.name, column.title)) for column in version.columns)
    return replace(version, columns=tuple(columns))


_people = select(Account.user_name, Account.display_name)


def _facts(connection: Connection, condition: ColumnElement[bool]) -> DatasetFacts | None:
    rows = connection.execute(
        select(*Dataset.__table__.columns).where(Dataset.removed_at.is_(None), condition)
    ).mappings()
    return next((DatasetFacts(**row) for row in rows), None)


def _is_in_scope(source: Source, dataset_id: int, as_of: date, scope: Scope) -> bool:
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    wanted = f"select 1 from dataset_as_of as t where t.dataset_id = $dataset_id and {where}"
    sql = f"{relations_read(source, wanted, [as_of])} {wanted}"
    return bool(source.rows(sql, parameters | {"dataset_id": dataset_id}))


def _items(source: Source, dataset_id: int, as_of: date, scope: Scope) -> tuple[DueItem, ...]:
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    wanted = f"""select t.catalogue_item_id, t.catalogue_code, t.catalogue_item, t.catalogue_state,
            t.cycle_months, t.last_due_date, t.limit_date
        from catalogue_item_as_of as t where t.dataset_id = $dataset_id and {where}
        order by t.limit_date nulls last, t.catalogue_code"""
    sql = f"{relations_read(source, wanted, [as_of])} {wanted}"
    return tuple(DueItem(*row) for row in source.rows(sql, parameters | {"dataset_id": dataset_id}))


def _usage(connection: Connection, dataset_id: int, names: dict[str, str]) -> Usage | None:
    uses = connection.execute(
        select(DatasetUse.user_name, DatasetUse.used_on, DatasetUse.kind)
        .where(DatasetUse.dataset_id == dataset_id)
        .order_by(DatasetUse.used_on, DatasetUse.dataset_use_id)
    ).all()
    if not uses:
        return None
    last = uses[-1]
    by_person = Counter(user_name for user_name, __ in {(use.user_name, use.used_on) for use in uses})
    return Usage(
        last_name=called(names, last.user_name),
        last_day=last.used_on,
        last_kind=last.kind,
        days=len({use.used_on for use in uses}),
        by_person=tuple((called(names, name), days) for name, days in by_person.most_common()),
    )
