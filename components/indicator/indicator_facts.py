"""What an indicator is: plan, formula, baseline, who owes it, and what has to be known to read it."""

import streamlit as st

from components.inert import inert
from components.kpi.standing_words import baseline_words
from data.codes import label
from data.language import _
from data.shipped_names import shipped_name
from queries.catalog import kpis
from queries.planning.plans import Indicator, Plan


def indicator_facts(plan: Plan, indicator: Indicator) -> None:
    """Draw the facts as label and text; what is not there is left out, but who owes it is always said."""
    kpi = kpis().get(indicator.kpi or "")
    origin = _("computed by {figure}").format(figure=kpi.title) if kpi else _("entered with evidence")
    facts = {
        _("Plan"): _("{name} ({words})").format(name=plan.title, words=f"{plan.first_year}–{plan.last_year}"),
        _("Indicator number"): indicator.code,
        _("Formula"): shipped_name(indicator.formula or ""),
        _("Figure"): origin,
        _("Reckoned"): label("reckoning", indicator.reckoning) if kpi else "",
        _("Baseline"): baseline_words(indicator),
        _("Responsible section"): indicator.section or _("not named"),
        _("Document"): shipped_name(plan.source or ""),
    }
    with st.grid(3, min_column_width=200, gap=("xsmall", "small")):
        for title, text in facts.items():
            if text:
                st.markdown(f":small[:gray[{title}]]  \n{inert(text)}")
    if indicator.note:
        st.info(inert(shipped_name(indicator.note)), icon=":material/info:")
