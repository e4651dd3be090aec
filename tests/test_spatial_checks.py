"""What spatial checks compute, in metres and hectares; a run of one from upload to the shapes of its hits."""

from decimal import Decimal
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
import shapely
from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.audit_models.runs import run as run_of
from data.bringing.bring_in import Bringing, bring_in
from data.bringing.placing import PlaceSaid
from data.engine import reading
from data.geo.layers.installing import (
    NewLayer,
    add_layer,
    layer_file,
    layer_versions,
    layers,
    layers_of_run,
    remove_layer,
)
from data.geo.metres import in_degrees
from queries.audit_models.choosing import NotRunnableError
from queries.audit_models.hits import all_hits, seen_run
from queries.audit_models.model import Derived
from queries.audit_models.pictures import placed
from queries.audit_models.reading import ModelFaultError, read_model
from queries.audit_models.repeating import repeat_run
from queries.audit_models.running import start_run
from queries.audit_models.said import said, summary_of
from queries.audit_models.shipped import file_of, shipped_model
from queries.audit_models.spatial.deriving import derived_table
from queries.audit_models.spatial.given import Areas

CORNER = (500_000, 3_350_000)  # of the zone of 123°


def there(*shapes: shapely.Geometry) -> list[shapely.Geometry]:
    """Shapes in metres from the corner, as degrees."""
    moved = shapely.transform(np.array(shapes, dtype=object), lambda points: points + CORNER)
    return list(in_degrees(moved, 123))


def derived(
    by: str, shapes: list[shapely.Geometry | None], areas: Areas | None = None, **said: object
) -> list:
    words = [None if shape is None else shapely.to_wkt(shape, rounding_precision=9) for shape in shapes]
    codes = said.pop("codes", None)
    columns = {"code": [str(place) for place in range(len(shapes))], "geometry": pa.array(words, pa.string())}
    if codes is not None:
        columns["region_code"] = codes
    spec = Derived(
        "made",
        by,
        "rows",
        layers=tuple(set(areas.kinds)) if areas else (),
        code="region_code" if codes else None,
        options=said,
    )
    table = derived_table(spec, {"rows": pa.table(columns)}, {"rows": ("code",)}, areas or Areas(), {"p": 30})
    return table.to_pylist()


def test_near_measures_from_edge_to_edge_and_gives_each_pair_once() -> None:
    shapes = there(shapely.box(0, 0, 10, 10), shapely.Point(110, 5), shapely.Point(5_000, 0))
    (pair,) = derived("near", [*shapes, None], within=200)
    assert (pair["left_code"], pair["right_code"]) == ("0", "1")
    assert pair["distance_m"] == pytest.approx(100, abs=0.01)
    assert derived("near", shapes, within="$p") == []


def test_one_place_at_the_other_end_of_the_world_moves_no_measure() -> None:
    shapes = [
        *there(shapely.Point(0, 0), shapely.Point(731, 0), shapely.Point(0, 9_000)),
        shapely.Point(0, 30.2),
        shapely.Point(30.2, 89),
    ]
    (pair,) = derived("near", shapes, within=800)
    assert pair["distance_m"] == pytest.approx(731, abs=0.01)


def test_same_ground_counts_the_share_of_the_smaller() -> None:
    shapes = there(
        shapely.box(0, 0, 100, 100),
        shapely.box(90, 0, 110, 100),
        shapely.LineString([(50, 50), (250, 50)]),
        shapely.Point(300, 55),
    )
    found = {
        (row["left_code"], row["right_code"]): row for row in derived("same_ground", shapes, tolerance=10)
    }
    assert set(found) == {("0", "1"), ("0", "2"), ("1", "2")}
    assert found["0", "1"]["shared_rate"] == pytest.approx(0.5, abs=1e-5)
    assert found["0", "1"]["shared_ha"] == pytest.approx(0.1, abs=1e-5)
    assert found["0", "2"]["shared_m"] == pytest.approx(50, abs=1e-3)
    assert found["1", "2"]["shared_rate"] == pytest.approx(0.1, abs=1e-5)


def test_overlap_tells_areas_lines_and_points_apart() -> None:
    (land,) = there(shapely.box(0, 0, 1_000, 1_000))
    areas = Areas(("redline",), ("红线",), ("H1",), ("西山",), np.array([land], dtype=object))
    shapes = there(
        shapely.box(900, 0, 1_100, 100),
        shapely.LineString([(-100, 500), (300, 500)]),
        shapely.Point(1, 1),
        shapely.box(1_000, 0, 1_100, 100),
    )
    rows = {row["code"]: row for row in derived("overlap", shapes, areas)}
    assert rows.get("3", {"shared_ha": 0})["shared_ha"] < 1e-6, "what only touches, but for the last digit"
    assert rows["0"]["shared_ha"] == pytest.approx(1, abs=1e-4)
    assert (rows["1"]["shared_m"], rows["1"]["shared_rate"]) == pytest.approx((300, 0.75), rel=1e-4)
    assert (rows["2"]["shared_ha"], rows["2"]["shared_rate"]) == (0, 1)


