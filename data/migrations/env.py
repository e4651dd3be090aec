"""Alembic's environment: runs the migrations on the connection that data/migrate.py hands over."""

from alembic import context

from data.engine import connect_to
from data.schema.all_tables import ALL_TABLES
from data.schema.search import is_declared
from data.settings import database_url


def run() -> None:
    """Run on the given connection, or on the database of the settings when alembic is called by hand."""
    connection = context.config.attributes.get("connection")
    if connection is not None:
        _migrate(connection)
        return
    with connect_to(database_url()).connect() as opened:
        _migrate(opened)
        opened.commit()


def _migrate(connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=ALL_TABLES,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        include_object=is_declared,
    )
    context.run_migrations()


run()
