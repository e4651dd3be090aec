"""What a row states against what is recorded: corrections, reopenings, money that grows, counts, transfers.

Each case imports ledgers one after the other, each as of its own day, and looks at what is recorded then.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select

from data.codes import MONEY_KIND
from data.engine import now, reading, writing
from data.intake.reading.source import read_source
from data.ledger.fields import FIELDS
from data.ledger.importing import import_source
from data.ledger.preset import load_preset
from data.ledger.preview import Preview
from data.schema import (
    Accountability,
    Base,
    EstablishedRule,
    Finding,
    Milestone,
    Recommendation,
    Rectification,
    RectifiedMoney,
    SupervisionStep,
    Transfer,
)
from tests.ledgers import finding_row, ledger_csv

JUNE, SEPTEMBER = date(2024, 6, 30), date(2024, 9, 30)
State = Callable[..., Preview]


@pytest.fixture
def state(sqlite_engine: Engine) -> State:
    """Import one row as of a day; cells by heading."""

    def state(as_of: date = JUNE, **cells: str) -> Preview:
        source = read_source("台账.csv", ledger_csv(finding_row(送达日期="2024-01-15") | cells))
        preview = import_source(sqlite_engine, source, load_preset("ledger_zh"), as_of).preview
        assert not preview.refused, preview.refused
        assert {change.field for entry in preview.changed for change in entry.changes} <= FIELDS.keys()
        return preview

    return state


@pytest.fixture
def recorded(sqlite_engine: Engine) -> Callable[..., list[Any]]:
    """The named columns of a table, in order of their keys."""

    def recorded(table: type[Base], *columns: str) -> list[Any]:
        with reading(sqlite_engine) as connection:
            rows = connection.execute(select(table.__table__).order_by(*table.__table__.primary_key))
            found = [tuple(getattr(row, column) for column in columns) for row in rows]
        return [row[0] for row in found] if len(columns) == 1 else found

    return recorded


def milestones(recorded: Any) -> list[tuple[str, date, bool]]:
    return sorted(recorded(Milestone, "kind", "fact_date", "is_fact_date_assumed"))


def refusal(engine: Engine, as_of: date = JUNE, **cells: str) -> tuple[str, str]:
    """(column, reason) of the one refusal of a row."""
    source = read_source("台账.csv", ledger_csv(finding_row(送达日期="2024-01-15") | cells))
    preview = import_source(engine, source, load_preset("ledger_zh"), as_of).preview
    assert len(preview.refused) == 1
    return preview.refused[0].column, preview.refused[0].reason


def test_a_state_without_a_date_is_dated_by_the_file_and_stays_there(state: State, recorded: Any) -> None:
    state(整改状态="已整改")
    assert milestones(recorded) == [("rectified", JUNE, True)]
    assert state(SEPTEMBER, 整改状态="已整改").unchanged
    assert milestones(recorded) == [("rectified", JUNE, True)]


def test_an_earlier_file_moves_an_assumed_date_forward(state: State, recorded: Any) -> None:
    state(SEPTEMBER, 整改状态="已整改")
    state(JUNE, 整改状态="已整改")
    assert milestones(recorded) == [("rectified", JUNE, True)]


def test_no_assumed_date_lies_before_the_finding(state: State, recorded: Any) -> None:
    state(date(2023, 12, 31), 整改状态="已整改", 送达日期="2023-12-31")
    state(date(2024, 1, 2), 问题编号="W-2", 整改状态="已整改", 送达日期="2024-01-02")
    assert [day for __, day, ___ in milestones(recorded)] == [date(2023, 12, 31), date(2024, 1, 2)]


def test_the_true_date_corrects_an_assumed_one_and_another_date_corrects_that(
    state: State, recorded: Any
) -> None:
    state(整改状态="已整改")
    first = state(SEPTEMBER, 整改状态="已整改", 认定日期="2024-05-20")
    assert [(change.field, change.old, change.new) for change in first.changed[0].changes] == [
        ("rectified_date", JUNE, date(2024, 5, 20)),
        ("is_fact_date_assumed", True, False),
    ]
    state(SEPTEMBER, 整改状态="已整改", 认定日期="2024-05-21")
    assert milestones(recorded) == [("rectified", date(2024, 5, 21), False)]


def test_closing_out_implies_acceptance(state: State, recorded: Any) -> None:
    state(整改状态="已销号", 销号日期="2024-06-01", 销号单号="XH-1", 批准人="张三")
    assert milestones(recorded) == [
        ("approved", date(2024, 6, 1), True),
        ("closed", date(2024, 6, 1), False),
        ("rectified", date(2024, 6, 1), True),
    ]
    assert set(recorded(Milestone, "document_number")) == {"XH-1", None}


def test_what_the_ledger_takes_back_is_reopened_and_can_be_accepted_again(
    state: State, recorded: Any
) -> None:
    state(整改状态="已整改", 认定日期="2024-05-20")
    taken_back = state(SEPTEMBER, 整改状态="整改中")
    assert milestones(recorded) == [
        ("rectified", date(2024, 5, 20), False),
        ("reopened", SEPTEMBER, True),
    ]
    assert any("重开" in notice.message for notice in taken_back.notices)
    assert state(date(2024, 10, 31), 整改状态="整改中").unchanged
    state(date(2024, 12, 31), 整改状态="已整改", 认定日期="2024-12-15")
    assert milestones(recorded)[1:] == [
        ("rectified", date(2024, 12, 15), False),
        ("reopened", SEPTEMBER, True),
    ]


def test_a_slip_of_the_same_day_leaves_no_trace_but_the_history(state: State, recorded: Any) -> None:
    state(整改状态="已整改")
    corrected = state(整改状态="整改中")
    assert milestones(recorded) == []
    assert ("rectified_date", JUNE, None) in {
        (change.field, change.old, change.new) for change in corrected.changed[0].changes
    }


def test_a_file_of_an_earlier_day_does_not_contradict_what_came_later(state: State, recorded: Any) -> None:
    state(SEPTEMBER, 整改状态="已整改", 认定日期="2024-09-01")
    assert state(JUNE, 整改状态="整改中").unchanged
    assert milestones(recorded) == [("rectified", date(2024, 9, 1), False)]


def test_a_finding_that_was_transferred_can_come_back(state: State, recorded: Any) -> None:
    state(整改状态="移送", 移送对象="市纪委监委", 移送日期="2024-06-01", 移送文号="移〔2024〕1号")
    assert milestones(recorded) == [("transferred", date(2024, 6, 1), False)]
    assert recorded(Transfer, "receiving_body", "document_number", "decided_date", "sent_date") == [
        ("市纪委监委", "移〔2024〕1号", date(2024, 6, 1), date(2024, 6, 1))
    ]
    state(SEPTEMBER, 整改状态="整改中")
    returned = [("returned", SEPTEMBER, True), ("transferred", date(2024, 6, 1), False)]
    assert milestones(recorded) == returned  # the days before SEPTEMBER keep their figures
    assert len(recorded(Transfer, "transfer_id")) == 1
    assert state(date(2024, 10, 31), 整改状态="整改中").unchanged
    state(date(2024, 11, 30), 整改状态="移送", 移送日期="2024-06-01")
    assert milestones(recorded) == [*returned, ("transferred", date(2024, 11, 30), True)]
    assert state(date(2024, 12, 31), 整改状态="移送", 移送日期="2024-06-01").unchanged


def test_a_withdrawal_of_the_same_day_leaves_no_trace(state: State, recorded: Any) -> None:
    state(整改状态="撤销")
    state(整改状态="整改中")
    assert milestones(recorded) == []


def test_a_withdrawal_that_was_a_transfer_is_corrected(state: State, recorded: Any) -> None:
    state(整改状态="撤销", 撤销日期="2024-05-01")
    state(SEPTEMBER, 整改状态="移送", 移送日期="2024-06-01")
    assert milestones(recorded) == [("transferred", date(2024, 6, 1), False)]


def test_what_must_be_transferred_waits_until_it_is_sent(state: State, recorded: Any) -> None:
    state(是否应移送="是", 移送决定日期="2024-05-01")
    assert recorded(Transfer, "decided_date", "sent_date") == [(date(2024, 5, 1), None)]
    state(SEPTEMBER, 移送日期="2024-07-01", 移送对象="公安机关")
    assert recorded(Transfer, "sent_date", "receiving_body") == [(date(2024, 7, 1), "公安机关")]


def test_continuous_as_a_state_is_open_and_fills_an_empty_type(state: State, recorded: Any) -> None:
    state(整改状态="持续整改")
    assert milestones(recorded) == []
    assert recorded(Rectification, "rectification_type") == ["continuous"]
    state(问题编号="W-2", 整改状态="持续整改", 整改类型="分阶段整改")
    assert recorded(Rectification, "rectification_type") == ["continuous", "phased"]


def test_steps_of_the_close_out_are_kept_with_person_and_opinion(state: State, recorded: Any) -> None:
    cells = {
        "申请人": "甲",
        "申请时间": "2024-05-01",
        "初审时间": "2024-05-02",
        "初审意见": "同意",
        "复核人": "乙",
    }
    state(**cells, 整改状态="已整改", 认定日期="2024-05-20", 回头看日期="2024-06-20", 回头看结果="未反弹")
    assert [kind for kind, *__ in milestones(recorded)] == [
        "close_requested",
        "first_review",
        "looked_back",
        "rectified",
        "second_review",
    ]
    assert {"甲", "乙"} <= set(recorded(Milestone, "person"))
    assert {"同意", "未反弹"} <= set(recorded(Milestone, "note"))


def test_extensions_are_milestones_with_the_new_limit(state: State, recorded: Any) -> None:
    state(整改时限="60天", 延期次数="2", 延期后时限="2024-09-30", 延期批准="局长办公会")
    assert recorded(Rectification, "due_date") == [date(2024, 3, 15)]
    assert recorded(Milestone, "kind", "new_due_date", "note") == [
        ("extended", None, None),
        ("extended", SEPTEMBER, "局长办公会"),
    ]
    assert state(SEPTEMBER, 整改时限="60天", 延期次数="2", 延期后时限="2024-09-30").unchanged


def limits(recorded: Any) -> tuple[Any, list[Any]]:
    """(first limit, [(new limit, day of the extension, is assumed)])."""
    extensions = recorded(Milestone, "new_due_date", "fact_date", "is_fact_date_assumed")
    return recorded(Rectification, "due_date")[0], extensions


def test_a_limit_counted_from_an_assumed_day_stays_whatever_the_day_of_the_file(
    state: State, recorded: Any
) -> None:
    cells = {"送达日期": "", "审计年度": "", "整改时限": "60日内", "承诺时限": "30日内"}
    state(**cells)
    assert limits(recorded) == (date(2024, 8, 29), [])
    assert state(SEPTEMBER, **cells).unchanged
    assert state(date(2025, 3, 31), **cells).unchanged
    assert recorded(Rectification, "due_date", "committed_date") == [(date(2024, 8, 29), date(2024, 7, 30))]
    state(SEPTEMBER, **cells | {"送达日期": "2024-07-10"})  # the true day corrects, and extends nothing
    assert limits(recorded) == (date(2024, 9, 8), [])


def test_a_later_limit_extends_from_the_day_of_the_file(state: State, recorded: Any) -> None:
    state(整改时限="2024-06-30")
    later = state(SEPTEMBER, 整改时限="2024-12-31")
    assert limits(recorded) == (JUNE, [(date(2024, 12, 31), SEPTEMBER, True)])
    assert any("延期" in notice.message for notice in later.notices)
    assert state(date(2024, 10, 31), 整改时限="2024-12-31").unchanged
    assert state(date(2024, 10, 31), 整改时限="2024-06-30").unchanged  # the ledger may keep the first limit
    state(date(2024, 8, 31), 整改时限="2024-12-31")  # an earlier file knew it already
    assert limits(recorded)[1] == [(date(2024, 12, 31), date(2024, 8, 31), True)]
    state(date(2024, 11, 30), 整改时限="2024-12-31", 延期次数="1", 延期批准日期="2024-08-20")
    assert limits(recorded)[1] == [(date(2024, 12, 31), date(2024, 8, 20), False)]


def test_an_earlier_limit_is_a_correction(state: State, recorded: Any) -> None:
    state(整改时限="2024-06-30")
    state(SEPTEMBER, 整改时限="2024-05-31")
    assert limits(recorded) == (date(2024, 5, 31), [])
    state(SEPTEMBER, 整改时限="2024-12-31")
    state(date(2024, 10, 31), 整改时限="2024-11-30")
    assert limits(recorded) == (date(2024, 5, 31), [(date(2024, 11, 30), SEPTEMBER, True)])
    state(SEPTEMBER, 整改时限="2024-05-31")  # a slip of the same day
    assert limits(recorded) == (date(2024, 5, 31), [])


@pytest.mark.parametrize("kind", ["notified", "reopened"])
def test_a_limit_set_by_a_notice_or_a_reopening_is_no_extension(
    kind: str, state: State, recorded: Any, sqlite_engine: Engine
) -> None:
    state(整改时限="2024-06-30")
    limit = date(2024, 12, 31)
    with writing(sqlite_engine) as connection:
        told = {"finding_id": 1, "kind": kind, "fact_date": date(2024, 8, 1), "new_due_date": limit}
        connection.execute(insert(Milestone).values(**told, is_fact_date_assumed=True, recorded_at=now()))
    steps = recorded(Milestone, "kind", "new_due_date", "fact_date")
    assert state(SEPTEMBER, 整改时限="2024-12-31").unchanged
    state(SEPTEMBER, 整改时限="2024-11-30")  # before the limit in force: the first one
    assert recorded(Rectification, "due_date") == [date(2024, 11, 30)]
    state(date(2024, 8, 1), 整改时限="2024-11-30")
    assert (
        recorded(Milestone, "kind", "new_due_date", "fact_date") == steps == [(kind, limit, date(2024, 8, 1))]
    )
    state(SEPTEMBER, 整改时限="2025-03-31")
    assert recorded(Milestone, "kind", "new_due_date") == [(kind, limit), ("extended", date(2025, 3, 31))]


def test_beside_a_limit_after_extension_the_limit_is_the_first_one(state: State, recorded: Any) -> None:
    cells = {"延期后时限": "2024-12-31", "延期批准": "局长办公会"}
    state(整改时限="2024-06-30", **cells)
    state(SEPTEMBER, 整改时限="2024-07-31", **cells)
    state(SEPTEMBER, 整改时限="2024-08-31")  # before what was approved: still the first one
    assert limits(recorded) == (date(2024, 8, 31), [(date(2024, 12, 31), JUNE, True)])


def test_money_that_a_reopening_takes_back_leaves_the_days_before_alone(state: State, recorded: Any) -> None:
    state(整改状态="已整改", 认定日期="2024-05-20", 涉及金额="300", 已整改金额="300", 追回="200")
    before = [("recovered", 20_000, date(2024, 5, 20)), ("other", 10_000, date(2024, 5, 20))]
    state(SEPTEMBER, 整改状态="部分整改", 涉及金额="300", 已整改金额="50")
    after = [*before, ("other", -10_000, SEPTEMBER), ("recovered", -15_000, SEPTEMBER)]
    assert recorded(RectifiedMoney, "kind", "amount_fen", "fact_date") == after
    assert state(date(2024, 10, 31), 整改状态="部分整改", 涉及金额="300", 已整改金额="50").unchanged
    state(SEPTEMBER, 整改状态="部分整改", 涉及金额="300", 已整改金额="150")  # a slip of the same day
    assert recorded(RectifiedMoney, "kind", "amount_fen", "fact_date") == [
        *before,
        ("recovered", -15_000, SEPTEMBER),
    ]


def test_money_grows_by_entries_and_shrinks_by_corrections(state: State, recorded: Any) -> None:
    state(整改状态="部分整改", 涉及金额="300", 已整改金额="100")
    state(SEPTEMBER, 整改状态="部分整改", 已整改金额="250")
    assert recorded(RectifiedMoney, "kind", "amount_fen", "fact_date") == [
        ("other", 10_000, JUNE),
        ("other", 15_000, SEPTEMBER),
    ]
    lower = state(SEPTEMBER, 整改状态="部分整改", 已整改金额="80")
    assert recorded(RectifiedMoney, "amount_fen") == [8_000]
    assert [(change.field, change.old, change.new) for change in lower.changed[0].changes] == [
        ("money_other", 25_000, 8_000)
    ]


def test_what_the_total_holds_beyond_its_kinds_is_other_money(state: State, recorded: Any) -> None:
    state(
        涉及金额="1000",
        已整改金额="600",
        上缴财政="400",
        追回="100",
        整改状态="已整改",
        认定日期="2024-03-01",
    )
    assert recorded(RectifiedMoney, "kind", "amount_fen", "fact_date", "is_fact_date_assumed") == [
        ("paid_to_treasury", 40_000, date(2024, 3, 1), False),
        ("recovered", 10_000, date(2024, 3, 1), False),
        ("other", 10_000, date(2024, 3, 1), False),
    ]


def test_the_unrectified_rest_tells_the_rectified_amount(state: State, recorded: Any) -> None:
    state(涉及金额="1000", 未整改金额="250.01", 整改状态="部分整改")
    assert recorded(RectifiedMoney, "amount_fen") == [74_999]


def test_every_kind_of_money_has_its_column(state: State, recorded: Any) -> None:
    words = ["上缴财政", "归还原渠道", "调账", "追回", "拨付到位", "核减", "统筹盘活", "其他整改金额"]
    state(**dict.fromkeys(words, "1"))
    assert recorded(RectifiedMoney, "kind") == list(MONEY_KIND)


def test_counts_of_rules_measures_and_persons(state: State, recorded: Any) -> None:
    state(建章立制数="2", 整改措施数="3", 追责问责人数="1", 追责问责情况="提醒谈话")
    state(SEPTEMBER, 建章立制数="3", 整改措施数="1", 追责问责人数="1")
    assert recorded(EstablishedRule, "kind", "rule_count") == [("rule", 2), ("measure", 1), ("rule", 1)]
    assert recorded(Accountability, "person_count", "measure") == [(1, "提醒谈话")]


def test_supervision_steps_are_added_and_never_taken_away(state: State, recorded: Any) -> None:
    state(催办日期="2024-03-01、2024-04-01", 督办函号="督〔2024〕3号", 约谈日期="2024-05-01")
    state(SEPTEMBER, 催办日期="2024-05-05", 督办函号="督〔2024〕3号", 督办函日期="2024-04-15")
    steps = sorted(recorded(SupervisionStep, "kind", "fact_date", "document_number"))
    assert steps == [
        ("interview", date(2024, 5, 1), None),
        ("supervision_letter", date(2024, 4, 15), "督〔2024〕3号"),
        ("urge", date(2024, 3, 1), None),
        ("urge", date(2024, 4, 1), None),
        ("urge", date(2024, 5, 5), None),
    ]


def test_a_recommendation_and_its_adoption(state: State, recorded: Any) -> None:
    state(审计建议="完善制度。", 建议是否采纳="否")
    assert recorded(Recommendation, "wording", "given_date", "adopted_date") == [
        ("完善制度。", date(2024, 1, 15), None)
    ]
    state(SEPTEMBER, 审计建议="完善制度。", 建议是否采纳="是")
    assert state(date(2024, 12, 1), 审计建议="完善制度。", 建议是否采纳="是").unchanged
    assert recorded(Recommendation, "adopted_date") == [SEPTEMBER]
    state(date(2024, 12, 1), 审计建议="完善内控制度。", 建议采纳日期="2024-08-01")
    assert recorded(Recommendation, "wording", "adopted_date") == [("完善内控制度。", date(2024, 8, 1))]


def test_an_empty_cell_states_nothing(state: State, recorded: Any) -> None:
    state(具体描述="甲", 涉及金额="1", 是否重大="是", 整改类型="立行立改", 催办日期="2024-03-01")
    blank = state(SEPTEMBER, 具体描述="", 涉及金额="-", 是否重大="", 整改类型="", 催办日期="无")
    assert len(blank.unchanged) == 1
    assert recorded(Finding, "description", "amount_fen", "is_major") == [("甲", 100, True)]


@pytest.mark.parametrize(
    ("cells", "column", "word"),
    [
        ({"整改状态": "整改中", "认定日期": "2024-03-01"}, "整改状态", "却填写了"),
        (
            {"整改状态": "整改中", "是否反弹重开": "是", "重开日期": "2024-03-01", "认定日期": "2024-04-01"},
            "整改状态",
            "重开之后",
        ),
        ({"认定日期": "2090-07-01"}, "认定日期", "晚于"),
        ({"涉及金额": "-1"}, "涉及金额", "为负"),
        ({"已整改金额": "1", "上缴财政": "2"}, "已整改金额", "之和"),
        ({"涉及金额": "1", "未整改金额": "2"}, "未整改金额", "大于"),
        ({"统一社会信用代码": "91330100799655058A"}, "统一社会信用代码", "不是有效"),
        ({"被审计单位": ""}, "被审计单位", "没有填写"),
        ({"问题标题": ""}, "问题标题", "没有填写"),
        ({"审计项目名称": ""}, "审计项目", "没有填写"),
        ({"归档号": "长" * 65}, "归档号", "64"),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused(
    sqlite_engine: Engine, cells: dict[str, str], column: str, word: str
) -> None:
    at, reason = refusal(sqlite_engine, **cells)
    assert at.startswith(column)
    assert word in reason
