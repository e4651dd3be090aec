"""The days of an investment project: planned, projected and actual, kept apart."""

from datetime import date

import pandas as pd
import streamlit as st

from components.figures import NO_DATA, show
from data.language import _
from queries.investment.investment_card import InvestmentCard


def investment_days(card: InvestmentCard) -> None:
    """Draw the table."""
    of = card.standing
    rows = [
        (_("Approval"), None, None, of.approved_date),
        (_("Begin of works"), of.planned_start_date, None, of.started_date),
        (_("Completion of works"), of.planned_end_date, of.projected_end_date, of.completed_date),
        (_("Audited settlement"), None, None, of.settled_date),
        (_("Final accounts"), None, None, of.accounted_date),
    ]
    if of.cancelled_date:
        rows.append((_("Cancellation"), None, None, of.cancelled_date))
    with st.container(border=True):
        st.subheader(_("Dates of the works"))
        st.dataframe(
            pd.DataFrame(
                {
                    _("Step of the works"): [row[0] for row in rows],
                    _("Planned date"): [_said(row[1]) for row in rows],
                    _("Projected date"): [_said(row[2]) for row in rows],
                    _("Actual date"): [_said(row[3]) for row in rows],
                    _("Days against the plan"): [_against(row[1], row[3] or row[2]) for row in rows],
                }
            ),
            hide_index=True,
            height="content",
        )


def _said(day: date | None) -> str:
    return day.isoformat() if day else NO_DATA


def _against(planned: date | None, other: date | None) -> str:
    if planned is None or other is None:
        return NO_DATA
    late = (other - planned).days
    if late > 0:
        return _("{days} late").format(days=show(late, "days"))
    return _("{days} early").format(days=show(-late, "days")) if late else _("on the day")
