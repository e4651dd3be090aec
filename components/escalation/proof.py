"""Why a rung is proposed for a finding: each ground, the rung before, what is left out, and the rows."""

import json
from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import FINDING_PAGE, REPEAT_PAGE
from components.session import bureau_now
from data.codes import label
from data.language import _, listed
from queries.cell_words import cell_words, ground_words
from queries.filters import Filters


def proof(row: "pd.Series[Any]", filters: Filters) -> None:
    """Draw it for a row of the figures of proposals or candidates."""
    facts, as_of = json.loads(row["escalation_reason"]), bureau_now().as_of
    number = str(int(row["finding_id"]))
    with st.container(border=True):
        st.markdown(f"**{inert(str(row['title']))}** · {inert(str(row['unit']))}")
        for ground in facts["grounds"]:
            title = cell_words("warning_rule", ground["rule"])
            st.markdown(f":material/rule: **{inert(title)}**　{inert(ground_words(ground))}")
        if facts["before"]:
            st.markdown(
                ":material/stairs: "
                + _("Before that: {step} on {day}").format(
                    step=label("escalation_step", facts["before"]), day=facts["before_date"]
                )
            )
        else:
            st.markdown(":material/stairs: " + _("Before that: no step was taken"))
        if facts["left_out"]:
            steps = listed([label("escalation_step", step) for step in facts["left_out"]])
            words = _("Would leave out: {steps}").format(steps=steps)
            st.markdown(f":orange[:material/warning: {words}]")
        with st.container(horizontal=True, gap="small"):
            st.page_link(
                FINDING_PAGE,
                label=inert(str(row["finding_code"])),
                icon=":material/article:",
                query_params=address(filters, as_of, id=number),
            )
            if any(ground["rule"] == "found_again" for ground in facts["grounds"]):
                st.page_link(
                    REPEAT_PAGE,
                    label=_("The story of the repeat"),
                    icon=":material/repeat:",
                    query_params=address(filters, as_of, id=number),
                )
