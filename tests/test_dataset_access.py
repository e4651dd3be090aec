"""Who sees which dataset, with which masks; who may open it to others; what is kept of its use."""

from datetime import date, timedelta
from typing import Any

import duckdb
import pytest
from sqlalchemy import Engine, insert, select, update

from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.data_room.dataset_access import (
    access_to,
    mask_expression,
    masked_select,
    masks,
    may_read,
    readable_datasets,
    visible_datasets,
)
from data.data_room.dataset_shares import revoke_share, share, shares_of
from data.data_room.dataset_use import record_use
from data.data_room.undertakings import (
    UndertakingError,
    UndertakingMissingError,
    has_valid,
    need_undertaking,
    record_undertaking,
    undertakings,
    withdraw_undertaking,
)
from data.engine import reading, writing
from data.local_time import today_in_china
from data.schema import Account, DatasetUse, Project, ProjectMember, Section, Staff
from data.warehouse import WarehouseError, newest, remove_dataset
from tests.dataset_rows import KEEPER, OTHER_KEEPER, READER, bring, signed

PEOPLE = (
    "select '110101199003077758' as id, '6222020200112233' as card, '13812345678' as phone, '王小明' as who"
)
MASKS = {"id": "identity", "card": "account", "phone": "phone", "who": "name"}
LEADER = User("leader", "领导", frozenset({"leadership"}))
SECTION_READER = User("reader2", "审计乙", frozenset({"auditor"}), section_code="S1")


@pytest.fixture
def people(sqlite_engine: Engine) -> int:
    """A dataset of the keeper with every kind of mask, in a database with two projects and a section."""
    signed(sqlite_engine, KEEPER, OTHER_KEEPER, READER, SECTION_READER)
    with writing(sqlite_engine) as connection:
        connection.execute(insert(Section).values(section_code="S1", name="财政科"))
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
        connection.execute(insert(Staff).values(staff_id=1, staff_code="G-07", name="审计甲"))
        reader = update(Account).where(Account.user_name == "reader")
        connection.execute(reader.values(staff_code="G-07"))
    return bring(sqlite_engine, KEEPER, "people", PEOPLE, MASKS, project_id=1).dataset_id


def read(engine: Engine, user: User, dataset_id: int) -> list[tuple[str, ...]]:
    with reading(engine) as connection:
        allowed = access_to(connection, user, dataset_id)
        version = newest(connection, dataset_id)
    assert version is not None
    with duckdb.connect() as duck:
        return duck.execute(masked_select(version, allowed)).fetchall()


RAW = [("110101199003077758", "6222020200112233", "13812345678", "王小明")]
HIDDEN = [("110***********7758", "************2233", "138****5678", "王**")]


def test_a_dataset_is_its_owners_until_it_is_shared(sqlite_engine: Engine, people: int) -> None:
    assert read(sqlite_engine, KEEPER, people) == RAW
    for user in (OTHER_KEEPER, READER, SECTION_READER, LEADER):
        with pytest.raises(NotPermittedError):
            read(sqlite_engine, user, people)
    with reading(sqlite_engine) as connection:
        assert [facts.name for facts, __ in visible_datasets(connection, OTHER_KEEPER)] == ["people"]
        assert readable_datasets(connection, OTHER_KEEPER) == ()
        assert visible_datasets(connection, READER) == ()
        assert not may_read(connection, READER, 999)


def test_a_share_opens_it_masked_or_not_until_it_is_taken_back(sqlite_engine: Engine, people: int) -> None:
    share(sqlite_engine, KEEPER, "people", with_user="reader")
    assert read(sqlite_engine, READER, people) == HIDDEN
    share(sqlite_engine, KEEPER, "people", with_user="reader", is_unmasked=True)
    assert read(sqlite_engine, READER, people) == RAW
    with reading(sqlite_engine) as connection:
        (standing,) = shares_of(connection, people)
    with pytest.raises(WarehouseError):
        revoke_share(sqlite_engine, READER, "other", standing.share_id)
    with pytest.raises(NotPermittedError):
        revoke_share(sqlite_engine, READER, "people", standing.share_id)
    revoke_share(sqlite_engine, KEEPER, "people", standing.share_id)
    with pytest.raises(NotPermittedError):
        read(sqlite_engine, READER, people)


def test_a_section_reaches_those_bound_to_it(sqlite_engine: Engine, people: int) -> None:
    share(sqlite_engine, KEEPER, "people", with_section="S1")
    assert read(sqlite_engine, SECTION_READER, people) == HIDDEN
    with pytest.raises(NotPermittedError):
        read(sqlite_engine, READER, people)


