"""What looks like a repeat and waits for a person: choose, look at its story, decide."""

import pandas as pd
import streamlit as st

from components.address import address
from components.figures import show
from components.kpi.ledger_table import as_shown, shown_column
from components.line_choice import line_choice
from components.navigation import REPEAT_PAGE
from components.past_day import past_day
from components.repeat.decide_dialog import decide_dialog
from components.session import bureau_now, current_user, row_count, row_scope, source
from data.access.roles import can
from data.language import _
from data.ledger.deciding_repeats import ACTION
from queries.filters import Filters
from queries.repeats.candidates import KPI, Candidate, candidates

_COLUMNS = [
    "unit",
    "problem_class",
    "title",
    "plan_year",
    "prior_year",
    "repeat_years",
    "amount_fen",
    "finding_code",
    "prior_finding_code",
]
_MOST = 200


def candidate_list(filters: Filters) -> None:
    """Draw the list; who may decide chooses lines and says yes or no for all of them."""
    found = candidates(source(), filters, row_scope(), most=_MOST)
    if not found:
        st.markdown(":green[:material/check_circle:] " + _("Nothing looks like a repeat that is undecided."))
        return
    frame = pd.DataFrame([vars(line) for line in found])
    frame["amount_fen"] = frame["amount_fen"].astype("Int64")
    may_decide = can(current_user(), ACTION)
    picked = line_choice(
        as_shown(frame, _COLUMNS),
        {name: shown_column(name, frame) for name in _COLUMNS},
        [line.finding_id for line in found],
        key="repeat_candidates",
        several=may_decide,
    )
    in_all = row_count(KPI, filters, "")
    if in_all > len(found):
        st.caption(
            _("The {shown} found in most years, of {found}.").format(
                shown=show(len(found), "count"), found=show(in_all, "count")
            )
        )
    if picked.opened is not None:
        opened = str(found[picked.opened].finding_id)
        st.switch_page(REPEAT_PAGE, query_params=address(filters, bureau_now().as_of, id=opened, kpi=KPI))
    chosen = [found[place] for place in picked.chosen]
    if not may_decide:
        return
    if past_day(filters):
        return
    if not chosen:
        st.caption(
            _("Choose by the boxes at the left to decide on several at once; click a cell for its story.")
        )
        return
    _buttons(chosen)


def _buttons(chosen: list[Candidate]) -> None:
    with st.container(horizontal=True, gap="small"):
        if st.button(
            _("Confirm as repeats ({count})").format(count=len(chosen)),
            icon=":material/repeat:",
            type="primary",
        ):
            decide_dialog(chosen, is_repeat=True)
        if st.button(_("Not repeats ({count})").format(count=len(chosen)), icon=":material/block:"):
            decide_dialog(chosen, is_repeat=False)
