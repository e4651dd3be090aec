"""The dialog that enters the figure of an indicator for a year, or corrects the one that is there."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from sqlalchemy import Engine

from components.dialog import dialog
from components.frame.sign_in import user_now
from data.language import _
from data.planning.indicator_rules import IndicatorError
from data.planning.indicators import LONGEST_EVIDENCE, enter_value
from queries.planning.plans import Indicator


def enter_indicator_value(
    engine: Engine, indicator: Indicator, years: Sequence[int], today: date, *, year: int
) -> None:
    """Open the dialog for the years that have begun, at `year`."""
    dialog(_("Enter or correct a figure"), icon=":material/edit:")(_draw)(
        engine, indicator, years, today, year
    )


def _draw(engine: Engine, indicator: Indicator, years: Sequence[int], today: date, year: int) -> None:
    st.text(indicator.title)
    st.caption(_("A correction is a new entry; the one before stays in the history."))
    with st.form("enter_indicator_value"):
        chosen = st.selectbox(_("Year"), years, index=years.index(year) if year in years else 0)
        value = st.text_input(_unit(indicator.format), max_chars=24)
        # A year that is over is told as of its end.
        day = st.date_input(_("As of"), min(today, date(year, 12, 31)), max_value=today, format="YYYY-MM-DD")
        evidence = st.text_area(
            _("Evidence"),
            max_chars=LONGEST_EVIDENCE,
            placeholder=_("Which document or list shows it: name, number, date, where it is kept"),
        )
        is_sent = st.form_submit_button(_("Enter"), type="primary", width="stretch")
    if not is_sent:
        return
    try:
        if not isinstance(day, date):
            raise IndicatorError(_("Choose the day of the figure."))
        enter_value(
            engine,
            user_now(engine),
            indicator.code,
            year=chosen,
            value=value or "",
            day=day,
            evidence=evidence or "",
        )
    except IndicatorError as error:
        st.error(str(error), icon=":material/error:")
        return
    st.rerun()


def _unit(format: str) -> str:  # noqa: A002
    return {
        "percent": _("Figure in percent"),
        "count": _("Figure as a whole number"),
        "days": _("Figure in whole days"),
        "fen": _("Figure in 10,000 yuan"),
    }[format]
