"""What the map is asked: by what projects are coloured, and how they are drawn. It stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.address_choice import address_choice
from data.language import _, mark

# What colours the projects; "money" raises them as columns.
COLOURED_BY = {
    "state": mark("Works"),
    "money": mark("Investment amount"),
    "delay": mark("Delay of works"),
    "overrun": mark("Cost overrun"),
    "suspicion": mark("Suspicion"),
    "sector": mark("Sector"),
    "owner": mark("Developer"),
}
DRAWN_AS = {
    "projects": mark("Single projects"),
    "density": mark("Density"),
    "districts": mark("Districts as areas"),
}
# KPIs that a district is coloured by.
FIGURES = (
    "investment_total",
    "investment_executed",
    "investment_on_time_rate",
    "investment_overrun_rate",
    "investments",
    "investments_delayed",
    "investments_audited",
    "investment_under_audit",
    "investments_flagged",
)
# So many dots hide each other, of a whole city sooner than near by: they are counted in hexagons then, unless
# the reader chooses otherwise.
MOST_DOTS_OF_ALL, MOST_DOTS_NEAR_BY = 1500, 4000


@dataclass(frozen=True)
class MapChoice:
    """`by` is a key of COLOURED_BY, `drawn` of DRAWN_AS, `figure` one of FIGURES."""

    by: str
    drawn: str
    figure: str


def map_choice(
    titles: Mapping[str, str], *, sees_projects: bool, projects: int, is_near_by: bool
) -> MapChoice:
    """Draw the choices. `titles` names the FIGURES; `projects` is how many there are to be drawn.
    `is_near_by`: the map shows one district, not all of them.

    Who may not see single projects chooses between hexagons and districts.
    """
    offered = {code: _(words) for code, words in DRAWN_AS.items() if sees_projects or code != "projects"}
    most = MOST_DOTS_NEAR_BY if is_near_by else MOST_DOTS_OF_ALL
    usual = "projects" if sees_projects and projects <= most else "density"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        drawn = address_choice(_("Drawn as"), offered, "as", key="map_as", usual=usual, look="segments")
        by, figure = "state", FIGURES[0]
        if drawn == "projects":
            colours = {code: _(words) for code, words in COLOURED_BY.items()}
            by = address_choice(_("Coloured by"), colours, "by", key="map_by", look="segments")
        elif drawn == "districts":
            figure = address_choice(_("Figure of districts"), titles, "figure", key="map_figure", width=320)
    return MapChoice(by, drawn, figure)
