"""A database of an earlier version becomes one of the newest, with every row still there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from data.engine import connect_to, reading, writing
from data.migrate import _config, is_current, newest_schema, upgrade
from data.schema.all_tables import ALL_TABLES
from data.schema.search import is_declared

_ROWS = (
    "insert into unit (unit_id, name, is_stub) values (1, '某局', false)",
    "insert into official (official_id, name) values (1, '某人')",
    "insert into post (post_id, official_id, unit_id, title) values (1, 1, 1, '局长')",
    """insert into project (project_id, project_code, name, plan_year, is_independent, is_stub, unit_id)
        values (1, '2025-01', '某局审计', 2025, true, false, 1)""",
    """insert into finding (finding_id, finding_code, project_id, unit_id, title, is_major,
            has_leader_instruction, is_repeat, found_date, is_found_date_assumed, recorded_at)
        values (1, 'A-1', 1, 1, '某问题', false, false, false, '2025-06-30', false, '2025-06-30 01:00:00')""",
    "insert into indicator_plan (plan_code, name, first_year, last_year) values ('P', '规划', 2021, 2025)",
    "insert into indicator (indicator_code, plan_code, name) values ('P-1', 'P', '整改率')",
    """insert into indicator_target
            (indicator_target_id, indicator_code, milestone_order, label, year, target_value, comparison)
        values (1, 'P-1', 1, '2025年', 2025, 9500, 'at_least')""",
    """insert into indicator_value
            (indicator_value_id, indicator_code, year, actual_value, evidence, fact_date, recorded_at)
        values (1, 'P-1', 2024, 9100, '年报', '2024-12-31', '2025-01-05 01:00:00')""",
)


@pytest.fixture(params=["sqlite", "postgresql"])
def first_version(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database as the first version left it, with a row in each table that changed since."""
    if request.param == "sqlite":
        file = tmp_path / "first.db"
        file.touch()  # a database that is not there is never made by asking
        made = connect_to(f"sqlite:///{file}")
    else:
        made = request.getfixturevalue("empty_postgresql")
    with writing(made) as connection:
        command.upgrade(_config(connection), "0001")
        for row in _ROWS:
            connection.execute(text(row))
    yield made
    made.dispose()


def test_rows_of_the_first_version_outlive_the_upgrade(first_version: Engine) -> None:
    assert not is_current(first_version)
    upgrade(first_version)
    assert is_current(first_version)
    with reading(first_version) as connection:
        # Read from the files alone, without what runs them.
        assert newest_schema() == ScriptDirectory.from_config(_config(connection)).get_current_head()
    with reading(first_version) as connection:
        assert connection.execute(text("select name, retirement_date from official")).one() == ("某人", None)
        post = connection.execute(text("select title, has_resource_duty, is_audit_exempt from post")).one()
        assert (post.title, bool(post[1]), bool(post[2])) == ("局长", False, False)
        project = connection.execute(text("select name, is_draft, in_plan_date from project")).one()
        assert (project.name, bool(project[1]), project[2]) == ("某局审计", False, None)
        assert connection.scalar(text("select title from finding where project_id = 1")) == "某问题"
        assert connection.scalar(text("select target_value from indicator_target")) == 9500
        # What was there before is found by its words.
        assert connection.scalar(text("select count(*) from search_text where kind = 'finding'")) == 1
        assert connection.scalar(text("select actual_value from indicator_value")) == 9100
        assert bool(connection.scalar(text("select is_baseline_comparable from indicator")))


def test_an_upgraded_database_is_what_the_tables_declare(first_version: Engine) -> None:
    upgrade(first_version)
    with first_version.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_declared})
        differences = compare_metadata(context, ALL_TABLES)
    assert differences == []
