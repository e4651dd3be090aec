"""Sessions: idle time, longest time, and what ends them before."""

import sqlite3
import time
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from data.access import sessions
from data.access.accounts import bind, disable, insert_account, reset_password, set_roles
from data.access.own_account import change_password, sign_out_elsewhere
from data.access.passwords import DEMO_ROUNDS, hashed
from data.access.roles import COMMAND_LINE, User
from data.access.sessions import SessionEndedError
from data.access.sign_ins import sign_in
from data.engine import now, reading, writing
from data.schema import Account, AccountSession, Event, Section

PASSWORD = "Tiger-valley-42"
NOON = now().replace(hour=12)
ZHANGSAN = User("zhangsan", "张三", frozenset({"auditor"}))


@pytest.fixture
def database(sqlite_engine):
    return filled(sqlite_engine)


def filled(engine):
    with writing(engine) as connection:
        insert_account(
            connection,
            "test",
            "zhangsan",
            "张三",
            hashed(PASSWORD, DEMO_ROUNDS),
            roles=frozenset({"auditor"}),
            must_change_password=False,
        )
    return engine


def begin(engine, at=NOON) -> str:
    session_id = sign_in(engine, "zhangsan", PASSWORD, at=at).session_id
    assert session_id is not None
    return session_id


def reason_of_end(engine, session_id, at=NOON) -> str:
    with pytest.raises(SessionEndedError) as ended:
        sessions.resume(engine, session_id, at=at)
    return ended.value.reason


def sign_outs(engine) -> list[str]:
    with reading(engine) as connection:
        return list(connection.scalars(select(Event.detail).where(Event.kind == "signed_out")))


def test_a_session_gives_the_user_as_the_database_knows_them_now(database):
    session_id = begin(database)
    assert sessions.resume(database, session_id, at=NOON).user == ZHANGSAN
    with writing(database) as connection:
        connection.execute(update(Account).values(display_name="张三丰", must_change_password=True))
    session = sessions.resume(database, session_id, at=NOON)
    assert (session.user.display_name, session.must_change_password) == ("张三丰", True)


def test_an_unknown_session_is_over(database):
    assert reason_of_end(database, "0" * 32) == "ended"


def test_a_session_ends_after_the_idle_time_once(database):
    session_id = begin(database)
    assert sessions.resume(database, session_id, at=NOON + timedelta(minutes=29)).user == ZHANGSAN
    late = NOON + timedelta(minutes=29 + 30)
    assert reason_of_end(database, session_id, late) == "idle"
    assert reason_of_end(database, session_id, late) == "ended"
    assert sign_outs(database) == ['{"reason": "idle"}']


def test_idle_time_on_both_engines(engine):
    filled(engine)
    session_id = begin(engine)
    assert sessions.resume(engine, session_id, at=NOON + timedelta(minutes=29)).user == ZHANGSAN
    assert reason_of_end(engine, session_id, NOON + timedelta(minutes=29 + 30)) == "idle"


def test_activity_in_one_browser_keeps_no_other_alive(database):
    left, used = begin(database), begin(database)
    for minutes in range(0, 31, 10):
        sessions.resume(database, used, at=NOON + timedelta(minutes=minutes))
    assert reason_of_end(database, left, NOON + timedelta(minutes=30)) == "idle"


def test_looking_is_no_activity(database):
    session_id = begin(database)
    sessions.resume(database, session_id, is_activity=False, at=NOON + timedelta(minutes=20))
    assert reason_of_end(database, session_id, NOON + timedelta(minutes=30)) == "idle"


def test_a_session_ends_after_its_longest_time_in_spite_of_activity(database):
    session_id = begin(database)
    for minutes in range(0, 12 * 60, 20):
        sessions.resume(database, session_id, at=NOON + timedelta(minutes=minutes))
    assert reason_of_end(database, session_id, NOON + timedelta(hours=12)) == "expired"
    assert sign_outs(database) == ['{"reason": "expired"}']


