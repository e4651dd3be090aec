"""What the map is asked: by what projects are coloured, and how they are drawn. It stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True)
class MapChoice:
    """`by` is a key of COLOURED_BY, `drawn` of DRAWN_AS, `figure` one of FIGURES."""

    by: str
    drawn: str
    figure: str


# More projects than this take long to open: they are sent when they are asked for, or near by.
MOST_SENT = 4000


def map_choice(titles: Mapping[str, str], *, sees_projects: bool, projects: int) -> MapChoice:
    """Draw the choices. `titles` names the FIGURES; `projects` is how many there are to be drawn.

    Who may not see single projects chooses between hexagons and districts.
    """
    offered = {code: _(words) for code, words in DRAWN_AS.items() if sees_projects or code != "projects"}
    usual = "projects" if sees_projects and projects <= MOST_SENT else "density"
    drawn = address_choice(_("Drawn as"), offered, "as", key="map_as", usual=usual, look="segments")
    by, figure = "state", FIGURES[0]
    if drawn == "projects":
        colours = {code: _(words) for code, words in COLOURED_BY.items()}
        by = address_choice(_("Coloured by"), colours, "by", key="map_by", look="segments")
    elif drawn == "districts":
        figure = address_choice(_("Figure of districts"), titles, "figure", key="map_figure")
    return MapChoice(by, drawn, figure)
