"""底图图层: added from a file with their source and approval number, listed, removed.

A layer is one Parquet file below layers/ of the run-time folder, named by its SHA-256: the rows of the file
with their places (data/geo/intake). Its shapes are made valid; what has no shape is refused, not left out.
Who replaces a layer adds a version of it: the one before keeps its file, and runs stay with what they read.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from sqlalchemy import ColumnElement, Connection, Engine, insert, select, update

from data.access.permission import permit
from data.access.roles import User
from data.codes import MAP_LAYER_KIND
from data.engine import now, reading, writing
from data.events import MapLayerAdded, MapLayerRemoved, MapLayerReplaced, record, take_turn
from data.geo.intake.columns import place_columns
from data.geo.intake.locating import locate, staged_table
from data.geo.overlays import sound
from data.geo.places import place
from data.geo.systems import coordinate_system
from data.language import _
from data.schema import MapLayer, ModelRunLayer
from data.settings import var_dir
from data.uploads import Choices, stage

_ACTION = "manage-layers"
_LONGEST = 80


class LayerError(ValueError):
    """The layer cannot be added or removed; the message says why, in the reader's language."""


@dataclass(frozen=True)
class NewLayer:
    """What is said of a layer. `system` is the code of its coordinate system, empty: as its file says."""

    name: str
    kind: str
    source: str
    approval_number: str | None = None
    system: str = ""


@dataclass(frozen=True)
class Layer:
    """An installed layer. `added_at` is UTC."""

    map_layer_id: int
    name: str
    kind: str
    source: str
    approval_number: str | None
    declared_system: str
    file_name: str
    sha256: str
    features: int
    added_by: str
    added_at: datetime
    version: int = 1


def layers(connection: Connection) -> tuple[Layer, ...]:
    """The layers that are there, in the order in which they were added."""
    return _layers(connection, MapLayer.removed_at.is_(None))


def layer_versions(connection: Connection, name: str) -> tuple[Layer, ...]:
    """Every version that a layer ever had, also of one that was removed, the oldest first."""
    return _layers(connection, MapLayer.name == name)


def layers_of_run(connection: Connection, run_id: int) -> tuple[Layer, ...]:
    """The versions of layers that a run of a model was held against."""
    read = select(ModelRunLayer.map_layer_id).where(ModelRunLayer.model_run_id == run_id)
    return _layers(connection, MapLayer.map_layer_id.in_(read))


def _layers(connection: Connection, condition: ColumnElement[bool]) -> tuple[Layer, ...]:
    rows = connection.execute(
        select(*(getattr(MapLayer, name) for name in Layer.__dataclass_fields__))
        .where(condition)
        .order_by(MapLayer.map_layer_id)
    )
    return tuple(Layer(**row) for row in rows.mappings())


def add_layer(
    engine: Engine,
    actor: User,
    file: Path,
    new: NewLayer,
    sheet: str | None = None,
    *,
    replaces: bool = False,
) -> Layer:
    """Read any file that an upload may be and install it. `sheet` names one layer of several.

    With `replaces` it is the next version of the layer of this name, which has to be there and of its kind.
    Raises LayerError, UploadRefusedError, CoordinateSystemError, NotPermittedError.
    """
    permit(engine, actor, _ACTION, new.name)
    _check(engine, new, replaces=replaces)
    with tempfile.TemporaryDirectory(dir=_folder()) as work:
        staged_in = Path(work) / "staged"
        staged_in.mkdir()
        staged = stage(file, Choices(sheet=sheet), staged_in)
        table = staged_table(staged)
        places = place_columns(staged.columns, staged.titles)
        if places is None:
            raise LayerError(_("The file has no column with places: shapes, WKT or two coordinates."))
        system = new.system or staged.crs
        if not system:
            raise LayerError(_("The file does not say its coordinate system. Say which it is."))
        located = Path(work) / "located.parquet"
        found = locate(table, places, system, place([]), located)
        if found.landed < found.rows:
            line, __ = found.outside[0]
            raise LayerError(
                _(
                    "{count} shapes lie outside the country or have no coordinates, the first in row {line}."
                ).format(count=found.rows - found.landed, line=line)
            )
        return _install(engine, actor, new, (file.name, staged.sha256), located, replaces=replaces)


