"""Small datasets for tests: rows made by a SELECT, committed like any arrival."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
from sqlalchemy import Engine, insert, select

from data.access.roles import User
from data.data_room.dataset_shares import share
from data.digest import sha256_of
from data.duck import open_duck, quoted
from data.engine import now, writing
from data.schema import Account, AccountRole, Project, Region, Section, Undertaking
from data.warehouse import Arrival, StoredColumn, Version, commit_version, keep_original, relation_of, stage
from tests.data_room_rows import add_item, add_source

KEEPER = User("keeper", "数据室甲", frozenset({"data_room"}))
OTHER_KEEPER = User("keeper2", "数据室乙", frozenset({"data_room"}))
READER = User("reader", "审计甲", frozenset({"auditor"}))


def signed(engine: Engine, *users: User) -> None:
    """Give each of the users an account and a valid secrecy undertaking."""
    with writing(engine) as connection:
        for user in users:
            connection.execute(
                insert(Account).values(
                    user_name=user.user_name,
                    display_name=user.display_name,
                    password_hash="",
                    is_disabled=False,
                    must_change_password=False,
                    created_at=now(),
                )
            )
            connection.execute(
                insert(Undertaking).values(
                    user_name=user.user_name,
                    document="承诺书 1 号",
                    signed_date=date(2020, 1, 1),
                    valid_until=date(2099, 12, 31),
                    recorded_by="command line",
                    recorded_at=now(),
                )
            )


def bring(
    engine: Engine,
    user: User,
    name: str,
    sql: str,
    masks: dict[str, str] | None = None,
    *,
    kinds: dict[str, str] | None = None,
    **said: Any,
) -> Version:
    """Commit the rows of a SELECT as the next version of a dataset; `kinds`: of columns that hold no text."""
    duck = open_duck()
    with stage() as staging:
        duck.execute(f"copy ({sql}) to {quoted(staging.part())} (format parquet)")
        described = duck.execute(f"describe {sql}").fetchall()
        rows = duck.execute(f"select count(*) from ({sql})").fetchone()
        original = _original(staging.folder / "came.csv", sql)
        kept = keep_original(staging, original)
        original.unlink()
        digest = sha256_of(kept)
        size = kept.stat().st_size
        kept.rename(kept.with_name(digest))
        arrival = Arrival(
            dataset=name,
            columns=tuple(
                StoredColumn(
                    column, column, kind, (masks or {}).get(column), (kinds or {}).get(column, "text")
                )
                for column, kind, *__ in described
            ),
            rows=rows[0] if rows else 0,
            original_name="came.csv",
            sha256=digest,
            original_bytes=size,
            **{"delivery": "command_line"} | said,
        )
        return commit_version(engine, user, staging, arrival)


def add_shared_dataset(engine: Engine, sql: str) -> None:
    """The keeper's dataset t, open to the reader; a second keeper, and places that it can belong to."""
    signed(engine, KEEPER, OTHER_KEEPER, READER)
    with writing(engine) as connection:
        for user in (KEEPER, OTHER_KEEPER, READER):
            number = connection.scalar(select(Account.account_id).where(Account.user_name == user.user_name))
            for role in user.roles:
                connection.execute(insert(AccountRole).values(account_id=number, role=role))
        connection.execute(insert(Section).values(section_code="S1", name="财政科"))
        connection.execute(insert(Region).values(region_code="990101", name="东湖区", level="district"))
        for number in (1, 2):
            connection.execute(
                insert(Project).values(
                    project_id=number,
                    project_code=f"P{number}",
                    name="项目",
                    plan_year=2026,
                    project_type="survey",
                )
            )
        add_source(connection, "LY1", unit_id=None)
        for code in ("ML1", "ML2"):
            add_item(connection, code)
    bring(engine, KEEPER, "t", sql)
    share(engine, KEEPER, "t", with_user="reader")


def _original(file: Path, sql: str) -> Path:
    file.write_text(sql, "utf-8")
    return file


def rows_of(version: Version, order: str = "all") -> list[tuple[Any, ...]]:
    """Every row of a version, without masks."""
    with duckdb.connect() as duck:
        return duck.execute(f"select * from ({relation_of(version)}) order by {order}").fetchall()
