"""The findings of one sample: what was found, and for who checks the way to write it down."""

import pandas as pd
import streamlit as st

from components.address import address
from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.kpi.ledger_table import as_shown, shown_column
from components.line_choice import line_choice
from components.navigation import FINDING_PAGE
from components.segment import segment
from components.session import bureau_now, current_user, engine, row_scope, source
from data.access.roles import can
from data.codes import TRUTH_ANSWER, label
from data.engine import reading
from data.language import _
from data.truth.checking import ACTION, TruthCheckError, write_result
from queries.filters import Filters
from queries.truth.samples import Check, checks

_COLUMNS = [
    "truth_answer",
    "finding_code",
    "title",
    "unit",
    "section",
    "amount_fen",
    "rectified_date",
    "checked_date",
    "note",
]


def sample_checks(truth_sample_id: int, filters: Filters) -> None:
    """Draw them; a line that is chosen can be opened, and its result written."""
    with reading(engine()) as connection:
        found = checks(source(), connection, truth_sample_id, filters.as_of, row_scope())
    if not found:
        st.info(_("None of its findings is among those you may see."), icon=":material/search_off:")
        return
    frame = pd.DataFrame(
        [
            vars(entry.standing)
            | {
                "truth_answer": entry.truth_answer,
                "checked_date": entry.checked_date,
                "note": entry.note,
            }
            for entry in found
        ]
    )
    frame["amount_fen"] = frame["amount_fen"].astype("Int64")
    picked = line_choice(
        as_shown(frame, _COLUMNS),
        {name: shown_column(name, frame) for name in _COLUMNS},
        [entry.truth_check_id for entry in found],
        key=f"truth_checks_{truth_sample_id}",
    )
    if picked.opened is None:
        st.caption(_("Choose a line to open its finding or to write down what the check found."))
        return
    _line(found[picked.opened], filters)


def _line(entry: Check, filters: Filters) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.page_link(
            FINDING_PAGE,
            label=inert(entry.standing.finding_code),
            icon=":material/chevron_right:",
            query_params=address(filters, bureau_now().as_of, id=str(entry.standing.finding_id)),
        )
        if can(current_user(), ACTION) and filters.as_of == bureau_now().as_of:
            words = _("Write the result") if entry.truth_answer is None else _("Correct the result")
            if st.button(words, icon=":material/edit_note:", type="primary"):
                dialog(_("What the check found"))(_form)(entry)


def _form(entry: Check) -> None:
    st.markdown(f"**{inert(entry.standing.title)}**")
    answer = st.segmented_control(
        _("Result"),
        list(TRUTH_ANSWER),
        format_func=lambda code: segment(label("truth_answer", code)),
        key="truth_answer",
    )
    day = st.date_input(_("Checked on"), bureau_now().as_of, max_value=bureau_now().as_of, key="truth_day")
    note = st.text_area(
        _("What was looked at, and what was found"), max_chars=1000, key=f"truth_note_{entry.truth_check_id}"
    )
    if answer == "false":
        st.caption(
            _("After this, reopen the finding on its own page: the check alone does not change its state.")
        )
    if st.button(_("Save"), type="primary") and attempted(
        lambda: write_result(
            engine(),
            user_now(engine()),
            entry.truth_check_id,
            truth_answer=answer or "",
            note=note or "",
            fact_date=day,
        ),
        TruthCheckError,
    ):
        st.rerun()
