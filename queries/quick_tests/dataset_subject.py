"""A version of a dataset as a table to test: masked as the reader sees it, with the official calendar."""

import duckdb
from sqlalchemy import Connection, select

from data import schema
from data.data_room.dataset_access import Access, masked_select, masks
from data.warehouse import Version
from queries.quick_tests.subject import CalendarDay, Subject, subject


def dataset_subject(
    duck: duckdb.DuckDBPyConnection, connection: Connection, version: Version, access: Access
) -> Subject:
    """The version's rows, numbered from 1. Raises NotPermittedError and WarehouseError."""
    return subject(
        duck,
        masked_select(version, access, is_numbered=True),
        masked=frozenset(masks(version, access)),
        calendar=official_calendar(connection),
    )


def official_calendar(connection: Connection) -> tuple[CalendarDay, ...]:
    """The calendar of working days of the database, in order."""
    day = schema.CalendarDay
    rows = connection.execute(select(day.day, day.is_working_day, day.holiday_name).order_by(day.day))
    return tuple(CalendarDay(when, bool(works), name) for when, works, name in rows)
