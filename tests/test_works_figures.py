"""Figures of public works against answers worked out by hand; what their registers take and refuse."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from data.bureau import set_value
from data.engine import connect_to, reading, writing
from data.schema import SettlementReview, UnitCost
from queries.catalog import kpis
from queries.filters import Filters
from queries.rows import detail
from queries.run import breakdown, value
from queries.source import Source, open_source
from tests.ledger_rows import add_house, settle
from tests.register_files import brought, counted, reasons
from tests.works_rows import add_varied_works

DAY = date(2025, 6, 30)
BEFORE = date(2025, 6, 29)
NEXT_DAY = date(2025, 7, 1)
YUAN = 100


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Source]:
    folder = tmp_path_factory.mktemp("works")
    engine = connect_to(f"sqlite:///{shutil.copy(sqlite_template, folder / 'audit.db')}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_VAR_DIR", str(folder))
        with writing(engine) as connection:
            add_house(connection)
            add_varied_works(connection)
            settle(connection)
        yield open_source(engine)
        engine.dispose()


def figure(source: Source, name: str, day: date = DAY, **narrowed: object) -> float | None:
    found = value(source, kpis()[name], Filters(as_of=day, **narrowed)).value  # type: ignore[arg-type]
    return None if found is None else float(found)


@pytest.mark.parametrize(
    ("name", "the_day_before", "on_the_day", "a_day_later"),
    [
        # Eight and one roads, two schools, and three on their way, of which one is submitted on the day.
        ("settlements", 13, 14, 14),
        # JS-9 is approved on the day itself, on which JS-12 comes in.
        ("settlements_in_review", 3, 3, 3),
        ("settlements_submitted", 21_300_001 * YUAN, 21_500_001 * YUAN, 21_500_001 * YUAN),
        # 1 + … + 8 per cent of 100,000, and 40,000 from the day on.
        ("settlement_cut", 36_000 * YUAN, 76_000 * YUAN, 76_000 * YUAN),
        ("settlement_cut_rate", 36_000 / 20_800_001, 76_000 / 20_900_001, 76_000 / 20_900_001),
        # More than ten million and uncut; with the ninth road, 40 % above 7 % + 1.5 × (7 % − 3 %).
        ("settlement_cut_outliers", 1, 2, 2),
        ("two_level_settlements", 3, 3, 4),
        ("two_level_difference_rate", 1_500 / 300_000, 1_500 / 300_000, 1_500 / 300_000),
        # The third is explained on the day; the second never is.
        ("two_level_unexplained", 2, 1, 1),
        # Four contracts of a million: 60,000 + 100,000 − 10,001 + 50,000, then 100,001, then 1.
        ("contract_variation_rate", 199_999 / 4_000_000, 300_000 / 4_000_000, 300_001 / 4_000_000),
        ("contract_variations", 199_999 * YUAN, 300_000 * YUAN, 300_001 * YUAN),
        # A tenth itself is not more than a tenth.
        ("supplementary_over", 0, 1, 2),
        ("unit_costs", 8, 9, 9),
        # 10 … 17 million: half of 13 and 14; with 40 it is 14, and 40 lies above 16 + 1.5 × (16 − 12).
        ("unit_cost_median", 13_500_000 * YUAN, 14_000_000 * YUAN, 14_000_000 * YUAN),
        ("unit_cost_lower_quartile", 11_750_000 * YUAN, 12_000_000 * YUAN, 12_000_000 * YUAN),
        ("unit_cost_upper_quartile", 15_250_000 * YUAN, 16_000_000 * YUAN, 16_000_000 * YUAN),
        ("unit_cost_outliers", 0, 1, 1),
        # Eight of 10 to 17 million with the median 13.5; from the day on 40 more, and the median 14.
        ("unit_cost_level", 1.0, 148 / 14 / 9, 148 / 14 / 9),
        ("works_tracked", 0, 0, 0),
    ],
)
def test_figures_around_the_day(
    bureau: Source, name: str, the_day_before: float, on_the_day: float, a_day_later: float
) -> None:
    assert figure(bureau, name, BEFORE) == pytest.approx(the_day_before)
    assert figure(bureau, name) == pytest.approx(on_the_day)
    assert figure(bureau, name, NEXT_DAY) == pytest.approx(a_day_later)


def test_the_step_is_that_of_the_level_that_decides(bureau: Source) -> None:
    def steps(day: date) -> dict[object, int]:
        found = breakdown(bureau, kpis()["settlements_in_review"], Filters(as_of=day), "settlement_step")
        return {group.code: group.figure.rows for group in found}

    # JS-12 comes on the day; JS-14 stands where the district has it, until the city has it a day later.
    assert steps(BEFORE) == {"first_review": 2, "submitted": 1}
    assert steps(DAY) == {"submitted": 1, "first_review": 1, "second_review": 1}
    assert steps(NEXT_DAY) == {"submitted": 2, "first_review": 1}


def test_two_levels_stand_side_by_side_in_one_row(bureau: Source) -> None:
    rows = detail(bureau, kpis()["two_level_settlements"], Filters(as_of=DAY)).set_index("settlement_code")
    second, third = rows.loc["JS-2"], rows.loc["JS-3"]
    assert (second["municipal_fen"], second["district_fen"]) == (98_000 * YUAN, 98_500 * YUAN)
    assert (second["level_difference_fen"], second["level_difference"]) == (500 * YUAN, "unexplained")
    assert (third["level_difference_fen"], third["difference_reason"]) == (-1_000 * YUAN, "签证重复计取")
    assert rows.loc["JS-1", "level_difference"] == "none"


def test_few_settlements_have_no_fence(bureau: Source) -> None:
    rows = detail(bureau, kpis()["settlements"], Filters(as_of=DAY)).set_index("settlement_code")
    assert rows.loc["JS-11", "fence_state"] == "unknown"
    assert rows.loc["JS-10", "fence_state"] == "uncut"
    assert rows.loc["JS-9", "cut_fence_rate"] == pytest.approx(0.07 + 1.5 * 0.04)


@pytest.fixture
def small(sqlite_engine: Engine) -> Engine:
    with writing(sqlite_engine) as connection:
        set_value(connection, "as_of", "2026-11-20")
    brought(sqlite_engine, "investment_projects", {"项目编号": "XM-1", "项目名称": "示范路"})
    return sqlite_engine


def test_both_levels_bring_their_review_under_one_number(small: Engine) -> None:
    row = {"结算编号": "JS-1", "投资项目编号": "XM-1", "送审日期": "2026-03-02", "送审金额": "1000万元"}
    city, district = row | {"审核级次": "市级"}, row | {"审核级次": "区级"}
    assert counted(brought(small, "settlements", city, district)) == (2, 0, 0, 0)
    later = city | {"审定日期": "2026-06-05", "审定金额": "930万元"}
    assert counted(brought(small, "settlements", later, district)) == (0, 1, 1, 0)
    assert counted(brought(small, "settlements", later, district)) == (0, 0, 2, 0)
    with reading(small) as connection:
        told = connection.execute(select(SettlementReview.level, SettlementReview.approved_fen)).all()
    assert sorted(told) == [("district", None), ("municipal", 930_000_000)]
    brought(small, "investment_projects", {"项目编号": "XM-2", "项目名称": "示范桥"})
    refused = brought(
        small,
        "settlements",
        city | {"结算编号": "JS-2", "审定日期": "2026-06-05"},
        city | {"结算编号": "JS-3", "差异原因": "单价不同"},
        city | {"结算编号": "JS-4", "投资项目编号": "XM-9"},
        city | {"投资项目编号": "XM-2", "审核级次": "区级"},
    )
    assert [told[1] for told in reasons(refused)] == [
        "审定金额",
        "差异说明日期",
        "投资项目编号",
        "结算编号",
    ]


def test_quantities_are_in_the_unit_of_their_type(small: Engine) -> None:
    row = {
        "指标编号": "ZB-1",
        "投资项目编号": "XM-1",
        "工程类型": "市政道路",
        "工程量": "2.45km",
        "造价": "5000万元",
        "计价日期": "2026-06-05",
    }
    floor = {"指标编号": "ZB-2", "工程类型": "房屋建筑", "工程量": "12,000㎡"}
    assert counted(brought(small, "unit_costs", row, row | floor)) == (2, 0, 0, 0)
    with reading(small) as connection:
        told = connection.scalars(
            select(UnitCost.quantity_thousandths).order_by(UnitCost.unit_cost_code)
        ).all()
    assert list(told) == [2_450, 12_000_000]
    wrong = [{"工程量": "300米"}, {"工程量": "0"}, {"工程量": "1.2345"}, {"造价": "0"}]
    refused = brought(
        small, "unit_costs", *(row | one | {"指标编号": f"ZC-{n}"} for n, one in enumerate(wrong))
    )
    assert [told[1] for told in reasons(refused)] == ["工程量", "工程量", "工程量", "造价"]
