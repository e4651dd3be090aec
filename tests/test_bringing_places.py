"""Files with places on their way in: converted as confirmed, kept as brought, nothing dropped."""

import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import shapely
from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.bringing.bring_in import Bringing, Outcome, bring_in
from data.bringing.placing import PlaceSaid
from data.geo.metres import lengths_m
from data.geo.systems import coordinate_system, coordinates_in
from data.uploads import UploadRefusedError
from data.warehouse import files_of

SHARED = Path(__file__).resolve().parents[2] / "shared/data"
PROJECTS = """项目编号,项目名称,建设单位,横坐标Y,纵坐标X
A,示范路改造,示范市交通运输局,548245.933,4064908.054
B,示范小学,示范市教育局,4064908.054,548245.933
C,示范泵站,示范市水务局,,
"""


def brought(engine: Engine, file: Path, **said: object) -> tuple[Outcome, list[dict[str, object]]]:
    outcome = bring_in(engine, COMMAND_LINE, Bringing(file, file.name, "command_line", **said))  # type: ignore[arg-type]
    (stored,) = files_of(outcome.version)
    return outcome, pq.read_table(stored).to_pylist()


def test_a_typed_table_gets_its_shapes_from_metres(sqlite_engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "项目.csv"
    file.write_text(PROJECTS, "utf-8")
    said = PlaceSaid("epsg:4548")
    outcome, rows = brought(sqlite_engine, file, dataset_type="investment_projects", place=said)
    first, second, third = rows
    place = shapely.from_wkt(first["geometry"])
    assert (place.x, place.y) == (pytest.approx(117.54, abs=1e-7), pytest.approx(36.714, abs=1e-7))
    assert (float(first["longitude"]), first["landing"]) == (pytest.approx(117.54), None)
    assert shapely.from_wkb(first["geometry_as_brought"]).x == 548245.933
    assert first["precision_m"] == pytest.approx(0.001)
    assert (second["landing"], third["landing"], third["geometry"]) == ("swapped", "missing", None)
    places = outcome.version.report["places"]
    assert (places["system"], places["rows"], places["landed"]) == ("epsg:4548", 3, 1)
    assert places["outside"] == [[3, "swapped"], [4, "missing"]]
    kinds = {column.name: column.kind for column in outcome.version.columns}
    assert (kinds["geometry"], kinds["geometry_as_brought"]) == ("text", "binary")


def test_rows_that_follow_keep_the_columns_of_places(sqlite_engine: Engine, tmp_path: Path) -> None:
    first, second = tmp_path / "一.csv", tmp_path / "二.csv"
    first.write_text("名称,经度,纬度\n甲,117.54,36.714\n", "utf-8")
    second.write_text("名称,经度,纬度\n乙,117.55,36.714\n", "utf-8")
    said = {"dataset": "places", "place": PlaceSaid("wgs84")}
    brought(sqlite_engine, first, **said)
    outcome = bring_in(
        sqlite_engine,
        COMMAND_LINE,
        Bringing(second, second.name, "command_line", change="append", **said),  # type: ignore[arg-type]
    )
    shapes = [
        shapely.from_wkb(row["geometry"])
        for file in files_of(outcome.version)
        for row in pq.read_table(file).to_pylist()
    ]
    assert [round(shape.x, 6) for shape in shapes] == [117.54, 117.55]
    assert {column.name for column in outcome.version.columns} >= {"geometry", "landing", "precision_m"}


def test_a_table_without_places_cannot_be_placed(sqlite_engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "单位.csv"
    file.write_text("单位,金额\n甲,1\n", "utf-8")
    with pytest.raises(UploadRefusedError):
        brought(sqlite_engine, file, place=PlaceSaid("wgs84"))


@pytest.mark.parametrize(
    ("name", "rows", "metres", "system"),
    [
        ("Infraestructura_2024", 312, 61_934.6, "wgs84"),
        ("Reporte_gobierno_GO2025", 401, 30_208.4, "epsg:6249"),
    ],
)
def test_a_real_city_in_two_systems_is_stored_in_one(
    sqlite_engine: Engine, name: str, rows: int, metres: float, system: str
) -> None:
    file = SHARED / f"cali_projects/{name}.zip"
    if not file.is_file():
        pytest.skip("../shared/data/cali_projects is absent")
    outcome, kept = brought(sqlite_engine, file, place=PlaceSaid(system))
    assert (outcome.rows, len(kept)) == (rows, rows)
    shapes = shapely.from_wkb([row["geometry"] for row in kept])
    assert lengths_m(shapes).sum() == pytest.approx(metres, rel=0.005)
    raw = shapely.from_wkb([row["geometry_as_brought"] for row in kept])
    back = shapely.get_coordinates(raw)[0]
    there = coordinates_in(system, *(shapely.get_coordinates(shapes)[0][place] for place in (0, 1)))
    assert [float(value[0]) for value in there] == pytest.approx(list(back), abs=1e-3)
    # The bureau's place is the country here, so that every row is told as outside and none is lost.
    places = outcome.version.report["places"]
    assert (places["system"], places["landed"]) == (coordinate_system(system).code, 0)
    assert sum(places["reasons"].values()) == rows
    if rows == 312:
        declared = [float(row["Longitud"]) for row in kept]
        assert sum(abs(a - b) > 0.1 * b for a, b in zip(lengths_m(shapes), declared, strict=True)) == 166


def test_a_shapefile_of_a_type_is_taken_as_it_says(sqlite_engine: Engine, tmp_path: Path) -> None:
    """Without a word of anybody: the .prj counts, also where the .cpg is missing."""
    file = SHARED / "cn_boundaries/derived_changzhou_shp_GBK_no_cpg.zip"
    if not file.is_file():
        pytest.skip("../shared/data/cn_boundaries is absent")
    with zipfile.ZipFile(file) as archive:
        assert not any(name.endswith(".cpg") for name in archive.namelist())
    outcome, rows = brought(
        sqlite_engine,
        file,
        dataset_type="residential_areas",
        mapping={"area_code": "adcode", "area_name": "名称"},
    )
    assert outcome.version.report["places"]["landed"] == 6
    assert {row["area_name"] for row in rows} == {"天宁区", "钟楼区", "新北区", "武进区", "金坛区", "溧阳市"}
    assert shapely.from_wkt(rows[0]["geometry"]).area > 0


def test_what_is_wrong_with_a_real_citys_projects_is_told(sqlite_engine: Engine) -> None:
    """The row that ends before it starts, the day 1899-12-30 and repeated numbers wait; the rest is taken."""
    file = SHARED / "cali_projects/Reporte_gobierno_GO2025.zip"
    if not file.is_file():
        pytest.skip("../shared/data/cali_projects is absent")
    outcome, rows = brought(
        sqlite_engine,
        file,
        dataset_type="investment_projects",
        mapping={
            "project_code": "FID_1",
            "project_name": "DIRECCIÓN",
            "builder_name": "Tipo_Grupo",
            "start_date": "FECHA_INCI",
            "completed_date": "FECHA_FIN",
            "declared_length_m": "Longitud_1",
        },
    )
    faults = {(entry["rule"], entry["column"]): entry for entry in outcome.version.report["rules"]}
    assert outcome.rows + outcome.refused == 401
    assert faults["date_order", "completed_date"]["faults"] == 1
    (zero,) = faults["range", "start_date"]["places"]
    assert zero["value"] == "1899-12-30"
    assert faults["key", "project_code"]["faults"] > 0
    assert outcome.version.report["places"]["rows"] == 401
    assert all(row["geometry"] for row in rows)
