"""规划指标 on the screen: counts open to their lines, verdicts are final, nobody enters without the right."""

import pytest
from sqlalchemy import Engine

from components.navigation import INDICATOR_PAGE, INDICATORS_PAGE, ROWS_PAGE
from data.engine import writing
from tests.app_pages import account, bureau_engine, opened, served_by_the_app, signed_in

__all__ = ["bureau_engine"]


def test_the_counts_are_those_of_the_list_and_narrow_it(bureau_engine: Engine) -> None:
    app = opened(signed_in(bureau_engine, "leadership"), INDICATORS_PAGE)
    # 2025 so far: V-rate is computed and met; V-told and V-owed have no figure; V-base has no target.
    assert [metric.value for metric in app.metric] == ["1", "0", "0", "0", "2", "1"]
    assert len(app.dataframe[-1].value) == 4
    narrowed = opened(app, INDICATORS_PAGE, state="no_data")
    assert sorted(narrowed.dataframe[-1].value["indicator"]) == ["指标V-owed", "指标V-told"]
    assert [metric.value for metric in narrowed.metric] == ["1", "0", "0", "0", "2", "1"]
    assert set(narrowed.dataframe[-1].value["note"]) == {"待科室1填报", "待科室2填报"}


def test_a_year_is_judged_as_it_ended(bureau_engine: Engine) -> None:
    app = opened(signed_in(bureau_engine, "leadership"), INDICATORS_PAGE, plan="V", year="2024")
    lines = app.dataframe[-1].value.set_index("indicator")
    assert lines.loc["指标V-told", "state"] == "未达标"
    assert lines.loc["指标V-told", "2023"] == "✓ 95.00% / ≥ 90%"
    assert lines.loc["指标V-told", "2026"] == "— / ≥ 90%", "to come"
    assert lines.loc["指标V-owed", "2024"] == "无数据 / 未设目标"


def test_a_computed_figure_opens_the_rows_it_was_made_from(bureau_engine: Engine) -> None:
    card = opened(signed_in(bureau_engine, "leadership"), INDICATOR_PAGE, id="V-rate")
    assert not card.main.button
    rows = opened(card, ROWS_PAGE, kpi="recommendation_adoption", as_of="2024-12-31")
    assert rows.metric


def test_the_card_shows_what_was_entered_and_offers_the_planner_to_enter(bureau_engine: Engine) -> None:
    reader = opened(signed_in(bureau_engine, "leadership"), INDICATOR_PAGE, id="V-told")
    assert "依据9500" in set(reader.dataframe[-1].value["evidence"])
    assert not reader.main.button
    card = opened(signed_in(bureau_engine, "planning"), INDICATOR_PAGE, id="V-told")
    card.main.button[0].click().run()
    # What the dialog does is data/planning/indicators.py; a form in a dialog is beyond AppTest.
    assert [box.label for box in card.text_input if box.key != "menu_search"] == ["数值（%）"]
    assert [box.label for box in card.text_area] == ["依据"]


def test_a_bound_planner_keeps_the_indicators_of_the_own_section_only(bureau_engine: Engine) -> None:
    with writing(bureau_engine) as connection:
        account(connection, "own", frozenset({"planning"}), section_code="S1")
        account(connection, "other", frozenset({"planning"}), section_code="S2")
    assert not opened(signed_in(bureau_engine, "other"), INDICATOR_PAGE, id="V-told").main.button
    card = opened(signed_in(bureau_engine, "own"), INDICATOR_PAGE, id="V-told")
    card.main.button[-1].click().run()
    (sections,) = [box for box in card.selectbox if box.label == "责任科室"]
    assert (len(sections.options), sections.value) == (1, "S1")


@pytest.mark.parametrize("address", [{"id": "nowhere"}, {"id": "V-owed", "as_of": "1990-01-01"}, {}])
def test_an_address_typed_by_hand_breaks_no_card(bureau_engine: Engine, address: dict[str, str]) -> None:
    assert opened(signed_in(bureau_engine, "auditor"), INDICATOR_PAGE, **address).info


@pytest.mark.parametrize(
    "address", [{"plan": "x", "year": "1"}, {"state": "x"}, {"as_of": "2022-01-01"}, {"year": "2099"}]
)
def test_nonsense_breaks_no_list(bureau_engine: Engine, address: dict[str, str]) -> None:
    assert opened(signed_in(bureau_engine, "auditor"), INDICATORS_PAGE, **address).selectbox


def test_a_bound_reader_sees_no_figures_that_others_entered(bureau_engine: Engine) -> None:
    app = opened(signed_in(bureau_engine, "bound"), INDICATORS_PAGE)
    assert list(app.dataframe[-1].value["indicator"]) == ["指标V-rate"]
    card = opened(app, INDICATOR_PAGE, id="V-told")
    assert "依据9500" not in repr(card.main)


def test_without_a_plan_the_page_says_who_brings_one(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        account(connection, "leadership", frozenset({"leadership"}))
    with served_by_the_app(sqlite_engine):
        app = opened(signed_in(sqlite_engine, "leadership"), INDICATORS_PAGE)
    assert "还没有规划" in app.info[0].value
    assert not app.metric
