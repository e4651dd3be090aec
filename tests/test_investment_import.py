"""Importing investment projects: any file, a confirmed system, dated facts, and nothing left out silently."""

import argparse
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from sqlalchemy import Engine, func, select

from commands import import_
from data.access.roles import COMMAND_LINE
from data.bureau import set_value
from data.engine import reading, writing
from data.geo.gcj02 import gcj02_of_wgs84
from data.geo.layers.installing import NewLayer, add_layer
from data.geo.places import place
from data.intake.reading.sheet import Sheet, Source
from data.investment import system_of_file
from data.investment.placing import placed
from data.investment.reading import read_projects
from data.investment.system_of_file import in_system, proposed_system
from data.registers import book
from data.registers.importing import import_source
from data.registers.register import registers
from data.schema import InvestmentFact, InvestmentPlace, InvestmentProject
from tests.register_files import bring_house, brought, counted, reasons

PROJECTS = "investment_projects"
ROW = {"项目编号": "XM-1", "项目名称": "示范路", "区划代码": "990101", "数据截止日期": "2026-06-30"}


@pytest.fixture
def bureau(engine: Engine) -> Engine:
    return _on_its_day(engine)


@pytest.fixture
def small(sqlite_engine: Engine) -> Engine:
    return _on_its_day(sqlite_engine)


def _on_its_day(engine: Engine) -> Engine:
    with writing(engine) as connection:
        set_value(connection, "as_of", "2026-11-20")
    bring_house(engine)
    return engine


def facts(engine: Engine) -> list[tuple[str, str, Any]]:
    """(kind, day, amount in yuan, share or day) of all facts."""
    question = select(InvestmentFact).order_by(InvestmentFact.kind, InvestmentFact.fact_date)
    with reading(engine) as connection:
        rows = connection.execute(question).mappings().all()
    return [
        (
            row["kind"],
            row["fact_date"].isoformat(),
            row["amount_fen"] // 100 if row["amount_fen"] is not None else row["share_basis_points"],
        )
        for row in rows
    ]


def test_a_second_import_changes_nothing_and_a_later_one_adds_dated_facts(bureau: Engine) -> None:
    first = ROW | {
        "立项批复日期": "2025-03-01",
        "投资估算": "900",
        "概算": "1000",
        "合同金额": "800",
        "已支付金额": "200",
        "形象进度": "30%",
        "实际开工日期": "2025-06-01",
        "预计竣工日期": "2026-12-31",
    }
    assert counted(brought(bureau, PROJECTS, first)) == (1, 0, 0, 0)
    was = facts(bureau)
    assert was == [
        ("approved", "2025-03-01", None),
        ("approved_budget", "2026-06-30", 1000),
        ("contract", "2026-06-30", 800),
        ("estimate", "2025-03-01", 900),
        ("paid", "2026-06-30", 200),
        ("progress", "2026-06-30", 3000),
        ("projected", "2026-06-30", None),
        ("started", "2025-06-01", None),
    ]
    assert counted(brought(bureau, PROJECTS, first)) == (0, 0, 1, 0)
    assert facts(bureau) == was
    later = first | {"数据截止日期": "2026-09-30", "已支付金额": "500", "形象进度": "55", "概算": "1100"}
    assert counted(brought(bureau, PROJECTS, later)) == (0, 1, 0, 0)
    added = [fact for fact in facts(bureau) if fact not in was]
    assert added == [
        ("approved_budget", "2026-09-30", 1100),
        ("paid", "2026-09-30", 300),
        ("progress", "2026-09-30", 5500),
    ]
    assert counted(brought(bureau, PROJECTS, later)) == (0, 0, 1, 0)
    assert [fact for fact in facts(bureau) if fact in was] == was, "what was known in June stays"


LIST = {"项目编号": "XM-1", "项目名称": "示范路", "区划代码": "990101"}
JUNE, NOVEMBER = {"数据截止日期": "2026-06-30"}, {"数据截止日期": "2026-11-01"}


