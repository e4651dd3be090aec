"""The catalogue of one reader: every dataset whose rows they may read, with the masks they read it under."""

from sqlalchemy import Connection

from data.access.roles import User
from data.data_room.dataset_access import masked_select, masks, readable_datasets
from data.warehouse import WarehouseError, files_of, newest
from queries.datasets.version_titles import version_titles
from queries.workbench.readable import Readable, ReadableColumn


def readables(connection: Connection, user: User) -> tuple[Readable, ...]:
    """Datasets by name, each at its newest version; one whose files are gone is left out."""
    found = []
    for facts, access in readable_datasets(connection, user):
        version = newest(connection, facts.dataset_id)
        if version is None:
            continue
        try:
            select, files = masked_select(version, access), files_of(version)
        except WarehouseError:
            continue
        hidden, titles = masks(version, access), version_titles(connection, version).of_columns
        columns = tuple(
            ReadableColumn(column.name, titles[column.name], column.type, hidden.get(column.name))
            for column in version.columns
        )
        found.append(
            Readable(
                facts.name,
                facts.title,
                columns,
                select,
                files,
                version.row_count,
                facts.dataset_id,
                version.number,
            )
        )
    return tuple(found)
