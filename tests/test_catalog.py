"""Every KPI file keeps its promises: the tile equals the rows, groups add up, titles in both languages."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.bureau import set_value
from data.engine import connect_to, writing
from queries.catalog import CatalogueError, kpi_of_group, kpis, read_kpi
from queries.columns import COLUMNS
from queries.dimensions import DIMENSIONS
from queries.filters import Filters
from queries.rows import count_rows, detail
from queries.run import Figure, breakdown, value
from queries.source import Source, open_source
from tests.coverage_rows import add_a_varied_universe
from tests.data_room_rows import add_a_varied_data_room
from tests.investment_rows import add_varied_investments
from tests.ledger_rows import add_a_varied_ledger, add_house, settle
from tests.major_rows import add_varied_major_problems
from tests.management_rows import add_varied_management
from tests.model_rows import add_varied_models, add_varied_runs
from tests.plan_rows import add_a_varied_plan
from tests.post_rows import add_varied_posts
from tests.progress_rows import add_a_varied_progress
from tests.suspect_rows import add_evidence
from tests.system_rows import add_varied_systems
from tests.task_rows import add_a_varied_board
from tests.team_rows import add_varied_team
from tests.works_rows import add_varied_works

DAY = date(2025, 6, 30)
REQUIRED = {
    "rectification_rate_by_count",
    "rectification_rate_by_amount",
    "rectification_rate_due",
    "rectification_on_time",
    "report_amount_rectification_rate",
    "close_out_rate",
    "findings",
    "findings_open",
    "findings_overdue",
    "overdue_amount",
    "ageing",
    "days_to_rectify_median",
    "days_to_rectify_p90",
    "repeat_findings",
    "repeat_finding_rate",
    "recommendation_adoption",
    "rules_established",
    "transfer_rate",
    "amount_by_kind",
}
NAMES = sorted(kpis())


def varied(engine: Engine) -> Source:
    with writing(engine) as connection:
        add_house(connection)
        add_a_varied_ledger(connection)
        add_a_varied_progress(connection)
        add_a_varied_plan(connection)
        add_a_varied_board(connection)
        add_a_varied_universe(connection)
        add_varied_posts(connection)
        add_varied_models(connection)
        add_varied_runs(connection)
        add_a_varied_data_room(connection)
        add_evidence(connection)
        add_varied_investments(connection)
        add_varied_works(connection)
        add_varied_systems(connection)
        add_varied_major_problems(connection)
        add_varied_management(connection)
        add_varied_team(connection)
        set_value(connection, "as_of", DAY.isoformat())
        settle(connection)
    return open_source(engine)


@pytest.fixture(scope="module")
def sqlite_source(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Source:
    """For what does not depend on where the ledger was read from. Tests only ask it: one serves them all."""
    folder = tmp_path_factory.mktemp("catalogue")
    engine = connect_to(f"sqlite:///{shutil.copy(sqlite_template, folder / 'audit.db')}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_VAR_DIR", str(folder))
        opened = varied(engine)
    engine.dispose()
    return opened


@pytest.fixture(scope="module")
def totals(sqlite_source: Source) -> dict[str, Figure]:
    """The figure of every KPI, without any filter."""
    return {name: value(sqlite_source, kpi, Filters(as_of=DAY)) for name, kpi in kpis().items()}


def test_the_promised_kpis_are_there() -> None:
    assert set(NAMES) >= REQUIRED


@pytest.mark.parametrize("name", NAMES)
def test_header(name: str) -> None:
    kpi = kpis()[name]
    for words in (kpi.title, kpi.definition):
        assert re.search(r"[\u4e00-\u9fff]", words.zh)
        assert words.en
        assert not re.search(r"[\u4e00-\u9fff]", words.en)
    assert set(kpi.columns) <= COLUMNS.keys()
    assert set(kpi.group_by) <= DIMENSIONS.keys()
    assert kpi.better or not kpi.denominator, "a rate says which way is better"
    assert ";" not in kpi.sql


def test_every_kpi_has_figures_and_its_tile_is_the_measure_over_the_exported_rows(
    sqlite_source: Source, totals: dict[str, Figure]
) -> None:
    source, filters = sqlite_source, Filters(as_of=DAY)
    for kpi in kpis().values():
        figure = totals[kpi.name]
        assert figure.value is not None, kpi.name
        rows = detail(source, kpi, filters)
        assert len(rows) == figure.rows, kpi.name
        exported = source.connection.cursor()
        exported.register("exported", rows)
        again = exported.execute(f"select {kpi.measure} from exported").fetchone()
        assert again is not None
        assert again[0] == pytest.approx(figure.value, rel=1e-12), kpi.name


def test_every_figure_is_the_same_from_postgresql(
    totals: dict[str, Figure], postgresql_engine: Engine
) -> None:
    source, filters = varied(postgresql_engine), Filters(as_of=DAY)
    for kpi in kpis().values():
        figure, expected = value(source, kpi, filters), totals[kpi.name]
        assert figure.value == pytest.approx(expected.value, rel=1e-12), kpi.name
        assert (figure.numerator, figure.rows) == (expected.numerator, expected.rows), kpi.name


def test_groups_add_up_over_every_dimension_and_open_exactly_their_rows(
    sqlite_source: Source, totals: dict[str, Figure]
) -> None:
    """Whether a dimension parts the rows is a matter of their relation; how figures add up, of the KPI.

    So every dimension is tried once on every relation, and at least one on every KPI.
    """
    source, filters = sqlite_source, Filters(as_of=DAY)
    tried, opened = set(), set()
    for turn, kpi in enumerate(kpis().values()):
        total = totals[kpi.name]
        for place, dimension in enumerate(kpi.group_by):
            if (kpi.relation, dimension) in tried and place != turn % len(kpi.group_by):
                continue
            where = f"{kpi.name} by {dimension}"
            found = breakdown(source, kpi, filters, dimension)
            groups = [group.figure for group in found]
            assert sum(group.rows for group in groups) == total.rows, where
            if kpi.additive and kpi.denominator:
                assert sum(group.numerator or 0 for group in groups) == total.numerator, where
                assert sum(group.denominator or 0 for group in groups) == total.denominator, where
            elif kpi.additive:
                assert sum(group.value or 0 for group in groups) == total.value, where
            if not found:
                continue  # a figure without rows tries nothing
            tried.add((kpi.relation, dimension))
            group = found[-1 - turn % len(found)]  # the last is 未填 where there is one
            narrowed = Filters(as_of=DAY, drill=((dimension, group.code),))
            assert value(source, kpi, narrowed) == group.figure, (where, group.code)
            if dimension not in opened:
                assert count_rows(source, kpi, narrowed) == group.figure.rows, (where, group.code)
            opened.add(dimension)
    assert opened == {dimension for kpi in kpis().values() for dimension in kpi.group_by}


def test_a_kpi_that_is_a_group_of_another_is_that_group(
    sqlite_source: Source, totals: dict[str, Figure]
) -> None:
    parts = [kpi for kpi in kpis().values() if kpi.part_of]
    assert parts
    for kpi in parts:
        assert kpi.part_of is not None
        of = kpi.part_of
        assert kpi_of_group(of.kpi, of.by, of.code) is kpi, "two KPIs say that they are this group"
        assert of.by in kpis()[of.kpi].group_by
        narrowed = Filters(as_of=DAY, drill=((of.by, of.code),))
        assert value(sqlite_source, kpis()[of.kpi], narrowed) == totals[kpi.name], kpi.name


def test_the_ledger_has_a_group_not_filled_in(sqlite_source: Source) -> None:
    groups = breakdown(sqlite_source, kpis()["findings"], Filters(as_of=DAY), "problem_class")
    assert groups[-1].code == ""
    assert groups[-1].figure.rows > 0


@pytest.mark.parametrize("text", ["select 1", "/* title = 1 */ select 1", "/* group_by = [ */ select 1"])
def test_a_faulty_file_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "faulty.sql"
    file.write_text(text, "utf-8")
    with pytest.raises(CatalogueError, match=r"faulty\.sql"):
        read_kpi(file)


def test_an_undeclared_dimension_is_refused(sqlite_source: Source) -> None:
    with pytest.raises(KeyError):
        breakdown(sqlite_source, kpis()["findings"], Filters(as_of=DAY), "title; drop table finding")
