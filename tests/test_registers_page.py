"""The page of registers, from app.py: what would happen, what is refused, the import, and what comes next."""

import pickle
import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, func, select
from streamlit.testing.v1 import AppTest

from data.access.roles import NotPermittedError
from data.bureau import set_value
from data.engine import writing
from data.language import use_language
from data.schema import Post
from tests.app_pages import account, served_by_the_app, signed_in
from tests.ledgers import ledger_csv
from tests.register_files import bring_house, brought

PAGE = "pages/planning/registers.py"
POSTS = ledger_csv(
    {"姓名": "王某", "单位": "甲局", "职务": "局长", "任职日期": "2021-03-01", "退休日期": "2030-01-31"},
    {"姓名": "**李某**", "单位": "<b>某局</b>", "职务": "主任", "任职日期": "2022年6月1日", "退休日期": ""},
    {"姓名": "赵某", "单位": "乙局", "职务": "局长", "任职日期": "明天", "退休日期": ""},
)


@pytest.fixture
def bureau(sqlite_engine: Engine) -> Iterator[Engine]:
    """A bureau with a few registers, and a clerk of the planning section, one of them bound to a district."""
    bring_house(sqlite_engine)
    with writing(sqlite_engine) as connection:
        set_value(connection, "as_of", "2026-11-20")
        roles = frozenset({"planning"})
        for name, region in (("clerk", None), ("district", "990101")):
            account(connection, name, roles, region_code=region)
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine


def opened(engine: Engine, user_name: str = "clerk", *, register: str = "", lang: str = "zh") -> AppTest:
    """The page of a register, by its address."""
    app = signed_in(engine, user_name, lang=lang)
    if register:
        app.query_params["register"] = register
    app.switch_page(PAGE)
    app.run()
    assert not app.exception, app.exception
    return app


def with_file(app: AppTest, name: str, data: bytes) -> AppTest:
    app.file_uploader[0].set_value((name, data, "text/csv"))
    app.run()
    assert not app.exception, app.exception
    return app


def seen(app: AppTest) -> str:
    """All words on the page outside tables."""
    kinds = (app.text, app.caption, app.error, app.info, app.success, app.warning, app.markdown, app.button)
    return "\n".join(
        str(getattr(part, "value", "")) + str(getattr(part, "label", "")) for kind in kinds for part in kind
    )


def posts(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.count(Post.post_id))) or 0


def test_the_order_of_the_first_day_stands_there_until_a_file_comes(bureau: Engine) -> None:
    app = opened(bureau)
    table = app.dataframe[0].value
    assert table["登记表"].tolist()[:4] == ["地区", "科室", "覆盖要求", "单位"]
    counts = dict(zip(table["登记表"], table["已有行数"], strict=True))
    assert (counts["地区"], counts["审计项目与进度"], counts["任务与议定事项"]) == (3, 2, 0)


def test_a_bound_clerk_sees_no_counts_of_the_whole(bureau: Engine) -> None:
    assert "已有行数" not in opened(bureau, "district").dataframe[0].value


def test_preview_then_import_then_the_next_register(bureau: Engine) -> None:
    app = with_file(opened(bureau, register="posts"), "任职.csv", POSTS)
    refused = app.dataframe[0].value.iloc[0]
    assert (refused["行"], refused["列"], refused["值"]) == (4, "任职日期", "明天")
    assert posts(bureau) == 2
    app.button(key="register_import_now").click().run()
    assert not app.exception
    assert posts(bureau) == 3
    words = seen(app)
    assert "任职.csv：新增 1，变更 1，不变 0，拒绝 1 行" in words
    with_file(app, "任职.csv", POSTS)
    assert app.button(key="register_import_now").disabled


def test_changes_and_stubs_are_shown_in_words(bureau: Engine) -> None:
    app = with_file(opened(bureau, register="posts"), "任职.csv", POSTS)
    view = app.segmented_control[0] if hasattr(app, "segmented_control") else app.button_group[0]
    view.set_value("changed").run()
    line = app.dataframe[0].value.iloc[0]
    assert (line["字段"], line["变更前"], line["变更后"]) == ("预计退休日期", "—", "2030-01-31")
    view = app.segmented_control[0] if hasattr(app, "segmented_control") else app.button_group[0]
    view.set_value("stubs").run()
    assert app.dataframe[0].value["名称"].tolist() == ["<b>某局</b>"]


def test_a_file_of_another_register_is_refused_as_a_whole(bureau: Engine) -> None:
    app = with_file(opened(bureau, register="regions"), "任职.csv", POSTS)
    assert "列名像是“领导干部任职”登记表" in seen(app)
    assert not app.dataframe
    assert "register_import_now" not in {button.key for button in app.button}


def test_the_file_in_hand_belongs_to_its_register(bureau: Engine) -> None:
    app = with_file(opened(bureau, register="posts"), "任职.csv", POSTS)
    app.selectbox(key="register_choice").set_value("tasks").run()
    assert not app.exception
    assert "手头的文件" not in seen(app)
    app.query_params.pop("register")  # as the menu does
    app.switch_page("pages/cockpit/overview.py").run()
    app.switch_page(PAGE).run()
    assert app.selectbox(key="register_choice").value == "posts"
    assert "手头的文件：任职.csv" in seen(app)
    assert pickle.loads(pickle.dumps(app.session_state["register_draft"]))  # noqa: S301 - our own bytes
    app.button(key="register_put_away").click().run()
    assert "手头的文件" not in seen(app)


def test_a_right_that_was_taken_away_meanwhile_is_told_in_words(
    bureau: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = with_file(opened(bureau, register="posts"), "任职.csv", POSTS)

    def not_permitted(*_: Any, **__: Any) -> Any:
        raise NotPermittedError("maintain-registers")

    monkeypatch.setattr("components.registers.register_draft.import_source", not_permitted)
    app.button(key="register_import_now").click().run()
    assert not app.exception
    assert "任职.csv：您的角色不包含" in seen(app)


def test_data_that_moved_on_is_compared_again(bureau: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    app = with_file(opened(bureau, register="posts"), "任职.csv", POSTS)
    kept = app.session_state["register_draft"]
    brought(bureau, "sections", {"代码": "S9", "名称": "新科室"})
    monkeypatch.setattr("components.registers.register_form.register_draft", lambda *_: kept)
    app.button(key="register_import_now").click().run()
    assert "预览之后数据已被他人更改" in seen(app)
    assert posts(bureau) == 2


def test_the_page_is_complete_in_english_and_on_an_empty_database(bureau: Engine) -> None:
    with writing(bureau) as connection:
        for table in (Post,):
            connection.execute(table.__table__.delete())
    use_language("en")  # AppTest formats the options of widgets in this thread, too
    try:
        app = opened(bureau, lang="en", register="posts")
        words = seen(app).replace("简体中文", "")  # the way back
        assert not re.search("[\u4e00-\u9fff]", words)
        table = app.dataframe[0].value
        assert not re.search("[\u4e00-\u9fff]", " ".join([*table.columns, *table["Register"]]))
        with_file(app, "posts.csv", POSTS)
        assert app.dataframe[0].value.iloc[0]["Reason"] == "not a date such as 2024-03-01"
    finally:
        use_language("zh")
