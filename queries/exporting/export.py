"""Let rows leave the system: ask for the right, make the workbook, record it. All of it or nothing."""

from dataclasses import asdict, replace

from sqlalchemy import Engine

from data.access.permission import permit
from data.access.present_user import present_user
from data.access.roles import User, can
from data.bureau import bureau
from data.engine import now, reading, writing
from data.events import RowsExported, record
from data.local_time import in_china
from data.stem_of import stem_of
from queries.catalog import Kpi
from queries.exporting.workbook import check_row_count, workbook
from queries.filters import Filters, Scope
from queries.names import names
from queries.rows import Page, count_rows, page_of_rows
from queries.run import value
from queries.source import Source
from queries.targets import target_of

ACTION = "export-rows"


def export_rows(
    engine: Engine, source: Source, user: User, kpi: Kpi, filters: Filters, *, search: str = ""
) -> bytes:
    """The XLSX file of the rows behind a figure that contain `search`, as `user` may see them now.

    Raises NotPermittedError (and records the refusal) where the user has lost the right since the page was
    drawn, TooManyRowsError where one export may not hold them.
    """
    made_at = now()
    reader = _reader(engine, user, kpi)
    scope = Scope(reader.region_code, reader.section_code, sees_staff=can(reader, "see-staff"))
    # Counted before they are read: a refusal must not cost the memory that it saves.
    check_row_count(count_rows(source, kpi, filters, scope, search))
    rows = page_of_rows(source, kpi, filters, scope, Page(search=search))
    with reading(engine) as connection:
        bureau_name = bureau(connection).name
    content = workbook(
        kpi,
        rows,
        filters,
        value(source, kpi, filters, scope),
        bureau_name=bureau_name,
        user_name=f"{reader.display_name} ({reader.user_name})",
        made_at=in_china(made_at),
        target=target_of(source, kpi, filters, scope),
        names=names(source, filters, scope),
        search=search,
        scope=scope,
    )
    asked = asdict(filters) | ({"search": search} if search else {})
    event = RowsExported(
        subject=kpi.name,
        filters={name: choice for name, choice in asked.items() if choice not in {None, ()}},
        rows=len(rows),
        file_name=file_name(kpi, filters),
    )
    with writing(engine) as connection:
        record(connection, reader.user_name, event, at=made_at)
    return content


def file_name(kpi: Kpi, filters: Filters) -> str:
    """Name of the file: the figure's title in the current language and its day."""
    return stem_of(str(kpi.title), filters.as_of) + ".xlsx"


def _reader(engine: Engine, user: User, kpi: Kpi) -> User:
    with reading(engine) as connection:
        reader = present_user(connection, user.user_name) or replace(user, roles=frozenset())
    permit(engine, reader, ACTION, kpi.name)
    return reader
