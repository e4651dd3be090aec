"""The pages on coverage, a unit and the libraries: what they offer to whom, what an empty bureau is told."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine, select, update
from streamlit.testing.v1 import AppTest

from components.navigation import (
    COVERAGE_PAGE,
    EC_PAGE,
    LIBRARIES_PAGE,
    OVERVIEW_PAGE,
    PROGRESS_PAGE,
    RECTIFICATION_PAGE,
    TASKS_PAGE,
    UNIT_PAGE,
)
from components.session import seat, take_stock
from components.wall.wall_boxes import wall_box
from data.access.roles import User
from data.bureau import set_value
from data.engine import reading, writing
from data.schema import CoverageRule, LibraryItem, Project
from queries.filters import Filters
from queries.wall import SCENES
from tests.app_pages import account, content, opened, served_by_the_app, signed_in
from tests.coverage_rows import add_a_varied_universe
from tests.ledger_rows import add_a_varied_ledger, add_house, settle
from tests.plan_rows import add_indicator, add_plan

_WITH_TILES = (
    OVERVIEW_PAGE,
    RECTIFICATION_PAGE,
    COVERAGE_PAGE,
    EC_PAGE,
    PROGRESS_PAGE,
    TASKS_PAGE,
    LIBRARIES_PAGE,
)


@pytest.fixture
def bureau(sqlite_engine: Engine) -> Iterator[Engine]:
    """A varied universe, a planner, an auditor, and one bound to the other district."""
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_a_varied_ledger(connection)
        add_a_varied_universe(connection)
        set_value(connection, "as_of", "2025-06-30")
        account(connection, "planning", frozenset({"planning"}))
        account(connection, "auditor", frozenset({"auditor"}))
        account(connection, "bound", frozenset({"auditor"}), region_code="990102")
        settle(connection)
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine


@pytest.fixture
def empty(sqlite_engine: Engine) -> Iterator[Engine]:
    """Nothing but a planner."""
    with writing(sqlite_engine) as connection:
        account(connection, "planning", frozenset({"planning"}))
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine


def buttons(app: AppTest) -> set[str]:
    return {str(button.key) for button in app.main.get("button")}


def test_a_rule_in_the_address_is_looked_at(bureau: Engine) -> None:
    """An unknown one is dropped; the first rule is looked at instead."""
    app = signed_in(bureau, "auditor")
    for asked, shown in (("state_enterprise", "state_enterprise"), ("x'; --", "first_level_budget")):
        page = opened(app, COVERAGE_PAGE, rule=asked)
        assert page.session_state["coverage_rule_choice"] == shown


def test_one_duty_has_one_verdict(bureau: Engine) -> None:
    """The plan's target judges the duty on this page and on the wall, as it does among the indicators."""
    with writing(bureau) as connection:
        add_plan(connection, "P", 2021, 2025)
        goal = (2025, 10_000, "at_least")
        add_indicator(connection, "P", "P-1", goal, kpi="coverage_enterprises", reckoning="year_end")
        settle(connection)
    page = opened(signed_in(bureau, "auditor"), COVERAGE_PAGE)
    duties = next(table.value for table in page.dataframe if "verdict" in table.value)
    told = dict(zip(duties["label"], duties["verdict"].fillna(""), strict=True))
    assert told["国有企业"] == "✕ 未达标，目标 ≥ 100%"
    assert told["一级预算单位"] == ""  # no plan says anything of it
    panel = next(panel for panel in SCENES["overview"].beside if panel.by == "coverage_rule")
    seat(User("auditor", "auditor", frozenset({"auditor"})))
    take_stock()
    lines = {line.label: line for line in wall_box(panel, Filters(as_of=date(2025, 6, 30))).lines}
    assert (lines["国有企业"].state, lines["国有企业"].mark) == ("breach", 1.0)
    assert lines["一级预算单位"].state == "neutral"


