"""The pages of suspects as users meet them: who sees which, who may work on them, and what is refused."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine, delete, select
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Checkbox

from components.navigation import FINDING_PAGE, SUSPECT_PAGE, SUSPECTS_PAGE
from data.bureau import set_value
from data.engine import reading, writing
from data.schema import Finding, Suspect, SuspectParty, SuspectStep
from data.suspects.standing import standings
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.ledger_rows import add_a_varied_ledger, add_house, settle
from tests.suspect_rows import CONFIRMED, FOREIGN, ISSUED_TO_S1, OVERDUE, TO_ISSUE, add_varied_suspects

ACCOUNTS = {"auditor": {}, "leadership": {}, "section": {"section_code": "S1"}, "display": {}}


@pytest.fixture
def house(sqlite_engine: Engine) -> Iterator[Engine]:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_a_varied_ledger(connection)
        add_varied_suspects(connection)
        set_value(connection, "as_of", "2025-06-30")
        for role, binding in ACCOUNTS.items():
            account(connection, role, frozenset({role}), **binding)
        settle(connection)
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine


def acts(app: AppTest) -> set[str]:
    keys = {str(button.key) for button in app.main.button}
    return {key.removeprefix("suspect_") for key in keys if key.startswith("suspect_")}


def every(app: AppTest) -> Checkbox:
    """The box that chooses all on the page."""
    return next(box for box in app.checkbox if str(box.key).startswith("every_suspects_"))


def sent(app: AppTest, opener: str, words: str) -> AppTest:
    # A dialog is a fragment in the browser; here the whole page runs anew, and its button is pressed again.
    app.button(key=opener).click()
    next(button for button in app.button if button.label == words and button.key != opener).click()
    return app.run()


def state(engine: Engine, number: int) -> str:
    with reading(engine) as connection:
        return standings(connection, [number])[number].state


def test_several_are_issued_at_once(house: Engine) -> None:
    app = opened(signed_in(house, "auditor"), SUSPECTS_PAGE)
    app.main.get("button_group")[-1].set_value("to_issue")
    app.run()
    assert app.dataframe[-1].value["suspect_id"].tolist() == [FOREIGN, TO_ISSUE], "the larger amount first"
    every(app).check().run()
    app.text_input(key="suspect_search").set_value(str(TO_ISSUE)).run()
    assert not every(app).value, "it was said of others"
    app.text_input(key="suspect_search").set_value("").run()
    every(app).check().run()
    assert acts(app) >= {"issue", "dismiss"}
    app.button(key="suspect_issue").click().run()
    app.selectbox(key="suspect_to_section").set_value("S2")
    app.date_input(key="suspect_due").set_value(date(2025, 7, 31))
    sent(app, "suspect_issue", "下发")
    assert not app.exception
    assert (state(house, TO_ISSUE), state(house, FOREIGN)) == ("issued", "issued")


def test_what_is_missing_is_told_and_nothing_moves(house: Engine) -> None:
    app = opened(signed_in(house, "auditor"), SUSPECT_PAGE, id=str(TO_ISSUE))
    app.button(key="suspect_issue").click().run()
    app = sent(app, "suspect_issue", "下发")
    assert any("科室或地区" in error.value for error in app.error)
    assert state(house, TO_ISSUE) == "to_issue"


def test_a_bound_reader_sees_what_was_issued_there_and_nothing_foreign(house: Engine) -> None:
    app = opened(signed_in(house, "section"), SUSPECTS_PAGE)
    app.main.get("button_group")[-1].set_value("all")
    app.run()
    assert set(app.dataframe[-1].value["suspect_id"]) == {TO_ISSUE, ISSUED_TO_S1, OVERDUE, CONFIRMED}
    app.toggle(key="suspects_issued_here").set_value(True)
    app.run()
    assert set(app.dataframe[-1].value["suspect_id"]) == {ISSUED_TO_S1, OVERDUE, CONFIRMED}
    foreign = opened(signed_in(house, "section"), SUSPECT_PAGE, id=str(FOREIGN))
    assert foreign.info
    assert "示范路2号" not in repr(foreign.main)
    assert "take_up" in acts(opened(signed_in(house, "section"), SUSPECT_PAGE, id=str(ISSUED_TO_S1)))


def test_who_may_not_work_on_them_is_offered_nothing(house: Engine) -> None:
    for number in (TO_ISSUE, OVERDUE, CONFIRMED):
        assert acts(opened(signed_in(house, "leadership"), SUSPECT_PAGE, id=str(number))) == set()
    past = opened(signed_in(house, "auditor"), SUSPECT_PAGE, id=str(OVERDUE), as_of="2025-06-02")
    assert acts(past) == set()


def test_the_card_tells_course_parties_and_other_suspects_but_no_identity_number(house: Engine) -> None:
    app = opened(signed_in(house, "auditor"), SUSPECT_PAGE, id=str(OVERDUE))
    words = " ".join(item.value for item in app.main.markdown)
    assert any("东湖示范建设有限公司" in link.proto.label for link in app.main.get("page_link"))
    assert "请核实" in words
    assert "990101199001011234" not in repr(app.main)
    links = [str(button.key).rsplit("_", 1)[-1] for button in app.main.button if "party_" in str(button.key)]
    assert set(links) == {str(TO_ISSUE)}, "the first suspect touches the same company and person"


def test_a_confirmed_suspect_becomes_a_finding_linked_both_ways(house: Engine) -> None:
    app = opened(signed_in(house, "auditor"), SUSPECT_PAGE, id=str(CONFIRMED))
    app.button(key="suspect_enter").click().run()
    projects, units = (
        next(box for box in app.selectbox if box.label == name) for name in ("审计项目", "被审计单位")
    )
    project = projects.options[0]
    projects.select_index(0)
    units.select_index(0)
    app = sent(app, "suspect_enter", "转为问题")
    assert not app.exception
    assert not app.error, project
    with reading(house) as connection:
        finding = connection.execute(select(Finding).where(Finding.suspect_id == CONFIRMED)).one()
    assert (state(house, CONFIRMED), finding.amount_fen) == ("in_ledger", 4_000_00)
    card = opened(signed_in(house, "auditor"), SUSPECT_PAGE, id=str(CONFIRMED))
    assert any(f"id={finding.finding_id}" in repr(link.proto) for link in card.main.get("page_link"))
    page = opened(signed_in(house, "auditor"), FINDING_PAGE, id=str(finding.finding_id))
    assert any(f"id={CONFIRMED}" in repr(link.proto) for link in page.main.get("page_link"))


def test_a_bureau_without_suspects_says_who_brings_them(house: Engine) -> None:
    with writing(house) as connection:
        for table in (SuspectStep, SuspectParty, Suspect):
            connection.execute(delete(table))
        settle(connection)
    app = opened(signed_in(house, "auditor"), SUSPECTS_PAGE)
    assert any("尚无疑点" in note.value for note in app.info)
    assert not app.dataframe
