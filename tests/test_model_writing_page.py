"""编写模型 as people use it: from a copy to the library, by one who writes and another who reviews."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from components.navigation import WRITE_PAGE
from data.access.roles import User
from data.audit_models.authoring import texts
from data.data_room.dataset_shares import share
from data.engine import reading, writing
from queries.audit_models.catalogue import models_in_force
from queries.audit_models.drafts.authoring import publish_sound, save, submit_sound
from queries.audit_models.drafts.beginning import copied
from queries.audit_models.shipped import shipped_models
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.dataset_rows import KEEPER, bring, signed
from tests.ledger_rows import add_house
from tests.test_model_authoring import TENDERS


@pytest.fixture
def bureau(sqlite_engine: Engine) -> Iterator[Engine]:
    """A bureau with tenders whose winner is masked, who writes, who reviews, and who may do neither."""
    with writing(sqlite_engine) as connection:
        add_house(connection)
        for name, role in (("section", "section"), ("writer", "auditor"), ("other", "rectification")):
            account(connection, name, frozenset({role}))
    signed(sqlite_engine, KEEPER)
    bring(sqlite_engine, KEEPER, "标段", TENDERS, {"winner_name": "name"}, dataset_type="tenders")
    share(sqlite_engine, KEEPER, "标段", with_user="writer")
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine


def page(engine: Engine, user: str, **address: str) -> AppTest:
    return opened(signed_in(engine, user), WRITE_PAGE, **address)


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, app.exception
    return app


def in_dialog(app: AppTest, opener: str, button: str, **fields: str) -> AppTest:
    """A dialog is drawn by the very run in which its opener is pressed; so all is sent at once."""
    pressed(app, opener)
    for key, value in fields.items():
        next(each for each in [*app.text_input, *app.text_area] if each.key == key).set_value(value)
    app.button(key=button).click()
    return pressed(app, opener)


def begun(app: AppTest, code: str) -> AppTest:
    """A copy of the model that is chosen, under this code, in its editor."""
    return in_dialog(app, "new_text", "new_text_begin", new_text_code=code)


def field(app: AppTest, kind: str, name: str) -> object:
    """The field of the form whose key ends so."""
    return next(each for each in app.get(kind) if str(each.key).endswith(f"_{name}"))


def test_who_may_neither_write_nor_review_has_no_such_page(bureau: Engine) -> None:
    with pytest.raises(ValueError, match=r"write\.py"):
        page(bureau, "other")


def test_an_empty_desk_says_how_to_begin(bureau: Engine) -> None:
    app = page(bureau, "writer")
    assert "还没有在编写的模型" in app.info[0].value
    reviewer = page(bureau, "section")
    assert any("没有待复核的模型" in each.value for each in reviewer.caption)


def test_a_model_goes_from_a_copy_to_the_library(bureau: Engine) -> None:
    app = pressed(page(bureau, "writer"), "new_text")
    app.selectbox(key="new_text_model").set_value("M04")
    app = begun(app, "gj-01")
    with reading(bureau) as connection:
        (draft,) = texts(connection, author="writer")
    assert (draft.model_code, draft.state) == ("GJ-01", "draft")
    app.run()
    assert app.header[0].value.endswith("投标准备期不足")

    field(app, "text_input", "title").set_value("投标准备期不足（本市）").run()  # type: ignore[attr-defined]
    cases = field(app, "text_area", "cases")
    wrong = cases.value.replace("bid_days = 19", "bid_days = 18")  # type: ignore[attr-defined]
    cases.set_value(wrong).run()  # type: ignore[attr-defined]
    pressed(app, "text_check")
    assert "应为" in app.error[0].value
    pressed(app, "text_submit")
    assert any("应为" in each.value for each in app.error)

    field(app, "text_area", "cases").set_value(wrong.replace("bid_days = 18", "bid_days = 19")).run()  # type: ignore[attr-defined]
    pressed(app, "text_check")
    assert "6 个用例中 6 个" in app.success[0].value
    pressed(app, f"trial_start_{draft.text_id}")
    app.run()
    rows = next(each.value for each in app.dataframe if "winner_name" in each.value)
    assert rows["winner_name"].tolist() == ["甲**"]
    pressed(app, "text_submit")
    with reading(bureau) as connection:
        (draft,) = texts(connection, author="writer")
    assert draft.state == "submitted"
    assert "投标准备期不足（本市）" in draft.body

    own = page(bureau, "writer", text=str(draft.text_id))
    assert not [each for each in own.button if each.key == "text_publish"]
    reviewer = page(bureau, "section")
    assert "GJ-01" in "".join(re.findall(r"[\w-]+", _said(reviewer)))
    pressed(reviewer, f"open_text_{draft.text_id}")
    assert "6 个用例中 6 个" in reviewer.success[0].value
    in_dialog(reviewer, "text_return", "return_do")
    assert "理由" in reviewer.error[0].value or "原因" in reviewer.error[0].value
    in_dialog(reviewer, "text_publish", "publish_do", publish_note="同意")
    with reading(bureau) as connection:
        assert str(models_in_force(connection)["GJ-01"].title) == "投标准备期不足（本市）"


def _said(app: AppTest) -> str:
    return re.sub(
        r":color\[&#(\d+);\]", lambda sign: chr(int(sign[1])), " ".join(m.value for m in app.markdown)
    )


def test_form_and_text_are_the_same_file(bureau: Engine) -> None:
    app = begun(page(bureau, "writer"), "GJ-02")
    app.run()
    with reading(bureau) as connection:
        draft = next(each for each in texts(connection, author="writer") if each.model_code == "GJ-02")
    title = field(app, "text_input", "title")
    title.set_value("新的名称")  # type: ignore[attr-defined]  # sent together with the switch
    app.segmented_control[0].set_value("text").run()
    body = field(app, "text_area", "text")
    assert 'zh = "新的名称"' in body.value  # type: ignore[attr-defined]
    body.set_value("no header at all").run()  # type: ignore[attr-defined]
    app.segmented_control[0].set_value("form").run()
    assert "模型头" in app.warning[0].value
    pressed(app, "text_save")
    assert "模型头" in app.error[0].value
    field(app, "text_area", "text").set_value(draft.body).run()  # type: ignore[attr-defined]
    pressed(app, "text_save")
    with reading(bureau) as connection:
        draft = next(each for each in texts(connection, author="writer") if each.model_code == "GJ-02")
    assert draft.revision == 1


def test_two_tabs_do_not_write_over_each_other(bureau: Engine) -> None:
    app = begun(page(bureau, "writer"), "GJ-03")
    app.run()
    number = app.query_params["text"][0]
    other = page(bureau, "writer", text=number)
    pressed(other, "text_save")
    pressed(app, "text_save")
    assert "其他人" in app.error[0].value
    pressed(app, "text_reload")
    pressed(app, "text_save")
    assert not app.error
    pressed(other, "text_reload")
    pressed(other, "text_discard")
    assert "text" not in other.query_params


def test_no_other_sees_a_draft(bureau: Engine) -> None:
    app = begun(page(bureau, "writer"), "GJ-04")
    number = app.query_params["text"][0]
    assert "无权查看" in page(bureau, "section", text=number).info[0].value


def test_a_model_of_ones_own_is_taken_out_of_force_with_a_reason(bureau: Engine) -> None:
    with reading(bureau) as connection:
        body = copied(connection, shipped_models()["M04"], "GJ-05")
    writer, reviewer = (User(name, name, frozenset({name})) for name in ("auditor", "section"))
    text_id = save(bureau, writer, body)
    submit_sound(bureau, writer, text_id, 0)
    publish_sound(bureau, reviewer, text_id, 1)
    app = page(bureau, "section", text=str(text_id))
    in_dialog(app, "text_withdraw", "withdraw_do")
    assert app.error
    in_dialog(app, "text_withdraw", "withdraw_do", withdraw_note="已有更好的模型")
    with reading(bureau) as connection:
        assert "GJ-05" not in models_in_force(connection)
    again = page(bureau, "section", text=str(text_id))
    assert not [each for each in again.button if each.key == "text_withdraw"]
