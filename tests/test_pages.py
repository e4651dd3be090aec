"""Every page × every role, from app.py: who gets in sees the page, who does not is not shown a thing."""

import json
import os
from datetime import date

import pytest
from sqlalchemy import Engine, insert, select, update
from streamlit.testing.v1 import AppTest

from components.navigation import CARDS, MENU, Entry, open_to
from components.navigation import FINDING_PAGE as FINDING
from components.navigation import OVERVIEW_PAGE as OVERVIEW
from components.navigation import RECTIFICATION_PAGE as RECTIFICATION
from components.navigation import ROWS_PAGE as ROWS
from components.navigation import TEAM_PAGE as TEAM
from data.access.roles import ROLES, User
from data.dataset_types import dataset_types
from data.engine import writing
from data.schema import Account, Finding, Staff
from queries.catalog import Kpi, kpis
from queries.filters import Filters
from queries.overview import HEAD_TILES
from queries.run import value
from queries.source import open_source
from tests.allowed_latin import latin_in
from tests.app_pages import (
    APP,
    SECONDS,
    account,
    bureau_engine,
    content,
    opened,
    said,
    served_by_the_app,
    signed_in,
)
from tests.browser.screens import DRAWN_ALIKE
from tests.drawn_with import drawn_with

__all__ = ["bureau_engine"]

IS_ALL = os.environ.get("AUDIT_ALL_SCREENS") == "yes"
# Whoever writes SQL meets the columns by their names in it.
COLUMNS = frozenset(column.name for entry in dataset_types().values() for column in entry.columns)


@pytest.mark.parametrize("role", list(ROLES))
def test_each_role_opens_its_pages_and_no_other(bureau_engine: Engine, role: str) -> None:
    """Each page is Chinese besides; what the browser adds to it is looked at in tests/browser."""
    user = User(role, role, frozenset({role}))
    app = signed_in(bureau_engine, role).run()
    first = content(app)
    assert first
    home, *others = open_to(user)
    for page in MENU:
        if page in others:
            assert content(opened(app, page.path, **_of_what(page))) != first, page.path
            assert not [text for text in said(app) if latin_in(text, COLUMNS)], page.path
        elif page != home:
            # Not registered in this session: there is nothing that an address typed by hand could open.
            with pytest.raises(ValueError, match="navigation page"):
                opened(app, page.path)
    visible = [page for page in open_to(user) if not page.is_hidden]
    assert len(app.sidebar.get("page_link")) == len(visible)


def _of_what(page: Entry) -> dict[str, str]:
    """A card shows nothing without the number of what it is about."""
    return {"id": "1"} if page.path in CARDS.values() else {}


def test_pages_that_no_browser_opens_are_drawn_like_those_it_opens() -> None:
    """Before a release the browser opens them as well: `make test-screens`."""
    paths = {page.address: page.path for page in MENU}
    assert set(DRAWN_ALIKE) < paths.keys()
    drawn = {name: drawn_with(path) for name, path in paths.items()}
    looked_at = frozenset().union(*(kinds for name, kinds in drawn.items() if name not in DRAWN_ALIKE))
    assert "plotly_chart" in looked_at
    assert not {name: kinds - looked_at for name, kinds in drawn.items() if kinds - looked_at}


@pytest.mark.parametrize("page", MENU, ids=lambda page: page.address)
def test_a_cold_deep_link_without_sign_in_shows_nothing(bureau_engine: Engine, page: Entry) -> None:
    app = opened(AppTest.from_file(APP, default_timeout=SECONDS), page.path, kpi="findings", id="1")
    assert not app.metric
    assert not app.dataframe
    assert not app.sidebar.get("page_link")
    assert "问题1" not in repr(app.main)


def test_a_disabled_user_is_out_at_the_next_click(bureau_engine: Engine) -> None:
    app = signed_in(bureau_engine, "leaver").run()
    assert app.metric
    with writing(bureau_engine) as connection:
        connection.execute(update(Account).where(Account.user_name == "leaver").values(is_disabled=True))
    app.run()
    assert not app.metric


def test_who_offers_tasks_but_imports_nothing_has_the_page_without_the_way_to_the_import(
    bureau_engine: Engine,
) -> None:
    with writing(bureau_engine) as connection:
        connection.execute(insert(Staff).values(staff_code="S901", name="甲"))
    for name, is_told in (("leadership", False), ("section", False), ("personnel", True)):
        app = opened(signed_in(bureau_engine, name), TEAM, part="offers")
        assert "重试" not in [button.label for button in app.button], name
        ways = [link.proto.label for link in app.main.get("page_link")]
        assert ("成批登记揭榜挂帅" in ways) == is_told, ways


def test_a_bound_user_sees_own_rows_only_whatever_the_address_says(bureau_engine: Engine) -> None:
    app = signed_in(bureau_engine, "bound")
    rows = opened(app, ROWS, kpi="findings").dataframe[-1].value
    assert set(rows["region"]) == {"990101"}
    assert not opened(app, ROWS, kpi="findings", region="990102").dataframe
    del app.query_params["region"]
    drilled = opened(app, ROWS, kpi="findings", drill="region:990102")
    assert not drilled.dataframe
    with writing(bureau_engine) as connection:
        foreign = connection.scalar(select(Finding.title).where(Finding.finding_id == 2))
    assert foreign not in repr(opened(app, FINDING, id="2").main)


