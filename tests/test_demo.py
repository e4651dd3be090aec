"""The demonstration bureau: the same on every run, believable in its shares, and nobody real in it."""

import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from shapely import union_all
from shapely.geometry import shape
from sqlalchemy import Date, text
from stdnum.cn import ric, uscc

from data import reference_data
from data.access.first_accounts import demo_accounts
from data.bureau import bureau
from data.closing.standing import standings
from data.closing.transitions import TRANSITIONS
from data.codes import MAJOR_STAGE, WORK_STAGE
from data.demo import build
from data.demo.cases import OVERLOOKED
from data.demo.draw_regions import FILE, districts, feature_collection
from data.demo.identifiers import UNASSIGNED_AREA
from data.demo.names import CITY_CODE, EXEMPLARY_SECTION, LAGGING_DISTRICT
from data.demo.units import BUILDER, LAND_RESERVE
from data.demo.working import work_findings
from data.engine import connect_to, reading, writing
from data.events import first_broken_link
from data.initialise import initialise
from data.migrate import upgrade
from data.schema.all_tables import ALL_TABLES
from queries.audit_models.shipped import shipped_models
from queries.catalog import kpis
from queries.filters import Filters
from queries.planning.warning_rules import warning_rules
from queries.rows import detail
from queries.run import breakdown, value
from queries.source import open_source
from tests.one_per_run import folder_of_run, one_per_run

AS_OF = date(2026, 11, 20)
ROOT = Path(__file__).resolve().parent.parent
NOT_FACTS = {
    "planned_date",
    "planned_start_date",
    "planned_end_date",
    "expected_date",
    "due_date",
    "next_due_date",
    "answer_due_date",
    "new_due_date",
    "committed_date",
    "expected_end_date",
    "retirement_date",
    "first_due_date",
    "return_due_date",
    "valid_until",
    "until_date",
}
# The day a finding was accepted for good, and whether it left the ledger, as of the last day.
STATE = """
    with life as (
        select f.*, p.plan_year, p.project_type, r.rectification_type, r.due_date,
            max(m.fact_date) filter (where m.kind = 'rectified') as accepted,
            max(m.fact_date) filter (where m.kind = 'reopened') as reopened,
            max(m.new_due_date) as extended_to,
            coalesce(max(m.kind in ('withdrawn', 'transferred')), 0) as has_left
        from finding f join project p using (project_id) join rectification r using (finding_id)
        left join milestone m using (finding_id)
        group by f.finding_id
    ),
    state as (
        select *, coalesce(accepted > coalesce(reopened, ''), 0) as is_rectified,
            coalesce(extended_to, due_date) as limit_date
        from life where not has_left
    )
"""


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """Nothing is written to it: all test processes share one."""
    folder = folder_of_run(tmp_path_factory)
    with one_per_run(folder, "ten-thousand", _ten_thousand(folder)) as url:
        engine = connect_to(url)
        with reading(engine) as connection:
            yield connection
        engine.dispose()


