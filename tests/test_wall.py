"""大屏: what its scenes ask, what its address means, what a wall may open, and what it keeps in an outage."""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from streamlit.testing.v1 import AppTest

from components.administration import new_display
from components.figures import show
from components.navigation import MENU, SCREEN_PAGE
from components.session import engine as cached_engine
from components.wall import big_screen, big_screen_frame, wall_warnings
from components.wall import wall_memory as memory
from components.wall.wall_address import WallAddress, wall_address, wall_query
from data.access.roles import COMMAND_LINE, DISPLAY, User
from data.bureau import set_value
from data.engine import now, writing
from data.settings import var_dir
from data.walls.displays import admit, make_display, revoke_display
from queries.catalog import kpis
from queries.dimensions import DIMENSIONS
from queries.filters import Filters
from queries.run import Group, value
from queries.source import open_source
from queries.wall import SCENES, WARNINGS
from tests.app_pages import served_by_the_app
from tests.conftest import on_server
from tests.ledger_rows import add_a_varied_ledger, add_house, settle

APP = str(Path(__file__).resolve().parent.parent / "app.py")
SECONDS = 60


@pytest.fixture
def bureau_engine(sqlite_engine: Engine, own_var_dir: Path) -> Iterator[Engine]:
    with served_by_the_app(_filled(sqlite_engine), AUDIT_VAR_DIR=str(own_var_dir)):
        yield sqlite_engine


def _filled(engine: Engine) -> Engine:
    with writing(engine) as connection:
        add_house(connection)
        add_a_varied_ledger(connection)
        set_value(connection, "as_of", "2025-06-30")
        settle(connection)
    return engine


def wall(token: str, **address: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=SECONDS)
    for name, text in {"display": token, **address}.items():
        app.query_params[name] = text
    return app.run()


def drawn(app: AppTest) -> dict[str, Any]:
    """What the frame of the big screen was given."""
    found = [
        element
        for element in app.main.get("bidi_component")
        if element.proto.component_name.endswith("big_screen")
    ]
    assert len(found) == 1
    return dict(json.loads(found[0].proto.json))


def test_scenes_ask_what_the_catalogue_knows_and_no_person() -> None:
    for name, scene in SCENES.items():
        assert 5 <= len(scene.strip) <= 6, name
        assert len(scene.beside) == 8, name
        for panel in (scene.centre, *scene.beside):
            for dimension in filter(None, (panel.by, panel.and_by)):
                assert dimension in kpis()[panel.asks[0].kpi].group_by, (name, panel.title)
                assert not DIMENSIONS[dimension].is_person
            if panel.kind == "course":
                assert len({kpis()[ask.kpi].format for ask in panel.asks}) == 1
        for ask in (*scene.strip, *(ask for panel in (scene.centre, *scene.beside) for ask in panel.asks)):
            taken = kpis()[ask.kpi].filters
            assert "year" in taken or not ask.is_this_year, ask
            assert "project_type" in taken or not ask.project_type, ask
    for ask, by in WARNINGS.items():
        assert by in kpis()[ask.kpi].group_by


def test_what_runs_along_the_foot_points_to_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """A unit has one leading post or two: a warning or a duty about posts, told by unit, names a person."""
    asked: list[tuple[str, str]] = []

    def groups(name: str, _filters: Filters, by: str) -> list[Group]:
        asked.append((name, by))
        return []

    monkeypatch.setattr(wall_warnings, "groups", groups)
    assert wall_warnings.wall_warnings(Filters(as_of=date(2025, 6, 30))) == ()
    of_posts = {name for name, __ in asked if _is_of_posts(name)}
    assert of_posts == {"warnings_red", "coverage_open"}
    assert {by for name, by in asked if name in of_posts} <= {"section", "region"}


def _is_of_posts(name: str) -> bool:
    return "official" in {kpis()[name].opens, *kpis()[name].columns}


