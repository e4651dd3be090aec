"""Files with places: columns are found, coordinates kept as written, nothing is dropped silently."""

import struct
import zipfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely

from data.geo.intake.columns import PlaceColumns, place_columns
from data.geo.intake.locating import Located, locate, staged_table
from data.geo.intake.precision import precision_m
from data.geo.intake.reading_shapes import shapes_of
from data.geo.metres import lengths_m
from data.geo.places import place
from data.geo.systems import coordinate_system
from data.uploads import Choices, Staged, stage

SHARED = Path(__file__).resolve().parents[2] / "shared/data"
CITY = place([shapely.box(116.2, 36.0, 117.8, 37.6)])


def staged(file: Path, tmp_path: Path) -> Staged:
    folder = tmp_path / "staged"
    folder.mkdir()
    return stage(file, Choices(), folder)


def test_a_table_with_coordinates(tmp_path: Path) -> None:
    file = tmp_path / "项目.csv"
    file.write_text(
        "项目名称,经度,纬度\n甲,117.54,36.714\n乙,36.71,117.54\n丙,,36.7\n丁,0,0\n戊,117°32′24″E,36°42′50.4″N\n",
        encoding="gb18030",
    )
    rows = staged(file, tmp_path)
    columns = place_columns(rows.columns, rows.titles)
    assert columns == PlaceColumns(x=rows.columns[1], y=rows.columns[2])
    found = locate(staged_table(rows), columns, "wgs84", CITY, tmp_path / "located.parquet")
    assert (found.rows, found.landed) == (5, 2)
    assert found.outside == ((3, "swapped"), (4, "missing"), (5, "zero"))
    kept = pq.read_table(found.file)
    assert kept.num_rows == 5
    assert kept[rows.columns[2]].to_pylist()[0] == "36.714"
    assert kept["precision_m"].to_pylist()[0] == pytest.approx(111.32)
    assert kept.schema.metadata[b"declared_system"] == b"wgs84"
    last = shapely.from_wkb(kept["geometry"].to_pylist()[4])
    assert (last.x, last.y) == (pytest.approx(117.54), pytest.approx(36.714))


def test_coordinates_as_brought_stay_beside_those_of_the_map(tmp_path: Path) -> None:
    table = pa.table({"x": [548_245.933], "y": [4_064_908.054]})
    found = locate(table, PlaceColumns(x="x", y="y"), "epsg:4548", CITY, tmp_path / "located.parquet")
    (row,) = pq.read_table(found.file).to_pylist()
    assert shapely.from_wkb(row["geometry_as_brought"]).x == 548_245.933
    assert shapely.from_wkb(row["geometry"]).x == pytest.approx(117.54, abs=1e-8)
    assert row["precision_m"] == pytest.approx(0.001)
    assert row["landing"] is None


def test_words_of_shapes(tmp_path: Path) -> None:
    table = pa.table(
        {
            "范围": [
                "SRID=4326;POLYGON((117 36.5,117.1 36.5,117.1 36.6,117 36.5))",
                "LINESTRING(117 36.5",
                None,
            ]
        }
    )
    rows = [(word,) for word in table["范围"].to_pylist()]
    assert place_columns(["范围"], ["范围"], rows) == PlaceColumns(wkt="范围")
    assert place_columns(["范围"], ["范围"], [("厂区东侧",)]) is None
    assert place_columns(["wkt"], ["WKT"]) == PlaceColumns(wkt="wkt")
    shapes = shapes_of(table, PlaceColumns(wkt="范围"))
    assert shapes[0].area > 0
    assert shapes[1] is None
    found = locate(table, PlaceColumns(wkt="范围"), "wgs84", CITY, tmp_path / "located.parquet")
    assert found.reasons == {"missing": 2}


@pytest.mark.parametrize(
    ("titles", "x", "y"),
    [
        (["项目", "X坐标", "Y坐标"], "X坐标", "Y坐标"),
        (["纵坐标X", "横坐标Y", "项目"], "横坐标Y", "纵坐标X"),
        (["北坐标", "东坐标"], "东坐标", "北坐标"),
        (["lat", "lng"], "lng", "lat"),
        (["Longitude", "Latitude"], "Longitude", "Latitude"),
    ],
)
def test_words_decide_which_coordinate_counts_eastward(titles: list[str], x: str, y: str) -> None:
    assert place_columns(titles, titles) == PlaceColumns(x=x, y=y)


def test_a_table_without_places_has_none() -> None:
    assert place_columns(["单位", "金额"], ["单位", "金额"]) is None


