"""The areas that checks are held against: those of installed layers, or of the rows of a case."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import shapely
from sqlalchemy import Connection

from data.codes import label
from data.geo.layers.areas import areas, bureau_districts
from data.geo.layers.installing import Layer, layers
from data.geo.overlays import sound
from data.language import _, listed
from queries.audit_models.choosing import NotRunnableError
from queries.audit_models.model import AuditModel
from queries.audit_models.spatial.given import Areas, shapes_of_words

_DISTRICTS = "districts"


def layers_for(connection: Connection, model: AuditModel) -> tuple[Layer, ...]:
    """The installed layers that the model is held against; of districts the newest alone, as everywhere."""
    chosen = [layer for layer in layers(connection) if layer.kind in model.reads_layers]
    newest = [layer for layer in chosen if layer.kind == _DISTRICTS][-1:]
    return tuple(layer for layer in chosen if layer.kind != _DISTRICTS or layer in newest)


def areas_for(
    connection: Connection, model: AuditModel, there: Collection[str], against: Sequence[Layer]
) -> Areas:
    """The areas that a run of the model is held against; `there` are the relations that have data.

    Without districts among the layers `against` those of the demonstration stand, if it is one. Raises
    NotRunnableError where a check has nothing to hold its rows against.
    """
    try:
        found = areas_of_layers(connection, model.reads_layers, against)
    except OSError as error:
        raise NotRunnableError(_("The file of a map layer is gone; install the layer again.")) from error
    for each in model.derived.values():
        if each.layers and each.to not in there and not set(each.layers) & set(found.kinds):
            kinds = listed(label("map_layer_kind", kind) for kind in each.layers)
            raise NotRunnableError(
                _("No map layer of these kinds is installed: {kinds}. See manage.py layers.").format(
                    kinds=kinds
                )
            )
    return found


def areas_of_rows(rows: Sequence[Mapping[str, Any]]) -> Areas:
    """Areas of rows with kind, layer, code, name and geometry (WKT)."""

    def words(name: str) -> tuple[str, ...]:
        return tuple(str(row.get(name, "")) for row in rows)

    shapes = shapes_of_words([row.get("geometry") for row in rows])
    return Areas(words("kind"), words("layer"), words("code"), words("name"), shapes)


def areas_of_layers(connection: Connection, kinds: Collection[str], against: Sequence[Layer]) -> Areas:
    """The areas of the layers, and invented districts where a demonstration is asked for them and has none.

    Raises OSError where the file of a layer is gone.
    """
    found = [(layer.kind, layer.name, areas(layer)) for layer in against]
    if _DISTRICTS in kinds and not any(layer.kind == _DISTRICTS for layer in against):
        name, of_districts = bureau_districts(connection)
        found.append((_DISTRICTS, name, of_districts))
    shapes = [sound(each.shapes) for __, ___, each in found]
    return Areas(
        tuple(kind for kind, __, each in found for ___ in each.codes),
        tuple(name for __, name, each in found for ___ in each.codes),
        tuple(code for __, ___, each in found for code in each.codes),
        tuple(name for __, ___, each in found for name in each.names),
        np.concatenate(shapes) if shapes else np.empty(0, dtype=object),
    )


def as_table(found: Areas) -> pa.Table:
    """Areas as a table that another process reads."""
    return pa.table(
        {
            "kind": pa.array(found.kinds, pa.string()),
            "layer": pa.array(found.layers, pa.string()),
            "code": pa.array(found.codes, pa.string()),
            "name": pa.array(found.names, pa.string()),
            "geometry": pa.array(shapely.to_wkb(found.shapes).tolist(), pa.binary()),
        }
    )


def of_table(table: pa.Table) -> Areas:
    """The way back."""

    def words(name: str) -> tuple[str, ...]:
        return tuple(table[name].to_pylist())

    shapes = shapely.from_wkb(np.array(table["geometry"].to_pylist(), dtype=object))
    return Areas(words("kind"), words("layer"), words("code"), words("name"), shapes)
