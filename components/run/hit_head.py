"""A hit in words: the sentence that says why, its values, and the thresholds that they were held against."""

import streamlit as st

from components.inert import inert
from components.model.model_words import SEVERITY_COLOURS
from components.model.threshold_lines import threshold_lines
from data.codes import label
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.said import in_words, said, summary_of


def hit_head(seen: SeenRun, row: dict[str, object]) -> None:
    """Draw it; `row` is masked as the reader sees it."""
    model, facts = seen.model, seen.facts
    entity = row[model.entity.name] or row[model.entity.id] or ""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.header(inert(str(entity)), width="content")
        colour = SEVERITY_COLOURS[model.severity]
        st.badge(label("severity", model.severity), icon=":material/priority_high:", color=colour)  # type: ignore[arg-type]
    st.warning(inert(summary_of(model, row, facts.params)), icon=":material/flag:")
    left, right = st.columns([3, 2], gap="medium")
    with left:
        heading = _("What was found")
        st.markdown(f"**{heading}**")
        with st.grid(3, min_column_width=150, gap=("xsmall", "small")):
            for name, column in model.columns.items():
                if column.type == "shape":  # the map shows it
                    continue
                value = inert(said(in_words(column, row[name]), column.type))
                st.markdown(f":small[:gray[{inert(str(column.title))}]]  \n{value}")
    with right:
        heading = _("Held against")
        st.markdown(f"**{heading}**")
        threshold_lines(model, facts.params)
        for basis in model.basis:
            state = _("Text checked") if basis.is_checked else _("Basis to be checked")
            law = f"《{basis.law.strip('《》')}》{basis.article}"
            st.markdown(f":small[{inert(_('{name} ({words})').format(name=law, words=state))}]")