def test_money_known_to_be_there_earlier_counts_once(bureau: Engine) -> None:
    brought(bureau, PROJECTS, LIST | NOVEMBER | {"合同金额": "800", "已支付金额": "100"})
    signed = LIST | {"合同金额": "800", "合同签订日期": "2025-03-01"}
    assert counted(brought(bureau, PROJECTS, signed)) == (0, 1, 0, 0)
    assert facts(bureau) == [("contract", "2025-03-01", 800), ("paid", "2026-11-01", 100)]
    june = LIST | JUNE | {"已支付金额": "60"}
    assert counted(brought(bureau, PROJECTS, june)) == (0, 1, 0, 0)
    paid = [("paid", "2026-06-30", 60), ("paid", "2026-11-01", 40)]
    assert facts(bureau) == [("contract", "2025-03-01", 800), *paid]
    assert counted(brought(bureau, PROJECTS, signed, june)) == (0, 0, 2, 0)
    brought(bureau, PROJECTS, LIST | {"数据截止日期": "2026-03-31", "已支付金额": "130"})
    assert [fact[1:] for fact in facts(bureau) if fact[0] == "paid"] == [
        ("2026-03-31", 130),
        ("2026-06-30", -70),
        ("2026-11-01", 40),
    ], "what was stated for June and November still holds"


def test_lists_of_one_file_may_come_in_any_order(small: Engine) -> None:
    rows = [LIST | NOVEMBER | {"已支付金额": "100"}, LIST | JUNE | {"已支付金额": "60"}]
    brought(small, PROJECTS, *rows)
    assert facts(small) == [("paid", "2026-06-30", 60), ("paid", "2026-11-01", 40)]
    assert brought(small, PROJECTS, *rows).changed == ()


def test_a_total_with_its_own_day_is_still_that_of_the_day_of_its_list(small: Engine) -> None:
    brought(small, PROJECTS, LIST | JUNE | {"合同金额": "300"})
    brought(small, PROJECTS, LIST | NOVEMBER | {"合同金额": "1000", "合同签订日期": "2025-03-01"})
    assert facts(small) == [("contract", "2025-03-01", 1000), ("contract", "2026-06-30", 0)]


def test_an_amount_dated_by_its_file_moves_to_its_own_day(bureau: Engine) -> None:
    brought(bureau, PROJECTS, LIST | NOVEMBER | {"概算": "1000", "审定金额": "700"})
    corrected = LIST | {"概算": "1200", "概算批复日期": "2026-05-01"}
    corrected |= {"审定金额": "700", "审定日期": "2026-08-01"}
    assert counted(brought(bureau, PROJECTS, corrected)) == (0, 1, 0, 0)
    was = [("approved_budget", "2026-05-01", 1200), ("settled", "2026-08-01", 700)]
    assert facts(bureau) == was
    assert counted(brought(bureau, PROJECTS, corrected)) == (0, 0, 1, 0)
    # An earlier one with a day of its own stands beside it: what has its own day stays.
    brought(bureau, PROJECTS, LIST | {"概算": "900", "概算批复日期": "2024-05-01"})
    assert facts(bureau) == [("approved_budget", "2024-05-01", 900), *was]


def test_a_list_does_not_correct_what_was_told_after_it(small: Engine) -> None:
    brought(small, PROJECTS, LIST | NOVEMBER | {"概算": "1200"})
    brought(small, PROJECTS, LIST | JUNE | {"概算": "1000", "概算批复日期": "2026-05-01"})
    assert facts(small) == [("approved_budget", "2026-05-01", 1000), ("approved_budget", "2026-11-01", 1200)]


def test_nought_without_a_day_settles_nothing(small: Engine) -> None:
    row = LIST | NOVEMBER | {"概算": "1000", "审定金额": "0", "决算金额": "0"}
    done = brought(small, PROJECTS, row)
    assert facts(small) == [("approved_budget", "2026-11-01", 1000)]
    told = [(notice.column, notice.message) for notice in done.notices if notice.column]
    assert told == [(column, "填 0 而没有日期，未登记") for column in ("审定金额", "决算金额")]
    brought(small, PROJECTS, row | {"审定日期": "2026-10-01"})
    assert ("settled", "2026-10-01", 0) in facts(small), "with its day it is stated"