def _install(
    engine: Engine,
    actor: User,
    new: NewLayer,
    brought: tuple[str, str],
    located: Path,
    *,
    replaces: bool,
) -> Layer:
    """`brought` is the name and the SHA-256 of the file as it came."""
    file_name, brought_sha256 = brought
    table = pq.read_table(located)
    system = coordinate_system(table.schema.metadata[b"declared_system"].decode()).code
    shapes = sound(shapely.from_wkb(np.array(table["geometry"].to_pylist(), dtype=object)))
    place_of_shapes = table.column_names.index("geometry")
    column = pa.array(shapely.to_wkb(shapes).tolist(), pa.binary())
    table = table.set_column(place_of_shapes, "geometry", column)
    pq.write_table(table, located, compression="zstd")
    content = located.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    _keep(located, digest)
    with writing(engine) as connection:
        take_turn(connection)
        before = _check_name(connection, new, replaces=replaces)
        if before is not None:
            _take_off(connection, actor, before)
        version = 1 + len(layer_versions(connection, new.name))
        values = {
            "version": version,
            "name": new.name,
            "kind": new.kind,
            "source": new.source,
            "approval_number": new.approval_number,
            "declared_system": system,
            "file_name": file_name,
            "sha256": digest,
            "features": table.num_rows,
            "added_by": actor.user_name,
            "added_at": now(),
        }
        kept = {**values, "brought_sha256": brought_sha256, "size_bytes": len(content)}
        number = connection.scalars(insert(MapLayer).values(kept).returning(MapLayer.map_layer_id)).one()
        told = (new.name, new.kind, file_name, digest, table.num_rows, new.source, new.approval_number)
        if before is None:
            record(connection, actor.user_name, MapLayerAdded(*told))
        else:
            record(connection, actor.user_name, MapLayerReplaced(*told, version))
    return Layer(map_layer_id=int(number), **values)


def remove_layer(engine: Engine, actor: User, name: str) -> None:
    """Take a layer off the map and delete its file, and those of its older versions.

    Raises LayerError, NotPermittedError.
    """
    permit(engine, actor, _ACTION, name)
    with writing(engine) as connection:
        take_turn(connection)
        found = {layer.name: layer for layer in layers(connection)}
        if name not in found:
            raise LayerError(_("There is no map layer {name}.").format(name=name))
        layer = found[name]
        _take_off(connection, actor, layer)
        record(connection, actor.user_name, MapLayerRemoved(layer.name, layer.kind))
        gone = {version.sha256 for version in layer_versions(connection, name)}
        others = select(MapLayer.sha256).where(MapLayer.name != name)
        gone -= set(connection.scalars(others))
    for digest in gone:
        layer_file(digest).unlink(missing_ok=True)


def _take_off(connection: Connection, actor: User, layer: Layer) -> None:
    connection.execute(
        update(MapLayer)
        .where(MapLayer.map_layer_id == layer.map_layer_id)
        .values(removed_by=actor.user_name, removed_at=now())
    )


def layer_file(sha256: str) -> Path:
    """The file of a layer: the rows as they came, `geometry` (WKB, CGCS2000 degrees) and what intake adds."""
    return _folder() / f"{sha256}.parquet"


def _folder() -> Path:
    folder = var_dir() / "layers"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _keep(file: Path, digest: str) -> None:
    with file.open("rb") as stream:
        os.fsync(stream.fileno())
    file.replace(layer_file(digest))


def _check(engine: Engine, new: NewLayer, *, replaces: bool) -> None:
    if not 0 < len(new.name.strip()) <= _LONGEST:
        raise LayerError(_("A map layer's name has 1 to {length} characters.").format(length=_LONGEST))
    if new.kind not in MAP_LAYER_KIND:
        raise LayerError(_("A map layer is one of {kinds}.").format(kinds="、".join(MAP_LAYER_KIND)))
    if not new.source.strip():
        raise LayerError(_("A map layer names the source of its data: it stands under every map."))
    with reading(engine) as connection:
        _check_name(connection, new, replaces=replaces)


def _check_name(connection: Connection, new: NewLayer, *, replaces: bool) -> Layer | None:
    """The layer of this name that is there now."""
    there = next((layer for layer in layers(connection) if layer.name == new.name), None)
    if there is not None and not replaces:
        raise LayerError(
            _("There is a map layer {name} already. Replace it, or remove it first.").format(name=new.name)
        )
    if replaces and there is None:
        raise LayerError(_("There is no map layer {name}.").format(name=new.name))
    if there is not None and there.kind != new.kind:
        raise LayerError(_("A map layer keeps its kind when it is replaced: {kind}.").format(kind=there.kind))
    return there
