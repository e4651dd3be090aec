"""The parameters of a city's own grid, as its surveying department gives them."""

import re

import streamlit as st

from components.inert import inert
from components.upload.answers import answer_key
from data.geo.gauss_kruger import DATUMS
from data.geo.local_grid import LocalGrid, local_grid
from data.geo.places import Place
from data.geo.systems import CoordinateSystemError
from data.language import _


def grid_parameters(file: str, where: Place) -> str | None:
    """Draw the fields; the code of the grid, None while they make none, which is said."""
    first, second, third, fourth = st.columns(4)
    datum = first.selectbox(
        _("Datum"), list(DATUMS), format_func=lambda code: _(DATUMS[code]), key=answer_key("grid_datum", file)
    )
    meridian = second.number_input(
        _("Central meridian in degrees"),
        value=round(where.middle[0], 2),
        format="%.6f",
        key=answer_key("grid_meridian", file),
    )
    easting = third.number_input(
        _("False easting in m"), value=500_000.0, format="%.3f", key=answer_key("grid_easting", file)
    )
    northing = fourth.number_input(
        _("False northing in m"), value=0.0, format="%.3f", key=answer_key("grid_northing", file)
    )
    fifth, sixth, seventh = st.columns([1, 1, 2])
    height = fifth.number_input(
        _("Height of the plane in m"), value=0.0, format="%.3f", key=answer_key("grid_height", file)
    )
    scale = sixth.number_input(
        _("Scale at the middle"), value=1.0, format="%.8f", key=answer_key("grid_scale", file)
    )
    words = seventh.text_input(
        _("Three or seven parameters to WGS-84, if known"),
        placeholder="-16.5, 153.4, 91.8",
        key=answer_key("grid_shift", file),
    )
    try:
        shift = tuple(float(word) for word in re.split(r"[\s,，;；]+", words.strip()) if word)
        return local_grid(
            LocalGrid(
                meridian,
                datum,
                false_easting=easting,
                false_northing=northing,
                scale=scale,
                plane_height=height,
                to_wgs84=shift,
            )
        )
    except ValueError as error:
        said = str(error) if isinstance(error, CoordinateSystemError) else _("The parameters are numbers.")
        st.error(inert(said), icon=":material/block:")
        return None