def test_the_dialog_forgets_the_token_when_it_closes(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, Any] = {}

    def dialog(_title: str, **options: Any) -> Callable[[Any], Any]:
        given.update(options)
        return lambda _draw: lambda _engine: None

    monkeypatch.setattr(st, "dialog", dialog)
    new_display.new_display(sqlite_engine)
    st.session_state["display_made"] = "token"
    given["on_dismiss"]()
    assert "display_made" not in st.session_state


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ({}, WallAddress(("overview",), 0)),
        ({"interval": "30"}, WallAddress(tuple(SCENES), 30)),
        ({"scene": "data,progress,data"}, WallAddress(("data", "progress"), 0)),
        ({"scene": "x,<script>", "interval": "1"}, WallAddress(tuple(SCENES), 5)),
        ({"scene": "coverage", "interval": "99999999999"}, WallAddress(("coverage",), 0)),
        ({"scene": "coverage", "interval": "9999"}, WallAddress(("coverage",), 3600)),
        ({"interval": "-5"}, WallAddress(("overview",), 0)),
        ({"interval": "٣٠"}, WallAddress(("overview",), 0)),
    ],
)
def test_an_address_is_read(address: dict[str, str], meant: WallAddress) -> None:
    for name, text in address.items():
        st.query_params[name] = text
    assert wall_address() == meant
    st.query_params.clear()


def test_the_query_of_a_wall_is_complete() -> None:
    query = wall_query("abc-_1", WallAddress(("overview", "data"), 30), "en")
    assert query == "scene=overview,data&interval=30&lang=en&display=abc-_1"


def test_a_wall_shows_the_figures_of_the_tiles(bureau_engine: Engine) -> None:
    app = wall(make_display(bureau_engine, COMMAND_LINE, "大厅"), scene="rectification")
    scene = drawn(app)["scenes"][0]["scene"]
    source = open_source(bureau_engine)
    for ask, tile in zip(SCENES["rectification"].strip, scene["strip"], strict=True):
        kpi = kpis()[ask.kpi]
        figure = value(source, kpi, ask.narrowed(Filters(as_of=date(2025, 6, 30))))
        assert " ".join(filter(None, (tile["number"], tile["unit"]))) == show(figure.value, kpi.format)
        assert tile["title"] == kpi.title.zh


def test_a_wall_opens_no_other_page_and_no_rows(bureau_engine: Engine) -> None:
    token = make_display(bureau_engine, COMMAND_LINE, "大厅")
    app = wall(token)
    given = drawn(app)
    assert given["is_wall"]
    assert not given["opens_rows"]
    assert given["way_back"] is None
    assert not app.sidebar.get("page_link")
    assert "sign_in_session" not in app.session_state
    for page in MENU:
        if page.path != SCREEN_PAGE:
            with pytest.raises(ValueError, match="navigation page"):
                app.switch_page(page.path).run()
    assert not app.dataframe


def test_unknown_and_revoked_tokens_show_nothing(bureau_engine: Engine) -> None:
    token = make_display(bureau_engine, COMMAND_LINE, "大厅")
    assert "无效" in drawn(wall("x" * 43))["notice"]["title"]
    app = wall(token)
    assert drawn(app)["scenes"]
    revoke_display(bureau_engine, COMMAND_LINE, 1)
    for page in (app.run(), wall(token)):
        given = drawn(page)
        assert "已撤销" in given["notice"]["title"]
        assert not given["scenes"]
        assert given["refresh_seconds"] == 0