def test_kpis_open_to_their_rows(bureau_engine: Engine) -> None:
    """The page knows of a KPI its columns, its filters and what a row opens: each of these is tried once.

    That the rows of every KPI are those of its figure is shown without the page in tests/test_catalog.py.
    """
    app, source = signed_in(bureau_engine, "leadership"), open_source(bureau_engine)
    for kpi in kpis().values() if IS_ALL else looking_different():
        page = opened(app, ROWS, kpi=kpi.name)
        shown = len(page.dataframe[-1].value) if page.dataframe else 0
        assert shown == value(source, kpi, Filters(as_of=date(2025, 6, 30))).rows, kpi.name


def looking_different() -> list[Kpi]:
    """A few KPIs that have between them every column, every set of filters and everything a row opens."""
    looks = {kpi: {*kpi.columns, kpi.filters, f"opens {kpi.opens}"} for kpi in kpis().values()}
    chosen, missing = [], set().union(*looks.values())
    while missing:
        chosen.append(max(looks, key=lambda kpi: len(looks[kpi] & missing)))
        missing -= looks[chosen[-1]]
    return chosen


def test_nonsense_in_the_address_is_dropped(bureau_engine: Engine) -> None:
    app = signed_in(bureau_engine, "auditor")
    nonsense = {"year": "2ooo", "region": "'; drop table finding; --", "type": "x", "as_of": "9999-99-99"}
    page = opened(app, OVERVIEW, **nonsense)
    # The region cannot be told from one that has no rows: it narrows to nothing, never to everything.
    # What plans owe is nobody's region: the tile says that it is not narrowed.
    owed = str(kpis()["indicator_values_owed"].title)
    assert {metric.value for metric in page.metric if metric.label != owed} == {"—"}
    assert any("未按上面的全部条件筛选" in note.value for note in page.caption)
    del app.query_params["region"]
    assert "—" not in {metric.value for metric in opened(app, OVERVIEW).metric[: len(HEAD_TILES)]}
    assert opened(app, ROWS, kpi="../../etc/passwd").info


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (OVERVIEW, {"as_of": "0001-01-01"}),
        (ROWS, {"kpi": "findings", "drill": "plan_year:abc"}),
        (ROWS, {"kpi": "findings", "drill": "found_month:x"}),
        (FINDING, {"id": "1", "kpi": "ageing", "drill": "amount_band:none"}),
        (FINDING, {"id": "9" * 400}),
    ],
)
def test_an_address_typed_by_hand_breaks_no_page(
    bureau_engine: Engine, path: str, address: dict[str, str]
) -> None:
    page = opened(signed_in(bureau_engine, "auditor"), path, **address)
    assert not [heading for heading in page.subheader if heading.value == "此页无法显示"]


def test_an_empty_database_says_no_data(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        account(connection, "auditor", frozenset({"auditor"}))
    with served_by_the_app(sqlite_engine):
        app = signed_in(sqlite_engine, "auditor").run()
        assert {metric.value for metric in app.metric} == {"—"}
        assert any("还没有问题数据" in note.value for note in app.info)
        assert not opened(app, RECTIFICATION).exception
        assert opened(app, ROWS, kpi="findings").info[0].value == "目前没有您可以查看的这类记录。"
        assert "请放宽筛选" in opened(app, ROWS, kpi="findings", year="2025").info[0].value


@pytest.mark.parametrize("first", ["en", "zh"])
def test_readers_of_two_languages_do_not_mix(bureau_engine: Engine, first: str) -> None:
    words = {"en": "Immediate", "zh": "立行立改"}
    for spoken in (first, "zh" if first == "en" else "en"):
        page = opened(signed_in(bureau_engine, "leadership"), RECTIFICATION, lang=spoken)
        assert words[spoken] in set(page.dataframe[0].value["label"])


def test_a_word_that_is_not_chinese_is_found(bureau_engine: Engine) -> None:
    page = opened(signed_in(bureau_engine, "leadership"), RECTIFICATION, lang="en")
    told = {text for text in said(page) if latin_in(text)}
    heads = {str(head.get("label")) for table in page.dataframe for head in _heads(table.proto.columns)}
    assert page.title[0].value in told
    assert {metric.label for metric in page.metric} <= told
    assert heads & told


def _heads(told: str) -> list[dict[str, object]]:
    return [head or {} for head in json.loads(told or "{}").values()]


def test_english_is_complete_on_the_cockpit(bureau_engine: Engine) -> None:
    app = signed_in(bureau_engine, "leadership", lang="en").run()
    assert app.title[0].value == "Cockpit overview"
    labels = [metric.label for metric in app.metric]
    assert not any("\u4e00" <= letter <= "\u9fff" for label in labels for letter in label)
