"""The list of suspects to work on: one part of it at a time, several chosen, one step for all of them."""

from dataclasses import asdict, replace

import pandas as pd
import streamlit as st

from components.address import address
from components.address_choice import address_choice
from components.address_flag import address_flag
from components.address_words import address_words
from components.figures import show
from components.kpi.ledger_table import as_shown, shown_column
from components.line_choice import line_choice
from components.navigation import SUSPECT_PAGE
from components.page_bar import page_bar, page_number, page_size
from components.session import bureau_now, current_user, engine, row_scope, source
from components.suspect.act_buttons import act_buttons
from data.access.roles import can
from data.codes import label
from data.engine import reading
from data.language import _, mark
from data.suspects.moving import ACTION
from queries.filters import Filters
from queries.suspects.revisions import seen
from queries.suspects.work_list import PARTS, Asked, WorkLine, work_counts, work_list

_PARTS = {
    "to_issue": mark("To be issued"),
    "out": mark("Out for checking"),
    "overdue": mark("Answer overdue"),
    "answered": mark("Answered, not in the ledger"),
    "in_ledger": mark("In the findings ledger"),
    "all": mark("All"),
}
_COLUMNS = [
    "suspect_state",
    "severity",
    "summary",
    "suspect_fen",
    "model",
    "issued_to",
    "due_date",
    "days_overdue",
    "section",
    "region",
    "flagged_date",
    "finding_code",
    "digital_step",
]
_NAME = "suspects"
# Overall analysis comes before there is a suspect.
_STEPS = ("suspects", "checking", "research")


def suspect_list(filters: Filters) -> list[int]:
    """Draw the list; returns the numbers of the suspects chosen in it."""
    user = current_user()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        search = address_words(
            "words",
            _("Number, entity, words, model, section …"),
            key="suspect_search",
            width=320,
        )
        issued_here = False
        if user.section_code is not None or user.region_code is not None:
            title = _("Issued to us only")
            issued_here = address_flag(title, "ours", key="suspects_issued_here")
        step = address_choice(
            _("Step of digital audit"),
            {"": _("All")} | {code: label("digital_step", code) for code in _STEPS},
            "step",
            key="suspects_step",
            width=150,
        )
        size = page_size(_NAME)
    asked = Asked("all", search, issued_here, step)
    counts = work_counts(source(), filters, row_scope(), asked)
    part = address_choice(
        _("Show"),
        {code: f"{_(_PARTS[code])} {show(counts[code], 'count')}" for code in PARTS},
        "part",
        key="suspect_part",
        usual=_first_part(counts),
        look="bare segments",
    )
    if not counts[part]:
        st.info(_("No suspect is at this place for these filters."), icon=":material/event_available:")
        return []
    number = page_number(counts[part], size, _NAME)
    lines = work_list(
        source(),
        filters,
        row_scope(),
        replace(asked, part=part),
        first=(number - 1) * size,
        most=size,
    )
    chosen = _grid(lines, filters, f"{part}_{number}_{asked.digital_step}_{search}")
    page_bar(counts[part], size, len(lines), _NAME)
    if chosen:
        with reading(engine()) as connection:
            act_buttons(seen(connection, user, chosen), filters)
    elif can(user, ACTION):
        st.caption(_("Choose by the boxes at the left to work on several at once; click a cell to open one."))
    return chosen


def _first_part(counts: dict[str, int]) -> str:
    """The part with which somebody who comes begins: what is late, else what waits to be issued."""
    return next((part for part in ("overdue", "to_issue", "out") if counts[part]), "all")


def _grid(lines: list[WorkLine], filters: Filters, place: str) -> list[int]:
    """Draw the lines; a click on a cell opens the suspect, boxes choose. `place`: part, page and search."""
    frame = pd.DataFrame([asdict(line) for line in lines])
    frame["suspect_fen"] = frame["suspect_fen"].astype("Int64")
    frame["days_overdue"] = frame["days_overdue"].astype("Int64")
    shown = as_shown(frame, _COLUMNS)
    shown.insert(0, "suspect_id", frame["suspect_id"])
    number = st.column_config.NumberColumn(_("Number"), format="%d")
    numbers = [line.suspect_id for line in lines]
    picked = line_choice(
        shown,
        {"suspect_id": number} | {name: shown_column(name, frame) for name in _COLUMNS},
        numbers,
        key=f"suspects_{place}",
        several=True,
    )
    if picked.opened is not None:
        opened = str(numbers[picked.opened])
        st.switch_page(SUSPECT_PAGE, query_params=address(filters, bureau_now().as_of, id=opened))
    return [numbers[place] for place in picked.chosen]