def test_what_is_declared_in_a_city_lies_in_any_of_its_districts() -> None:
    shapes = there(shapely.box(0, 0, 1_000, 1_000), shapely.box(1_000, 0, 2_000, 1_000))
    codes = ("990102", "990103")
    areas = Areas(("districts",) * 2, ("", ""), codes, ("甲区", "乙区"), np.array(shapes, dtype=object))
    points = there(*(shapely.Point(1_200, 500) for __ in range(3)))
    rows = derived("district", points, areas, codes=["990102", "990100", "110101"])
    assert [row["district_name"] for row in rows] == ["乙区"] * 3
    assert [row["inside_rate"] for row in rows] == [0, 1, None]
    assert rows[0]["outside_m"] == pytest.approx(200, abs=0.01)
    assert [row["is_known"] for row in rows] == [True, True, False]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"shared_ha": Decimal("4.7413")}, "重叠：4.7413公顷，占项目的50.00%"),
        ({"shared_m": Decimal("962.0")}, "重叠：962米，占项目的50.00%"),
        ({}, "重叠：占项目的50.00%"),
        ({"shared_ha": Decimal(0), "area_name": "[西山]"}, "“[西山]”（H1）重叠：0公顷，占项目的50.00%"),
    ],
)
def test_a_reason_leaves_out_what_was_not_measured(row: dict[str, object], words: str) -> None:
    told = {"area_name": "西山", "area_code": "H1", "shared_rate": Decimal("0.5")} | row
    assert summary_of(shipped_model("M35"), told, {}).endswith(words)


def test_a_flag_is_said_in_words() -> None:
    assert (said(True, "flag"), said(False, "flag")) == ("是", "否")


def test_a_model_that_derives_from_nothing_it_reads_is_no_model() -> None:
    text = file_of("M17").read_text("utf-8")
    for wrong in (
        text.replace('of = "investment_projects"\nwithin', 'of = "projects"\nwithin'),
        text.replace('within = "$distance"', 'within = "$far"'),
        text.replace('by = "near"', 'by = "beside"'),
        text.replace('"project_name", "geometry"]', '"project_name"]'),
    ):
        assert wrong != text
        with pytest.raises(ModelFaultError):
            read_model(wrong)


def test_a_run_leads_from_an_upload_to_shapes_on_a_map(sqlite_engine: Engine, tmp_path: Path) -> None:
    (land, plot) = there(shapely.box(0, 0, 1_000, 1_000), shapely.box(900, 0, 1_100, 100))
    file = tmp_path / "项目.csv"
    file.write_text(
        f'项目编号,项目名称,建设单位,图形\nA,度假村,示范集团,"{plot.wkt}"\nB,泵站,示范水务,\n', "utf-8"
    )
    asked = Bringing(
        file, file.name, "command_line", dataset_type="investment_projects", place=PlaceSaid("cgcs2000")
    )
    bring_in(sqlite_engine, COMMAND_LINE, asked)
    with pytest.raises(NotRunnableError, match="图层"):
        start_run(sqlite_engine, COMMAND_LINE, shipped_model("M35"))
    layer = tmp_path / "红线.csv"
    layer.write_text(f'code,name,wkt\nH1,西山,"{land.wkt}"\n', "utf-8")
    add_layer(sqlite_engine, COMMAND_LINE, layer, NewLayer("红线", "redline", "示范", system="cgcs2000"))
    started = start_run(sqlite_engine, COMMAND_LINE, shipped_model("M35"))
    outcome = started.process.wait(60)
    assert outcome is not None
    assert (outcome.outcome, outcome.rows, outcome.counts) == ("done", 1, (1, 0)), outcome
    with reading(sqlite_engine) as connection:
        facts = run_of(connection, started.facts.run_id)
        seen = seen_run(connection, COMMAND_LINE, facts)
    assert facts.engine == "duckdb"
    (row,) = all_hits(seen)
    assert (row["area_name"], float(row["shared_ha"])) == ("西山", pytest.approx(1, abs=1e-3))
    assert seen.model.picture is not None
    ((hit,), count) = placed(seen, seen.model.picture.columns)
    assert count == 1
    assert hit.shape is not None
    assert hit.other is not None
    assert hit.other.area < hit.shape.area

    # A new red line leaves the run with the old one, also where it is repeated.
    (elsewhere,) = there(shapely.box(5_000, 0, 6_000, 1_000))
    layer.write_text(f'code,name,wkt\nH1,西山,"{elsewhere.wkt}"\n', "utf-8")
    newer = NewLayer("红线", "redline", "示范", system="cgcs2000")
    replaced = add_layer(sqlite_engine, COMMAND_LINE, layer, newer, replaces=True)
    with reading(sqlite_engine) as connection:
        assert [each.version for each in layers_of_run(connection, facts.run_id)] == [1]
        assert layers(connection) == (replaced,)
        assert [each.version for each in layer_versions(connection, "红线")] == [1, 2]
    for started, rows, version in (
        (start_run(sqlite_engine, COMMAND_LINE, shipped_model("M35")), 0, 2),
        (repeat_run(sqlite_engine, COMMAND_LINE, facts), 1, 1),
    ):
        outcome = started.process.wait(60)
        assert outcome is not None
        assert (outcome.outcome, outcome.rows) == ("done", rows)
        with reading(sqlite_engine) as connection:
            assert [each.version for each in layers_of_run(connection, started.facts.run_id)] == [version]
    remove_layer(sqlite_engine, COMMAND_LINE, "红线")
    assert not [*layer_file("x").parent.iterdir()]
