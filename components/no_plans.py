"""The state of a bureau that has no plan yet: says what is missing and who brings it."""

import streamlit as st

from data.language import _
from data.plan_file import shipped_plans


def no_plans() -> None:
    """Draw what to do: plans come by import, from the bureau's own table or from one that is shipped."""
    st.info(
        _(
            "There is no plan yet. Whoever keeps the plan imports it: by the template of plan indicators, "
            "or on the server by manage.py import plan with one of: {names}."
        ).format(names="、".join(shipped_plans())),
        icon=":material/flag:",
    )
