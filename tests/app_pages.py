"""Pages of the app as AppTest runs them: accounts, signed-in tabs, pages opened by their address."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Connection, Engine, select
from streamlit.testing.v1 import AppTest

from components.session import engine as cached_engine
from data.access import sessions
from data.access.accounts import insert_account
from data.access.roles import ROLES
from data.bureau import set_value
from data.engine import connect_to, now, writing
from data.schema import Account
from tests.coverage_rows import add_a_varied_universe
from tests.ledger_rows import add_a_varied_ledger, add_house, settle
from tests.model_rows import add_varied_models
from tests.plan_rows import add_a_varied_plan
from tests.post_rows import add_varied_posts
from tests.progress_rows import add_a_varied_progress

APP = str(Path(__file__).resolve().parent.parent / "app.py")
SECONDS = 60
# What a page says by itself; the values of its fields are codes, which it words.
_WORDED = [
    "title",
    "header",
    "subheader",
    "caption",
    "markdown",
    "metric",
    "info",
    "warning",
    "error",
    "success",
    "text",
]
_FIELDS = [
    "button",
    "selectbox",
    "multiselect",
    "segmented_control",
    "pills",
    "radio",
    "checkbox",
    "toggle",
    "text_input",
    "text_area",
    "number_input",
    "date_input",
    "file_uploader",
    "tabs",
    "expander",
    "link_button",
    "download_button",
]
# Icons, addresses, code, HTML, colours: not read.
_MARKUP = re.compile(r":material/\w+:|\]\([^)]*\)|<[^>]*>|:\w+(?:-\w+)*\[|https?://\S+|`[^`]*`")


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


def account(connection: Connection, name: str, roles: frozenset[str], **binding: str | None) -> None:
    insert_account(
        connection, "test", name, name, "no hash", roles=roles, must_change_password=False, **binding
    )


def signed_in(engine: Engine, user_name: str, **address: str) -> AppTest:
    """The app in the browser tab of a user who has just signed in, at that address.

    It runs when a page is `opened`, or with `run()` on the user's first page: who wants another page does not
    wait for the first.
    """
    with writing(engine) as connection:
        account = connection.scalar(select(Account.account_id).where(Account.user_name == user_name))
        session_id = sessions.begin(connection, account, now())
    app = AppTest.from_file(APP, default_timeout=SECONDS)
    app.session_state["sign_in_session"] = session_id
    for name, code in address.items():
        app.query_params[name] = code
    return app


def opened(app: AppTest, path: str, **address: str) -> AppTest:
    """The app on that page. Raises ValueError where it is none of the reader's."""
    for name, code in address.items():
        app.query_params[name] = code
    app.switch_page(path)  # in the first run by its name alone, as in an address that somebody typed
    app.run()
    app.switch_page(path)  # now that the pages are registered, one that is not is refused
    assert not app.exception, (path, app.exception)
    return app


def content(app: AppTest) -> list[str]:
    """What a page says: enough to tell one from another."""
    kinds = ("title", "subheader", "metric", "info", "warning", "error", "text", "button", "selectbox")
    return [
        f"{kind}: {getattr(item, 'label', '')} {item.value}" for kind in kinds for item in app.main.get(kind)
    ]


def said(app: AppTest) -> list[str]:
    """What a page says to its reader: texts, names of fields, what fields offer, heads of tables."""
    texts: list[object] = []
    for kind in (*_WORDED, *_FIELDS):
        for item in app.main.get(kind):
            texts += [getattr(item, "label", ""), *(getattr(item, "options", None) or ())]
            texts += [item.value] if kind in _WORDED else []
    for table in app.main.get("dataframe"):
        worded = json.loads(table.proto.columns or "{}")
        heads = {name: worded.get(name) or {} for name in map(str, table.value.columns)}
        texts += [head.get("label") or name for name, head in heads.items() if not head.get("hidden")]
    return [_MARKUP.sub(" ", str(text)) for text in texts if text is not None]


@pytest.fixture(scope="module")
def bureau_engine(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A bureau with a varied ledger and one account per role, and one bound to a district.

    It is made once, with its cached figures, for all tests: they read, and what one writes only it looks at.
    """
    folder = tmp_path_factory.mktemp("bureau")
    engine = connect_to(f"sqlite:///{shutil.copy(sqlite_template, folder / 'audit.db')}")
    with writing(engine) as connection:
        add_house(connection)
        add_a_varied_ledger(connection)
        add_a_varied_progress(connection)
        add_a_varied_plan(connection)
        add_a_varied_universe(connection)
        add_varied_posts(connection)
        add_varied_models(connection)
        set_value(connection, "as_of", "2025-06-30")
        for role in ROLES:
            account(connection, role, frozenset({role}))
        account(connection, "leaver", frozenset({"auditor"}))
        account(connection, "bound", frozenset({"auditor"}), region_code="990101")
        settle(connection)
    with served_by_the_app(engine, AUDIT_VAR_DIR=str(folder)):
        yield engine
    engine.dispose()
