"""What should this cost? The middle half of the library for a type of works, times a quantity."""

from dataclasses import replace

import streamlit as st

from components.address_choice import address_choice
from components.fact_tile import fact_tile
from components.figures import show
from components.inert import inert
from components.session import figure
from components.works.unit_cost_by_year import unit_cost_by_year
from data.codes import WORKS_TYPE, label
from data.language import _
from queries.filters import Filters

_FEWEST = 5  # observations; the quartiles of fewer say nothing
_KPIS = ("unit_cost_lower_quartile", "unit_cost_median", "unit_cost_upper_quartile")


def expected_cost(filters: Filters) -> None:
    """Draw the choice of type and quantity, and the range; year and district are those of the filters."""
    with st.container(border=True):
        st.subheader(_("What should this cost?"))
        chosen, told = st.columns(2)
        with chosen:
            works_type = address_choice(
                _("Type of works"),
                {code: label("works_type", code) for code in WORKS_TYPE},
                "works",
                key="works_type_asked",
            )
        with told:
            quantity = st.number_input(
                _("Quantity"), min_value=0.001, value=1.0, format="%.3f", key="works_quantity_asked"
            )
        narrowed = replace(filters, drill=(*filters.drill, ("works_type", works_type)))
        found = [figure(name, narrowed) for name in _KPIS]
        number = found[0].rows
        if number < _FEWEST:
            st.info(
                _(
                    "Only {number} observations in this selection: too few to say what it should cost. "
                    "Widen year or region in the filters, or choose another type."
                ).format(number=number),
                icon=":material/search_off:",
            )
        else:
            low, middle, high = (show((one.value or 0) * quantity, "fen") for one in found)
            unit = [show(one.value, "fen") for one in found]
            fact_tile(_("Usual cost"), middle, None)
            st.markdown(
                inert(_("half of the works cost from {low} to {high}").format(low=low, high=high)),
            )
            st.caption(
                _(
                    "From {number} observations of year and region in the filters; unit cost {low} to "
                    "{high}, in the middle {middle}. Prices are those of their year: nothing is carried "
                    "forward."
                ).format(number=number, low=unit[0], middle=unit[1], high=unit[2])
            )
    unit_cost_by_year(works_type, filters)