def test_places_keep_what_came_and_say_why_they_are_outside(bureau: Engine) -> None:
    _districts(bureau)
    rows = [
        {"项目编号": "A", "项目名称": "甲", "经度": "117.52", "纬度": "36.72", "坐标系": "CGCS2000"},
        {"项目编号": "B", "项目名称": "乙", "经度": "36.72", "纬度": "117.52", "坐标系": "cgcs2000"},
        {
            "项目编号": "C",
            "项目名称": "丙",
            "经度": "548245.933",
            "纬度": "4064908.054",
            "坐标系": "epsg:4548",
        },
        {
            "项目编号": "D",
            "项目名称": "丁",
            "图形（WKT）": "LINESTRING (117.52 36.72, 117.53 36.72)",
            "坐标系": "国家2000",
        },
        {"项目编号": "E", "项目名称": "戊", "经度": "117.52", "坐标系": "cgcs2000"},
        {"项目编号": "F", "项目名称": "己", "经度": "117.52", "纬度": "36.72"},
        {"项目编号": "G", "项目名称": "庚", "图形（WKT）": "POINT 1 2", "坐标系": "cgcs2000"},
        {"项目编号": "H", "项目名称": "辛", "经度": "117.52", "纬度": "36.72", "坐标系": "火星"},
    ]
    done = brought(bureau, PROJECTS, *rows)
    assert counted(done) == (4, 0, 0, 4)
    assert [(line, column) for line, column, __ in reasons(done)] == [
        (6, "纬度"),
        (7, "坐标系"),
        (8, "图形（WKT）"),
        (9, "坐标系"),
    ]
    assert [(notice.line, notice.message) for notice in done.notices if notice.column] == [
        (3, "落在辖区外，按原样保留：经纬度（横纵坐标）写反")
    ]
    with reading(bureau) as connection:
        question = select(
            InvestmentProject.project_code, InvestmentProject.region_code, *InvestmentPlace.__table__.columns
        ).join(
            InvestmentPlace, InvestmentPlace.investment_project_id == InvestmentProject.investment_project_id
        )
        places = {row.project_code: row for row in connection.execute(question)}
    assert places["A"].region_code == "990101", "no region declared: the one in which it lies"
    assert (places["B"].landing, places["B"].geometry) == ("swapped", None)
    assert shapely.from_wkb(places["B"].geometry_as_brought).wkt == "POINT (36.72 117.52)"
    assert (places["C"].longitude, places["C"].latitude) == (117.54, 36.714)
    assert places["C"].declared_system == "epsg:4548"
    assert places["D"].shape_kind == "line"
    assert places["D"].length_m == pytest.approx(893.6, abs=1)
    assert counted(brought(bureau, PROJECTS, *rows)) == (0, 0, 4, 4)