@pytest.mark.parametrize(
    ("from_day", "to_day", "is_member"),
    [(None, None, True), (0, 0, True), (1, None, False), (None, -1, False), (-9, 9, True)],
)
def test_a_project_reaches_its_members_on_their_days(
    sqlite_engine: Engine, people: int, from_day: int | None, to_day: int | None, is_member: bool
) -> None:
    def day(offset: int | None) -> date | None:
        return None if offset is None else today_in_china() + timedelta(days=offset)

    with writing(sqlite_engine) as connection:
        connection.execute(
            insert(ProjectMember).values(
                project_id=2, staff_id=1, part="member", from_date=day(from_day), to_date=day(to_day)
            )
        )
    share(sqlite_engine, KEEPER, "people", with_project="P2")
    with reading(sqlite_engine) as connection:
        assert may_read(connection, READER, people) is is_member


def test_shares_that_cannot_be(sqlite_engine: Engine, people: int) -> None:
    del people
    targets: list[dict[str, Any]] = [
        {"with_user": "nobody"},
        {"with_section": "S9"},
        {"with_project": "P9"},
        {},
    ]
    for target in targets:
        with pytest.raises(WarehouseError):
            share(sqlite_engine, KEEPER, "people", **target)
    with pytest.raises(NotPermittedError):
        share(sqlite_engine, OTHER_KEEPER, "people", with_user="reader")


def test_a_state_secret_stays_with_its_owner_and_its_project(sqlite_engine: Engine, people: int) -> None:
    del people
    secret = bring(
        sqlite_engine, KEEPER, "secret", PEOPLE, MASKS, project_id=1, classification="secret"
    ).dataset_id
    targets: list[dict[str, Any]] = [{"with_user": "reader"}, {"with_section": "S1"}, {"with_project": "P2"}]
    for target in targets:
        with pytest.raises(WarehouseError, match="涉密"):
            share(sqlite_engine, KEEPER, "secret", **target)
    share(sqlite_engine, KEEPER, "secret", with_project="P1")
    with pytest.raises(NotPermittedError):
        read(sqlite_engine, READER, secret)
    with writing(sqlite_engine) as connection:
        connection.execute(insert(ProjectMember).values(project_id=1, staff_id=1, part="member"))
    assert read(sqlite_engine, READER, secret) == HIDDEN


def test_what_becomes_secret_is_closed_to_earlier_shares(sqlite_engine: Engine, people: int) -> None:
    share(sqlite_engine, KEEPER, "people", with_user="reader")
    with writing(sqlite_engine) as connection:
        connection.exec_driver_sql("update dataset set classification = 'secret'")
    with reading(sqlite_engine) as connection:
        assert not may_read(connection, READER, people)
        assert may_read(connection, KEEPER, people)


def test_a_removed_dataset_is_nobodys(sqlite_engine: Engine, people: int) -> None:
    remove_dataset(sqlite_engine, KEEPER, "people", "采集有误")
    with reading(sqlite_engine) as connection:
        assert not access_to(connection, KEEPER, people).is_listed
        assert visible_datasets(connection, COMMAND_LINE) == ()


@pytest.mark.parametrize(
    ("mask", "value", "seen"),
    [
        ("identity", "110101199003077758", "110***********7758"),
        ("identity", "123456789", "*********"),
        ("account", "62220202", "****0202"),
        ("account", "6222020", "*******"),
        ("phone", "13812345678", "138****5678"),
        ("phone", "87654321", "********"),
        ("name", "王小明", "王**"),
        ("name", "王", "王*"),
        ("name", "", "*"),
        ("identity", None, None),
        ("whole", "王小明", "***"),
        ("whole", "", "***"),
        ("whole", None, None),
    ],
)
def test_masks_show_what_they_promise(mask: str, value: str | None, seen: str | None) -> None:
    with duckdb.connect() as duck:
        row = duck.execute(
            f"select {mask_expression('v', mask)} from (select $1::varchar as v)", [value]
        ).fetchone()
    assert row == (seen,)