def test_a_refresh_in_an_outage_asks_for_the_pass(
    bureau_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, revoked = (make_display(bureau_engine, COMMAND_LINE, name) for name in ("大厅", "会议室"))
    for token in (known, revoked):
        admit(bureau_engine, token)
    revoke_display(bureau_engine, COMMAND_LINE, 2)
    file = Path(str(bureau_engine.url.database))
    file.rename(file.with_suffix(".away"))
    refusals = {}
    for token in (known, revoked):
        monkeypatch.setattr(big_screen, "display_token", lambda token=token: token)
        refusals[token] = big_screen._refusal(User("display", "", frozenset({DISPLAY}), has_account=False))
    assert refusals[known] is None
    refusal = refusals[revoked]
    assert refusal is not None
    assert refusal.notice is not None
    assert "无法连接" in refusal.notice.title
    assert refusal.refresh_seconds > 0  # it starts by itself, should the token be good after all


def test_an_outage_shows_what_was_kept(bureau_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    token = make_display(bureau_engine, COMMAND_LINE, "大厅")
    app = wall(token, scene="rectification")
    figures = drawn(app)["scenes"][0]["scene"]
    files = [file for file in (var_dir() / "wall").iterdir() if not file.name.startswith("pass")]
    assert [file.stat().st_mode & 0o777 for file in files] == [0o600]

    def away() -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(memory, "take_stock", away)
    for page in (app.run(), wall(token, scene="rectification")):
        given = drawn(page)
        assert given["scenes"][0]["scene"] == figures
        assert not given["is_fresh"]
    # Another language was never drawn, so nothing was kept in it.
    assert "No figures" in drawn(wall(token, scene="rectification", lang="en"))["notice"]["title"]
    files[0].write_text("{")
    assert not drawn(wall(token, scene="rectification"))["scenes"]


def test_a_wall_lives_through_an_outage_of_postgresql(
    postgresql_engine: Engine, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Figures stay and grow old, in a new window too; they are renewed by themselves afterwards."""
    _filled(postgresql_engine)
    name = postgresql_engine.url.database
    token = make_display(postgresql_engine, COMMAND_LINE, "大厅")
    with served_by_the_app(postgresql_engine):
        app = wall(token, scene="rectification")
        (before,) = drawn(app)["scenes"]
        assert drawn(app)["is_fresh"]
        on_server(postgresql_url, f"alter database {name} allow_connections false")
        on_server(
            postgresql_url, f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
        )
        with pytest.raises(SQLAlchemyError), postgresql_engine.connect():
            pass
        for module in (memory, big_screen_frame):
            monkeypatch.setattr(module, "now", lambda: now() + timedelta(seconds=90))
        for page in (app.run(), wall(token, scene="rectification")):
            (kept,) = drawn(page)["scenes"]
            assert kept["scene"] == before["scene"]
            assert kept["age"] >= 90
            assert not drawn(page)["is_fresh"]
        on_server(postgresql_url, f"alter database {name} allow_connections true")
        with writing(postgresql_engine) as connection:
            set_value(connection, "as_of", "2025-07-31")
            settle(connection)
        after = drawn(app.run())
        assert after["is_fresh"]
        assert after["scenes"][0]["scene"] != before["scene"]
        assert after["scenes"][0]["age"] < 30


def test_an_empty_database_is_grey_and_never_green(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(sqlite_engine.url))
    st.cache_resource.clear()
    st.cache_data.clear()
    app = wall(make_display(sqlite_engine, COMMAND_LINE, "大厅"), interval="30")
    while not (given := drawn(app))["is_complete"]:  # scenes come one after the other
        app.run()
    assert [held["scene"]["name"] for held in given["scenes"]] == list(SCENES)
    for held in given["scenes"]:
        scene = held["scene"]
        assert {tile["state"] for tile in scene["strip"]} == {"no_data"}, scene["name"]
        assert scene["is_empty"]
        assert "导入" in scene["centre"]["missing"]
        assert "—" not in "".join(box["note"] for box in scene["beside"])
        states = {line["state"] for box in (scene["centre"], *scene["beside"]) for line in box["lines"]}
        assert states <= {"no_data"}, scene["name"]
    cached_engine().dispose()
    st.cache_resource.clear()
    st.cache_data.clear()
