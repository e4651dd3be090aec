"""The workbench as its users meet it: rights and masks, history, saved queries, the command, the page."""

import json
import time
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine, insert, select, update
from streamlit.testing.v1 import AppTest

from components.navigation import WORKBENCH_PAGE
from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.data_room.dataset_shares import share
from data.data_room.outputs import OutputError, WantedOutput, ask_output, outputs_folder
from data.data_room.saved_queries import SavedQueryError, remove_saved_query, save_query
from data.data_room.undertakings import UndertakingMissingError
from data.engine import reading, writing
from data.schema import Account, AccountRole, DataMovement, DatasetUse, Event, OutputApproval, QueryRun
from manage import main
from queries.workbench.asking import ask
from queries.workbench.history import own_runs, saved_queries
from queries.workbench.refusal import QueryRefusedError
from queries.workbench.result import frame
from queries.workbench.result_files import as_json, as_xlsx
from tests.app_pages import SECONDS, account, opened, served_by_the_app, signed_in
from tests.dataset_rows import KEEPER, READER, bring, signed

PEOPLE = "select i as 编号, '99010119800101' || (1000 + i) as 身份证号, i * 1.5 as 金额 from range(20) t(i)"


@pytest.fixture
def room(sqlite_engine: Engine) -> Engine:
    """A keeper's dataset with masks, shared with a reader; a stranger has the right but no share."""
    signed(sqlite_engine, KEEPER, READER)
    with writing(sqlite_engine) as connection:
        account(connection, "stranger", frozenset({"auditor"}))
        for user, role in ((KEEPER, "data_room"), (READER, "auditor")):
            number = connection.scalar(select(Account.account_id).where(Account.user_name == user.user_name))
            connection.execute(insert(AccountRole).values(account_id=number, role=role))
    bring(
        sqlite_engine, KEEPER, "人员", PEOPLE, {"身份证号": "identity"}, purpose="测试", counterparty="民政"
    )
    bring(sqlite_engine, KEEPER, "未共享", "select 1 as 甲", purpose="测试", counterparty="民政")
    share(sqlite_engine, KEEPER, "人员", with_user=READER.user_name)
    return sqlite_engine


def answer(engine: Engine, user: User, sql: str) -> list[dict[str, object]]:
    outcome = ask(engine, user, sql).wait(60)
    assert outcome
    assert outcome.file, outcome
    return as_json(outcome.file)


def test_each_reads_with_their_own_masks_and_only_what_is_shared(room: Engine) -> None:
    sql = "select 身份证号 from 人员 where 编号 = 3"
    assert answer(room, KEEPER, sql) == [{"身份证号": "990101198001011003"}]
    assert answer(room, READER, sql) == [{"身份证号": "990***********1003"}]
    # A condition sees what the reader sees, or it would answer questions about the hidden signs.
    assert answer(room, READER, "select count(*) n from 人员 where 身份证号 like '99010119%'") == [{"n": 0}]
    assert answer(room, KEEPER, "select 甲 from 未共享") == [{"甲": 1}]
    for user, hidden in ((READER, "未共享"), (User("stranger", "", frozenset({"auditor"})), "人员")):
        with pytest.raises(QueryRefusedError, match=hidden):
            ask(room, user, f"select * from {hidden}")
    assert answer(room, COMMAND_LINE, "select count(*) n from 未共享") == [{"n": 1}]


def test_the_right_is_that_of_this_moment(room: Engine) -> None:
    with writing(room) as connection:
        connection.execute(update(Account).where(Account.user_name == "reader").values(is_disabled=True))
    with pytest.raises(NotPermittedError):
        ask(room, READER, "select 1")


def test_every_query_is_in_the_history_and_in_the_log(room: Engine) -> None:
    answer(room, READER, "select * from 人员 limit 2")
    with pytest.raises(QueryRefusedError):
        ask(room, READER, "select * from 'x.csv'")
    failed = ask(room, READER, "select nichts from 人员").wait(60)
    assert failed
    with reading(room) as connection:
        runs = own_runs(connection, READER)
        assert [(run.outcome, run.row_count) for run in runs] == [
            ("failed", 0),
            ("refused", None),
            ("done", 2),
        ]
        assert "nichts" in str(runs[0].message)
        assert not own_runs(connection, KEEPER)
        told = connection.scalars(select(Event.detail).where(Event.kind == "query_ran")).all()
        assert [json.loads(detail)["outcome"] for detail in told] == ["done", "refused", "failed"]
        assert json.loads(told[0])["datasets"] == ["人员"]
        assert connection.scalar(select(DatasetUse.kind).where(DatasetUse.user_name == "reader")) == "query"


def test_saved_queries_are_the_owners_and_shared_ones_everybodys(engine: Engine) -> None:
    number = save_query(engine, READER, " 大额  付款 ", "select 1")
    save_query(engine, READER, "共用", "select 2", is_shared=True)
    assert save_query(engine, READER, "大额 付款", "select 3") == number
    with reading(engine) as connection:
        assert [(saved.title, saved.sql) for saved in saved_queries(connection, READER)] == [
            ("共用", "select 2"),
            ("大额 付款", "select 3"),
        ]
        assert [saved.title for saved in saved_queries(connection, KEEPER)] == ["共用"]
    with pytest.raises(SavedQueryError):
        remove_saved_query(engine, KEEPER, number)
    remove_saved_query(engine, READER, number)
    with reading(engine) as connection:
        assert len(saved_queries(connection, READER)) == 1
    with pytest.raises(SavedQueryError):
        save_query(engine, READER, " ", "select 1")
    with pytest.raises(NotPermittedError):
        save_query(engine, User("x", "x", frozenset({"review"})), "甲", "select 1")


