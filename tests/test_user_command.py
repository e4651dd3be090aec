"""manage.py user and manage.py log, as somebody at the server's shell uses them."""

import re

import pytest
from sqlalchemy import Engine, update

from data.access.sign_ins import sign_in
from data.engine import writing
from data.schema import Event, Section
from manage import main


@pytest.fixture
def database(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(sqlite_engine.url))
    with writing(sqlite_engine) as connection:
        connection.execute(
            Section.__table__.insert().values(section_code="JM", name="经贸科", sort_order=1, is_stub=False)
        )
    return sqlite_engine


def printed_password(capsys: pytest.CaptureFixture[str], user_name: str) -> str:
    found = re.search(rf"^    {user_name}  (\S+)$", capsys.readouterr().out, re.MULTILINE)
    assert found
    return found[1]


def test_an_account_from_its_making_to_its_end(database, capsys):
    assert main(["user", "add", "zhangsan", "--name", "张三", "--role", "auditor", "--section", "JM"]) == 0
    assert sign_in(database, "zhangsan", printed_password(capsys, "zhangsan")).outcome == "ok"
    assert main(["user", "roles", "zhangsan", "review", "section"]) == 0
    assert main(["user", "bind", "zhangsan"]) == 0
    assert main(["user", "reset-password", "zhangsan"]) == 0
    password = printed_password(capsys, "zhangsan")
    assert main(["user", "disable", "zhangsan"]) == 0
    assert main(["user", "list"]) == 0
    assert "zhangsan\t张三\t业务科室、法规/整改复核\t全部数据\t已停用\t" in capsys.readouterr().out
    assert main(["user", "enable", "zhangsan"]) == 0
    for _index in range(5):
        sign_in(database, "zhangsan", "wrong")
    assert main(["user", "unlock", "zhangsan"]) == 0
    assert sign_in(database, "zhangsan", password).outcome == "ok"


@pytest.mark.parametrize(
    "words",
    [
        ["disable", "nobody"],
        ["roles", "nobody", "auditor"],
        ["add", "x", "--name", "短"],
        ["add", "wangwu", "--name", "王五", "--role", "auditor", "--role", "audit_administrator"],
    ],
)
def test_a_rule_is_said_and_nothing_is_done(database, capsys, words):
    assert main(["user", *words]) == 1
    assert re.search("[\u4e00-\u9fff]", capsys.readouterr().err)
    main(["user", "list"])
    assert capsys.readouterr().out == ""


def test_a_whole_log_is_verified_and_shown(database, capsys):
    main(["user", "add", "zhangsan", "--name", "张三"])
    capsys.readouterr()
    assert main(["log", "verify"]) == 0
    assert "1" in capsys.readouterr().out
    assert main(["log", "show", "--last", "5"]) == 0
    shown = capsys.readouterr().out
    assert "命令行\t新建账号\t用户名 zhangsan" in shown


def test_a_broken_link_is_named_with_status_1(database, capsys):
    for name in ("zhangsan", "lisi", "wangwu"):
        main(["user", "add", name, "--name", "某人"])
    with writing(database) as connection:
        connection.execute(update(Event).where(Event.event_id == 2).values(actor="somebody"))
    capsys.readouterr()
    assert main(["log", "verify"]) == 1
    assert "第 2 条" in capsys.readouterr().out


def test_signs_that_a_terminal_obeys_are_not_printed(database, capsys):
    sign_in(database, "zhangsan", "wrong")
    with writing(database) as connection:
        connection.execute(update(Event).values(actor="\x1b[31mred\nline"))
    main(["log", "show"])
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert shown.count("\n") == 1
