"""Cards of requests, catalogue items and sources as users meet them: what each sees, what a click writes."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from streamlit.testing.v1 import AppTest

from commands import datasets as command
from components.navigation import (
    CATALOGUE_ITEM_PAGE,
    CATALOGUE_PAGE,
    DATA_REQUEST_PAGE,
    DATA_SOURCE_PAGE,
    PROJECT_PAGE,
    UNIT_PAGE,
)
from data.bureau import set_value
from data.engine import connect_to, reading, writing
from data.schema import CatalogueItem, DataRequest, SourceArrival
from tests import data_room_rows as made
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.ledger_rows import add_house, settle

ACCOUNTS = {"data_room": {}, "auditor": {"section_code": "S1"}, "leadership": {}}
CARDS = {CATALOGUE_ITEM_PAGE: "目录ML", DATA_SOURCE_PAGE: "来源LY", DATA_REQUEST_PAGE: "资料R"}


@pytest.fixture(scope="module")
def bureau_engine(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("cards")
    engine = connect_to(f"sqlite:///{shutil.copy(sqlite_template, folder / 'audit.db')}")
    with writing(engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", "2025-06-30")
        for role, binding in ACCOUNTS.items():
            account(connection, role, frozenset({role}), **binding)
        made.add_dataset(connection, "a", date(2025, 4, 5), owner="data_room")
        for number, section in enumerate(("S1", "S2"), start=1):
            own = {"section_code": section}
            source = made.add_source(connection, f"LY{number}", connected_date=date(2025, 1, 1), **own)
            made.add_item(connection, f"ML{number}", data_source_id=source, **own)
            made.add_request(
                connection,
                f"R{number}",
                date(2025, 6, 2),
                date(2025, 6, 16),
                unit_id=number,
                project_id=number,
                **own,
            )
        settle(connection)
    with served_by_the_app(engine, AUDIT_VAR_DIR=str(folder)):
        yield engine
    engine.dispose()


def buttons(app: AppTest) -> set[str]:
    kinds = ("request_", "new_request", "item_", "source_")
    return {str(button.key) for button in app.main.button if str(button.key).startswith(kinds)}


def sent(app: AppTest, key: str) -> AppTest:
    # A dialog is a fragment in the browser; here the whole page runs anew, and its button is pressed again.
    app.button(key=key).click()
    next(button for button in app.button if "FormSubmitter" in str(button.key)).click()
    app.run()
    assert not app.exception
    return app


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("path", list(CARDS))
def test_a_card_is_for_readers_of_its_rows(bureau_engine: Engine, path: str) -> None:
    auditor, name = signed_in(bureau_engine, "auditor"), CARDS[path]
    assert f"{name}1" in {header.value for header in opened(auditor, path, id="1").header}
    assert not buttons(auditor)
    assert f"{name}2" not in repr(opened(auditor, path, id="2").main)
    assert opened(auditor, path, id="99").info
    assert not buttons(opened(signed_in(bureau_engine, "leadership"), path, id="2"))


@pytest.mark.parametrize(
    ("path", "offered"),
    [
        (CATALOGUE_ITEM_PAGE, {"item_fill"}),
        (DATA_SOURCE_PAGE, {"source_arrival", "source_failure", "source_connection"}),
        (
            DATA_REQUEST_PAGE,
            {"request_received", "request_received_part", "request_reminded", "request_refused"},
        ),
    ],
)
def test_who_keeps_the_data_room_writes_as_it_stands_today(
    bureau_engine: Engine, path: str, offered: set[str]
) -> None:
    keeper = signed_in(bureau_engine, "data_room")
    assert buttons(opened(keeper, path, id="2")) == offered
    assert not buttons(opened(keeper, path, id="2", as_of="2025-06-10"))


def test_receipt_is_recorded_and_shown_at_once(bureau_engine: Engine) -> None:
    app = pressed(opened(signed_in(bureau_engine, "data_room"), DATA_REQUEST_PAGE, id="1"), "request_refused")
    assert [error.value for error in sent(app, "request_refused").error] == ["请写明单位说明的理由。"]
    app = opened(signed_in(bureau_engine, "data_room"), DATA_REQUEST_PAGE, id="1")
    app = sent(pressed(app, "request_received"), "request_received")
    with reading(bureau_engine) as connection:
        received = select(DataRequest.received_date).where(DataRequest.data_request_id == 1)
        assert connection.scalar(received) == date(2025, 6, 30)
    assert buttons(opened(signed_in(bureau_engine, "data_room"), DATA_REQUEST_PAGE, id="1")) == {
        "request_taken_back"
    }


def test_a_dataset_is_chosen_for_an_item(bureau_engine: Engine) -> None:
    app = pressed(opened(signed_in(bureau_engine, "data_room"), CATALOGUE_ITEM_PAGE, id="1"), "item_fill")
    next(box for box in app.selectbox if box.label == "数据集").set_value(1)
    sent(app, "item_fill")
    with reading(bureau_engine) as connection:
        linked = select(CatalogueItem.dataset_id).where(CatalogueItem.catalogue_item_id == 1)
        assert connection.scalar(linked) == 1


def test_a_failure_is_recorded_by_hand_and_by_a_script(
    bureau_engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    app = pressed(opened(signed_in(bureau_engine, "data_room"), DATA_SOURCE_PAGE, id="2"), "source_failure")
    app.text_area[0].set_value("接口超时")
    assert not sent(app, "source_failure").error
    parser = command.argparse.ArgumentParser()
    command.add_arguments(parser)
    words = ["arrival", "LY2", "--rows", "12", "--date", "2025-06-29", "--json"]
    assert command.run(parser.parse_args(words)) == 0
    assert json.loads(capsys.readouterr().out) == {
        "source": "LY2",
        "date": "2025-06-29",
        "failed": False,
        "rows": 12,
    }
    assert command.run(parser.parse_args(["arrival", "LY2", "--failed"])) == 1
    with reading(bureau_engine) as connection:
        question = select(SourceArrival.is_failed, SourceArrival.row_count).order_by(
            SourceArrival.source_arrival_id
        )
        assert [tuple(row) for row in connection.execute(question)] == [(True, None), (False, 12)]


def test_a_unit_and_a_project_show_what_they_were_asked_for(bureau_engine: Engine) -> None:
    app = signed_in(bureau_engine, "auditor")
    for path in (UNIT_PAGE, PROJECT_PAGE):
        page = opened(app, path, id="1")
        assert "资料需求" in {heading.value for heading in page.subheader}, path


def test_a_new_request_is_offered_to_who_keeps_the_data_room(bureau_engine: Engine) -> None:
    for role, offered in (("data_room", {"new_request"}), ("auditor", set())):
        app = opened(signed_in(bureau_engine, role), CATALOGUE_PAGE)
        choice = next(entry for entry in app.main.get("button_group") if entry.key == "catalogue_part")
        choice.set_value("data_requests")
        assert buttons(app.run()) == offered
        assert not app.exception


def test_sectors_of_the_plan_without_an_item_are_listed_too(bureau_engine: Engine) -> None:
    app = opened(signed_in(bureau_engine, "data_room"), CATALOGUE_PAGE)
    choice = next(entry for entry in app.main.get("button_group") if entry.key == "catalogue_by")
    choice.set_value("data_sector")
    lines = app.run().dataframe[0].value
    assert len(lines) == 12
    assert "证券公司（未规划）" in set(lines["label"])
    assert lines.loc[lines["label"] == "证券公司（未规划）", "catalogue_items"].tolist() == [0]
