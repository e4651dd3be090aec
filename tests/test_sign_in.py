"""The frame lets nobody in without a session, and signing in, out and changing passwords works in it.

What needs a browser (the cookie, reload, deep links) is in tests/browser.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import jwt
import pytest
import streamlit as st
from sqlalchemy import Engine, select, update
from streamlit import config
from streamlit.testing.v1 import AppTest

from components.session import engine as cached_engine
from data.access.accounts import disable, insert_account
from data.access.cookie_key import cookie_key
from data.access.first_accounts import DEMO_PASSWORD
from data.access.passwords import DEMO_ROUNDS, hashed
from data.access.roles import COMMAND_LINE
from data.access.sign_in_cookie import cookie_name
from data.access.sign_ins import sign_in
from data.bureau import set_value
from data.engine import reading, writing
from data.schema import Account, AccountSession, Event

APP = str(Path(__file__).resolve().parent.parent / "app.py")
PASSWORD = "Tiger-valley-42"
SESSION_KEY = "sign_in_session"


@pytest.fixture
def database(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """A bureau with two accounts: an auditor, and a system administrator with a first password."""
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(sqlite_engine.url))
    config.set_option("runner.enforceSerializableSessionState", False)
    with writing(sqlite_engine) as connection:
        password_hash = hashed(PASSWORD, DEMO_ROUNDS)
        for user_name, role, must_change in (
            ("zhangsan", "auditor", False),
            ("sysadmin", "system_administrator", True),
        ):
            insert_account(
                connection,
                "test",
                user_name,
                "张三",
                password_hash,
                roles=frozenset({role}),
                must_change_password=must_change,
            )
    st.cache_resource.clear()
    yield sqlite_engine
    cached_engine().dispose()
    st.cache_resource.clear()


def card(app: AppTest, user_name: str, password: str) -> AppTest:
    """Fill in the card and send it."""
    app.text_input(key="sign_in_user_name").set_value(user_name)
    app.text_input(key="sign_in_password").set_value(password)
    return app.main.get("button")[0].click().run()


def opened() -> AppTest:
    return AppTest.from_file(APP, default_timeout=60).run()


def shows_card(app: AppTest) -> bool:
    return "sign_in_password" in {field.key for field in app.text_input}


def events(engine: Engine) -> list[tuple[str, str]]:
    with reading(engine) as connection:
        rows = connection.execute(select(Event.kind, Event.detail).order_by(Event.event_id)).all()
    return [tuple(row) for row in rows if row.kind != "account_created"]


def with_cookie(monkeypatch: pytest.MonkeyPatch, user_name: str, session_id: str, key: str | None = None):
    """Let the browser send a cookie for this session, signed with our key or another."""
    token = jwt.encode({"username": f"{user_name}#{session_id}"}, key or cookie_key(), algorithm="HS256")
    cookies = {cookie_name(): token}
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _self: cookies))


def test_signing_in_opens_the_cockpit_with_one_event(database: Engine) -> None:
    app = opened()
    assert shows_card(app)
    assert not app.sidebar.get("page_link")
    card(app, "zhangsan", PASSWORD)
    assert not shows_card(app)
    assert app.sidebar.get("page_link")
    app.run()
    app.run()
    assert events(database) == [("signed_in", "{}")]


def test_wrong_and_unknown_get_the_same_answer(database: Engine) -> None:
    wrong = card(opened(), "zhangsan", "wrong").error[0].value
    unknown = card(opened(), "nobody", "wrong").error[0].value
    assert wrong == unknown == "用户名或密码不正确。"


def test_a_refused_sign_in_is_recorded_once(database: Engine) -> None:
    app = card(opened(), "zhangsan", "wrong")
    app.run()
    assert events(database) == [("sign_in_refused", '{"reason": "password"}')]


def test_empty_fields_are_no_attempt(database: Engine) -> None:
    assert card(opened(), "zhangsan", "").warning
    assert events(database) == []


def test_a_locked_account_is_told_until_when(database: Engine) -> None:
    app = opened()
    for _index in range(5):
        card(app, "zhangsan", "wrong")
    assert "锁定" in card(app, "zhangsan", PASSWORD).error[0].value
    assert shows_card(app)


def test_a_disabled_account_is_told_so(database: Engine) -> None:
    disable(database, COMMAND_LINE, "zhangsan")
    app = card(opened(), "zhangsan", PASSWORD)
    assert "停用" in app.error[0].value
    assert shows_card(app)


def test_signing_out_forgets_everything_and_is_recorded_once(database: Engine) -> None:
    app = card(opened(), "zhangsan", PASSWORD)
    app.button(key="sign_out").click().run()
    assert shows_card(app)
    assert app.success[0].value == "您已退出登录。"
    assert SESSION_KEY not in app.session_state
    app.run()
    assert [kind for kind, _detail in events(database)] == ["signed_in", "signed_out"]
    with reading(database) as connection:
        assert connection.scalars(select(AccountSession.session_id)).all() == []


def test_a_first_password_is_changed_before_anything_else(database: Engine) -> None:
    app = card(opened(), "sysadmin", PASSWORD)
    assert not app.sidebar.get("page_link")
    fields = [f"change_password_{name}" for name in ("old", "new", "again")]

    def change(*values: str) -> AppTest:
        for field, value in zip(fields, values, strict=True):
            app.text_input(key=field).set_value(value)
        return app.main.get("button")[0].click().run()

    assert "不一致" in change(PASSWORD, "Meadow-river-77", "Meadow-river-78").error[0].value
    assert "用户名" in change(PASSWORD, "Sysadmin-river-7", "Sysadmin-river-7").error[0].value
    assert not app.sidebar.get("page_link")
    change(PASSWORD, "Meadow-river-77", "Meadow-river-77")
    assert app.sidebar.get("page_link")
    assert sign_in(database, "sysadmin", "Meadow-river-77").outcome == "ok"


def test_an_idle_user_is_told_why(database: Engine) -> None:
    app = card(opened(), "zhangsan", PASSWORD)
    with writing(database) as connection:
        started = connection.scalar(select(AccountSession.last_active_at))
        connection.execute(update(AccountSession).values(last_active_at=started - timedelta(minutes=31)))
    app.run()
    assert shows_card(app)
    assert "30 分钟" in app.info[0].value
    assert events(database)[-1] == ("signed_out", '{"reason": "idle"}')


def test_a_cookie_signs_in_without_the_card_and_without_an_event(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    session_id = sign_in(database, "zhangsan", PASSWORD).session_id
    with_cookie(monkeypatch, "zhangsan", session_id)
    assert not shows_card(opened())
    assert events(database) == [("signed_in", "{}")]


def test_a_cookie_is_refused_once_its_account_is_disabled(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_cookie(monkeypatch, "zhangsan", sign_in(database, "zhangsan", PASSWORD).session_id)
    disable(database, COMMAND_LINE, "zhangsan")
    app = opened()
    assert shows_card(app)
    app.run()
    assert events(database)[-1] == ("sign_in_refused", '{"reason": "cookie"}')
    assert [kind for kind, _detail in events(database)].count("sign_in_refused") == 1


def test_a_copied_cookie_dies_at_sign_out(database: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    app = card(opened(), "zhangsan", PASSWORD)
    with_cookie(monkeypatch, "zhangsan", app.session_state[SESSION_KEY])
    assert not shows_card(opened())
    app.button(key="sign_out").click().run()
    assert shows_card(opened())
    app.run()
    assert shows_card(app), "the cookie that this tab was opened with is not asked again"


@pytest.mark.parametrize("key", ["0" * 64, ""], ids=["another key", "no signature"])
def test_a_forged_cookie_is_nothing(database: Engine, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    session_id = sign_in(database, "zhangsan", PASSWORD).session_id
    if key:
        with_cookie(monkeypatch, "zhangsan", session_id, key)
    else:
        token = jwt.encode({"username": f"zhangsan#{session_id}"}, None, algorithm="none")
        cookies = {cookie_name(): token}
        monkeypatch.setattr(type(st.context), "cookies", property(lambda _self: cookies))
    assert shows_card(opened())


def test_a_database_that_cannot_be_reached_is_said_in_chinese(
    database: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path}/nowhere/audit.db")
    app = opened()
    assert not app.exception
    assert app.subheader[0].value == "暂时无法连接审计数据库"
    assert not app.sidebar.get("page_link")


def test_demo_accounts_are_shown_in_the_demonstration_alone(database: Engine) -> None:
    assert not any(DEMO_PASSWORD in text.value for text in opened().markdown)
    with writing(database) as connection:
        set_value(connection, "is_demo", "yes")
    app = opened()
    assert any(DEMO_PASSWORD in text.value for text in app.markdown)
    app.button(key="sign_in_as_leader").click().run()
    assert app.text_input(key="sign_in_user_name").value == "leader"
    assert app.text_input(key="sign_in_password").value == DEMO_PASSWORD


def test_a_name_of_the_bureau_is_shown_letter_by_letter(database: Engine) -> None:
    with writing(database) as connection:
        set_value(connection, "name", "**审计**局 [x](http://example.org)")
    assert "**" not in opened().title[0].value


def test_the_cookie_key_is_made_once_and_is_its_owners_alone(own_var_dir: Path) -> None:
    key = cookie_key()
    assert len(key) == 64
    assert cookie_key() == key
    assert [file.name for file in own_var_dir.iterdir()] == ["cookie.key"]
    assert (own_var_dir / "cookie.key").stat().st_mode & 0o777 == 0o600


def test_the_account_of_a_session_is_looked_up_in_every_run(database: Engine) -> None:
    app = card(opened(), "zhangsan", PASSWORD)
    with writing(database) as connection:
        connection.execute(update(Account).values(is_disabled=True))
    app.run()
    assert shows_card(app)
