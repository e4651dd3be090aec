"""The rules of 经责预警: each keeps to its cases, and each has cases, the boundary day among them."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

from data.access.roles import NotPermittedError, User
from data.codes import WARNING_LEVEL
from data.engine import reading, writing
from data.language import use_language
from data.planning.warning_settings import RuleSetting, ThresholdError, rule_settings, set_warning_rule
from data.schema import Event
from queries.catalog import kpis
from queries.cell_words import cell_words
from queries.compose import relations_read
from queries.filters import Filters
from queries.planning.warning_preview import proposed_source
from queries.planning.warning_rules import read_rule, warning_rules
from queries.rows import detail
from queries.run import value
from queries.source import Source, open_source
from queries.sql_file import CatalogueError
from tests.ledger_rows import add_house, settle
from tests.warning_cases import FOLDER, OUTCOMES, Case, add_case, cases

RULES = sorted(warning_rules())
PLANNER = User("planner", "计划", frozenset({"planning"}))
SAID = """select post_id, as_of_date, outcome, warning_level, decisive_date, days_left, is_warned, reason
from (
    select *, json_extract_string(reason, 'outcome') as outcome from ec_check_as_of
) where warning_rule = $rule"""


def all_said(
    source: Source, rule: str, setting: RuleSetting, told: list[Case]
) -> dict[tuple[int, date], list[tuple[Any, ...]]]:
    """What the rule, so set, says on the days of the cases: by post and day."""
    asked = proposed_source(source, {rule: setting})
    days = sorted({case.as_of for case in told})
    said: dict[tuple[int, date], list[tuple[Any, ...]]] = {}
    for post_id, day, *row in asked.rows(f"{relations_read(asked, SAID, days)} {SAID}", {"rule": rule}):
        said.setdefault((post_id, day), []).append(tuple(row))
    return said


@pytest.mark.parametrize("rule", RULES)
def test_each_case_of_the_rule(sqlite_engine: Engine, rule: str) -> None:
    told = cases(rule)
    with writing(sqlite_engine) as connection:
        add_house(connection)
        posts = [add_case(connection, case, number) for number, case in enumerate(told)]
        settle(connection)
    source = open_source(sqlite_engine)
    asked = {repr(case.setting): case.setting for case in told}
    answers = {setting: all_said(source, rule, asked[setting], told) for setting in asked}
    for case, post_id in zip(told, posts, strict=True):
        found = answers[repr(case.setting)].get((post_id, case.as_of), [])
        said = [row[:4] for row in found]
        expect = case.expect
        if case.kind == "clean":
            assert said == [], case.why
        elif case.kind == "skipped":
            assert [(row[0], row[4]) for row in found] == [(expect["outcome"], False)], case.why
        else:
            wanted = (expect["outcome"], expect["level"], expect["decisive"], expect["days_left"])
            assert said == [wanted], case.why
        for row in found:
            for spoken in ("zh", "en"):
                use_language(spoken)
                words = cell_words("reason", row[5])
                assert not re.search(r"[{}]|None|null", words), words
                assert bool(re.search(r"[\u4e00-\u9fff]", words.replace("项目", ""))) or spoken == "en"
    use_language("zh")


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_has_cases_of_every_kind_each_with_a_why(rule: str) -> None:
    told = cases(rule)
    assert {case.kind for case in told} == set(OUTCOMES)
    assert all(case.why for case in told)
    assert len({case.why for case in told}) == len(told)
    outcomes = {case.expect["outcome"] for case in told if case.expect}
    spec = warning_rules()[rule]
    assert outcomes >= spec.flagged.keys() | spec.skipped.keys(), "every sentence has a case"


@pytest.mark.parametrize("rule", RULES)
def test_the_boundary_day_is_in_the_cases_on_both_sides(rule: str) -> None:
    """One set of facts, two days in a row: warned on the one, not on the other."""
    bounds = {case.boundary for case in cases(rule) if case.boundary}
    assert bounds
    for bound in bounds:
        sides = {case.kind: case for case in cases(rule) if case.boundary == bound}
        flagged, clean = sides["flagged"], sides["clean"]
        assert (flagged.facts, flagged.setting) == (clean.facts, clean.setting)
        assert abs(flagged.as_of - clean.as_of) == timedelta(days=1)


def test_every_file_of_cases_has_a_rule() -> None:
    assert {file.stem for file in FOLDER.glob("*.toml")} == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_header(rule: str) -> None:
    spec = warning_rules()[rule]
    words = [spec.title, spec.definition, *spec.flagged.values(), *spec.skipped.values()]
    for text in [*words, *(threshold.title for threshold in spec.thresholds)]:
        assert re.search(r"[\u4e00-\u9fff]", text.zh)
        assert not re.search(r"[\u4e00-\u9fff]", text.en)
        assert set(re.findall(r"{\w+}", text.zh)) == set(re.findall(r"{\w+}", text.en))
    assert spec.level in WARNING_LEVEL
    assert ";" not in spec.sql


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ('level = "amber"', 'level = "purple"'),
        ("default = 180", "default = 9999"),
        ("[thresholds.days]", "[thresholds.weeks]"),
        ("version = 1", "version = "),
    ],
)
def test_a_faulty_rule_is_named(tmp_path: Path, part: str, fault: str) -> None:
    text = (Path("queries/warnings") / "term_end.sql").read_text("utf-8")
    file = tmp_path / "faulty.sql"
    file.write_text(text.replace(part, fault), "utf-8")
    with pytest.raises(CatalogueError, match="faulty"):
        read_rule(file)


def bounds(rule: str) -> dict[str, tuple[int, int]]:
    return {
        threshold.name: (threshold.least, threshold.most) for threshold in warning_rules()[rule].thresholds
    }


def with_a_term_that_ends(engine: Engine) -> Filters:
    """A term with 180 days to go: amber by the rule's file."""
    with writing(engine) as connection:
        add_house(connection)
        add_case(connection, cases("term_end")[0], 0)
        settle(connection)
    return Filters(as_of=cases("term_end")[0].as_of)


