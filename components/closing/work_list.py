"""我的工作 as a list: one part of it at a time, several chosen, one step for all of them."""

from dataclasses import asdict, replace

import pandas as pd
import streamlit as st

from components.address import address
from components.address_choice import address_choice
from components.address_words import address_words
from components.closing.step_buttons import step_buttons
from components.figures import show
from components.kpi.ledger_table import as_shown, shown_column
from components.line_choice import line_choice
from components.navigation import FINDING_PAGE
from components.page_bar import page_bar, page_number, page_size
from components.session import bureau_now, current_user, engine, source, work_asked, work_counts
from data.closing.offered import stages_for
from data.codes import label
from data.engine import reading
from data.language import _, mark
from queries.closing.my_work import WorkLine, my_work
from queries.closing.seen import seen
from queries.filters import Filters

PARTS = {
    "waiting": mark("Waits for me"),
    "extensions": mark("Extensions to decide"),
    "late": mark("Overdue or slow"),
    "rectifying": mark("Units are rectifying"),
    "sent_back_to_us": mark("Sent back to us"),
    "sent_back_by_me": mark("Sent back by me"),
}
_EMPTY = {
    "waiting": mark("Nothing waits for you. What comes next to your step appears here by itself."),
    "extensions": mark("No extension waits for a decision."),
    "late": mark("Nothing is late."),
    "rectifying": mark("No finding is under rectification."),
    "sent_back_to_us": mark("Nothing was sent back."),
    "sent_back_by_me": mark("You have sent nothing back."),
}
_COLUMNS = [
    "work_stage",
    "due_date",
    "finding_code",
    "title",
    "unit",
    "open_fen",
    "rectification_type",
    "section",
    "region",
]
# What presses in a part stands beside the stage.
_PRESSING = {
    "extensions": ("asked_due_date",),
    "late": ("days_overdue", "days_waiting"),
    "rectifying": ("days_overdue",),
}
_NAME = "work"


def work_list(filters: Filters) -> list[int]:
    """Draw the list; returns the numbers of the findings chosen in it."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        search = address_words(
            "words",
            _("Number, title, unit, project, section …"),
            key="work_search",
            width=320,
        )
        stage = _stage()
        size = page_size(_NAME)
    narrowed = replace(filters, drill=(*filters.drill, ("work_stage", stage))) if stage else filters
    asked = work_asked(search, narrowed)
    counts = work_counts(asked)
    part = address_choice(
        _("Show"),
        {name: f"{_(PARTS[name])} {show(count, 'count')}" for name, count in counts.items()},
        "part",
        key="work_part",
        usual=next((name for name in counts if counts[name]), "waiting"),
        look="bare segments",
    )
    if not counts[part]:
        st.info(_(_EMPTY[part]), icon=":material/event_available:")
        return []
    number = page_number(counts[part], size, _NAME)
    lines = my_work(source(), asked, part, first=(number - 1) * size, most=size)
    chosen = _grid(lines, part, filters, f"{part}_{number}_{stage}_{search}")
    page_bar(counts[part], size, len(lines), _NAME)
    if chosen:
        with reading(engine()) as connection:
            step_buttons(seen(connection, current_user(), chosen, bureau_now().as_of), filters)
    else:
        st.caption(
            _("Choose by the boxes at the left to work on several at once; click a cell to open the finding.")
        )
    return chosen


def _stage() -> str:
    """Draw the choice of one stage, at which a step can be taken of many at once; "" for all of them."""
    stages = stages_for(current_user())
    if len(stages) < 2:  # one is no choice
        return ""
    return address_choice(
        _("Stage"),
        {"": _("All")} | {code: label("work_stage", code) for code in stages},
        "stage",
        key="work_stage",
        width=180,
    )


def _grid(lines: list[WorkLine], part: str, filters: Filters, place: str) -> list[int]:
    """Draw the lines; a click on a cell opens the finding, boxes choose. `place`: part, page, stage
    and search.
    """
    frame = pd.DataFrame([asdict(line) for line in lines])
    for name in ("amount_fen", "open_fen", "days_overdue", "days_waiting"):
        frame[name] = frame[name].astype("Int64")
    columns = [_COLUMNS[0], *_PRESSING.get(part, ("days_waiting",)), *_COLUMNS[1:]]
    numbers = [line.finding_id for line in lines]
    picked = line_choice(
        as_shown(frame, columns),
        {name: shown_column(name, frame) for name in columns},
        numbers,
        key=f"work_{place}",
        several=True,
    )
    if picked.opened is not None:
        opened = str(numbers[picked.opened])
        st.switch_page(FINDING_PAGE, query_params=address(filters, bureau_now().as_of, id=opened))
    return [numbers[place] for place in picked.chosen]