@pytest.fixture(scope="session")
def figures(demo, tmp_path_factory):
    """What its figures are read from, made once in each test process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_VAR_DIR", str(tmp_path_factory.mktemp("figures")))
        return open_source(demo.engine)


@contextmanager
def _ten_thousand(folder):
    with tempfile.TemporaryDirectory(dir=folder) as place:
        _built(url := f"sqlite:///{place}/audit.db")
        yield url


def _built(url, findings=10_000):
    engine = connect_to(url)
    upgrade(engine)
    with writing(engine) as connection:
        reference_data.load(connection)
        build(connection, findings=findings)
    engine.dispose()


def _digests(connection):
    """Of each table, over its rows in the order of the keys, whatever the engine calls a truth value.

    Without the index of the search: it is made of the others when a transaction ends, by each engine's own.
    """
    digests = {}
    for table in ALL_TABLES.sorted_tables:
        if table.name.startswith("search_"):
            continue
        digest = hashlib.sha256()
        for row in connection.execute(table.select().order_by(*table.primary_key)):
            digest.update(repr(list(row)).encode())
        digests[table.name] = digest.hexdigest()
    return digests


def _value(connection, statement, **values):
    return connection.execute(text(statement), values).scalar_one()


def _rates(connection, dimension, where="1"):
    """{value of the dimension: rate of rectification by count}."""
    statement = f"{STATE} select {dimension}, avg(is_rectified) from state where {where} group by 1"
    return dict(connection.execute(text(statement)).all())


def test_it_is_a_bureau_of_twelve_districts_and_five_plan_years(demo):
    """Name, badge and last day; one city, twelve districts; 600 projects and exactly 10,000 findings."""
    assert (bureau(demo).name, bureau(demo).is_demo, bureau(demo).as_of) == ("示范市审计局", True, AS_OF)
    levels = demo.execute(text("select level, count(*) from region group by level order by level")).all()
    assert levels == [("city", 1), ("district", 12)]
    planned = (
        "select plan_year, count(*) from project where plan_year > 0 and not is_draft group by 1 order by 1"
    )
    years = demo.execute(text(planned)).all()
    assert [year for year, _ in years] == [2022, 2023, 2024, 2025, 2026]
    assert 590 <= sum(count for _, count in years) <= 610
    assert _value(demo, "select count(*) from finding") == 10_000
    assert 790 <= _value(demo, "select count(*) from unit") <= 820
    assert 650 <= _value(demo, "select count(*) from post") <= 750


def test_the_audit_universe_is_mixed(demo):
    """Organisations, policies, funds, works; every unit is an object; key departments fare best."""
    kinds = dict(demo.execute(text("select kind, count(*) from audit_object group by 1")).all())
    assert kinds == {
        "organisation": _value(demo, "select count(*) from unit"),
        "policy": 40,
        "fund": 40,
        "works": 60,
    }
    audited = """
        select avg(exists (
            select 1 from project p join project_stage s using (project_id)
            left join project_object o
                on o.project_id = p.project_id and o.audit_object_id = d.audit_object_id
            where s.stage = 'delivery' and s.actual_date > '2021-11-20'
                and (p.unit_id = d.audit_object_id or o.audit_object_id is not null)))
        from object_duty d where d.coverage_rule_code = :rule
    """
    share = {rule: _value(demo, audited, rule=rule) for rule in ("first_level_budget", "key_department")}
    assert 0.6 < share["first_level_budget"] < 0.9
    assert share["key_department"] > 0.95


def test_the_next_plan_is_a_draft_that_was_taken_from_the_libraries(demo):
    """25 drafts for 2027, most promoted from an item, and some units visited twice."""
    assert _value(demo, "select count(*) from project where is_draft and plan_year = 2027") == 25
    drafted = "select count(*) from library_item join project using (project_id) where is_draft"
    assert _value(demo, drafted) == 16
    twice = """select count(*) from (select unit_id from project where is_draft and not is_desk_only
        group by 1 having count(*) > 1)"""
    assert _value(demo, twice) >= 3
    libraries = demo.execute(text("select distinct library from library_item")).scalars().all()
    assert sorted(libraries) == ["department_budget", "long_term", "policy", "reserve"]


def test_every_rule_warns_and_some_tens_of_warnings_are_red(figures):
    """Some tens of red warnings, each rule at work, and a class without a cycle said to be so."""
    asked = Filters(as_of=AS_OF)
    by_rule = breakdown(figures, kpis()["warnings"], asked, "warning_rule")
    assert {group.code for group in by_rule} == set(warning_rules())
    by_level = {
        group.code: group.figure.value
        for group in breakdown(figures, kpis()["warnings"], asked, "warning_level")
    }
    assert 20 <= by_level["red"] <= 80
    assert 80 <= by_level["amber"] <= 200
    assert 5 <= by_level["blue"] <= 40
    assert value(figures, kpis()["warnings_unchecked"], asked).value > 0
    assert 450 <= value(figures, kpis()["posts_in_scope"], asked).value <= 560
    assert 0.7 < value(figures, kpis()["ec_results_used"], asked).value < 0.95
    assert 0.4 < value(figures, kpis()["ec_pairs_together"], asked).value < 0.9


def test_every_warning_has_the_row_that_proves_it(figures):
    rows = detail(figures, kpis()["warnings"], Filters(as_of=AS_OF))
    assert rows["proof"].fillna("").str.strip().ne("").all()


def test_every_stage_of_close_out_and_every_step_is_there(demo, tmp_path):
    """Worked by the house's own steps: each part in it finds something waiting, and it is done once."""
    engine = connect_to(f"sqlite:///{shutil.copy(demo.engine.url.database, tmp_path / 'worked.db')}")
    with writing(engine) as connection:
        demo_accounts(connection, region_code=LAGGING_DISTRICT, section_code=EXEMPLARY_SECTION)
    taken = work_findings(engine)
    with reading(engine) as connection:
        worked = connection.execute(text("select distinct finding_id from milestone where revision > 0"))
        there = standings(connection, [row[0] for row in worked], AS_OF)
        stages = {each.stage for each in there.values()}
        kinds = set(connection.execute(text("select kind from milestone where revision > 0")).scalars())
        assert _value(connection, "select count(*) from milestone where revision > 0") == taken
        assert first_broken_link(connection)[0] is None
        unnoticed = "select count(*) from rectification where rectification_type is null and due_date is null"
        assert _value(connection, unnoticed) > 0  # they await their notice
    assert stages | {"to_notify"} == set(WORK_STAGE)
    assert kinds == {each.milestone for each in TRANSITIONS}
    assert work_findings(engine) == 0
    engine.dispose()


