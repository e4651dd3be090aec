"""A plan comes in whole or not at all: shipped files are sound, a second import keeps what was entered."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, update

from data.access.roles import NotPermittedError, User
from data.engine import reading, writing
from data.events import PlanImported
from data.planning.plan_file import PlanFileError, read_plan, shipped_plans
from data.planning.plan_import import import_plan
from data.schema import Event, Indicator, IndicatorPlan, IndicatorTarget, IndicatorValue, Section
from manage import main
from queries.catalog import kpis
from queries.planning.plans import plans
from queries.source import open_source
from tests.plan_rows import add_value

PLANNER = User("planner", "计划", frozenset({"planning"}))
PLANS = shipped_plans()
OWN = Path(__file__).resolve().parent.parent / "data" / "demo" / "plan_155.toml"
FILE = """
plan_code = "P"
name = "规划"
first_year = 2026
last_year = 2030
[[indicator]]
code = "I"
name = "指标"
unit = "percent"
targets = [
    { label = "到2030年", value = 95.5, year = 2030, comparison = "more_than" },
    { label = "各年", value = 60 },
]
"""


def written(tmp_path: Path, text: str = FILE) -> Path:
    file = tmp_path / "plan.toml"
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize("name", [*PLANS, str(OWN)])
def test_a_shipped_plan_names_only_kpis_that_exist_in_their_own_terms(name: str) -> None:
    for entry in read_plan(name).indicators:
        if entry.kpi:
            assert entry.kpi in kpis(), f"{entry.code}: no such KPI file"
            assert kpis()[entry.kpi].format == entry.unit.removesuffix("_on_baseline"), entry.code
            if entry.reckoning == "plan_year":
                assert "year" in kpis()[entry.kpi].filters, f"{entry.code}: not narrowed by plan year"
        assert entry.formula, entry.code


def test_the_shipped_plans_hold_what_the_documents_quantify() -> None:
    found = {name: {entry.seed_code for entry in read_plan(name).indicators} for name in PLANS}
    assert found["tianjin_145"] >= {f"003-K{number}" for number in range(1, 17)}
    assert found["tianjin_145"] >= {f"003-C{number}" for number in range(1, 9)} | {"003-B"}
    assert found["hangzhou_digital"] == {f"001-K{number}" for number in range(1, 10)}
    assert found["zhangqiu_2325"] == {"000-24"}


def test_two_columns_headed_alike_stay_two_milestones() -> None:
    entries = {entry.code: entry for entry in read_plan("hangzhou_digital").indicators}
    values = [(target.year, target.value) for target in entries["001-K6"].targets]
    assert values == [(2023, 6000), (2023, 7000), (2025, 9000)]
    assert "不清楚" in str(entries["001-K9"].note)


def test_a_plan_is_written_with_its_event_and_again_without_loss(engine: Engine, tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path))
    import_plan(engine, plan, kpis(), user=PLANNER)
    with writing(engine) as connection:
        connection.execute(
            Section.__table__.insert().values(section_code="S", name="科", sort_order=0, is_stub=False)
        )
        connection.execute(update(Indicator).values(section_code="S"))
        add_value(connection, "I", 2026, 5000, date(2026, 6, 30))
    again = replace(plan, name="改名", indicators=(replace(plan.indicators[0], targets=()),))
    import_plan(engine, again, kpis(), user=PLANNER)
    with reading(engine) as connection:
        assert connection.scalar(select(IndicatorPlan.name)) == "改名"
        assert connection.scalar(select(func.count()).select_from(IndicatorTarget)) == 0
        assert connection.scalar(select(IndicatorValue.actual_value)) == 5000
        assert connection.scalar(select(Indicator.section_code)) == "S"
        kinds = connection.scalars(select(Event.kind)).all()
    assert kinds == [PlanImported.kind] * 2


def test_targets_are_kept_as_whole_numbers(sqlite_engine: Engine, tmp_path: Path) -> None:
    import_plan(sqlite_engine, read_plan(written(tmp_path)), kpis())
    (found,) = plans(open_source(sqlite_engine))[0].indicators
    assert [(one.year, one.value, one.comparison) for one in found.milestones] == [
        (2030, 9550, "more_than"),
        (None, 6000, "at_least"),
    ]


def test_an_indicator_with_values_does_not_leave_its_plan(sqlite_engine: Engine, tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path))
    import_plan(sqlite_engine, plan, kpis())
    other = replace(plan, indicators=(replace(plan.indicators[0], code="J"),))
    with writing(sqlite_engine) as connection:
        add_value(connection, "I", 2026, 5000, date(2026, 6, 30))
    with pytest.raises(PlanFileError, match="I"):
        import_plan(sqlite_engine, other, kpis())
    with reading(sqlite_engine) as connection:
        assert connection.scalars(select(Indicator.indicator_code)).all() == ["I"], "all or nothing"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('unit = "percent"', 'unit = "percent"\nkpi = "no_such_figure"', "no_such_figure"),
        (", year = 2030", ", year = 2031", "2031"),
        ("95.5", '"95.555"', "95.555"),
        ("last_year = 2030", "last_year = 2025", "2025"),
        ("more_than", "about", "about"),
        ('unit = "percent"', 'unit = "apples"', "apples"),
        ('name = "指标"', "", "name"),
        ('code = "I"', 'code = "I', "plan.toml"),
    ],
)
def test_a_faulty_plan_is_refused_as_a_whole(
    sqlite_engine: Engine, tmp_path: Path, old: str, new: str, why: str
) -> None:
    assert old in FILE
    with pytest.raises(PlanFileError, match=why):
        import_plan(sqlite_engine, read_plan(written(tmp_path, FILE.replace(old, new))), kpis())
    with reading(sqlite_engine) as connection:
        assert connection.scalar(select(func.count()).select_from(IndicatorPlan)) == 0


@pytest.mark.parametrize(
    "user",
    [
        User("a", "a", frozenset({"auditor"})),
        replace(PLANNER, section_code="S"),
        replace(PLANNER, region_code="990101"),
    ],
)
def test_only_who_keeps_the_whole_plan_may_import_it(
    sqlite_engine: Engine, tmp_path: Path, user: User
) -> None:
    with pytest.raises(NotPermittedError):
        import_plan(sqlite_engine, read_plan(written(tmp_path)), kpis(), user=user)
    with reading(sqlite_engine) as connection:
        assert connection.scalars(select(Event.kind)).all() == ["action_refused"]
        assert connection.scalar(select(func.count()).select_from(IndicatorPlan)) == 0


def test_the_command_imports_a_shipped_plan_by_its_name(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(sqlite_engine.url))
    assert main(["import", "plan", "zhangqiu_2325"]) == 0
    assert "指标 3 项" in capsys.readouterr().out
    assert main(["import", "plan", "nowhere.toml"]) == 1
    assert "整个文件被拒绝" in capsys.readouterr().err