def test_a_unit_is_shown_to_whom_it_concerns(bureau: Engine) -> None:
    """Unit 611 lies in the other district: its card, its audits in hand and done; none to a bound reader."""
    card = opened(signed_in(bureau, "bound"), UNIT_PAGE, id="611")
    assert "单位611" in [header.value for header in card.header]
    own = {row.value for row in card.subheader}
    assert {"历次审计", "覆盖要求"} <= own
    hidden = opened(signed_in(bureau, "bound"), UNIT_PAGE, id="612")
    assert not hidden.header
    assert "单位612" not in repr(hidden.main)
    assert opened(signed_in(bureau, "auditor"), UNIT_PAGE, id="612").header
    for nonsense in ("0", "x", "9" * 30):
        assert opened(signed_in(bureau, "auditor"), UNIT_PAGE, id=nonsense).info


def test_planning_acts_and_others_look(bureau: Engine) -> None:
    """Buttons are for who keeps the plan, and for to-day's state only."""
    acts = {"promote_item", "withdraw_draft", "approve_draft"}
    assert not acts & buttons(opened(signed_in(bureau, "auditor"), LIBRARIES_PAGE, library="policy"))
    planner = signed_in(bureau, "planning")
    assert acts <= buttons(opened(planner, LIBRARIES_PAGE, library="policy"))
    past = opened(planner, LIBRARIES_PAGE, library="policy", as_of="2025-06-15")
    assert not acts & buttons(past)


def test_the_draft_is_approved_from_its_dialog(bureau: Engine) -> None:
    """The warning counts both drafts of the unit that is visited twice; then both are in the plan."""
    app = opened(signed_in(bureau, "planning"), LIBRARIES_PAGE)
    assert any("2 个项目的单位" in note.value for note in app.warning)
    app.button(key="approve_draft").click().run()
    document = next(field for field in app.text_input if field.label == "批准文件")
    document.input("示审委〔2025〕3号")
    # A dialog is a fragment in the browser; here the whole page runs anew, and its button is pressed again.
    app.button(key="approve_draft").click()
    next(button for button in app.button if button.label == "批准").click()
    app.run()
    assert not app.exception
    with reading(bureau) as connection:
        left = connection.scalars(select(Project.project_code).where(Project.is_draft.is_(True))).all()
        documents = set(connection.scalars(select(Project.plan_document)))
        taken = connection.scalars(
            select(LibraryItem.project_id).where(LibraryItem.item_code == "BX-3")
        ).one()
    assert (list(left), documents) == ([], {None, "示审委〔2025〕3号"})
    assert taken is not None


def test_an_empty_bureau_is_told_what_is_missing(empty: Engine) -> None:
    app = signed_in(empty, "planning")
    assert any("审计对象" in line and line.startswith("info") for line in content(opened(app, COVERAGE_PAGE)))
    libraries = opened(app, LIBRARIES_PAGE)
    assert ["综合计划人员" in note.value for note in libraries.info] == [True]
    assert not libraries.main.text_input  # nothing that could be searched


def test_a_shipped_rule_is_said_in_english_and_an_own_name_stays(bureau: Engine) -> None:
    with writing(bureau) as connection:
        connection.execute(
            update(CoverageRule)
            .where(CoverageRule.coverage_rule_code == "key_department")
            .values(name="本局重点部门")
        )
        settle(connection)
    page = opened(signed_in(bureau, "auditor"), COVERAGE_PAGE, lang="en")
    duties = next(table.value for table in page.dataframe if "verdict" in table.value)
    assert {"State-owned enterprises", "本局重点部门"} <= set(duties["label"])


def test_an_empty_page_says_why_before_its_tiles(empty: Engine) -> None:
    app = signed_in(empty, "planning")
    for page in _WITH_TILES:
        kinds = [part.type for part in opened(app, page).main]
        assert kinds.index("info") < kinds.index("metric"), page
