"""What models flagged without any project (无项目审计) and nobody has issued yet, as a warning."""

import streamlit as st

from components.address import address
from components.figures import show
from components.inert import inert
from components.navigation import ROWS_PAGE
from components.session import bureau_now, figure, groups
from data.language import _
from queries.filters import Filters

_NAMED = 3


def new_suspects(filters: Filters, name: str, *, by: str) -> None:
    """Draw the warning of the KPI `name` if it is not nought: the largest groups, and the way to its rows."""
    now = figure(name, filters)
    if not now.value:
        return
    models = sorted(groups(name, filters, by), key=lambda each: -(each.figure.value or 0))
    told = [f"{inert(each.label)} {show(each.figure.value, 'count')}" for each in models[:_NAMED]]
    if len(models) > _NAMED:
        told.append(_("and {number} more models").format(number=show(len(models) - _NAMED, "count")))
    count = _("{count} new suspects of the last seven days wait to be issued (continuous checks)").format(
        count=show(now.value, "count")
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.warning(
            f"**{count}**  \n{' · '.join(told)}",
            icon=":material/notification_important:",
            width="stretch",
        )
        st.page_link(
            ROWS_PAGE,
            label=_("Open new suspects"),
            icon=":material/arrow_forward:",
            width="content",
            query_params=address(filters, bureau_now().as_of, kpi=name),
        )