def test_what_the_bureau_sets_counts_and_is_an_event(engine: Engine) -> None:
    asked = with_a_term_that_ends(engine)
    warnings, red = kpis()["warnings"], kpis()["warnings_red"]
    before = open_source(engine)
    assert (value(before, warnings, asked).value, value(before, red, asked).value) == (1, 0)
    set_to = RuleSetting(level="red", thresholds={"days": 180})
    assert set_warning_rule(engine, PLANNER, "term_end", set_to, bounds("term_end"))
    source = open_source(engine)
    assert source.version != before.version
    assert value(source, red, asked).value == 1
    assert value(before, red, asked).value == 0, "the version before still says what it said"
    set_warning_rule(engine, PLANNER, "term_end", RuleSetting(thresholds={"days": 179}), bounds("term_end"))
    assert value(open_source(engine), warnings, asked).value == 0
    set_warning_rule(engine, PLANNER, "term_end", RuleSetting(is_disabled=True), bounds("term_end"))
    off = open_source(engine)
    assert value(off, warnings, asked).value == 0
    of_the_rule = replace(asked, drill=(("warning_rule", "term_end"),))
    assert value(off, kpis()["warnings_unchecked"], of_the_rule).rows == 1
    set_warning_rule(engine, PLANNER, "term_end", RuleSetting(), bounds("term_end"))
    assert value(open_source(engine), warnings, asked).value == 1
    with reading(engine) as connection:
        assert rule_settings(connection) == {}
        events = connection.execute(
            select(Event.actor, Event.detail).where(Event.kind == "warning_rule_changed")
        )
        told = events.all()
    assert len(told) == 4
    assert {row.actor for row in told} == {"planner"}
    assert told[0].detail == (
        '{"after": {"days": 180, "warning_level": "red"}, "before": {"warning_level": null}, '
        '"rule": "term_end"}'
    )


def test_setting_what_is_set_changes_nothing(sqlite_engine: Engine) -> None:
    wanted = RuleSetting(level="red", thresholds={"days": 30})
    assert set_warning_rule(sqlite_engine, PLANNER, "term_end", wanted, bounds("term_end"))
    assert not set_warning_rule(sqlite_engine, PLANNER, "term_end", wanted, bounds("term_end"))


@pytest.mark.parametrize("thresholds", [{"days": 0}, {"days": 1096}, {"years": 3}])
def test_out_of_bounds_is_refused(sqlite_engine: Engine, thresholds: dict[str, int]) -> None:
    wanted = RuleSetting(thresholds=thresholds)
    with pytest.raises(ThresholdError):
        set_warning_rule(sqlite_engine, PLANNER, "term_end", wanted, bounds("term_end"))
    with reading(sqlite_engine) as connection:
        assert rule_settings(connection) == {}


def test_only_who_may_sets_rules_and_a_refusal_is_recorded(sqlite_engine: Engine) -> None:
    auditor = User("auditor", "审计", frozenset({"auditor"}))
    with pytest.raises(NotPermittedError):
        set_warning_rule(sqlite_engine, auditor, "term_end", RuleSetting(level="red"), bounds("term_end"))
    with reading(sqlite_engine) as connection:
        assert connection.scalars(select(Event.kind)).all()[-1] == "action_refused"


