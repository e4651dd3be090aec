"""Shapes of a dataset in its grid: coordinates that can be read, and never the bytes that hold them."""

import shapely

from components.dataset.rows_grid import cell_value
from data.warehouse import StoredColumn

SHAPE = StoredColumn("geometry_as_brought", "图形（原坐标）", "BLOB", kind="binary")


def test_a_point_is_written_with_the_coordinates_that_were_brought() -> None:
    point = shapely.to_wkb(shapely.Point(548245.933, 4064908.054))
    assert cell_value(SHAPE, point) == "POINT (548245.933 4064908.054)"


def test_what_is_longer_than_a_cell_is_said_in_words() -> None:
    area = shapely.to_wkb(shapely.Point(123.5, 30.5).buffer(0.01))
    words = cell_value(SHAPE, area)
    assert "65" in words
    assert len(words) < 30


def test_bytes_that_are_no_shape_stay_bytes() -> None:
    assert cell_value(SHAPE, b"\x01\x02") == "0102"


def test_why_a_place_lies_outside_is_said_in_words() -> None:
    assert cell_value(StoredColumn("landing", "位置问题", "VARCHAR"), "zero") == "坐标为零"
    assert cell_value(StoredColumn("remark", "备注", "VARCHAR"), "zero") == "zero"
