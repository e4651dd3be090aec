"""Reading the event log: who may, which events, and in which words."""

import json
from dataclasses import fields
from datetime import date, datetime

import pytest

from data.access.accounts import insert_account
from data.access.roles import NotPermittedError, User
from data.engine import writing
from data.events import (
    KINDS,
    AccountChanged,
    AccountCreated,
    RowsExported,
    SignedIn,
    SignedOut,
    SignInRefused,
    record,
)
from data.language import use_language
from queries.administration.event_log import EventFilter, chain_state, event_log
from queries.administration.event_words import FIELDS, REASONS, event_actor, event_title, event_words

READER = User("auditadmin", "审计管理员", frozenset({"audit_administrator"}))


@pytest.fixture
def logged(engine):
    with writing(engine) as connection:
        insert_account(connection, "command line", "zhangsan", "张三", "no hash")
        for actor, happening, at in (
            ("zhangsan", SignedIn(), datetime(2025, 3, 1, 15, 59, 59)),  # noqa: DTZ001 - 23:59:59 in China
            ("zhangsan", SignedOut("idle"), datetime(2025, 3, 1, 16, 0)),  # noqa: DTZ001 - 2 March in China
            ("li_si", SignInRefused("unknown"), datetime(2025, 3, 2, 15, 59)),  # noqa: DTZ001
            ("lixsi", SignInRefused("unknown"), datetime(2025, 3, 2, 16, 0)),  # noqa: DTZ001 - 3 March
        ):
            record(connection, actor, happening, at=at)
    return engine


def ids(engine, wanted: EventFilter, **page) -> list[int]:
    return [event.event_id for event in event_log(engine, READER, wanted, **{"limit": 10, **page})[0]]


def test_the_newest_come_first_page_by_page(logged):
    events, found = event_log(logged, READER, EventFilter(), limit=2)
    assert ([event.event_id for event in events], found) == ([5, 4], 5)
    assert ids(logged, EventFilter(), limit=2, offset=4) == [1]


def test_events_are_found_by_kind_actor_and_day_in_china(logged):
    assert ids(logged, EventFilter(kinds=("signed_in", "signed_out"))) == [3, 2]
    assert ids(logged, EventFilter(actor="zhang")) == [3, 2]
    assert ids(logged, EventFilter(actor="li_si")) == [4], "an underline is no wild card"
    assert ids(logged, EventFilter(first=date(2025, 3, 2), last=date(2025, 3, 2))) == [4, 3]
    assert ids(logged, EventFilter(last=date(2025, 3, 1))) == [2]
    assert ids(logged, EventFilter(actor="nobody")) == []


def test_actors_have_the_name_of_their_account(logged):
    names = {event.actor: event.actor_name for event in event_log(logged, READER, EventFilter(), limit=10)[0]}
    assert names == {"command line": None, "zhangsan": "张三", "li_si": None, "lixsi": None}


def test_the_chain_is_verified_for_its_reader(logged):
    assert chain_state(logged, READER) == (None, 5)


@pytest.mark.parametrize("role", ["system_administrator", "security_administrator", "leadership"])
def test_nobody_else_reads_the_log_and_trying_is_recorded(logged, role):
    other = User("other", "其他人", frozenset({role}))
    with pytest.raises(NotPermittedError):
        event_log(logged, other, EventFilter(), limit=10)
    with pytest.raises(NotPermittedError):
        chain_state(logged, other)
    assert [event.kind for event in event_log(logged, READER, EventFilter(actor="other"), limit=10)[0]] == [
        "action_refused"
    ] * 2


def test_every_field_of_every_event_has_a_label_and_every_reason_a_word():
    names = {field.name for cls in KINDS.values() for field in fields(cls)}
    assert names <= FIELDS.keys()
    use_language("zh")
    for reason in REASONS:
        assert event_words(json.dumps({"reason": reason}))[0][1] != reason


def test_a_change_is_told_as_before_and_after_in_chinese():
    change = AccountChanged(
        "zhangsan",
        {"roles": ["auditor"], "locked_until": None, "is_disabled": False, "region_code": "990001"},
        {"roles": [], "locked_until": "2025-03-01T16:00:00", "is_disabled": True, "region_code": None},
    )
    assert event_words(json.dumps(change.__dict__), {"990001": "东湖区"}) == [
        ("用户名", "zhangsan"),
        ("已停用", "否 → 是"),
        ("锁定至", "— → 2025-03-02 00:00"),
        ("地区", "东湖区 → —"),
        ("角色", "审计人员 → —"),
    ]


def test_a_setting_of_the_bureau_is_called_by_its_name():
    changed = '{"name": "idle_days", "before": "180", "after": "90"}'
    assert event_words(changed)[0] == ("名称", "僵尸数据天数")


def test_what_an_event_is_about_comes_first():
    created = AccountCreated("zhangsan", ("auditor", "review"), None, None)
    assert event_words(json.dumps(created.__dict__))[0] == ("用户名", "zhangsan")
    exported = RowsExported("findings", {"region": "990001"}, 12, "问题.xlsx")
    words = event_words(json.dumps(exported.__dict__))
    assert words[0] == ("对象", "问题数")
    assert ("行数", "12") in words
    assert "990001" in dict(words)["筛选条件"]
    filters = {"year": 2024, "drill": [["region", "990001"], ["state", ""]]}
    drilled = {"subject": "findings", "filters": filters}
    told = dict(event_words(json.dumps(drilled), {"990001": "东湖区"}))["筛选条件"]
    assert told == "计划年度 2024 · 下钻路径 地区 东湖区 › 整改状态 未填"


@pytest.mark.parametrize("detail", ["{", "[1]", "7", ""])
def test_a_detail_that_was_tampered_with_is_shown_as_it_stands(detail):
    assert event_words(detail) == [("内容", detail)]


def test_titles_and_actors():
    assert event_title("signed_in") == "登录"
    assert event_title("of_later") == "of_later"
    assert event_actor("command line", None) == "命令行"
    assert event_actor("zhangsan", "张三") == "张三（zhangsan）"
    assert event_actor("zhangsan", None) == "zhangsan"
