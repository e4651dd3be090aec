"""What a button inside the form asked for, done once every field is known: the fields are filled anew."""

import duckdb
import streamlit as st

from components.authoring.working import Working
from components.inert import inert
from data.language import _
from queries.audit_models.drafts.beginning import case_to_fill, with_suggested_columns
from queries.audit_models.drafts.writing import Parts, written
from queries.workbench.refusal import QueryRefusedError

COLUMNS = "columns"


def filled_in(work: Working, now: Parts) -> None:
    """Fill in the columns that the SQL gives, or a case of the outcome asked for; what fails is told."""
    asked, work.asked = work.asked, ""
    if asked == COLUMNS:
        try:
            parts = Parts(with_suggested_columns(now.header, now.sql), now.sql, now.cases)
        except (QueryRefusedError, duckdb.Error, KeyError) as error:
            st.error(inert(str(error)), title=_("The SQL gives no columns yet"), icon=":material/error:")
            return
    else:
        cases = f"{now.cases.rstrip()}\n\n{case_to_fill(now.header, asked)}".strip()
        parts = Parts(now.header, now.sql, cases)
    work.fill(written(parts))
    st.rerun()
