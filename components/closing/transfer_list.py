"""The register of transfers: one line a matter, what waits longest first; a line tells what is known."""

from dataclasses import replace

import streamlit as st

from components.address import address
from components.address_choice import address_choice
from components.closing.transfer_form import transfer_form
from components.figures import show
from components.inert import inert
from components.kpi.ledger_table import as_shown, shown_column
from components.line_choice import line_choice
from components.navigation import FINDING_PAGE
from components.session import bureau_now, current_user, engine, groups, row_count, rows
from data.access.roles import can
from data.closing.transferring import ACTION, transfer_seen
from data.codes import TRANSFER_STATE, label
from data.engine import reading
from data.language import _
from queries.filters import Filters
from queries.rows import Page

_KPI = "transfer_rate"
_COLUMNS = [
    "transfer_state",
    "days_unanswered",
    "receiving_body",
    "title",
    "unit",
    "person_count",
    "document_number",
    "decided_date",
    "sent_date",
    "answer_due_date",
    "transfer_answered_date",
    "finding_code",
]
_MOST = 200
_ALL = "all"


def transfer_list(filters: Filters) -> None:
    """Draw the part that is chosen; who may, completes a matter."""
    counts = {str(group.code): int(group.figure.rows) for group in groups(_KPI, filters, "transfer_state")}
    if not counts:
        st.info(_("No matter had to be transferred here."), icon=":material/forward_to_inbox:")
        return
    parts = [state for state in TRANSFER_STATE if counts.get(state)] + [_ALL]
    first = next((state for state in ("overdue", "to_send", "waiting") if counts.get(state)), _ALL)
    part = address_choice(
        _("Show"),
        {state: _named(state, counts) for state in parts},
        "part",
        key="transfer_part",
        usual=first,
        look="bare segments",
    )
    narrowed = filters
    if part != _ALL:
        narrowed = replace(filters, drill=(*filters.drill, ("transfer_state", part)))
    frame = rows(_KPI, narrowed, Page(order_by="days_unanswered", is_descending=True, limit=_MOST))
    numbers = [int(number) for number in frame["transfer_id"]]
    picked = line_choice(
        as_shown(frame, _COLUMNS),
        {name: shown_column(name, frame) for name in _COLUMNS},
        numbers,
        key=f"transfers_{part}",
    )
    found = row_count(_KPI, narrowed, "")
    if found > len(frame):
        st.caption(
            _("The {shown} waiting longest, of {found}.").format(
                shown=show(len(frame), "count"), found=show(found, "count")
            )
        )
    if picked.opened is None:
        st.caption(_("Choose a line to see what is known of the matter."))
        return
    _line(numbers[picked.opened], filters)


def _named(state: str, counts: dict[str, int]) -> str:
    if state == _ALL:
        return f"{_('All')} {show(sum(counts.values()), 'count')}"
    return f"{label('transfer_state', state)} {show(counts[state], 'count')}"


def _line(transfer_id: int, filters: Filters) -> None:
    with reading(engine()) as connection:
        seen = transfer_seen(connection, transfer_id)
    if seen is None:
        return
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(
                FINDING_PAGE,
                label=inert(f"{seen.finding_code} {seen.title}"),
                icon=":material/chevron_right:",
                query_params=address(filters, bureau_now().as_of, id=str(seen.finding_id)),
            )
            if can(current_user(), ACTION) and st.button(
                _("Complete the entry"), icon=":material/edit_note:", type="primary"
            ):
                transfer_form(seen)
        for title, words in (
            (_("Matter"), seen.facts.matter),
            (_("Who they are"), seen.facts.persons),
            (_("Result"), seen.facts.result),
        ):
            if words:
                st.markdown(f":gray[{title}] {inert(words)}")
