"""Figures and targets are entered by who may, with evidence; what was corrected stays; each is an event."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.event import listen

from data.access.roles import NotPermittedError, User
from data.bureau import set_value
from data.engine import reading, writing
from data.planning.indicator_rules import IndicatorError
from data.planning.indicator_units import as_typed, typed
from data.planning.indicators import TypedTarget, enter_value, set_targets
from data.planning.plan_file import PlanEntry
from data.planning.plan_import import import_plan
from data.planning.warning_settings import RuleSetting, set_warning_rule
from data.schema import Event, Indicator, IndicatorTarget, IndicatorValue
from queries.filters import EVERYTHING, Scope
from queries.planning.indicator_entries import entered_values
from queries.source import open_source
from tests.ledger_rows import add_house
from tests.plan_rows import add_indicator, add_plan, add_value

PLANNER = User("planner", "计划员", frozenset({"planning"}))
ENTRY: dict[str, Any] = {"year": 2024, "value": "95.5", "day": date(2024, 12, 31), "evidence": "考核材料"}


def prepare(engine: Engine) -> None:
    with writing(engine) as connection:
        add_house(connection)
        add_plan(connection, "P", 2023, 2026)
        add_indicator(connection, "P", "share", (None, 9000, "at_least"), section_code="S1")
        add_indicator(connection, "P", "over", (2026, 12_000, "at_least"))
        add_indicator(connection, "P", "money", unit="fen")
        add_indicator(connection, "P", "computed", kpi="findings", unit="count")
        set_value(connection, "as_of", "2025-06-30")


@pytest.fixture
def ready(sqlite_engine: Engine) -> Engine:
    prepare(sqlite_engine)
    return sqlite_engine


def test_a_correction_is_a_new_entry_and_the_old_one_stays(engine: Engine) -> None:
    prepare(engine)
    enter_value(engine, PLANNER, "share", **ENTRY)
    enter_value(engine, PLANNER, "share", **ENTRY | {"value": "96", "evidence": "更正说明"})
    found = entered_values(open_source(engine), "share", date(2025, 6, 30), EVERYTHING)
    assert [(one.value, one.evidence, one.is_current) for one in found] == [
        (0.96, "更正说明", True),
        (0.955, "考核材料", False),
    ]
    assert found[0].entered_by == "计划员 (planner)"
    assert not entered_values(open_source(engine), "share", date(2024, 12, 30), EVERYTHING)
    assert not entered_values(open_source(engine), "share", date(2025, 6, 30), Scope(section="S2"))
    with reading(engine) as connection:
        events = connection.execute(
            select(Event.kind, Event.detail, Event.changes_figures).order_by(Event.event_id)
        ).all()
    assert [
        (kind, json.loads(detail)["before"], json.loads(detail)["after"]) for kind, detail, __ in events
    ] == [
        ("indicator_value_entered", None, "95.5"),
        ("indicator_value_entered", "95.5", "96"),
    ]
    assert all(changes for __, ___, changes in events)


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("share", {"year": 2022}),  # before the plan
        ("share", {"year": 2026}),  # has not begun
        ("share", {"day": date(2025, 7, 1)}),  # tomorrow
        ("share", {"day": date(2023, 12, 31)}),  # before its year
        ("share", {"value": "100.01"}),
        ("share", {"value": "-1"}),
        ("share", {"value": "95.555"}),
        ("share", {"value": "nan"}),
        ("share", {"value": "9" * 30}),
        ("share", {"value": ""}),
        ("share", {"evidence": "  "}),
        ("share", {"evidence": "字" * 2001}),
        ("over", {"value": "120.01"}),
        ("computed", {"value": "1"}),
        ("nowhere", {}),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    ready: Engine, code: str, changed: dict[str, Any]
) -> None:
    with pytest.raises(IndicatorError):
        enter_value(ready, PLANNER, code, **ENTRY | changed)
    with reading(ready) as connection:
        assert not connection.scalars(select(IndicatorValue.indicator_value_id)).all()
        assert not connection.scalars(select(Event.event_id)).all()


def test_a_correction_is_not_of_an_earlier_day_than_the_figure_in_force(ready: Engine) -> None:
    enter_value(ready, PLANNER, "share", **ENTRY)
    with pytest.raises(IndicatorError, match="2024-12-31"):
        enter_value(ready, PLANNER, "share", **ENTRY | {"value": "96", "day": date(2024, 12, 30)})


def test_what_is_corrected_is_what_figures_go_by(ready: Engine) -> None:
    """Of two entries of one day that which was recorded last, whatever its number."""
    with writing(ready) as connection:
        late = datetime(2025, 2, 1)  # noqa: DTZ001 - moments are kept in UTC without a zone
        add_value(connection, "share", 2024, 9000, date(2024, 12, 31), recorded_at=late)
        add_value(connection, "share", 2024, 8000, date(2024, 12, 31))
    enter_value(ready, PLANNER, "share", **ENTRY)
    with reading(ready) as connection:
        assert json.loads(connection.scalars(select(Event.detail)).one())["before"] == "90"


def test_a_bound_planner_does_not_hand_an_indicator_to_another_section(ready: Engine) -> None:
    own = User("b", "b", frozenset({"planning"}), section_code="S1")
    for section in ("S2", None):
        with pytest.raises(NotPermittedError):
            set_targets(ready, own, "share", [], section_code=section, baseline="", baseline_label="")
    assert set_targets(ready, own, "share", [], section_code="S1", baseline="", baseline_label="")


def test_writers_take_their_turn_before_they_read(ready: Engine) -> None:
    """Else what the event gives as the state before may be older than what another has just written."""
    plan = PlanEntry("Q", "规划", 2023, 2026, None, 2, ())
    writes: list[Callable[[], object]] = [
        lambda: enter_value(ready, PLANNER, "share", **ENTRY),
        lambda: set_targets(ready, PLANNER, "share", [], section_code="S1", baseline="1", baseline_label=""),
        lambda: set_warning_rule(ready, PLANNER, "term_end", RuleSetting(level="red"), {}),
        lambda: import_plan(ready, plan, (), user=PLANNER),
    ]
    asked: list[str] = []
    listen(ready, "begin", lambda _connection: asked.clear())
    listen(ready, "before_cursor_execute", lambda *told: asked.append(told[2]))
    for write in writes:
        write()
        questions = [question for question in asked if not question.startswith("BEGIN")]
        assert "FROM chain_head" in questions[0]


def test_a_rate_may_exceed_one_hundred_where_the_plan_asks_for_it(ready: Engine) -> None:
    enter_value(ready, PLANNER, "over", **ENTRY | {"value": "120"})
    enter_value(ready, PLANNER, "share", **ENTRY | {"value": "100"})


@pytest.mark.parametrize(
    "user",
    [
        User("a", "a", frozenset({"leadership"})),
        User("b", "b", frozenset({"planning"}), section_code="S2"),
        User("c", "c", frozenset({"planning"}), region_code="990101"),
    ],
)
def test_who_may_not_is_refused_and_that_is_recorded(ready: Engine, user: User) -> None:
    with pytest.raises(NotPermittedError):
        enter_value(ready, user, "share", **ENTRY)
    with pytest.raises(NotPermittedError):
        set_targets(ready, user, "share", [], section_code=None, baseline="", baseline_label="")
    with reading(ready) as connection:
        assert connection.scalars(select(Event.kind)).all() == ["action_refused"] * 2
        assert not connection.scalars(select(IndicatorValue.indicator_value_id)).all()


def test_a_bound_planner_enters_for_the_own_section(ready: Engine) -> None:
    own = User("b", "b", frozenset({"planning"}), section_code="S1")
    enter_value(ready, own, "share", **ENTRY)


def test_targets_are_replaced_with_baseline_and_section(engine: Engine) -> None:
    prepare(engine)
    targets = [
        TypedTarget("各年", None, "more_than", "60"),
        TypedTarget("到2026年", 2026, "at_least", "95.5"),
    ]
    more: dict[str, Any] = {"section_code": "S2", "baseline": "50", "baseline_label": "2022年"}
    event = set_targets(engine, PLANNER, "share", targets, **more)
    assert event is not None
    assert set_targets(engine, PLANNER, "share", targets, **more) is None, "nothing changed"
    with reading(engine) as connection:
        rows = connection.execute(
            select(
                IndicatorTarget.milestone_order,
                IndicatorTarget.year,
                IndicatorTarget.target_value,
                IndicatorTarget.comparison,
            )
            .where(IndicatorTarget.indicator_code == "share")
            .order_by(IndicatorTarget.milestone_order)
        ).all()
        one = connection.execute(
            select(Indicator.section_code, Indicator.baseline_value, Indicator.baseline_label).where(
                Indicator.indicator_code == "share"
            )
        ).one()
        detail = json.loads(
            connection.scalar(select(Event.detail).where(Event.event_id == event))  # type: ignore[arg-type]
        )
    assert [tuple(row) for row in rows] == [(1, None, 6000, "more_than"), (2, 2026, 9550, "at_least")]
    assert tuple(one) == ("S2", 5000, "2022年")
    assert detail["before"]["targets"] == ["目标1 at_least 90"]
    assert detail["after"]["targets"] == ["各年 more_than 60", "到2026年 2026 at_least 95.5"]


@pytest.mark.parametrize(
    "target",
    [
        TypedTarget("", 2026, "at_least", "1"),
        TypedTarget("x", 2027, "at_least", "1"),
        TypedTarget("x", 2026, "", "1"),
        TypedTarget("x", 2026, "at_least", "one"),
        TypedTarget("x", 2026, "at_least", "-1"),
    ],
)
def test_a_target_that_cannot_be_is_refused(ready: Engine, target: TypedTarget) -> None:
    with pytest.raises(IndicatorError):
        set_targets(ready, PLANNER, "share", [target], section_code=None, baseline="", baseline_label="")
    with pytest.raises(IndicatorError):
        set_targets(ready, PLANNER, "share", [], section_code="S9", baseline="", baseline_label="")
    with reading(ready) as connection:
        assert (
            connection.scalar(
                select(IndicatorTarget.target_value).where(IndicatorTarget.indicator_code == "share")
            )
            == 9000
        )


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("95.5%", "percent", 9550),
        ("95.55", "percent", 9555),
        ("100％", "percent", 10_000),
        ("1,234", "count", 1234),
        ("1.5", "count", None),
        ("12.345678", "fen", 12_345_678),
        ("0.0000001", "fen", None),
        ("1e3", "days", 1000),
        ("inf", "days", None),
        ("", "percent", None),
    ],
)
def test_figures_are_read_exactly_or_not_at_all(text: str, unit: str, number: int | None) -> None:
    assert typed(text, unit) == number
    if number is not None:
        assert typed(as_typed(number, unit), unit) == number