def test_the_list_of_major_problems_stands_at_every_stage(demo, figures):
    """Problems at every stage of the list; weeks without a state, and colours that a person judged."""
    stages = {
        group.code
        for name in ("major_problems_listed", "major_candidates")
        for group in breakdown(figures, kpis()[name], Filters(as_of=AS_OF), "major_stage")
    }
    assert stages == set(MAJOR_STAGE) - {"removed"}
    assert _value(demo, "select count(*) from major_problem_step where kind = 'removed'") > 0
    assert _value(demo, "select count(*) from major_problem_week where colour is not null") > 0
    assert 0.9 < value(figures, kpis()["major_week_rate"], Filters(as_of=AS_OF)).value < 1
    assert value(figures, kpis()["major_states_missing"], Filters(as_of=AS_OF)).value > 0


@pytest.fixture(scope="session")
def built_elsewhere(tmp_path_factory):
    """Digests of a small demonstration that another process built: other hash seeds, another folder."""
    folder = folder_of_run(tmp_path_factory)
    with one_per_run(folder, "elsewhere", _elsewhere(folder)) as digests:
        yield json.loads(digests)


@contextmanager
def _elsewhere(folder):
    script = "import sys; sys.path.insert(0, 'tests'); from test_demo import _built; _built(sys.argv[1], 700)"
    with tempfile.TemporaryDirectory(dir=folder) as place:
        subprocess.run(
            [sys.executable, "-c", script, url := f"sqlite:///{place}/again.db"],
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7"},
        )
        engine = connect_to(url)
        with reading(engine) as again:
            digests = _digests(again)
        engine.dispose()
    yield json.dumps(digests)


def test_two_builds_give_the_same_rows(engine, built_elsewhere):
    """What PostgreSQL takes by COPY equals what SQLite takes row by row; numbering goes on after it."""
    with writing(engine) as connection:
        reference_data.load(connection)
        build(connection, findings=700)
        assert _digests(connection) == built_elsewhere
        connection.execute(text("insert into unit (name, is_stub) values ('下一个', true)"))
        numbers = connection.execute(text("select max(unit_id), count(*) from unit")).one()
    assert numbers[0] == numbers[1]


def test_every_fact_has_happened(demo):
    """No date of a fact lies behind the as-of day, in any table; nothing was recorded later either."""
    checked = 0
    for table in ALL_TABLES.sorted_tables:
        for column in table.columns:
            is_fact = isinstance(column.type, Date) and column.name not in NOT_FACTS
            if (is_fact and table.name != "calendar_day") or column.name == "recorded_at":
                latest = _value(demo, f"select max({column.name}) from {table.name}")
                assert latest is None or latest[:10] <= AS_OF.isoformat(), f"{table.name}.{column.name}"
                checked += 1
    assert checked > 25


def test_the_information_systems_are_what_is_planted_and_no_others(figures):
    """tests/demo_information_systems.toml names them: by figure, or by what their rows say."""
    filters = Filters(as_of=AS_OF)
    planted = tomllib.loads(Path(__file__).with_name("demo_information_systems.toml").read_text("utf-8"))
    systems = detail(figures, kpis()["systems"], filters)
    said = {
        "hardly_used": systems[systems["use_state"] == "low"],
        "built_twice": detail(figures, kpis()["system_duplicate_rate"], filters).query("is_duplicate"),
        "off_the_extranet": detail(figures, kpis()["system_extranet_rate"], filters).query(
            "not is_on_extranet"
        ),
    }
    for name, truth in planted.items():
        found = said[name] if name in said else detail(figures, kpis()[name], filters)
        codes = found["resource_code" if name == "resources_late" else "system_code"]
        assert sorted(codes) == truth["codes"], name


