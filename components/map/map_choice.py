"""What the map is asked: by what projects are coloured, and how they are drawn. It stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.segment import segment
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
# So many dots of a whole city hide each other: without a choice they are counted in hexagons.
MOST_DOTS = 4000


@dataclass(frozen=True)
class MapChoice:
    """`by` is a key of COLOURED_BY, `drawn` of DRAWN_AS, `figure` one of FIGURES."""

    by: str
    drawn: str
    figure: str


def map_choice(titles: Mapping[str, str], *, sees_projects: bool, projects: int) -> MapChoice:
    """Draw the choices. `titles` names the FIGURES; `projects` is how many there are to be drawn.

    Who may not see single projects chooses between hexagons and districts.
    """
    offered = {code: _(words) for code, words in DRAWN_AS.items() if sees_projects or code != "projects"}
    usual = "projects" if sees_projects and projects <= MOST_DOTS else "density"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        drawn = _segments(_("Drawn as"), offered, "as", usual)
        by, figure = "state", FIGURES[0]
        if drawn == "projects":
            by = _segments(_("Coloured by"), {code: _(words) for code, words in COLOURED_BY.items()}, "by")
        elif drawn == "districts":
            figure = _select(_("Figure of districts"), titles, "figure")
    return MapChoice(by, drawn, figure)


def _segments(title: str, options: Mapping[str, str], parameter: str, usual: str | None = None) -> str:
    key = _asked(options, parameter, usual)
    chosen = st.segmented_control(
        title,
        list(options),
        required=True,
        format_func=lambda code: segment(options[code]),
        key=key,
        on_change=_write,
        args=(parameter, key),
    )
    return str(chosen)


def _select(title: str, options: Mapping[str, str], parameter: str) -> str:
    key = _asked(options, parameter, None)
    return str(
        st.selectbox(
            title,
            list(options),
            format_func=lambda code: options[code],
            key=key,
            on_change=_write,
            args=(parameter, key),
            width=320,
        )
    )


def _asked(options: Mapping[str, str], parameter: str, usual: str | None) -> str:
    """The key of the widget, set to what the address asks for: a link or the Back button moves it."""
    key = f"map_{parameter}"
    asked = st.query_params.get(parameter, "")
    st.session_state[key] = asked if asked in options else usual or next(iter(options))
    return key


def _write(parameter: str, key: str) -> None:
    st.query_params[parameter] = str(st.session_state[key])
