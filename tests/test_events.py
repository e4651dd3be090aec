"""The hash chain of the event log: what it covers, and that writers beside each other keep it whole."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import delete, insert, select, update

from data.engine import connect_to, data_version, reading, writing
from data.events import (
    KINDS,
    BureauSettingChanged,
    RowsExported,
    SignedIn,
    SignedOut,
    first_broken_link,
    record,
)
from data.schema import ChainHead, Event


@pytest.fixture
def logged(engine):
    """A database with five events."""
    with writing(engine) as connection:
        for number in range(1, 6):
            record(connection, f"user{number}", SignedOut(reason="asked"))
    return engine


def broken_link(engine):
    with reading(engine) as connection:
        return first_broken_link(connection)


def test_an_untouched_chain_is_whole(logged):
    assert broken_link(logged) == (None, 5)


def test_an_empty_log_is_whole(engine):
    assert broken_link(engine) == (None, 0)


@pytest.mark.parametrize(
    "change",
    [
        {"detail": '{"reason": "idle"}'},
        {"actor": "somebody else"},
        {"kind": "signed_in"},
        {"happened_at": datetime(2020, 1, 1)},  # noqa: DTZ001
        {"changes_figures": True},
        {"digest": "f" * 64},
        {"previous_digest": "f" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_event_is_named(logged, change):
    with writing(logged) as connection:
        connection.execute(update(Event).where(Event.event_id == 3).values(change))
    assert broken_link(logged)[0] == 3


@pytest.mark.parametrize("event_id", [1, 3])
def test_a_deleted_event_is_named(logged, event_id):
    with writing(logged) as connection:
        connection.execute(delete(Event).where(Event.event_id == event_id))
    assert broken_link(logged)[0] == event_id


def test_a_cut_off_end_is_named(logged):
    with writing(logged) as connection:
        connection.execute(delete(Event).where(Event.event_id >= 4))
    assert broken_link(logged) == (4, 3)


def test_an_emptied_log_is_named(logged):
    with writing(logged) as connection:
        connection.execute(delete(Event))
    assert broken_link(logged) == (1, 0)


def test_an_event_put_in_by_hand_is_named(logged):
    with writing(logged) as connection:
        last = connection.execute(select(Event.__table__).where(Event.event_id == 5)).mappings().one()
        connection.execute(insert(Event).values({**last, "event_id": 6, "previous_digest": last["digest"]}))
    assert broken_link(logged)[0] == 6


def test_a_changed_head_is_named(logged):
    with writing(logged) as connection:
        connection.execute(update(ChainHead).values(digest="f" * 64))
    assert broken_link(logged)[0] == 6


def test_a_moment_that_is_none_is_named(logged):
    # PostgreSQL takes moments only; SQLite takes whatever somebody wrote into its file.
    forged = "1999-01-01" if logged.dialect.name == "postgresql" else "x"
    with writing(logged) as connection:
        connection.exec_driver_sql(f"update event set happened_at = '{forged}' where event_id = 3")
    assert broken_link(logged)[0] == 3


def test_a_data_version_set_back_is_named(logged):
    with writing(logged) as connection:
        record(connection, "somebody", BureauSettingChanged("name", None, "示范市审计局"))
        connection.execute(update(ChainHead).values(data_version=0))
    assert broken_link(logged) == (7, 6)


def test_a_lost_head_is_a_broken_link(logged):
    with writing(logged) as connection:
        connection.execute(delete(ChainHead))
    assert broken_link(logged) == (6, 5)


def test_an_event_leaves_with_its_transaction(logged):
    def fail_after_recording() -> None:
        with writing(logged) as connection:
            record(connection, "somebody", SignedIn())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_recording()
    assert broken_link(logged) == (None, 5)
    with reading(logged) as connection:
        assert connection.scalar(select(ChainHead.event_id)) == 5


def test_only_events_that_change_figures_move_the_data_version(logged):
    with writing(logged) as connection:
        assert data_version(connection) == 0
        changed = record(connection, "somebody", BureauSettingChanged("name", None, "示范市审计局"))
        record(connection, "somebody", SignedIn())
        assert data_version(connection) == changed == 6


def test_the_detail_keeps_chinese_text_and_keeps_it_readable(logged):
    with writing(logged) as connection:
        event_id = record(
            connection, "王审计", RowsExported("findings", {"region": "东湖区"}, 12, "问题.xlsx")
        )
        detail = connection.scalar(select(Event.detail).where(Event.event_id == event_id))
    assert "东湖区" in detail
    assert json.loads(detail)["rows"] == 12
    assert broken_link(logged) == (None, 6)


def test_every_kind_has_a_word_of_its_own_and_a_title():
    assert len(KINDS) > 10
    assert all(kind == cls.kind and cls.title for kind, cls in KINDS.items())


def test_writers_beside_each_other_keep_the_chain_whole(engine):
    """Four connections write sixty events; a slow transaction between reading and writing is among them."""
    url = engine.url.render_as_string(hide_password=False)

    def write(writer: int) -> None:
        own = connect_to(url)
        for _index in range(15):
            with writing(own) as connection:
                connection.execute(select(Event.event_id).limit(1)).all()
                record(connection, f"writer{writer}", SignedIn())
        own.dispose()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    assert broken_link(engine) == (None, 60)