def test_facts_follow_one_another(demo):
    """Nothing happens to a finding before it was found; each step of close-out comes after the one before."""
    for table in ("milestone", "rectified_money", "established_rule", "supervision_step", "accountability"):
        early = f"select count(*) from {table} join finding using (finding_id) where fact_date < found_date"
        assert _value(demo, early) == 0, table
    order = ("rectified", "close_requested", "first_review", "second_review", "approved", "closed")
    rank = " ".join(f"when '{kind}' then {number}" for number, kind in enumerate(order))
    wrong = f"""
        select count(*) from (
            select case kind {rank} end as step, lag(case kind {rank} end) over life as before
            from milestone where kind in {order}
            window life as (partition by finding_id order by fact_date, milestone_id)
        ) where step <> coalesce(before + 1, 0) and step <> 0
    """
    assert _value(demo, wrong) == 0
    late = "select count(*) from project_stage s join project_stage t using (project_id) where "
    pairs = (("scheme", "notice"), ("notice", "entry"), ("entry", "exit"), ("exit", "delivery"))
    for first, second in pairs:
        swapped = f"{late} s.stage = '{first}' and t.stage = '{second}' and s.actual_date > t.actual_date"
        assert _value(demo, swapped) == 0, (first, second)


def test_the_database_is_sound(demo):
    """Foreign keys hold and money is whole 分."""
    assert demo.execute(text("pragma foreign_key_check")).all() == []
    for table in ALL_TABLES.sorted_tables:
        for column in (column.name for column in table.columns if column.name.endswith("_fen")):
            kinds = demo.execute(text(f"select distinct typeof({column}) from {table.name}")).scalars().all()
            assert set(kinds) <= {"integer", "null"}, f"{table.name}.{column}"


def test_shares_are_those_of_the_field(demo):
    """Types, amounts, repeats, majors and citations stand in the proportions that reports publish."""
    types = dict(
        demo.execute(text("select rectification_type, count(*) / 1e4 from rectification group by 1")).all()
    )
    assert types["immediate"] == pytest.approx(0.52, abs=0.02)
    assert types["phased"] == pytest.approx(0.31, abs=0.02)
    assert types["continuous"] == pytest.approx(0.18, abs=0.02)
    assert _value(demo, "select avg(amount_fen is null) from finding") == pytest.approx(0.30, abs=0.02)
    repeats = "select avg(is_repeat) from finding join project using (project_id) where plan_year > 2022"
    assert _value(demo, repeats) == pytest.approx(0.25, abs=0.02)
    assert _value(demo, "select avg(is_major) from finding") == pytest.approx(0.02, abs=0.006)
    assert _value(demo, "select avg(has_leader_instruction) from finding") == pytest.approx(0.04, abs=0.01)
    cited = """
        select avg(exists (select 1 from finding_report c join report r using (report_id)
            where c.finding_id = f.finding_id and r.report_kind = 'work_report'))
        from finding f join project using (project_id) where plan_year < 2026
    """
    assert _value(demo, cited) == pytest.approx(0.35, abs=0.03)
    adopted = "select avg(adopted_date is not null) from recommendation"
    assert _value(demo, adopted) == pytest.approx(0.92, abs=0.015)
    per_report = "select 1.0 * count(*) / count(distinct project_id) from finding"
    assert 17 <= _value(demo, per_report) <= 20
    assert 0.9 < _value(demo, "select avg(sent_date is not null) from transfer") < 0.99


def test_rectification_goes_as_fast_as_its_type(demo):
    """立行立改 nearly all done, 63 % of 分阶段 within the year, 持续 slow."""
    old = "found_date < '2025-11-20'"
    rates = _rates(demo, "rectification_type", old)
    assert rates["immediate"] == pytest.approx(0.97, abs=0.015)
    assert rates["continuous"] < 0.65
    within = f"""{STATE} select avg(coalesce(julianday(accepted) - julianday(found_date) <= 365, 0))
        from state where rectification_type = 'phased' and {old}"""
    assert _value(demo, within) == pytest.approx(0.63, abs=0.03)


