"""The indicators of a plan in one year as bullets; a click opens the indicator's card."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from components.address import address
from components.charts.bullets import bullets
from components.charts.draw import draw
from components.navigation import INDICATOR_PAGE
from components.session import bureau_now
from components.standing_words import actual_words, goal_words, standing_meaning
from data.indicator_units import in_kpi_terms
from queries.filters import Filters
from queries.indicator_standing import Standing

_COLUMNS = ("code", "label", "value", "target", "baseline", "format", "meaning", "shown")


def indicator_bullets(
    found: Iterable[Standing], filters: Filters, *, title: str, by_year: bool = False
) -> None:
    """Draw one bullet per standing, named after its indicator, or after its year where `by_year` is set.

    A baseline that does not compare is not drawn.
    """
    rows = []
    for one in found:
        indicator = one.indicator
        compares = indicator.is_baseline_comparable and indicator.baseline is not None
        rows.append(
            (
                indicator.code,
                str(one.year) if by_year else indicator.name,
                one.value,
                one.target.value if one.target else None,
                in_kpi_terms(indicator.baseline or 0, indicator.format) if compares else None,
                indicator.format,
                standing_meaning(one.state),
                f"{actual_words(one)}　{goal_words(indicator, one, one.year)}",
            )
        )
    frame = pd.DataFrame(rows, columns=list(_COLUMNS))
    names = {name: name for name in _COLUMNS}
    chart = bullets(frame, title=title, **names)
    clicked = draw(chart, key=f"bullets_{by_year}")
    if clicked is not None and not by_year:
        as_of = bureau_now().as_of
        st.switch_page(
            INDICATOR_PAGE, query_params=address(Filters(as_of=filters.as_of), as_of, id=str(clicked))
        )
