"""The SQL of a model and its cases, for whoever wants to know exactly what it does."""

import pandas as pd
import streamlit as st

from components.inert import inert
from data.dataset_types import dataset_types
from data.language import _, mark
from queries.audit_models.model import AuditModel, Case

_OUTCOMES = {
    "flagged": (mark("Has to be flagged"), "flag"),
    "clean": (mark("Must not be flagged"), "check_circle"),
    "skipped": (mark("Cannot be judged"), "help"),
}


def model_text(model: AuditModel) -> None:
    """Draw both, folded."""
    with st.expander(_("SQL"), icon=":material/code:"):
        st.code(model.sql, language="sql", line_numbers=True)
    words = _("Cases ({number})").format(number=len(model.cases))
    with st.expander(words, icon=":material/fact_check:"):
        st.caption(
            _("Each case is tried before a version is published: the model has to come out as it says.")
        )
        for case in model.cases:
            _case(model, case)


def _case(model: AuditModel, case: Case) -> None:
    title, icon = _OUTCOMES[case.outcome]
    st.markdown(f":material/{icon}: **{_(title)}**　{inert(str(case.why))}")
    for relation, rows in case.tables.items():
        title_of_relation, titles = _titles(model, relation)
        if rows:
            st.caption(inert(title_of_relation))
            frame = pd.DataFrame([dict(row) for row in rows]).rename(columns=titles)
            st.dataframe(
                frame.astype(object).where(frame.notna(), None).astype(str), hide_index=True, height="content"
            )


def _titles(model: AuditModel, relation: str) -> tuple[str, dict[str, str]]:
    """What a relation and its columns are called; the areas of layers have no type."""
    if relation not in model.requires:
        return _("Areas of map layers"), {}
    of_type = dataset_types()[model.requires[relation].dataset_type]
    return of_type.title, {column.name: column.title for column in of_type.columns}
