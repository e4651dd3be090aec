"""A PostgreSQL database as it was when it was new: emptied, it serves the next test at a tenth of the price.

A new one is a thousand files to copy and to remove.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, text

from data.schema.all_tables import ALL_TABLES

# What tests may change beside rows: tables and who may use them, triggers, functions.
_STRUCTURE = """select md5(string_agg(told, ',' order by told)) from (
    select concat_ws(' ', relname, relkind, relnatts, relacl, reloptions) as told
    from pg_class where relnamespace = 'public'::regnamespace
    union all
    select concat_ws(' ', tgrelid::regclass, tgname, tgenabled, tgtype) from pg_trigger
    union all
    select concat_ws(' ', proname, proacl, prosrc) from pg_proc where pronamespace = 'public'::regnamespace
) structure"""
_TABLES_WITH_ROWS = """select format('select %s from (select from public.%s limit 1) one',
                                     quote_literal(relname), quote_ident(relname)) as asking
                       from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"""
_SEQUENCES = """select sequencename as name, start_value as start, last_value as last from pg_sequences
                where schemaname = 'public'"""
_OTHERS_OUT = """select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid()"""


@dataclass(frozen=True)
class New:
    """What a new database holds."""

    structure: str
    version: str | None
    rows: dict[str, list[dict[str, Any]]]
    sequences: dict[str, int | None]


def what_is_new(connection: Connection) -> New:
    """What this database, which is new, holds."""
    tables = ALL_TABLES.tables
    rows = {
        name: [dict(row) for row in connection.execute(tables[name].select()).mappings()]
        for name in _with_rows(connection)
    }
    sequences = {row.name: row.last for row in _sequences(connection)}
    return New(_structure(connection), _version(connection), rows, sequences)


def empty_again(engine: Engine, new: New) -> bool:
    """Make the database what it was when it was new; False where more than rows was changed in it.

    Rows are deleted: to truncate them touches more files than the tests wrote rows.
    """
    with engine.begin() as connection:
        connection.execute(text(_OTHERS_OUT))
        if _structure(connection) != new.structure or _version(connection) != new.version:
            return False
        connection.execute(text("set local session_replication_role = replica"))  # no trigger, no order
        for name in _with_rows(connection):
            connection.execute(ALL_TABLES.tables[name].delete())
        for name, rows in new.rows.items():
            connection.execute(ALL_TABLES.tables[name].insert(), rows)
        for row in _sequences(connection):
            if row.last != (last := new.sequences[row.name]):
                to = {"name": row.name, "to": last or row.start, "is_used": last is not None}
                connection.execute(text("select setval(quote_ident(:name)::regclass, :to, :is_used)"), to)
    return True


def _structure(connection: Connection) -> str:
    return str(connection.scalar(text(_STRUCTURE)))


def _version(connection: Connection) -> str | None:
    return connection.scalar(text("select version_num from alembic_version"))


def _sequences(connection: Connection) -> list[Any]:
    return list(connection.execute(text(_SEQUENCES)))


def _with_rows(connection: Connection) -> list[str]:
    asking = connection.scalars(text(_TABLES_WITH_ROWS)).all()
    found = connection.scalars(text(" union all ".join(asking))).all()
    return [name for name in found if name in ALL_TABLES.tables]