@pytest.mark.parametrize("part", [{"section_code": "S1"}, {"region_code": "990101"}])
def test_whoever_is_bound_to_a_part_sets_no_rule_for_all(sqlite_engine: Engine, part: dict[str, str]) -> None:
    bound = replace(PLANNER, **part)  # type: ignore[arg-type]
    with pytest.raises(NotPermittedError):
        set_warning_rule(sqlite_engine, bound, "term_end", RuleSetting(level="red"), bounds("term_end"))
    with reading(sqlite_engine) as connection:
        assert rule_settings(connection) == {}
        assert connection.scalars(select(Event.kind)).all() == ["action_refused"]


def test_the_most_urgent_warning_stands_first(sqlite_engine: Engine) -> None:
    """Red before amber before blue, then by the decisive day."""
    told = [
        case
        for rule in RULES
        for case in cases(rule)
        if case.kind == "flagged" and case.setting == RuleSetting()
    ]
    with writing(sqlite_engine) as connection:
        add_house(connection)
        for number, case in enumerate(told):
            add_case(connection, case, number)
        settle(connection)
    rows = detail(open_source(sqlite_engine), kpis()["warnings"], Filters(as_of=date(2026, 12, 31)))
    order = [("red", "amber", "blue").index(level) for level in rows["warning_level"]]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}
    for level in ("red", "amber", "blue"):
        days = rows.loc[rows["warning_level"] == level, "decisive_date"].tolist()
        assert days == sorted(days)
    assert rows["proof"].all(), "a warning without the row that proves it"
    assert rows.loc[rows["warning_rule"] == "term_end", "proof"].str.startswith("单位").all()


def test_a_year_before_and_after_the_month_of_the_day_is_near(sqlite_engine: Engine) -> None:
    """By calendar months: the last day of the twelfth month is near, the day after it is far."""
    ahead = RuleSetting(thresholds={"days": 1000})
    with writing(sqlite_engine) as connection:
        add_house(connection)
        ends = (date(2025, 6, 1), date(2025, 5, 31), date(2027, 6, 30), date(2027, 7, 1))
        for number, end in enumerate(ends):
            facts = {"post": {"start": date(2024, 1, 1), "expected_end": end}, "others": [], "projects": []}
            add_case(connection, Case("term_end", "flagged", "", end, facts, None, ahead, {}), number)
        settle(connection)
    set_warning_rule(sqlite_engine, PLANNER, "term_end", ahead, bounds("term_end"))
    source, on = open_source(sqlite_engine), Filters(as_of=date(2026, 6, 30))
    for reach, days in (("near", {ends[0], ends[2]}), ("far", {ends[1], ends[3]})):
        rows = detail(source, kpis()["warnings"], replace(on, drill=(("decisive_reach", reach),)))
        assert {day.date() if hasattr(day, "date") else day for day in rows["decisive_date"]} == days


def test_a_proposal_leaves_the_other_rules_as_they_are(sqlite_engine: Engine) -> None:
    asked = with_a_term_that_ends(sqlite_engine)
    source = open_source(sqlite_engine)
    other = proposed_source(source, {"left_unaudited": RuleSetting(is_disabled=True)})
    assert value(other, kpis()["warnings"], asked) == value(source, kpis()["warnings"], asked)
    later = proposed_source(source, {"term_end": RuleSetting(thresholds={"days": 100})})
    assert value(later, kpis()["warnings"], asked).value == 0


def test_who_had_left_before_the_other_was_audited_is_no_pair_to_audit(sqlite_engine: Engine) -> None:
    """Left the day before the entry: out of the pairs; in post until that day: in; one audit of both: in."""
    entry = date(2026, 3, 1)
    pairs = (
        ({"end": entry - timedelta(days=1)}, [2]),
        ({"end": entry}, [2]),
        ({"end": date(2025, 1, 1)}, [1, 2]),
    )
    with writing(sqlite_engine) as connection:
        add_house(connection)
        for number, (left, audited) in enumerate(pairs):
            facts = {
                "post": {"start": date(2021, 6, 1), "pair": "X", "side": "government"} | left,
                "others": [{"start": date(2021, 6, 1), "pair": "X", "side": "party"}],
                "projects": [{"posts": audited, "entry": entry, "delivery": date(2026, 6, 30)}],
            }
            case = Case("pair_apart", "clean", "", entry, facts, None, RuleSetting(), {})
            add_case(connection, case, number)
        settle(connection)
    asked = Filters(as_of=date(2026, 6, 30))
    rows = detail(open_source(sqlite_engine), kpis()["ec_pairs_together"], asked)
    assert dict(zip(rows["unit"], rows["is_audited_together"], strict=True)) == {
        "单位101": False,
        "单位102": True,
    }
