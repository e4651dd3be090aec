"""The kinds of derived relations: what each is told, and which columns it gives. One module each, same name.

Columns that tell rows apart come first: the key of the rows' dataset type, as `left_…` and `right_…` where
pairs are given. The modules load slowly; whoever reads a header needs this table alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """`options` are told as numbers or as "$parameter"; `columns` are what it adds, with DuckDB's types.

    `is_paired`: pairs of rows of `of` and `to` (of one relation with itself where there is no `to`).
    `has_to`: it can be told `to`. `has_layers`: it reads areas of installed layers, of the kinds that
    `layers` names. `has_code`: `code` names the column of `of` in which a row says where it lies.
    """

    name: str
    columns: Mapping[str, str]
    options: tuple[str, ...] = ()
    is_paired: bool = False
    has_to: bool = False
    has_layers: bool = False
    has_code: bool = False


_AREA = {"area_kind": "varchar", "area_layer": "varchar", "area_code": "varchar", "area_name": "varchar"}
_SHARED = {"shared_ha": "double", "shared_m": "double", "shared_rate": "double", "shared_shape": "varchar"}
_ALL = (
    Kind("near", {"distance_m": "double"}, ("within",), is_paired=True, has_to=True),
    Kind("same_ground", _SHARED, ("tolerance",), is_paired=True, has_to=True),
    Kind(
        "district",
        {
            "district_code": "varchar",
            "district_name": "varchar",
            "declared_name": "varchar",
            "is_known": "boolean",
            "inside_rate": "double",
            "outside_m": "double",
            "reason": "varchar",
            "declared_shape": "varchar",
        },
        has_layers=True,
        has_code=True,
    ),
    Kind("overlap", _AREA | _SHARED, has_to=True, has_layers=True),
    Kind(
        "measure",
        {"shape_kind": "varchar", "length_m": "double", "area_m2": "double", "corners": "bigint"},
    ),
    Kind("plausibility", {"reason": "varchar", "remedied_shape": "varchar"}, has_layers=True),
)
KINDS = {kind.name: kind for kind in _ALL}
