"""The button and dialog with which personnel staff set the years in each rank."""

import pandas as pd
import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import current_user, engine, source
from data.access.roles import can
from data.codes import label
from data.language import _
from data.team.promotion_years import ACTION, MOST_YEARS, PromotionYearsError, set_promotion_years

_QUESTION = """
    select staff_rank, next_rank, usual_years, years_in_rank from promotion_years
    where next_rank is not null order by rank_order
"""


def promotion_years_button() -> None:
    """Draw the button for those who keep the staff of the whole bureau; nothing for others."""
    user = current_user()
    if not can(user, ACTION) or user.section_code or user.region_code:
        return
    if st.button(_("Set the years in rank"), icon=":material/tune:", key="promotion_years"):
        dialog(_("Years in rank"), width="large", icon=":material/tune:")(_draw)()


def _draw() -> None:
    st.caption(
        _(
            "After so many years in a rank a person is listed. Empty: no reminder. Only years are looked "
            "at, no other condition of promotion."
        )
    )
    rows = source().rows(_QUESTION)
    lines = st.data_editor(
        pd.DataFrame(
            {
                "rank": [label("staff_rank", row[0]) for row in rows],
                "next": [label("staff_rank", row[1]) for row in rows],
                "usual": [row[2] for row in rows],
                "years": pd.array([row[3] for row in rows], dtype="Int64"),
            }
        ),
        hide_index=True,
        height=420,
        disabled=["rank", "next", "usual"],
        column_config={
            "rank": st.column_config.TextColumn(_("Rank")),
            "next": st.column_config.TextColumn(_("Next rank")),
            "usual": st.column_config.NumberColumn(_("Usual years")),
            "years": st.column_config.NumberColumn(
                _("Years set for the rank"), min_value=1, max_value=MOST_YEARS, step=1
            ),
        },
        key="promotion_years_table",
    )
    if not st.button(_("Set the years"), type="primary", width="stretch"):
        return
    given = [None if pd.isna(years) else int(years) for years in lines["years"]]
    changed = {row[0]: years for row, years in zip(rows, given, strict=True) if years != row[3]}
    if attempted(lambda: set_promotion_years(engine(), user_now(engine()), changed), PromotionYearsError):
        st.rerun()
