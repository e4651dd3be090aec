"""Pages of the app as AppTest runs them: accounts, signed-in tabs, pages opened by their address."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Connection, Engine, select
from streamlit.testing.v1 import AppTest

from components.session import engine as cached_engine
from data import sessions
from data.accounts import insert_account
from data.engine import now, writing
from data.schema import Account

APP = str(Path(__file__).resolve().parent.parent / "app.py")
SECONDS = 60


@contextmanager
def served_by_the_app(engine: Engine, **variables: str) -> Iterator[Engine]:
    """Within the block the app works on that database, with nothing cached from before."""
    with pytest.MonkeyPatch.context() as patch:
        for name, word in {"AUDIT_DATABASE_URL": str(engine.url), **variables}.items():
            patch.setenv(name, word)
        st.cache_resource.clear()
        st.cache_data.clear()
        yield engine
        cached_engine().dispose()
    st.cache_resource.clear()
    st.cache_data.clear()


def account(connection: Connection, name: str, roles: frozenset[str], **binding: str) -> None:
    insert_account(
        connection, "test", name, name, "no hash", roles=roles, must_change_password=False, **binding
    )


def signed_in(engine: Engine, user_name: str) -> AppTest:
    """The app in the browser tab of a user who has just signed in."""
    with writing(engine) as connection:
        account = connection.scalar(select(Account.account_id).where(Account.user_name == user_name))
        session_id = sessions.begin(connection, account, now())
    app = AppTest.from_file(APP, default_timeout=SECONDS)
    app.session_state["sign_in_session"] = session_id
    return app.run()


def opened(app: AppTest, path: str, **address: str) -> AppTest:
    for name, code in address.items():
        app.query_params[name] = code
    app.switch_page(path)
    app.run()
    assert not app.exception, (path, app.exception)
    return app


def content(app: AppTest) -> list[str]:
    """What a page says: enough to tell one from another."""
    kinds = ("title", "subheader", "metric", "info", "warning", "error", "text", "button", "selectbox")
    return [
        f"{kind}: {getattr(item, 'label', '')} {item.value}" for kind in kinds for item in app.main.get(kind)
    ]
