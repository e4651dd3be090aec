"""Which coordinate system the places of a file are in: proposed by where they would land, then confirmed."""

from dataclasses import replace

import numpy as np
from sqlalchemy import Connection

from data.geo.layers.areas import district_place
from data.geo.proposing import SystemProposal, propose_system
from data.intake.preset import Preset
from data.intake.refused import RowRefusedError
from data.intake.rows import read_rows
from data.investment.raw_shape import PLACE_FIELDS, raw_shape
from data.investment.reading import Brought

SYSTEM, NORTH_FIRST = "coordinate_system", "is_north_first"


def proposed_system(connection: Connection, brought: Brought, preset: Preset) -> SystemProposal | None:
    """What the coordinates of the file seem to be; None where it has none, or says so itself in each row.

    Raises FileRefusedError where the file cannot be read.
    """
    rows = read_rows(brought.source, preset).rows
    placed = [row for row in rows if PLACE_FIELDS & row.values.keys() and not row.values.get(SYSTEM)]
    if not placed:
        return None
    shapes = np.full(len(placed), None, dtype=object)
    for place, row in enumerate(placed):
        try:
            shapes[place] = raw_shape(row)
        except RowRefusedError:
            continue  # the import says why
    where = district_place(connection)
    known = {code: place for place, code in enumerate(where.codes)}
    claimed = np.array([known.get(str(row.values.get("region")), -1) for row in placed])
    return propose_system(shapes, where, brought.system, claimed)


def in_system(preset: Preset, code: str, *, is_north_first: bool = False) -> Preset:
    """The layout for a file whose coordinates are all in one system, whatever a column of it says."""
    said = {SYSTEM: code, NORTH_FIRST: "是" if is_north_first else "否"}
    columns = tuple(
        replace(column, headings=(), constant=said[column.field.name])
        if column.field.name in said
        else column
        for column in preset.columns
    )
    return replace(preset, columns=columns)
