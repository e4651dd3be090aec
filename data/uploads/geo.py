"""DBF tables, zipped shapefiles, GeoJSON and GeoPackages: read in the child, batch by batch.

Columns keep their types; a shape is WKB in the column `geometry`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyogrio

from data.digest import sha256_of
from data.language import _
from data.uploads.archive import unpack
from data.uploads.batches import BATCH_ROWS, write_batches
from data.uploads.choices import Choices, Proposal, Staged
from data.uploads.dbf import dbf_encoding
from data.uploads.dbf_names import mend_names
from data.uploads.faults import UploadRefusedError
from data.uploads.headings import named
from data.uploads.limits import SAMPLE_ROWS

_ENDING = {"dbf": ".dbf", "geojson": ".geojson", "geopackage": ".gpkg"}
_SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_GEOMETRY = "geometry"


@dataclass(frozen=True)
class _Source:
    """One layer of a file, as the reader is asked for it."""

    file: Path
    layer: str | None
    layers: tuple[str, ...]
    encoding: str | None


def look(kind: str, file: Path, choices: Choices, folder: Path) -> Proposal:
    """What the chosen layer says of itself, and its first rows as text without their shapes."""
    source = _source(kind, file, choices, folder)
    with _opened(source, batch_rows=SAMPLE_ROWS) as (meta, reader):
        names, titles, notes = _named(reader.schema, meta)
        batch = next(iter(reader), None)
        shown = [
            [_shown(value) for value in _whole(batch.column(place)).to_pylist()]
            for place, name in enumerate(names)
            if batch is not None and name != _GEOMETRY
        ]
    kept = [place for place, name in enumerate(names) if name != _GEOMETRY]
    count = pyogrio.read_info(source.file, layer=source.layer, encoding=source.encoding)["features"]
    return Proposal(
        kind=kind,
        choices=_chosen(choices, source),
        sheets=source.layers,
        headings=tuple(titles[place] for place in kept),
        columns=tuple(names[place] for place in kept),
        sample_rows=tuple(zip(*shown, strict=True)),
        row_estimate=count if count >= 0 else None,
        notes=(*notes, *_crs_note(meta)),
    )


def stage(
    kind: str, file: Path, choices: Choices, folder: Path, progress: Callable[[int, int], object]
) -> Staged:
    """The rows; `_line` is the number of the record."""
    source = _source(kind, file, choices, folder)
    with _opened(source, batch_rows=BATCH_ROWS) as (meta, reader):
        names, titles, notes = _named(reader.schema, meta)
        kept = [_kept(field) for field in reader.schema]
        fields = [pa.field("_line", pa.int64()), *map(pa.field, names, kept)]
        total = max(int(meta.get("features") or 0), 0)
        target, rows = write_batches(
            pa.schema(fields), _batches(reader, pa.schema(fields)), folder, lambda done: progress(done, total)
        )
    for left in folder.glob("brought*"):
        _remove(left)
    return Staged(
        files=(target,),
        columns=names,
        titles=titles,
        rows=rows,
        refused=None,
        refused_rows=0,
        sha256=sha256_of(file),
        bytes=file.stat().st_size,
        choices=_chosen(choices, source),
        kind=kind,
        notes=(*notes, *_crs_note(meta)),
        crs=meta["crs"] if _GEOMETRY in names else None,
    )


def _source(kind: str, file: Path, choices: Choices, folder: Path) -> _Source:
    """The file under a name with the ending by which the reader knows it, and its layer."""
    if kind == "shapefile":
        unpacked = folder / "brought"
        unpacked.mkdir()
        parts = unpack(file, unpacked, _SHAPEFILE_PARTS)
        shapes = {part.stem: part for part in parts if part.suffix.lower() == ".shp"}
        name = _layer(choices.sheet, tuple(shapes))
        return _Source(shapes[name], None, tuple(shapes), _encoding(shapes[name], choices))
    link = folder / f"brought{_ENDING[kind]}"
    link.symlink_to(file)
    if kind == "dbf":
        return _Source(link, None, (), _encoding(link, choices))
    if kind == "geojson":
        return _Source(link, None, (), None)
    layers = tuple(str(name) for name, __ in pyogrio.list_layers(link))
    if not layers:
        raise UploadRefusedError(_("The file holds no layer with rows."))
    return _Source(link, _layer(choices.sheet, layers), layers, None)


def _layer(asked: str | None, layers: tuple[str, ...]) -> str:
    if asked is not None and asked not in layers:
        raise UploadRefusedError(
            _("The file has no layer {name}; it has {names}.").format(name=asked, names="、".join(layers[:8]))
        )
    return asked or layers[0]


def _encoding(file: Path, choices: Choices) -> str:
    """The encoding of the table beside a shapefile, or of a DBF file alone."""
    sides = {side.suffix.lower(): side for side in file.parent.glob("*") if side.stem == file.stem}
    table = sides.get(".dbf")
    if table is None:
        raise UploadRefusedError(
            _("The archive lacks {name}: a shapefile without it has no columns.").format(
                name=f"{file.stem}.dbf"
            )
        )
    said = sides[".cpg"].read_bytes()[:64].decode("ascii", "ignore").strip() if ".cpg" in sides else ""
    encoding = dbf_encoding(table, choices.encoding, said)
    mend_names(table, encoding)
    return encoding


@contextmanager
def _opened(source: _Source, *, batch_rows: int) -> Iterator[tuple[dict[str, Any], Any]]:
    try:
        with pyogrio.raw.open_arrow(
            source.file,
            layer=source.layer,
            encoding=source.encoding,
            batch_size=batch_rows,
            use_pyarrow=True,
        ) as opened:
            yield opened
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError):
        raise UploadRefusedError(_damaged()) from None


def _named(
    schema: pa.Schema, meta: dict[str, Any]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    shape = {meta.get("geometry_name") or "wkb_geometry", "wkb_geometry"}
    return named(
        [
            _GEOMETRY if field.name in shape and pa.types.is_binary(field.type) else field.name
            for field in schema
        ]
    )


def _kept(field: pa.Field) -> pa.DataType:
    """The type a column keeps; what is nested or a time of day becomes text."""
    kind = field.type
    tests = (
        pa.types.is_integer,
        pa.types.is_floating,
        pa.types.is_boolean,
        pa.types.is_date,
        pa.types.is_timestamp,
        pa.types.is_binary,
    )
    return kind if any(test(kind) for test in tests) else pa.string()


def _batches(reader: Any, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    line = 1
    for batch in reader:
        numbers = pa.array(range(line, line + batch.num_rows), pa.int64())
        columns = [
            _as(column, field.type) for column, field in zip(batch.columns, list(schema)[1:], strict=True)
        ]
        line += batch.num_rows
        yield pa.RecordBatch.from_arrays([numbers, *columns], schema=schema)


def _as(column: pa.Array, kind: pa.DataType) -> pa.Array:
    if column.type == kind:
        return _whole(column)
    if pa.types.is_nested(column.type):
        return pa.array([_shown(value) for value in column.to_pylist()], pa.string())
    return column.cast(kind)


def _whole(column: pa.Array) -> pa.Array:
    """Text without what is left of a character in which a value that fills its column was cut."""
    if not pa.types.is_string(column.type):
        return column
    written = column.cast(pa.binary())
    try:
        return written.cast(pa.string())
    except pa.ArrowInvalid:
        texts = (None if value is None else value.decode("utf-8", "ignore") for value in written.to_pylist())
        return pa.array(texts, pa.string())


def _shown(value: object) -> str | None:
    return None if value is None else str(value)


def _chosen(choices: Choices, source: _Source) -> Choices:
    sheet = source.layer or (source.file.stem if source.layers else None)
    return replace(choices, encoding=source.encoding, delimiter=None, sheet=sheet, heading_row=None)


def _crs_note(meta: dict[str, Any]) -> tuple[str, ...]:
    if not meta.get("geometry_type"):
        return ()
    if not meta.get("crs"):
        return (_("The file names no reference system of its coordinates."),)
    return (_("Coordinates are in {crs}.").format(crs=str(meta["crs"])[:60]),)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        for inner in path.iterdir():
            inner.unlink()
        path.rmdir()
    else:
        path.unlink()


def _damaged() -> str:
    return _("The file is damaged or cut off. Save it again and try once more.")