def test_activity_is_written_once_a_minute(database):
    session_id = begin(database)

    def active_at():
        with reading(database) as connection:
            in_account = connection.scalar(select(Account.last_active_at))
            return connection.scalar(select(AccountSession.last_active_at)), in_account

    sessions.resume(database, session_id, at=NOON + timedelta(seconds=59))
    assert active_at() == (NOON, NOON)
    sessions.resume(database, session_id, at=NOON + timedelta(seconds=60))
    assert active_at() == (NOON + timedelta(seconds=60),) * 2


def test_activity_does_not_wait_for_a_long_write(sqlite_engine):
    with writing(sqlite_engine) as connection:
        insert_account(connection, "test", "zhangsan", "张三", hashed(PASSWORD, DEMO_ROUNDS))
    session_id = begin(sqlite_engine)
    importing = sqlite3.connect(sqlite_engine.url.database, isolation_level=None)
    importing.execute("begin immediate")
    start = time.monotonic()
    assert sessions.resume(sqlite_engine, session_id, at=NOON + timedelta(minutes=5)).user
    assert time.monotonic() - start < 2
    importing.execute("rollback")
    importing.close()
    with sqlite_engine.connect() as connection:
        assert connection.exec_driver_sql("pragma busy_timeout").scalar() == 30_000


def test_signing_out_ends_this_session_and_is_recorded_once(database):
    here, elsewhere = begin(database), begin(database)
    sessions.end(database, here, "asked")
    sessions.end(database, here, "asked")
    assert reason_of_end(database, here) == "ended"
    assert sessions.resume(database, elsewhere, at=NOON).user == ZHANGSAN
    assert sign_outs(database) == ['{"reason": "asked"}']


def test_signing_out_elsewhere_keeps_this_session(database):
    here, elsewhere = begin(database), begin(database)
    assert sign_out_elsewhere(database, ZHANGSAN, keep=here) == 1
    assert sign_out_elsewhere(database, ZHANGSAN, keep=here) == 0
    assert reason_of_end(database, elsewhere) == "ended"
    assert sessions.resume(database, here, at=NOON).user == ZHANGSAN
    assert sign_outs(database) == ['{"reason": "elsewhere"}']


def test_a_new_password_ends_all_sessions_but_this(database):
    here, elsewhere = begin(database), begin(database)
    change_password(database, ZHANGSAN, old=PASSWORD, new="Meadow-river-77", keep=here)
    assert reason_of_end(database, elsewhere) == "ended"
    assert sessions.resume(database, here, at=NOON).user == ZHANGSAN


@pytest.mark.parametrize(
    "act",
    [
        lambda engine: disable(engine, COMMAND_LINE, "zhangsan"),
        lambda engine: set_roles(engine, COMMAND_LINE, "zhangsan", frozenset({"leadership"})),
        lambda engine: bind(engine, COMMAND_LINE, "zhangsan", region_code=None, section_code="JM"),
        lambda engine: reset_password(engine, COMMAND_LINE, "zhangsan"),
    ],
    ids=["disabled", "other roles", "bound", "password reset"],
)
def test_what_administrators_change_ends_all_sessions(database, act):
    with writing(database) as connection:
        connection.execute(Section.__table__.insert().values(section_code="JM", name="经贸科", is_stub=False))
    here, elsewhere = begin(database), begin(database)
    act(database)
    assert reason_of_end(database, here) == reason_of_end(database, elsewhere) == "ended"


def test_a_session_of_an_account_disabled_behind_our_back_is_over(database):
    session_id = begin(database)
    with writing(database) as connection:
        connection.execute(update(Account).values(is_disabled=True))
    assert reason_of_end(database, session_id) == "ended"


def test_sessions_that_were_left_are_cleared_at_the_next_sign_in(database):
    begin(database)
    session_id = begin(database, NOON + timedelta(hours=1))
    with reading(database) as connection:
        assert connection.scalars(select(AccountSession.session_id)).all() == [session_id]