def test_precision_is_that_of_the_last_digit() -> None:
    points = np.array([shapely.Point(117.5, 36), shapely.Point(117.123456, 36.1), None], dtype=object)
    assert precision_m(points, is_projected=False)[:2] == pytest.approx([11_132, 0.11132])
    assert np.isnan(precision_m(points, is_projected=False)[2])


@pytest.mark.parametrize("name", ["UTF-8", "GBK", "GBK_no_cpg"])
def test_the_three_shapefiles_read_the_same_names(name: str, tmp_path: Path) -> None:
    file = SHARED / f"cn_boundaries/derived_changzhou_shp_{name}.zip"
    if not file.is_file():
        pytest.skip("../shared/data/cn_boundaries is absent")
    rows = staged(file, tmp_path)
    table = staged_table(rows)
    names = {str(value) for column in table.columns for value in column.to_pylist()}
    assert {"天宁区", "钟楼区", "新北区", "武进区", "金坛区", "溧阳市"} <= names
    where = place([shapely.box(119.0, 31.0, 120.3, 32.1)])
    columns = place_columns(rows.columns, rows.titles)
    found = locate(table, columns, rows.crs or "wgs84", where, tmp_path / "located.parquet")
    assert (found.rows, found.landed) == (6, 6)


@pytest.mark.parametrize(
    ("name", "rows", "metres", "system"),
    [
        ("Infraestructura_2024", 312, 61_934.6, "wgs84"),
        ("Reporte_gobierno_GO2025", 401, 30_208.4, "epsg:6249"),
    ],
)
def test_projects_of_a_real_city_in_two_systems(
    name: str, rows: int, metres: float, system: str, tmp_path: Path
) -> None:
    file = SHARED / f"cali_projects/{name}.zip"
    if not file.is_file():
        pytest.skip("../shared/data/cali_projects is absent")
    brought = staged(file, tmp_path)
    assert brought.crs is not None
    assert coordinate_system(brought.crs).code == system
    where = place([shapely.box(-76.7, 3.2, -76.3, 3.6)])
    found: Located = locate(
        staged_table(brought), PlaceColumns(shape="geometry"), brought.crs, where, tmp_path / "l.parquet"
    )
    assert (found.rows, found.landed) == (rows, rows)
    table = pq.read_table(found.file)
    lengths = lengths_m(shapely.from_wkb(table["geometry"].to_pylist()))
    assert lengths.sum() == pytest.approx(metres, rel=0.005)
    if rows == 312:
        declared = np.array(table["Longitud"].to_pylist(), float)
        assert (np.abs(lengths - declared) > 0.1 * declared).sum() == 166


def cut_shapefile(folder: Path, encoding: str, cpg: str) -> Path:
    """A point with a column of eleven letters' name and a value that fills its column, both cut at a byte."""
    name, value = "项目名称全称".encode(encoding)[:10], ("演示" * 9).encode(encoding)[:31]
    described = name.ljust(11, b"\0") + b"C" + bytes(4) + bytes([len(value)]) + bytes(15)
    header = struct.pack("<4BIHH20x", 3, 126, 1, 1, 1, 32 + 32 + 1, 1 + len(value)) + described + b"\r"
    shapes = folder / "点.shp"
    pyogrio.write_arrow(
        pa.table({"a": ["x"], "geometry": [shapely.to_wkb(shapely.Point(123.6, 30.4))]}),
        shapes,
        driver="ESRI Shapefile",
        crs="EPSG:4490",
        geometry_name="geometry",
        geometry_type="Point",
    )
    shapes.with_suffix(".dbf").write_bytes(header + b" " + value + b"\x1a")
    shapes.with_suffix(".cpg").write_text(cpg, "ascii")
    file = folder / "点.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for part in sorted(folder.glob("点.*")):
            if part != file and (cpg or part.suffix != ".cpg"):
                archive.write(part, part.name)
    return file


@pytest.mark.parametrize(("encoding", "cpg"), [("utf-8", "UTF-8"), ("utf-8", ""), ("gb18030", "GBK")])
def test_names_and_values_that_were_cut_in_the_middle_of_a_character(
    encoding: str, cpg: str, tmp_path: Path
) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    rows = staged(cut_shapefile(folder, encoding, cpg), tmp_path)
    letters, texts = (3, 10) if encoding == "utf-8" else (5, 15)
    assert rows.titles[0] == "项目名称全称"[:letters]
    assert staged_table(rows)[rows.columns[0]].to_pylist() == [("演示" * 9)[:texts]]