def test_a_mask_hides_from_filters_too(sqlite_engine: Engine, people: int) -> None:
    share(sqlite_engine, KEEPER, "people", with_user="reader")
    with reading(sqlite_engine) as connection:
        allowed, version = access_to(connection, READER, people), newest(connection, people)
    assert version is not None
    assert dict(masks(version, allowed)) == MASKS
    with duckdb.connect() as duck:
        rows = masked_select(version, allowed, is_numbered=True)
        assert duck.execute(f"select _row, who from ({rows})").fetchall() == [(1, "王**")]
        found = duck.execute(f"select count(*) from ({rows}) where id = '110101199003077758'").fetchone()
    assert found == (0,)


def test_use_is_counted_by_day_and_way(engine: Engine) -> None:
    version = bring(engine, COMMAND_LINE, "t", "select 1 as a")
    for kind in ("preview", "preview", "test"):
        record_use(engine, READER, version.dataset_id, kind)
    with reading(engine) as connection:
        used = connection.execute(
            select(DatasetUse.kind, DatasetUse.user_name, DatasetUse.times).order_by(DatasetUse.kind)
        ).all()
    assert used == [("preview", "reader", 2), ("test", "reader", 1)]


def test_an_undertaking_holds_from_its_signature_to_its_end(engine: Engine) -> None:
    signed(engine, KEEPER, OTHER_KEEPER)
    number = record_undertaking(
        engine,
        KEEPER,
        user_name="keeper2",
        document="承诺书 2 号",
        signed_date=date(2019, 3, 1),
        valid_until=date(2019, 12, 31),
    )
    with reading(engine) as connection:
        assert not has_valid(connection, "keeper2", date(2019, 2, 28))
        assert has_valid(connection, "keeper2", date(2019, 3, 1))
        assert has_valid(connection, "keeper2", date(2019, 12, 31))
        assert not has_valid(connection, "reader", date(2019, 6, 1))
    withdraw_undertaking(engine, KEEPER, number, date(2019, 6, 1))
    with reading(engine) as connection:
        assert has_valid(connection, "keeper2", date(2019, 5, 31))
        assert not has_valid(connection, "keeper2", date(2019, 6, 1))
        (facts,) = [entry for entry in undertakings(connection, "keeper2") if entry.undertaking_id == number]
    assert facts.withdrawn_date == date(2019, 6, 1)
    with pytest.raises(UndertakingError):
        withdraw_undertaking(engine, KEEPER, number, date(2019, 7, 1))


def test_who_records_an_undertaking(sqlite_engine: Engine) -> None:
    signed(sqlite_engine, KEEPER, READER)
    said: dict[str, Any] = {
        "document": "1",
        "signed_date": date(2026, 1, 1),
        "valid_until": date(2026, 12, 31),
    }
    with pytest.raises(NotPermittedError):
        record_undertaking(sqlite_engine, READER, user_name="keeper", **said)
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("keeper", {}),
        ("nobody", {}),
        ("reader", {"document": " "}),
        ("reader", {"valid_until": date(2025, 1, 1)}),
        ("reader", {"signed_date": date(2999, 1, 1), "valid_until": date(2999, 1, 2)}),
    ]
    for user_name, changed in wrong:
        with pytest.raises(UndertakingError):
            record_undertaking(sqlite_engine, KEEPER, user_name=user_name, **(said | changed))


def test_what_is_missing_is_said(sqlite_engine: Engine) -> None:
    with pytest.raises(UndertakingMissingError, match="没有登记保密承诺书；签署后由数据室人员登记"):
        need_undertaking(sqlite_engine, READER, "use-data", "t")
    signed(sqlite_engine, READER)
    need_undertaking(sqlite_engine, READER, "use-data", "t")
    with reading(sqlite_engine) as connection:
        (facts,) = undertakings(connection, "reader")
    withdraw_undertaking(sqlite_engine, COMMAND_LINE, facts.undertaking_id, date(2026, 1, 1))
    with pytest.raises(UndertakingMissingError, match="已于 2026-01-01 撤回"):
        need_undertaking(sqlite_engine, READER, "use-data", "t")
    need_undertaking(sqlite_engine, COMMAND_LINE, "use-data", "t")


def test_shapes_are_hidden_with_the_coordinates_that_they_come_of(sqlite_engine: Engine, people: int) -> None:
    sql = "select '120.1' as longitude, '30.2' as latitude, 'POINT (120.1 30.2)' as geometry, '甲' as name"
    version = bring(sqlite_engine, KEEPER, "places", sql, {"longitude": "whole"})
    share(sqlite_engine, KEEPER, "places", with_user="reader")
    with reading(sqlite_engine) as connection:
        hidden = masks(version, access_to(connection, READER, version.dataset_id))
    assert hidden == {"longitude": "whole", "geometry": "whole"}
