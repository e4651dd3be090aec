"""Checking passwords: the counter, the lock, and what the outside may learn."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from data.access.accounts import insert_account
from data.access.passwords import DEMO_ROUNDS, hashed
from data.access.sign_ins import check_password, sign_in
from data.engine import connect_to, now, reading, writing
from data.schema import Account, AccountSession, Event

PASSWORD = "Tiger-valley-42"
NOON = now().replace(hour=12)
ATTEMPTS = 5


@pytest.fixture
def database(engine):
    with writing(engine) as connection:
        insert_account(connection, "test", "zhangsan", "张三", hashed(PASSWORD, DEMO_ROUNDS))
    return engine


def events(engine) -> list[tuple[str, str, str]]:
    with reading(engine) as connection:
        rows = connection.execute(
            select(Event.kind, Event.actor, Event.detail).order_by(Event.event_id)
        ).all()
    return [tuple(row) for row in rows if row.kind != "account_created"]


def fail(engine, times: int, at=NOON) -> list[str]:
    return [sign_in(engine, "zhangsan", "wrong", at=at).outcome for _index in range(times)]


def test_the_right_password_starts_a_session_and_one_event(database):
    result = sign_in(database, "zhangsan", PASSWORD, at=NOON)
    assert result.outcome == "ok"
    with reading(database) as connection:
        assert connection.scalars(select(AccountSession.session_id)).all() == [result.session_id]
    assert events(database) == [("signed_in", "zhangsan", "{}")]


def test_the_user_name_may_be_typed_in_capitals_and_with_blanks(database):
    assert sign_in(database, "  ZhangSan ", PASSWORD).outcome == "ok"


def test_blanks_belong_to_the_password(database):
    assert sign_in(database, "zhangsan", f" {PASSWORD} ").outcome == "wrong"


def test_unknown_and_wrong_look_the_same_outside_and_differ_in_the_log(database):
    assert sign_in(database, "zhangsan", "wrong") == sign_in(database, "nobody", "wrong")
    assert events(database) == [
        ("sign_in_refused", "zhangsan", '{"reason": "password"}'),
        ("sign_in_refused", "nobody", '{"reason": "unknown"}'),
    ]


@pytest.mark.usefixtures("dear_hashes")
def test_an_unknown_account_takes_as_long_as_a_known_one(engine):
    with writing(engine) as connection:
        insert_account(connection, "test", "zhangsan", "张三", hashed(PASSWORD))

    def seconds(user_name: str) -> float:
        start = time.process_time()
        sign_in(engine, user_name, "wrong")
        return time.process_time() - start

    assert 0.5 < seconds("nobody") / seconds("zhangsan") < 2


def test_what_cannot_be_a_user_name_is_not_kept_because_it_may_be_a_password(database):
    assert sign_in(database, "Tiger valley!", PASSWORD).outcome == "wrong"
    assert events(database) == [("sign_in_refused", "?", '{"reason": "unknown"}')]


def test_too_many_wrong_passwords_lock_even_for_the_right_one(database):
    assert fail(database, ATTEMPTS) == ["wrong"] * (ATTEMPTS - 1) + ["locked"]
    refused = sign_in(database, "zhangsan", PASSWORD, at=NOON)
    assert (refused.outcome, refused.session_id) == ("locked", None)
    assert refused.locked_until == NOON + timedelta(minutes=15)
    kinds = [(kind, detail) for kind, _actor, detail in events(database)]
    assert kinds[ATTEMPTS - 1] == ("sign_in_refused", '{"reason": "password"}')
    assert kinds[ATTEMPTS][0] == "account_changed", "the lock is an event of its own"
    assert kinds[ATTEMPTS + 1] == ("sign_in_refused", '{"reason": "locked"}')


def test_the_lock_survives_a_restart(database):
    fail(database, ATTEMPTS)
    url = database.url.render_as_string(hide_password=False)
    database.dispose()
    restarted = connect_to(url)
    assert sign_in(restarted, "zhangsan", PASSWORD, at=NOON + timedelta(minutes=14)).outcome == "locked"
    restarted.dispose()


def test_the_lock_ends_and_counting_starts_anew(database):
    fail(database, ATTEMPTS)
    later = NOON + timedelta(minutes=15)
    assert fail(database, ATTEMPTS - 1, later) == ["wrong"] * (ATTEMPTS - 1)
    assert sign_in(database, "zhangsan", PASSWORD, at=later).outcome == "ok"


def test_attempts_during_the_lock_do_not_make_it_longer(database):
    fail(database, ATTEMPTS)
    fail(database, 3, NOON + timedelta(minutes=10))
    assert sign_in(database, "zhangsan", PASSWORD, at=NOON + timedelta(minutes=15)).outcome == "ok"


def test_the_right_password_takes_wrong_ones_back(database):
    for _round in range(3):
        fail(database, ATTEMPTS - 1)
        assert sign_in(database, "zhangsan", PASSWORD, at=NOON).outcome == "ok"


def test_number_and_length_of_the_lock_are_settings(database, monkeypatch):
    monkeypatch.setenv("AUDIT_MAX_FAILED_SIGN_INS", "2")
    monkeypatch.setenv("AUDIT_LOCK_MINUTES", "60")
    assert fail(database, 2) == ["wrong", "locked"]
    assert sign_in(database, "zhangsan", PASSWORD, at=NOON + timedelta(minutes=59)).outcome == "locked"


def test_attempts_at_the_same_moment_get_no_more_tries(database):
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(lambda _index: fail(database, 1)[0], range(24)))
    assert outcomes.count("wrong") == ATTEMPTS - 1
    refusals = [detail for kind, _actor, detail in events(database) if kind == "sign_in_refused"]
    assert refusals.count('{"reason": "password"}') == ATTEMPTS, "no sixth password was looked at"
    assert sign_in(database, "zhangsan", PASSWORD, at=NOON).outcome == "locked"


def test_a_disabled_account_is_told_so_only_with_the_right_password(database):
    with writing(database) as connection:
        connection.execute(update(Account).values(is_disabled=True))
    assert sign_in(database, "zhangsan", "wrong").outcome == "wrong"
    refused = sign_in(database, "zhangsan", PASSWORD)
    assert (refused.outcome, refused.session_id) == ("disabled", None)
    assert events(database)[-1] == ("sign_in_refused", "zhangsan", '{"reason": "disabled"}')


def test_checking_a_password_counts_like_signing_in_but_starts_nothing(database):
    assert check_password(database, "zhangsan", PASSWORD).session_id is None
    assert events(database) == []
    for _index in range(ATTEMPTS):
        check_password(database, "zhangsan", "wrong", at=NOON)
    assert sign_in(database, "zhangsan", PASSWORD, at=NOON).outcome == "locked"
