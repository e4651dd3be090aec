"""What lies under maps: the bureau's own layer before that of the demonstration, with its source."""

import json
from pathlib import Path

import pytest
import shapely
from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.boundaries import PAGE, WALL, base_map, base_map_words, demonstration
from data.bureau import set_value
from data.engine import reading, writing
from data.geo.layers.installing import NewLayer, add_layer
from data.language import use_language


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_VAR_DIR", str(tmp_path / "var"))


def districts(folder: Path, *codes: str) -> Path:
    """Squares of a tenth of a degree beside each other, the first with a hole."""
    features = []
    for place, code in enumerate(codes):
        square = shapely.box(117 + place / 10, 36.5, 117.1 + place / 10, 36.6)
        hole = square.centroid.buffer(0.02) if place == 0 else shapely.Polygon()
        told = {"adcode": code, "name": f"区{place}"}
        shape = shapely.geometry.mapping(square - hole)
        features.append({"type": "Feature", "properties": told, "geometry": shape})
    file = folder / "districts.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return file


def test_without_layers_there_are_districts_in_the_demonstration_only(sqlite_engine: Engine) -> None:
    with reading(sqlite_engine) as connection:
        assert base_map(connection).districts == ()
        assert base_map(connection).bounds is None
    with writing(sqlite_engine) as connection:
        set_value(connection, "is_demo", "yes")
    with reading(sqlite_engine) as connection:
        base = base_map(connection)
    assert len(base.districts) == 12
    assert {one.name for one in base.districts} >= {"澄砚区", "穆溪县"}
    use_language("zh")
    assert "虚构" in base_map_words(base)


def test_the_newest_layer_of_districts_counts_with_its_source(sqlite_engine: Engine, tmp_path: Path) -> None:
    with writing(sqlite_engine) as connection:
        set_value(connection, "is_demo", "yes")
    old = districts(tmp_path, "370101")
    add_layer(sqlite_engine, COMMAND_LINE, old, NewLayer("旧", "districts", "旧图", system="wgs84"))
    new = districts(tmp_path, "370102", "370103")
    layer = NewLayer("新", "districts", "市自然资源局", "鲁SG(2026)001号", "wgs84")
    add_layer(sqlite_engine, COMMAND_LINE, new, layer)
    with reading(sqlite_engine) as connection:
        base = base_map(connection)
    assert [one.region_code for one in base.districts] == ["370102", "370103"]
    assert base.bounds == pytest.approx((117, 36.5, 117.2, 36.6))
    assert len(base.districts[0].rings) == 1
    assert shapely.get_num_interior_rings(base.districts[0].shape) == 1
    use_language("zh")
    assert "市自然资源局" in base_map_words(base)
    assert "鲁SG(2026)001号" in base_map_words(base)
    assert "旧图" not in base_map_words(base)


def test_a_layer_without_an_approval_number_says_so(sqlite_engine: Engine, tmp_path: Path) -> None:
    file = districts(tmp_path, "370102")
    add_layer(sqlite_engine, COMMAND_LINE, file, NewLayer("区", "districts", "某单位", system="wgs84"))
    with reading(sqlite_engine) as connection:
        base = base_map(connection)
    use_language("zh")
    assert base_map_words(base).endswith("审图号：无")


def test_a_page_sees_finer_outlines_than_a_wall() -> None:
    fine, coarse = demonstration(PAGE), demonstration(WALL)
    assert sum(len(one.rings[0]) for one in fine) > 2 * sum(len(one.rings[0]) for one in coarse)
    # Neighbours go on sharing their borders: together they leave no gap.
    whole = shapely.union_all([one.shape for one in coarse])
    assert whole.geom_type == "Polygon"
    assert not whole.interiors
