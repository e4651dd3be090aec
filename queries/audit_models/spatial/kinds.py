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
    `has_layers`: areas of installed layers are read, of the kinds that `layers` names. `has_code`: `code`
    names the column of `of` in which a row says where it lies.
    """

    name: str
    columns: Mapping[str, str]
    options: tuple[str, ...] = ()
    is_paired: bool = False
    has_to: bool = False
    has_layers: bool = False
    has_code: bool = False


_ALL = (Kind("near", {"distance_m": "double"}, ("within",), is_paired=True, has_to=True),)
KINDS = {kind.name: kind for kind in _ALL}
