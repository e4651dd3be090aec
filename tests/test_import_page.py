"""The import page, from app.py: what would happen, what is refused and why, and the import itself."""

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
from data.intake.reading.source import read_source
from data.intake.refused import FileRefusedError
from data.language import use_language
from data.ledger.importing import import_source
from data.ledger.preset import load_preset
from data.schema import Finding
from tests.app_pages import account, served_by_the_app, signed_in
from tests.ledgers import finding_row, ledger_csv, ruijin_csv

PAGE = "pages/rectification/import.py"


@pytest.fixture
def bureau(sqlite_engine: Engine) -> Iterator[Engine]:
    """An empty bureau with a clerk who may import."""
    with writing(sqlite_engine) as connection:
        set_value(connection, "as_of", "2025-06-30")
        account(connection, "clerk", frozenset({"rectification"}))
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine


def opened(engine: Engine, user_name: str = "clerk", language: str = "zh") -> AppTest:
    app = signed_in(engine, user_name, lang=language)
    app.switch_page(PAGE)
    app.run()
    assert not app.exception, app.exception
    return app


def brought(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    uploader = app.file_uploader[0]
    uploader.set_value([(name, data, "text/csv") for name, data in files])
    app.run()
    assert not app.exception, app.exception
    return app


def seen(app: AppTest) -> str:
    """All words on the page outside tables."""
    kinds = (app.text, app.caption, app.error, app.info, app.success, app.warning, app.markdown, app.button)
    return "\n".join(
        str(getattr(part, "value", "")) + str(getattr(part, "label", "")) for kind in kinds for part in kind
    )


def found(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.count(Finding.finding_id))) or 0


def test_preview_then_import_then_nothing_left_to_do(bureau: Engine) -> None:
    app = brought(opened(bureau), ("瑞金.csv", ruijin_csv()))
    assert found(bureau) == 0
    assert "50" in seen(app)
    assert len(app.dataframe[0].value) == 50
    app.button(key="import_now").click().run()
    assert not app.exception
    assert found(bureau) == 50
    assert "瑞金.csv：新增 50，变更 0，不变 0，拒绝 0 行" in seen(app)
    brought(app, ("瑞金.csv", ruijin_csv()))
    assert app.button(key="import_now").disabled


def test_refused_rows_are_shown_first_with_place_and_reason_as_plain_text(bureau: Engine) -> None:
    rows = [finding_row(), finding_row(问题编号="W-2", 送达日期="**昨天**", 整改状态="<b>好</b>")]
    app = brought(opened(bureau), ("台账.csv", ledger_csv(*rows)))
    table = app.dataframe[0].value
    assert list(table.columns) == ["文件", "工作表", "行", "列", "值", "原因"]
    assert table["值"].tolist() == ["**昨天**", "<b>好</b>"]
    assert table["行"].tolist() == [3, 3]
    app.button(key="import_now").click().run()
    assert found(bureau) == 1


def test_a_file_that_is_refused_as_a_whole_is_named_and_the_other_is_previewed(bureau: Engine) -> None:
    app = brought(opened(bureau), ("坏.xlsx", b"no workbook"), ("好.csv", ledger_csv(finding_row())))
    assert "坏.xlsx\n文件名是工作簿" in seen(app)
    app.button(key="import_now").click().run()
    assert found(bureau) == 1


def test_what_became_of_each_file_is_told(bureau: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files before and after the one that is refused are imported, and the page says which."""
    files = [(f"{name}.csv", ledger_csv(finding_row(问题编号=name))) for name in ("甲", "乙", "丙")]
    app = brought(opened(bureau), *files)

    def refusing(engine: Engine, source: Any, *rest: Any, **options: Any) -> Any:
        if source.file_name == "乙.csv":
            raise FileRefusedError("台账不停变动")
        return import_source(engine, source, *rest, **options)

    monkeypatch.setattr("components.ledger_import.import_drafts.import_source", refusing)
    app.button(key="import_now").click().run()
    assert not app.exception
    assert found(bureau) == 2
    assert "乙.csv：台账不停变动" in seen(app)
    assert "甲.csv：新增 1" in seen(app)
    assert "丙.csv：新增 1" in seen(app)


def test_a_right_that_was_taken_away_meanwhile_is_told_in_words(
    bureau: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = brought(opened(bureau), ("台账.csv", ledger_csv(finding_row())))

    def not_permitted(*_: Any, **__: Any) -> Any:
        raise NotPermittedError("import-findings")

    monkeypatch.setattr("components.ledger_import.import_drafts.import_source", not_permitted)
    app.button(key="import_now").click().run()
    assert not app.exception
    assert "台账.csv：您的角色不包含" in seen(app)
    assert len(app.dataframe[0].value) == 1  # the file stays in hand


def test_changes_are_shown_field_by_field(bureau: Engine) -> None:
    first = read_source("一.csv", ledger_csv(finding_row(**{"涉及金额（万元）": "1"})))
    import_source(bureau, first, load_preset("ledger_zh"))
    app = brought(opened(bureau), ("二.csv", ledger_csv(finding_row(**{"涉及金额（万元）": "2"}))))
    line = app.dataframe[0].value.iloc[0]
    assert (line["字段"], line["变更前"], line["变更后"]) == ("问题金额", "1.00 万元", "2.00 万元")


def test_the_files_in_hand_survive_a_visit_to_another_page(bureau: Engine) -> None:
    app = brought(opened(bureau), ("台账.csv", ledger_csv(finding_row())))
    app.switch_page("pages/cockpit/overview.py")
    app.run()
    app.switch_page(PAGE)
    app.run()
    assert len(app.dataframe[0].value) == 1
    app.button(key="import_put_away").click().run()
    assert not app.dataframe


def test_a_ledger_that_moved_on_is_compared_again(bureau: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    app = brought(opened(bureau), ("台账.csv", ledger_csv(finding_row())))
    # Between the preview of this run and the click somebody else imports: the preview drawn is the old one.
    other = read_source("别.csv", ledger_csv(finding_row(问题编号="W-9")))
    kept = app.session_state["import_drafts"]
    import_source(bureau, other, load_preset("ledger_zh"))
    monkeypatch.setattr("components.ledger_import.import_form.import_drafts", lambda *_: kept)
    app.button(key="import_now").click().run()
    assert not app.exception
    assert "预览之后台账已被他人更改" in seen(app)
    assert found(bureau) == 1


def test_what_is_kept_in_the_session_can_be_stored(bureau: Engine) -> None:
    """The server refuses sessions that hold what cannot be pickled."""
    app = opened(bureau)
    brought(app, ("台账.csv", ledger_csv(finding_row())))
    assert pickle.loads(pickle.dumps(app.session_state["import_drafts"]))  # noqa: S301 - our own bytes


def test_the_page_is_complete_in_english(bureau: Engine) -> None:
    use_language("en")  # AppTest formats the options of widgets in this thread, too
    try:
        app = brought(opened(bureau, language="en"), ("台账.csv", ledger_csv(finding_row(送达日期="昨天"))))
        assert app.dataframe[0].value.iloc[0]["Reason"] == "not a date such as 2024-03-01"
        words = seen(app).replace("简体中文", "")  # the way back
        assert not re.search("[\u4e00-\u9fff]", words)
    finally:
        use_language("zh")
