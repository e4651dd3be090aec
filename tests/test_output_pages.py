"""Output approval, ledgers and undertakings as each role meets them; one way from a query to its return."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select
from streamlit.testing.v1 import AppTest

from commands import serve
from components.navigation import LEDGERS_PAGE, OUTPUTS_PAGE, UNDERTAKINGS_PAGE
from data.data_room.outputs import ReadDataset, WantedOutput, ask_output, grant_output
from data.data_room.undertakings import undertakings, withdraw_undertaking
from data.engine import reading, writing
from data.local_time import today_in_china
from data.schema import DataMovement, MovementClosing, OutputApproval, Undertaking
from data.warehouse import Version
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import value
from queries.source import open_source
from queries.workbench.asking import ask
from queries.workbench.result_files import as_xlsx
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.dataset_rows import KEEPER, READER
from tests.output_rows import APPROVER, add_payments, add_people, ask_for

Room = tuple[Engine, Version]


@pytest.fixture
def room(sqlite_engine: Engine) -> Iterator[Room]:
    add_people(sqlite_engine)
    version = add_payments(sqlite_engine)
    with writing(sqlite_engine) as connection:
        account(connection, "leader", frozenset({"leadership"}))
        account(connection, "review", frozenset({"review"}))
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine, version


def keys(app: AppTest) -> set[str]:
    acts = ("grant_output", "refuse_output", "take_output", "hand_over", "close_", "record_undertaking")
    return {str(button.key) for button in app.main.button if str(button.key).startswith(acts)}


def pressed(app: AppTest, key: str, sent: str = "") -> AppTest:
    # A dialog is a fragment in the browser; here the whole page runs anew, and its button is pressed again.
    app.button(key=key).click()
    if sent:
        [button for button in app.button if button.label == sent and button.key != key][-1].click()
    app.run()
    assert not app.exception, app.exception
    return app


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.warning, app.error, app.success)
    return "\n".join(str(item.value) for kind in kinds for item in kind)


def test_each_role_sees_what_is_theirs_to_do(room: Room) -> None:
    engine, version = room
    output = ask_for(engine, READER, version)
    own = ask_for(engine, APPROVER, None, "自己的申请")
    approver = opened(signed_in(engine, "approver"), OUTPUTS_PAGE)
    assert keys(approver) == {f"grant_output_{output}", f"refuse_output_{output}"}
    assert "自己的申请" in said(approver)
    leader = opened(signed_in(engine, "leader"), OUTPUTS_PAGE)
    assert keys(leader) == {
        f"{act}_output_{number}" for act in ("grant", "refuse") for number in (output, own)
    }
    assert "保密承诺书" not in said(leader)
    reader = opened(signed_in(engine, "reader"), OUTPUTS_PAGE)
    assert keys(reader) == set()
    assert "自己的申请" not in said(reader)
    with pytest.raises(ValueError, match="navigation page"):
        opened(signed_in(engine, "review"), OUTPUTS_PAGE)


def test_a_refusal_and_its_reason_reach_the_asker(room: Room) -> None:
    engine, version = room
    output = ask_for(engine, READER, version)
    app = pressed(opened(signed_in(engine, "approver"), OUTPUTS_PAGE), f"refuse_output_{output}")
    pressed(app, f"refuse_output_{output}", "不予批准")
    assert any("原因" in error.value for error in app.error)
    app.text_area[-1].set_value("用途不清")
    pressed(app, f"refuse_output_{output}", "不予批准")
    reader = opened(signed_in(engine, "reader"), OUTPUTS_PAGE)
    assert "用途不清" in reader.dataframe[-1].value.to_string()


@pytest.mark.parametrize("act", ["grant", "refuse"])
def test_what_is_decided_by_stands_in_the_dialog(room: Room, act: str) -> None:
    engine, version = room
    output = ask_for(engine, READER, version)
    page = opened(signed_in(engine, "approver"), OUTPUTS_PAGE)
    before = said(page)
    after = said(pressed(page, f"{act}_output_{output}"))
    for title in ("用途", "领取方", "行数", "密级"):
        assert after.count(title) > before.count(title), title


def test_rows_are_shown_to_an_approver_who_may_read_them_only(room: Room) -> None:
    engine, version = room
    output = ask_for(engine, READER, version)
    app = pressed(opened(signed_in(engine, "approver"), OUTPUTS_PAGE), f"grant_output_{output}")
    assert "您无权查看" in said(app)
    assert not any("身份证号" in grid.value for grid in app.dataframe)


def test_who_asked_withdraws_on_the_page(room: Room) -> None:
    engine, version = room
    output = ask_for(engine, READER, version)
    reader = pressed(opened(signed_in(engine, "reader"), OUTPUTS_PAGE), f"withdraw_output_{output}")
    assert "申请人撤回" in reader.dataframe[-1].value.to_string()
    assert "没有待审批" in said(opened(signed_in(engine, "approver"), OUTPUTS_PAGE))


def test_without_a_valid_undertaking_nothing_is_taken(room: Room) -> None:
    engine, version = room
    output = ask_for(engine, READER, version)
    grant_output(engine, APPROVER, output, "1号")
    with reading(engine) as connection:
        (own,) = undertakings(connection, "reader")
    withdraw_undertaking(engine, KEEPER, own.undertaking_id, today_in_china())
    app = opened(signed_in(engine, "reader"), OUTPUTS_PAGE)
    assert app.button(key=f"take_output_{output}").disabled
    assert "承诺书" in said(app)


def test_from_a_query_to_its_return(room: Room) -> None:
    engine, version = room
    run = ask(engine, READER, "select 编号, 身份证号 from 付款 where 编号 < 3")
    outcome = run.wait(60)
    assert outcome
    assert outcome.file
    read = tuple(ReadDataset(entry.dataset_id, entry.version_number) for entry in run.readables)
    assert read == (ReadDataset(version.dataset_id, 1),)
    wanted = WantedOutput("查询结果", outcome.rows, "核对", "审计组", read)
    output = ask_output(engine, READER, as_xlsx(outcome.file, []), ".xlsx", wanted)

    granting = pressed(opened(signed_in(engine, "approver"), OUTPUTS_PAGE), f"grant_output_{output}")
    granting.text_input[-1].set_value("示审数出〔2026〕1号")
    pressed(granting, f"grant_output_{output}", "批准")
    taking = pressed(opened(signed_in(engine, "reader"), OUTPUTS_PAGE), f"take_output_{output}")
    pressed(taking, f"take_output_{output}", "领取文件")
    assert "已记入领取台账" in said(taking)
    with reading(engine) as connection:
        assert connection.scalar(select(OutputApproval.taken_at)) is not None
        line = connection.execute(select(DataMovement.__table__).where(DataMovement.kind == "receipt")).one()
    assert (line.row_count, line.approval_number) == (3, "示审数出〔2026〕1号")

    after = Filters(as_of=line.return_due_date + timedelta(days=2))
    assert value(open_source(engine), kpis()["returns_overdue"], after).value == 1
    key = f"close_{line.data_movement_id}"
    assert keys(opened(signed_in(engine, "reader"), LEDGERS_PAGE)) == set()
    ledger = opened(signed_in(engine, "keeper"), LEDGERS_PAGE)
    assert keys(ledger) == {"hand_over", key}
    pressed(pressed(ledger, key), key, "记录")
    with reading(engine) as connection:
        assert connection.scalar(select(MovementClosing.kind)) == "returned"
    assert value(open_source(engine), kpis()["returns_overdue"], after).value == 0
    assert keys(opened(signed_in(engine, "keeper"), LEDGERS_PAGE)) == {"hand_over"}


def test_a_hand_over_is_entered_on_the_page(room: Room) -> None:
    engine, __ = room
    app = pressed(opened(signed_in(engine, "keeper"), LEDGERS_PAGE), "hand_over")
    for label, words in {
        "纸质材料或介质及其编号": "移动硬盘 YD-01",
        "领取方": "省审计厅",
        "用途": "按季报送",
        "审批编号": "示审数报〔2026〕1号",
    }.items():
        next(field for field in app.text_input if field.label == label).set_value(words)
    pressed(app, "hand_over", "记入台账")
    assert not app.error
    with reading(engine) as connection:
        line = connection.execute(
            select(DataMovement.__table__).where(DataMovement.kind == "submission")
        ).one()
    assert (line.described, line.counterparty, line.person) == ("移动硬盘 YD-01", "省审计厅", "keeper")


def test_undertakings_are_recorded_and_listed(room: Room) -> None:
    engine, __ = room
    with pytest.raises(ValueError, match="navigation page"):
        opened(signed_in(engine, "approver"), UNDERTAKINGS_PAGE)
    app = opened(signed_in(engine, "keeper"), UNDERTAKINGS_PAGE)
    assert len(app.dataframe[-1].value) == 4
    pressed(app, "record_undertaking")
    assert "keeper" not in app.selectbox[-1].options
    app.selectbox[-1].set_value("leader")
    app.text_input[-1].set_value("承诺书 9 号")
    pressed(app, "record_undertaking", "记录")
    with reading(engine) as connection:
        assert (
            connection.scalar(select(Undertaking.document).where(Undertaking.user_name == "leader"))
            == "承诺书 9 号"
        )


def test_a_ledger_without_a_line_claims_nothing_has_come_back(sqlite_engine: Engine) -> None:
    add_people(sqlite_engine)
    with served_by_the_app(sqlite_engine):
        app = opened(signed_in(sqlite_engine, "keeper"), LEDGERS_PAGE)
    assert "全部已归还" not in said(app)
    assert "没有记录" in said(app) or "尚无" in said(app)


def test_files_of_outputs_go_each_day_while_the_server_runs(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One bad day does not end it."""
    days, swept = iter((1, 2)), []

    def sleep(seconds: float) -> None:
        assert seconds == 86_400
        if next(days, None) is None:
            raise SystemExit

    def sweep(engine: Engine) -> int:
        swept.append(engine)
        raise OSError

    monkeypatch.setattr("commands.serve.time.sleep", sleep)
    monkeypatch.setattr(serve, "sweep_outputs", sweep)
    with pytest.raises(SystemExit):
        serve._sweep_daily(sqlite_engine)
    assert swept == [sqlite_engine, sqlite_engine]
