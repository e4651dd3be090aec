"""The run that the address asks for, as the reader may see it; otherwise words, and the end of the page."""

import streamlit as st

from components.address import address
from components.navigation import MODELS_PAGE
from components.session import bureau_now, current_user, engine
from data.access.roles import NotPermittedError
from data.audit_models.runs import run as run_of
from data.engine import reading
from data.language import _
from queries.audit_models.hits import SeenRun, seen_run

_LONGEST_ID = 17  # digits: every such number fits the database


def run_opening(parameter: str) -> SeenRun:
    """The run whose number stands in that part of the address."""
    words = st.query_params.get(parameter, "")
    is_id = words.isascii() and words.isdecimal() and len(words) <= _LONGEST_ID
    try:
        with reading(engine()) as connection:
            return seen_run(connection, current_user(), run_of(connection, int(words) if is_id else -1))
    except KeyError:
        st.info(_("There is no such run. Open it from the runs of a model."), icon=":material/search_off:")
    except NotPermittedError:
        st.info(
            _(
                "This run read a dataset that you may not read, so its hits are not shown to you. The owner"
                " of the dataset can share it with you."
            ),
            icon=":material/lock:",
        )
    st.page_link(
        MODELS_PAGE,
        label=_("Model library"),
        icon=":material/model_training:",
        query_params=address(None, bureau_now().as_of),
    )
    return st.stop()
