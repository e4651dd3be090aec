"""The indicators of a plan in one year as bullets; a click opens the indicator's card."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from components.address import address
from components.charts.bullets import bullets
from components.charts.draw import draw
from components.kpi.standing_words import actual_words, drawn_baseline, goal_words, standing_meaning
from components.navigation import INDICATOR_PAGE
from components.session import bureau_now
from queries.filters import Filters
from queries.planning.indicator_standing import Standing

_COLUMNS = ("code", "label", "value", "target", "baseline", "format", "meaning", "shown")


def indicator_bullets(found: Iterable[Standing], filters: Filters, *, title: str) -> None:
    """Draw one bullet per standing. A baseline that does not compare is not drawn."""
    rows = []
    for one in found:
        indicator = one.indicator
        rows.append(
            (
                indicator.code,
                indicator.title,
                one.value,
                one.target.value if one.target else None,
                drawn_baseline(indicator),
                indicator.format,
                standing_meaning(one.state),
                f"{actual_words(one)}　{goal_words(indicator, one, one.year)}",
            )
        )
    frame = pd.DataFrame(rows, columns=list(_COLUMNS))
    names = {name: name for name in _COLUMNS}
    chart = bullets(frame, title=title, is_one_scale=False, **names)
    clicked = draw(chart, key="indicator_bullets")
    if clicked is not None:
        as_of = bureau_now().as_of
        st.switch_page(
            INDICATOR_PAGE, query_params=address(Filters(as_of=filters.as_of), as_of, id=str(clicked))
        )
