"""How a system was used from count to count, and what was spent on it from year to year."""

import pandas as pd
import streamlit as st

from components.charts.columns_stacked import columns_stacked
from components.charts.draw import draw
from components.charts.trend import trend
from components.information_system.spending_by_year import MEANINGS
from data.codes import SYSTEM_PURPOSE, label
from data.language import _
from queries.information_systems.system_card import SystemCard


def system_course(card: SystemCard) -> None:
    """Draw both pictures side by side."""
    use, money = st.columns(2)
    with use, st.container(border=True, height="stretch"):
        counts = [count for count in card.counts if count.active_rate is not None]
        if not counts:
            st.subheader(_("Use of the system"))
            st.text(_("Nothing was counted by this day."))
        else:
            frame = pd.DataFrame(
                {
                    "day": [count.fact_date for count in counts],
                    "value": [count.active_rate for count in counts],
                }
            )
            title = _("Is it used more or less?")
            draw(trend(frame, date="day", value="value", format="percent", title=title), key="system_use")
    with money, st.container(border=True, height="stretch"):
        if not card.money:
            st.subheader(_("Money of the system"))
            st.text(_("No budget and no spending is recorded by this day."))
            return
        spent = {(entry.year, entry.purpose): entry.spent_fen or 0 for entry in card.money}
        years = sorted({entry.year for entry in card.money})
        chart = columns_stacked(
            spent,
            columns={year: str(year) for year in years},
            parts={purpose: label("system_purpose", purpose) for purpose in SYSTEM_PURPOSE},
            format="fen",
            title=_("What was spent on it?"),
            meanings=MEANINGS,
        )
        draw(chart, key="system_money")