def test_amounts_are_heavy_tailed(demo):
    """One in fifty findings carries more than a quarter of the money, the land case left aside."""
    ordinary = "select amount_fen from finding where amount_fen < 60000000000 order by 1"
    amounts = demo.execute(text(ordinary)).scalars().all()
    assert sum(amounts[-len(amounts) // 50 :]) / sum(amounts) > 0.25


def test_a_repeat_is_the_same_problem_of_the_same_unit_in_an_earlier_year(demo):
    """`is_repeat` and the prior finding are true to the ledger: none is made up; overlooked are some, told by
    their numbers."""
    overlooked = _value(
        demo, f"select count(*) from finding where is_repeat and finding_id % {OVERLOOKED} = 0"
    )
    assert overlooked == 0
    found = f"""
        select count(*) from finding f join project p using (project_id)
        where f.finding_id % {OVERLOOKED} <> 0 and f.is_repeat <> exists (
            select 1 from finding g join project q on q.project_id = g.project_id
            where g.unit_id = f.unit_id and g.problem_class_code = f.problem_class_code
                and q.plan_year < p.plan_year and g.found_date < f.found_date)
    """
    assert _value(demo, found) == 0
    linked = """
        select count(*) from finding f left join finding g on g.finding_id = f.prior_finding_id
        where f.is_repeat and (g.unit_id is not f.unit_id or g.problem_class_code is not f.problem_class_code)
    """
    assert _value(demo, linked) == 0


def test_one_district_lags(demo):
    """Its rate lies more than 25 points under every other, and it has the most overdue findings."""
    rates = _rates(demo, "region_code")
    lagging = rates.pop(LAGGING_DISTRICT)
    assert min(rates.values()) - lagging > 0.25
    overdue = f"""{STATE} select region_code from state
        where not is_rectified and limit_date < '{AS_OF}' and region_code <> '990100'
        group by 1 order by count(*) desc limit 1"""
    assert _value(demo, overdue) == LAGGING_DISTRICT


def test_one_section_is_exemplary(demo):
    """It rectifies the most, in the two years that are settled, and nearly all of it on time."""
    rates = _rates(demo, "section_code", "plan_year in (2023, 2024)")
    assert max(rates, key=rates.get) == EXEMPLARY_SECTION
    on_time = f"""{STATE} select avg(accepted <= limit_date) from state
        where section_code = '{EXEMPLARY_SECTION}' and is_rectified"""
    assert _value(demo, on_time) > 0.97


def test_one_unit_repeats_the_same_problem_every_year(demo):
    """The builder did not tender what it had to in any of the five plan years."""
    years = demo.execute(
        text(
            "select distinct plan_year from finding f join project using (project_id)"
            " join unit u on u.unit_id = f.unit_id"
            " where u.name = :name and problem_class_code = '040201'"
        ),
        {"name": BUILDER},
    )
    assert sorted(years.scalars()) == [2022, 2023, 2024, 2025, 2026]


def test_one_amount_parts_the_two_rates(demo):
    """In the land case's year the rate by amount is more than 10 points off that by count; nowhere else."""
    paid = (
        "(select coalesce(sum(amount_fen), 0) from rectified_money m where m.finding_id = state.finding_id)"
    )
    by_amount = dict(
        demo.execute(
            text(
                f"{STATE} select plan_year, 1.0 * sum(min(amount_fen, {paid})) / sum(amount_fen)"
                " from state where amount_fen > 0 group by 1"
            )
        ).all()
    )
    by_count = _rates(demo, "plan_year")
    assert [year for year in by_count if abs(by_count[year] - by_amount[year]) > 0.10] == [2024]
    largest = "select u.name from finding f join unit u using (unit_id) order by amount_fen desc limit 1"
    assert _value(demo, largest) == LAND_RESERVE


def test_close_outs_pile_up_before_the_work_report(demo):
    """More is closed in the 24 days up to 9 July than in any 24 days of the spring before."""
    for year in (2023, 2024, 2025, 2026):
        rush = _value(demo, _CLOSED, first=f"{year}-06-16", last=f"{year}-07-09")
        spring = _value(demo, _CLOSED, first=f"{year}-05-01", last=f"{year}-05-24")
        assert rush > 4 * spring, year


_CLOSED = "select count(*) from milestone where kind = 'closed' and fact_date between :first and :last"


def test_reports_have_a_rhythm(demo):
    """May to July and October to December carry three quarters of the reports."""
    busy = """select avg(cast(strftime('%m', delivered_date) as integer) in (5, 6, 7, 10, 11, 12))
        from report where report_kind = 'audit_report'"""
    assert _value(demo, busy) > 0.75


def test_some_projects_still_run(demo):
    """Projects of the last plan year are on their way: without report, with planned dates to come."""
    running = """
        select count(*) from project join project_stage s using (project_id)
        where plan_year = 2026 and stage = 'delivery' and actual_date is null and planned_date is not null
    """
    assert 8 <= _value(demo, running) <= 40


def test_numbers_have_check_digits_and_an_area_nobody_was_given(demo):
    """Credit codes and identity numbers are well formed and carry the one unassigned area code."""
    codes = demo.execute(text("select credit_code from unit")).scalars().all()
    assert all(uscc.is_valid(code) and code[2:8] == UNASSIGNED_AREA for code in codes)
    people = demo.execute(text("select identity_number, birth_date from official")).all()
    for number, birth_date in people:
        assert number[:6] == UNASSIGNED_AREA
        assert number[6:14] == birth_date.replace("-", "")
        assert number[-1] == ric.calc_check_digit(number)


def test_no_place_is_real(demo, shared_data):
    """No code and no name of a region, street or town occurs in the national table of divisions."""
    names, codes = set(), set()
    for level in ("provinces", "cities", "areas", "streets"):
        with (shared_data / f"cn_divisions/{level}.csv").open(encoding="utf-8-sig") as file:
            for line in csv.DictReader(file):
                names.add(line["name"])
                codes.add(line["code"])
    national = "\n".join(names)
    regions = demo.execute(text("select region_code, name from region")).all()
    assert not {code for code, _ in regions} & codes
    assert not any(code.startswith(UNASSIGNED_AREA[:2]) for code in codes)
    for code, name in regions:
        # 示范 is a common word, found in 示范农场 and the like; 示范市 is no place.
        assert (name if code == CITY_CODE else name[:-1]) not in national, name
        below = demo.execute(
            text("select name from unit where region_code = :code and kind = 'government'"), {"code": code}
        )
        for unit in below.scalars():
            township = unit.removeprefix(name).removesuffix("办事处").removesuffix("人民政府")
            assert not township or township not in national, unit


def test_every_unit_says_that_it_is_invented(demo):
    """Each name starts with the fictional city or one of its districts, each row is marked 演示数据."""
    places = tuple(demo.execute(text("select name from region")).scalars())
    assert all(name.startswith(places) for name in demo.execute(text("select name from unit")).scalars())
    for table in ("unit", "official", "project", "finding"):
        assert demo.execute(text(f"select distinct source from {table}")).scalars().all() == ["演示数据"]


def test_texts_are_filled_in(demo):
    """No placeholder is left, titles run from terse to very long, and hardly two findings read alike."""
    titles = demo.execute(text("select title from finding")).scalars().all()
    words = demo.execute(text("select description from finding")).scalars().all()
    assert not any("{" in line or "None" in line for line in titles + words)
    assert min(map(len, titles)) < 12
    assert max(map(len, titles)) > 100
    assert len(set(words)) > 9_900


def test_the_map_is_one_piece_without_gaps(demo):
    """Twelve valid polygons in open sea, sharing their borders, with the codes of the regions."""
    features = json.loads(FILE.read_text(encoding="utf-8"))["features"]
    polygons = {feature["properties"]["adcode"]: shape(feature["geometry"]) for feature in features}
    codes = demo.execute(text("select region_code from region where level = 'district'")).scalars().all()
    assert sorted(polygons) == sorted(codes)
    assert all(polygon.is_valid and polygon.geom_type == "Polygon" for polygon in polygons.values())
    city = union_all(list(polygons.values()))
    assert city.geom_type == "Polygon"
    assert not city.interiors
    assert city.area == pytest.approx(sum(polygon.area for polygon in polygons.values()), rel=1e-9)
    assert all(feature["properties"]["is_fictional"] for feature in features)


def test_the_map_is_what_the_script_draws():
    """The file is not edited by hand: drawing it again gives the same outlines."""
    assert feature_collection() == FILE.read_text(encoding="utf-8")
    assert len(districts()) == 12


def test_init_fills_a_new_database_once(engine):
    """First run: three administrators with passwords and one event; second run: nothing but the schema."""
    first = initialise(engine, is_demo=False)
    assert (first.is_new, first.findings, len(first.passwords)) == (True, 0, 3)
    again = initialise(engine, is_demo=False)
    assert (again.is_new, again.passwords) == (False, ())
    assert not initialise(engine, is_demo=True).is_new
    with reading(engine) as connection:
        kinds = connection.execute(text("select kind from event order by event_id")).scalars().all()
        assert (kinds[-1], kinds.count("database_initialised")) == ("database_initialised", 1)
        assert first_broken_link(connection)[0] is None
        assert not bureau(connection).is_demo
        assert _value(connection, "select count(*) from finding") == 0


def test_init_after_an_interrupted_run(engine, monkeypatch):
    """A build that fails half-way leaves empty tables, and the next run fills them."""

    def fail(*_, **__):
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr("data.initialise.demo_accounts", fail)
        patched.setattr("data.initialise.FINDINGS", 200)
        with pytest.raises(OSError, match="disk full"):
            initialise(engine, is_demo=True)
    with reading(engine) as connection:
        assert _value(connection, "select count(*) from finding") == 0
    monkeypatch.setattr("data.initialise.FINDINGS", 200)
    outcome = initialise(engine, is_demo=True)
    assert (outcome.is_new, outcome.findings) == (True, 200)
    with reading(engine) as connection:
        bound = "select region_code from account where region_code is not null"
        assert connection.execute(text(bound)).scalars().all() == [LAGGING_DISTRICT]


@pytest.mark.parametrize("findings", [1, 999])
def test_it_can_be_built_small(sqlite_engine, findings):
    """Tests and trials may ask for any number of findings and get exactly that many."""
    with writing(sqlite_engine) as connection:
        reference_data.load(connection)
        build(connection, findings=findings)
        assert _value(connection, "select count(*) from finding") == findings


def test_its_staff_are_the_auditors_of_its_projects(demo):
    """150 persons; every lead is one of them; teams, pauses and time sheets end with the as-of day."""
    assert _value(demo, "select count(*) from staff") == 150
    leads = """
        select count(*)
        from (select business_lead as lead from project union select data_lead from project) as p
        where lead is not null and lead not in (select name from staff where is_business)
    """
    assert _value(demo, leads) == 0
    assert 20_000 < _value(demo, "select count(*) from work_record") < 40_000
    assert _value(demo, "select max(week_date) from work_record") <= "2026-11-16"
    online = "select 1.0 * sum(half_days) filter (where mode = 'online') / sum(half_days) from work_record"
    assert 0.15 < _value(demo, online) < 0.4
    assert _value(demo, "select count(*) from project_pause where approved_date is null") > 5
    assert _value(demo, "select count(*) from project_pause where last_date is null") >= 1
    assert _value(demo, "select count(distinct digital_step) from project") == 4


def test_suspects_are_of_models_of_the_library_under_their_titles(demo):
    titles = {code: model.title.zh for code, model in shipped_models().items()}
    found = demo.execute(text("select distinct model_code, summary from suspect")).all()
    assert found
    assert not [row for row in found if not row.summary.startswith(f"{titles.get(row.model_code)}：")]


def test_the_public_works_out_of_line_are_those_planted(demo, figures):
    """Deep cuts, nothing cut, unit costs of twice or a tenth: each is found, and nothing else is."""
    filters = Filters(as_of=AS_OF)

    def codes(name, column, state):
        rows = detail(figures, kpis()[name], filters)
        return set(rows[rows["fence_state"] == state][column])

    planted = "select settlement_code from settlement_review where approved_fen"
    deep = set(demo.execute(text(f"{planted} < submitted_fen * 0.7")).scalars())
    uncut = set(demo.execute(text(f"{planted} = submitted_fen and submitted_fen > 1000000000")).scalars())
    assert len(deep) > 3
    assert len(uncut) > 3
    assert codes("settlement_cut_outliers", "settlement_code", "above") == deep
    assert codes("settlement_cut_outliers", "settlement_code", "uncut") == uncut
    written = demo.execute(text("select unit_cost_code from unit_cost order by unit_cost_id")).scalars().all()
    dear, cheap = set(written[11::40]), set(written[33::80])
    assert codes("unit_cost_outliers", "unit_cost_code", "above") == dear
    assert codes("unit_cost_outliers", "unit_cost_code", "below") == cheap
    differing = detail(figures, kpis()["two_level_difference_rate"], filters)
    assert 0.2 < (differing["level_difference_fen"] != 0).mean() < 0.4
    assert 3 <= value(figures, kpis()["two_level_unexplained"], filters).value <= 10
    over = detail(figures, kpis()["supplementary_over"], filters)
    assert 10 < len(over) < 40
