"""Where a reader is in a list stands in the address: what is read, what is written, what is forgotten."""

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from components import page_bar
from components.navigation import FINDING_PAGE, ROWS_PAGE, SEARCH_PAGE
from components.page_bar import page_number
from tests.app_pages import bureau_engine, opened, signed_in

__all__ = ["bureau_engine"]

LIST = {"kpi": "findings"}


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five rows make a page."""
    monkeypatch.setattr(page_bar, "_SIZES", (5, 10))


def codes(app: AppTest) -> list[str]:
    """The numbers of the findings in the list."""
    return [str(code) for code in app.main.dataframe[-1].value["finding_code"]]


def stands(app: AppTest, parameter: str) -> str:
    """What the address says there; AppTest has a text or a list of texts."""
    said = app.query_params[parameter]
    return str(said[-1] if isinstance(said, list) else said)


def rows_page(engine: Engine, **place: str) -> AppTest:
    return opened(signed_in(engine, "auditor"), ROWS_PAGE, **LIST, **place)


@pytest.mark.parametrize(
    ("asked", "page"),
    [("", 1), ("2", 2), ("99", 3), ("0", 1), ("-1", 1), ("x", 1), ("²", 1), ("9" * 5000, 3)],
)
def test_any_page_in_the_address_is_one_that_there_is(
    monkeypatch: pytest.MonkeyPatch, asked: str, page: int
) -> None:
    monkeypatch.setattr(page_bar.st, "query_params", {"list_page": asked})
    assert page_number(25, 10, "list") == page


@pytest.mark.usefixtures("small_pages")
def test_the_address_leads_to_the_very_rows(bureau_engine: Engine) -> None:
    whole = rows_page(bureau_engine, findings_order="finding_code", findings_descending="yes")
    whole.selectbox(key="findings_size").set_value(10).run()
    second = rows_page(
        bureau_engine, findings_order="finding_code", findings_descending="yes", findings_page="2"
    )
    assert codes(second) == codes(whole)[5:]
    assert codes(whole) == sorted(codes(whole), reverse=True)


@pytest.mark.usefixtures("small_pages")
def test_what_means_nothing_is_the_list_as_usual(bureau_engine: Engine) -> None:
    usual = codes(rows_page(bureau_engine))
    odd = {"findings_order": "no_column", "findings_descending": "maybe", "findings_page": "no"}
    assert codes(rows_page(bureau_engine, **odd)) == usual


@pytest.mark.usefixtures("small_pages")
def test_other_rows_begin_at_the_first_page(bureau_engine: Engine) -> None:
    app = rows_page(bureau_engine)
    app.number_input(key="findings_page").set_value(2).run()
    assert stands(app, "findings_page") == "2"
    word = codes(app)[0]
    app.text_input(key="ledger_findings_search").set_value(f" {word} ").run()
    assert "findings_page" not in app.query_params
    assert stands(app, "findings_words") == word
    assert codes(app) == [word]
    app.text_input(key="ledger_findings_search").set_value("").run()
    assert "findings_words" not in app.query_params
    for change in (
        lambda: app.selectbox(key="ledger_findings_order").set_value("title").run(),
        lambda: app.toggle(key="ledger_findings_descending").set_value(True).run(),
        lambda: app.selectbox(key="filter_region").set_value("990101").run(),
        lambda: app.button(key="clear_filters").click().run(),
    ):
        app.query_params["findings_page"] = "2"
        change()
        assert "findings_page" not in app.query_params
    assert (stands(app, "findings_order"), stands(app, "findings_descending")) == ("title", "yes")


def test_other_results_of_the_search_begin_at_the_first_page(bureau_engine: Engine) -> None:
    app = opened(signed_in(bureau_engine, "auditor"), SEARCH_PAGE, q="问题", search_page="2")
    assert stands(app, "search_page") == "2"
    app.selectbox(key="filter_region").set_value("990101").run()
    assert "search_page" not in app.query_params


@pytest.mark.usefixtures("small_pages")
def test_how_a_list_is_set_up_stays_in_the_tab(bureau_engine: Engine) -> None:
    app = rows_page(bureau_engine)
    app.selectbox(key="findings_size").set_value(10).run()
    app.multiselect(key="ledger_findings_columns").set_value(["finding_code", "title"]).run()
    opened(app, FINDING_PAGE, id="1")
    opened(app, ROWS_PAGE, **LIST)
    assert app.selectbox(key="findings_size").value == 10
    assert app.multiselect(key="ledger_findings_columns").value == ["finding_code", "title"]
    assert rows_page(bureau_engine).selectbox(key="findings_size").value == 5


def test_a_column_that_may_no_longer_be_seen_is_let_go(bureau_engine: Engine) -> None:
    app = signed_in(bureau_engine, "auditor")
    app.session_state["ledger_findings_columns_kept"] = ["a_column_of_before", "title"]
    opened(app, ROWS_PAGE, **LIST)
    assert app.multiselect(key="ledger_findings_columns").value == ["title"]