def test_the_command_wants_the_system_confirmed(small: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    """Points along the border are at home only if they are GCJ-02: a dry run says so, an import asks."""
    _districts(small)
    longitudes, latitudes = [117.598, 117.5] * 6, [36.62 + 0.014 * number for number in range(12)]
    east, north = gcj02_of_wgs84(longitudes, latitudes)
    features = [
        {
            "type": "Feature",
            "properties": {"项目编号": f"G-{number}", "项目名称": f"工程{number}", "区划代码": "990101"},
            "geometry": {"type": "Point", "coordinates": [round(x, 6), round(y, 6)]},
        }
        for number, (x, y) in enumerate(zip(east, north, strict=True))
    ]
    file = Path(os.environ["AUDIT_VAR_DIR"]) / "projects.geojson"
    told = {"type": "FeatureCollection", "features": features}
    file.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    assert _command(small, str(file)) == 1
    assert "--system gcj02" in capsys.readouterr().err
    assert _command(small, str(file), "--dry-run") == 0
    assert "新增 12" in capsys.readouterr().out
    with reading(small) as connection:
        assert connection.scalar(select(func.count()).select_from(InvestmentProject)) == 0
    assert _command(small, str(file), "--system", "gcj02") == 0
    with reading(small) as connection:
        places = connection.execute(select(InvestmentPlace.__table__)).all()
    assert {(place.declared_system, place.landing) for place in places} == {("gcj02", None)}
    assert [place.longitude for place in places] == longitudes
    capsys.readouterr()
    assert _command(small, str(file), "--system", "gcj02") == 0
    assert "不变 12" in capsys.readouterr().out


def test_a_survey_s_x_is_its_northing_and_is_seen_to_be(
    small: Engine, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _districts(small)
    file = tmp_path / "测量.csv"
    lines = [f"S-{step},工程{step},{4_064_908 + step},{548_245 + step}" for step in range(12)]
    file.write_text("\n".join(["项目编号,项目名称,X坐标,y 坐标", *lines]), "gb18030")
    assert _command(small, str(file)) == 1
    assert "--system epsg:4548 --north-first" in capsys.readouterr().err
    assert _command(small, str(file), "--system", "epsg:4548", "--north-first") == 0
    with reading(small) as connection:
        place = connection.execute(select(InvestmentPlace.__table__)).first()
    assert place is not None
    assert (place.longitude, place.latitude) == pytest.approx((117.54, 36.714), abs=1e-4)


def _command(engine: Engine, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    import_.add_arguments(parser)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_, "connect_to", lambda __: engine)
        return import_.run(parser.parse_args([PROJECTS, *arguments]))


# The answers of the real city are in ../shared/data/cali_projects/README.md.
CALI = {
    "Infraestructura_2024": {"Dirección": "项目名称", "Longitud": "申报长度"},
    "Reporte_gobierno_GO2025": {
        "DIRECCIÓN": "项目名称",
        "FECHA_INCI": "开工日期",
        "FECHA_FIN": "竣工日期",
    },
}


@pytest.mark.parametrize(
    ("name", "rows", "metres"),
    [("Infraestructura_2024", 312, 61_934.6), ("Reporte_gobierno_GO2025", 401, 30_208.4)],
)
def test_the_projects_of_a_real_city(  # noqa: PLR0917 - what is known of each file
    name: str,
    rows: int,
    metres: float,
    small: Engine,
    shared_data: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = shared_data / "cali_projects"
    city = place([shapely.box(-76.7, 3.2, -76.3, 3.6)])
    for module in (book, system_of_file):
        monkeypatch.setattr(module, "district_place", lambda __: city)
    brought_file = read_projects(f"{name}.zip", (folder / f"{name}.zip").read_bytes())
    preset = registers()[PROJECTS].preset()
    source = _called(brought_file.source, CALI[name])
    with reading(small) as connection:
        proposal = proposed_system(connection, replace(brought_file, source=source), preset)
    assert proposal is not None
    assert proposal.code == brought_file.system
    preset = in_system(preset, proposal.code)
    done = import_source(small, source, registers()[PROJECTS], preset).preview
    assert done.rows == rows
    assert len(done.added) + done.refused_rows == rows, "nothing is left out silently"
    with reading(small) as connection:
        question = select(InvestmentPlace.length_m, InvestmentProject.declared_length_m).join(
            InvestmentProject,
            InvestmentPlace.investment_project_id == InvestmentProject.investment_project_id,
        )
        told = connection.execute(question).all()
    at = brought_file.source.sheets[0].lines.index
    shape_at = [str(title) for title in source.sheets[0].rows[0]].index("图形（WKT）")
    refused = [str(source.sheets[0].rows[at(refusal.line)][shape_at]) for refusal in done.refused]
    left = placed(np.array(shapely.from_wkt(refused), dtype=object), proposal.code, city)
    lengths = [row.length_m for row in told] + [entry["length_m"] for entry in left]
    assert sum(lengths) == pytest.approx(metres, rel=0.005)
    if rows == 312:
        off = [abs(row.length_m / row.declared_length_m - 1) > 0.1 for row in told]
        assert (done.refused_rows, sum(off)) == (0, 166)
    else:
        assert {(line, column) for line, column, __ in reasons(done)} == {
            (203, "竣工日期"),  # it ends before it starts
            (331, "开工日期"),  # 1899-12-30, twice
            (331, "竣工日期"),
        }
    again = import_source(small, source, registers()[PROJECTS], preset).preview
    assert (len(again.added), len(again.changed)) == (0, 0)


def _called(source: Source, titles: dict[str, str]) -> Source:
    """The sheet under the headings of the register, each line a project of its own."""
    sheet = source.sheets[0]
    shape = "图形（WKT）"
    kept = [place for place, title in enumerate(sheet.rows[0]) if title in titles or title == shape]
    heading = [*(titles.get(str(sheet.rows[0][place]), shape) for place in kept), "项目编号"]
    rows = [[*(row[at] for at in kept), f"C-{number}"] for number, row in enumerate(sheet.rows[1:], start=1)]
    return replace(source, sheets=(Sheet(sheet.name, [heading, *rows], sheet.lines),))


def _districts(engine: Engine) -> None:
    """One district of 20 km, known to the map."""
    square = shapely.box(117.4, 36.6, 117.6, 36.8)
    told = {
        "type": "Feature",
        "properties": {"adcode": "990101", "name": "甲区"},
        "geometry": shapely.geometry.mapping(square),
    }
    file = Path(os.environ["AUDIT_VAR_DIR"]) / "districts.geojson"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        json.dumps({"type": "FeatureCollection", "features": [told]}, ensure_ascii=False), "utf-8"
    )
    add_layer(engine, COMMAND_LINE, file, NewLayer("区县", "districts", "测试", system="cgcs2000"))
