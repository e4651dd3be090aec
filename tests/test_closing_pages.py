"""The finding's card and 我的工作: what each reader is offered, one step and many, and who is told what."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Checkbox

from components import page_bar
from components.closing import answers_in
from components.navigation import FINDING_PAGE, MY_WORK_PAGE
from data.closing.answers import Checked
from data.engine import writing
from data.signed_sheet import CheckedSheet
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.closing_rows import CLERK, SECTION, done, prepare, prove, standing, walk
from tests.ledger_rows import add_finding, settle

DAY = date(2024, 3, 1)


@pytest.fixture
def house(sqlite_engine: Engine, own_var_dir: object) -> Iterator[Engine]:
    """Three findings that await their notice, the third of another district, and an account per role."""
    prepare(sqlite_engine)
    with writing(sqlite_engine) as connection:
        add_finding(connection, amount_fen=500, rectification_type=None, found=date(2024, 6, 1))
        add_finding(connection, amount_fen=500, rectification_type=None, project=2)
        for role in ("rectification", "section", "review", "leadership", "auditor"):
            account(connection, role, frozenset({role}))
        account(connection, "bound", frozenset({"rectification"}), region_code="990101")
        settle(connection)
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine


def acts(app: AppTest) -> set[str]:
    buttons = (str(button.key) for button in app.main.button)
    found = {key.removeprefix("finding_") for key in buttons if key.startswith("finding_")}
    return found - {"escalation"}  # no step of the table: it is proposed by rules


def taken(app: AppTest, act: str) -> AppTest:
    # A dialog is a fragment in the browser; here the whole page runs anew, and its button is pressed again.
    app.button(key=f"finding_{act}").click()
    app.button(key="step_take").click()
    return app.run()


def every(app: AppTest) -> Checkbox:
    """The box that chooses all on the page."""
    return next(box for box in app.checkbox if str(box.key).startswith("every_work_"))


def card(house: Engine, user: str, number: int = 1, **address: str) -> AppTest:
    return opened(signed_in(house, user), FINDING_PAGE, id=str(number), **address)


def test_a_card_offers_what_the_table_gives_the_reader(house: Engine) -> None:
    assert acts(card(house, "rectification")) == {"notify"}
    assert acts(card(house, "review")) == {"transfer"}
    assert acts(card(house, "leadership")) == {"withdraw"}
    assert acts(card(house, "auditor")) == set()
    past = card(house, "rectification", as_of="2024-03-01")
    assert acts(past) == set(), "nobody works in the past"
    for shown, may in ((card(house, "rectification"), True), (card(house, "auditor"), False), (past, False)):
        assert any(str(button.key) == "attach_proof_1" for button in shown.button) is may


def test_a_notice_from_the_dialog(house: Engine) -> None:
    app = card(house, "rectification")
    app.button(key="finding_notify").click().run()
    app.date_input(key="step_day").set_value(DAY)
    taken(app, "notify")
    assert any("文号" in error.value for error in app.error)
    assert standing(house).stage == "to_notify"
    app = card(house, "rectification")
    app.button(key="finding_notify").click().run()
    app.date_input(key="step_day").set_value(DAY)
    app.text_input(key="step_number").set_value("审整〔2024〕9号")
    taken(app, "notify")
    assert not app.exception
    assert (standing(house).stage, standing(house).due_date) == ("rectifying", date(2024, 4, 30))
    shown = card(house, "rectification")
    assert acts(shown) == {"measure", "progress", "submit", "ask_extension"}
    assert shown.button(key="finding_submit").disabled, "nothing is attached that proves it"
    assert any("审整〔2024〕9号" in repr(table.value) for table in shown.table)
    shown.button(key="attach_proof_1").click().run()
    assert shown.file_uploader, "the form stands where the proof is asked for"
    shown.file_uploader[0].set_value(("凭证.pdf", b"%PDF-1.4", "application/pdf"))
    shown.button(key="attach_proof_1").click()
    next(button for button in shown.button if button.label == "上传附件").click().run()
    shown = card(house, "rectification")
    assert any("凭证" in words.value for words in shown.main.markdown)
    assert not shown.button(key="finding_submit").disabled
    shown.button(key="finding_progress").click().run()
    shown.multiselect(key="step_money").set_value(["recovered"])
    shown.button(key="finding_progress").click().run()
    assert not any("大于问题金额" in warning.value for warning in shown.warning)
    shown.number_input(key="step_money_recovered").set_value(11.0)
    shown.button(key="finding_progress").click().run()
    assert any("大于问题金额" in warning.value for warning in shown.warning)
    done(house, CLERK, "submit", note="已追回", fact_date=DAY)
    done(house, SECTION, "not_accept", note="缺付款凭证", fact_date=DAY)
    assert any("缺付款凭证" in warning.value for warning in card(house, "rectification").warning)


def test_my_work_takes_a_step_with_many_and_tells_of_each(house: Engine) -> None:
    assert "3" in next(
        link.proto.label
        for link in signed_in(house, "rectification").run().sidebar.get("page_link")
        if "我的工作" in link.proto.label
    )
    app = opened(signed_in(house, "rectification"), MY_WORK_PAGE)
    every(app).check().run()
    app.button(key="finding_notify").click().run()
    app.date_input(key="step_day").set_value(DAY)
    app.text_input(key="step_number").set_value("审整〔2024〕10号")
    taken(app, "notify")
    assert not app.exception
    stages = [standing(house, number).stage for number in (1, 2, 3)]
    assert stages == ["rectifying", "to_notify", "rectifying"], "the second was found later"
    assert any("办理 2 个" in warning.value for warning in app.warning)
    told = next(frame.value for frame in app.dataframe if "原因" in frame.value.columns)
    assert "2024-06-01" in told["原因"].iloc[0]


def test_all_that_was_chosen_is_what_stood_there(house: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_bar, "_SIZES", (1, 50))
    app = opened(signed_in(house, "rectification"), MY_WORK_PAGE)
    every(app).check().run()
    assert every(app).value
    assert acts(app) == {"notify"}
    app.number_input(key="work_page").set_value(2).run()
    assert not every(app).value
    assert not acts(app)
    every(app).check().run()
    app.text_input(key="work_search").set_value("问题3").run()
    assert not every(app).value
    assert not acts(app)


def test_a_sheet_is_checked_once_and_anew_when_brought_anew(
    house: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []

    def check(_engine: Engine, _user: object, name: str, _content: bytes) -> CheckedSheet[Checked]:
        checked.append(name)
        return CheckedSheet(name, "0" * 64, ())

    monkeypatch.setattr(answers_in, "check_answers", check)
    app = opened(signed_in(house, "rectification"), MY_WORK_PAGE)
    app.main.file_uploader[0].set_value(("一.xlsx", b"PK", "application/zip")).run()
    app.run()
    assert checked == ["一.xlsx"]
    app.main.file_uploader[0].set_value(("一.xlsx", b"PK", "application/zip")).run()
    assert checked == ["一.xlsx"] * 2, "evidence may have been attached meanwhile"


def test_work_stands_with_whose_it_is(house: Engine) -> None:
    prove(house, 1)
    walk(house, "submit")
    with writing(house) as connection:
        settle(connection)
    app = opened(signed_in(house, "section"), MY_WORK_PAGE)
    assert list(app.dataframe[0].value["finding_code"]) == ["F1"]
    assert not opened(signed_in(house, "leadership"), MY_WORK_PAGE).dataframe
    bound = opened(signed_in(house, "bound"), MY_WORK_PAGE)
    assert list(bound.dataframe[0].value["finding_code"]) == ["F2"], "the third is another district's"