def test_an_output_waits_for_another_persons_decision(room: Engine) -> None:
    outcome = ask(room, READER, "select 编号, 金额, 身份证号 from 人员 order by 编号").wait(60)
    assert outcome
    assert outcome.file
    content = as_xlsx(outcome.file, [("查询", "=1+1")])
    wanted = WantedOutput("查询结果", outcome.rows, "核对", "审计组")
    ask_output(room, READER, content, ".xlsx", wanted)
    with reading(room) as connection:
        kept = connection.execute(select(OutputApproval.__table__)).one()
    assert (kept.row_count, kept.is_granted, kept.decided_by) == (20, None, None)
    rows = list(openpyxl.load_workbook(outputs_folder() / kept.file).worksheets[0].values)
    assert rows[:2] == [("编号", "金额", "身份证号"), (0, 0, "990***********1000")]
    with pytest.raises(OutputError):
        ask_output(room, READER, content, ".xlsx", WantedOutput("查询结果", 1, " ", "审计组"))
    with pytest.raises(UndertakingMissingError):
        ask_output(room, User("stranger", "", frozenset({"auditor"})), content, ".xlsx", wanted)
    assert len(list(outputs_folder().iterdir())) == 1


def test_numbers_stay_exact_and_names_tell_columns_apart(room: Engine) -> None:
    sql = (
        "select 1 a, 2 a, 12345678901234567890 b, 0.10 c, [1, 2] d, null e, date '2026-01-02' f,"
        " interval 1 day g"
    )
    outcome = ask(room, READER, sql).wait(60)
    assert outcome
    assert outcome.file
    (row,) = frame(outcome.file, 0, 10).to_dict("records")
    assert len(row) == 8
    assert row["b"] == "12345678901234567890"
    assert row["d"] == "[1, 2]"
    assert as_json(outcome.file)[0]["c"] == "0.10"
    assert as_json(outcome.file)[0]["f"] == "2026-01-02"


def test_the_command_answers_as_an_account_or_as_the_server(
    room: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: object
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(room.url))
    assert (
        main(["sql", "select 身份证号 from 人员 order by 1", "--as", "reader", "--json", "--limit", "1"]) == 0
    )
    told = json.loads(capsys.readouterr().out)
    assert (told["n"], told["is_cut"], told["columns"]) == (1, True, ["身份证号"])
    assert told["rows"] == [{"身份证号": "990***********1000"}]
    file = f"{tmp_path}/rows.csv"
    assert (
        main(["sql", "select 编号, '=1+1' as 算式 from 人员 where 编号 < 2 order by 1", "--csv", file]) == 0
    )
    with open(file, encoding="utf-8-sig") as rows:  # noqa: PTH123 tmp_path as text
        assert rows.read().split() == ["编号,算式", "0,'=1+1", "1,'=1+1"]
    with reading(room) as connection:
        line = connection.execute(select(DataMovement.__table__).where(DataMovement.kind == "receipt")).one()
    assert (line.person, line.row_count, line.described[:5]) == ("command line", 2, "查询结果：")
    taken = ["sql", "select 编号 from 人员", "--as", "reader", "--csv", f"{tmp_path}/own.csv", "--json"]
    capsys.readouterr()
    assert main(taken) == 1
    assert "--approval" in json.loads(capsys.readouterr().out)["message"]
    assert not Path(f"{tmp_path}/own.csv").exists()
    assert main([*taken, "--purpose", "核对", "--recipient", "审计组", "--approval", "8号"]) == 0
    assert Path(f"{tmp_path}/own.csv").exists()
    capsys.readouterr()
    assert main(["sql", "copy 人员 to 'x'", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["outcome"] == "refused"
    assert main(["sql", "select 1", "--as", "nobody"]) == 2
    assert main(["sql", "select * from 人员"]) == 0
    assert "990101198001011003" in capsys.readouterr().out


def test_the_page_runs_a_query_and_keeps_it(room: Engine) -> None:
    with served_by_the_app(room):
        app = opened(signed_in(room, "reader"), WORKBENCH_PAGE)
        app.text_area(key="query_text").set_value("select 编号, 身份证号 from 人员 order by 编号 limit 3")
        click(app, "运行")
        result = next(grid.value for grid in app.dataframe if "身份证号" in grid.value)
        assert next(iter(result["身份证号"])) == "990***********1000"
        app.text_area(key="query_text").set_value("select * from read_text('x') -- [a](http://b)")
        click(app, "运行")
        assert any("FROM" in error.value for error in app.error)
        with reading(room) as connection:
            assert (
                connection.scalar(select(QueryRun.outcome).order_by(QueryRun.query_run_id.desc()))
                == "refused"
            )


def test_the_page_of_a_reader_of_nothing_says_who_brings_data(room: Engine) -> None:
    with served_by_the_app(room):
        app = opened(signed_in(room, "stranger"), WORKBENCH_PAGE)
        assert any("数据室人员" in note.value for note in app.info)
        assert not app.text_area


def click(app: AppTest, label: str) -> None:
    """Press the button; where a query runs, look again until it has ended, as the browser does."""
    next(button for button in app.button if button.label == label).click().run()
    until = time.monotonic() + SECONDS
    while any(button.key == "stop_query" for button in app.button) and time.monotonic() < until:
        time.sleep(0.05)
        app.run()
    assert not app.exception
