"""The hits of a run: narrowed, in order, a page at a time; a click opens one, chosen ones become suspects."""

from dataclasses import replace
from typing import Any

import streamlit as st

from components.address import address
from components.address_choice import address_choice
from components.address_flag import address_flag
from components.address_parameter import put
from components.figures import NO_DATA
from components.inert import inert
from components.navigation import HIT_PAGE
from components.page_bar import page_bar, page_number
from components.run.hit_frame import hit_column, hit_frame
from components.run.register_hits_button import register_hits_button
from components.session import bureau_now, engine
from data.audit_models.runs import RunFacts
from data.codes import label
from data.engine import reading
from data.language import _
from queries.audit_models.hit_states import hit_states
from queries.audit_models.hits import HIT, HitsAsked, SeenRun, count_hits, page_of_hits
from queries.audit_models.said import in_words, summary_of

_PAGE = 50
_NAME = "hits"
_SEEN, _HEIGHT = 16, 560  # rows; px for more
_USUAL = "usual"


def hit_table(seen: SeenRun, before: RunFacts | None) -> None:
    """Draw it; `before` is the run to compare with."""
    st.subheader(_("Hits"))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        asked = _asked(seen, before)
    found = count_hits(seen, asked)
    if not found:
        st.info(_("No hit meets these conditions."), icon=":material/search_off:")
        return
    first = (page_number(found, _PAGE, _NAME) - 1) * _PAGE
    rows = page_of_hits(seen, first, _PAGE, asked)
    is_gone = asked.change == "gone"
    holder = before if is_gone and before else seen.facts
    with reading(engine()) as connection:
        same = HitsAsked(asked.change, asked.before, numbers=tuple(row[HIT] for row in rows))
        bare = page_of_hits(seen, 0, _PAGE, same, is_masked=False)
        states = hit_states(connection, seen, bare)
    frame = hit_frame(seen, rows)
    frame.insert(0, "_state", [_state(states.get(row[HIT])) for row in rows])
    frame.insert(1, "_why", [summary_of(seen.model, row, holder.params) for row in rows])
    # What is chosen holds for the very hits that stand here, in their order.
    shown = hash(tuple(row[HIT] for row in rows))
    choice: Any = st.dataframe(
        frame,
        key=f"hits_{seen.facts.run_id}_{asked.change}_{shown}",
        hide_index=True,
        placeholder=NO_DATA,
        height="content" if len(frame) <= _SEEN else _HEIGHT,
        on_select="rerun",
        selection_mode=("multi-row", "single-cell"),
        column_config={
            "_state": st.column_config.TextColumn(_("Suspect"), pinned=True, width=104),
            "_why": st.column_config.TextColumn(_("Why it was flagged"), width=380),
        }
        | {
            name: hit_column(column, frame[name])
            for name, column in seen.model.columns.items()
            if name in frame
        },
    )
    if choice.selection.cells:
        hit = rows[choice.selection.cells[0][0]][HIT]
        parts = address(None, bureau_now().as_of, run=str(holder.run_id), hit=str(hit))
        st.switch_page(HIT_PAGE, query_params=parts)

    def register() -> None:
        register_hits_button(seen, tuple(int(rows[place][HIT]) for place in choice.selection.rows))

    note = _("A click on a line opens its evidence.")
    page_bar(found, _PAGE, len(rows), _NAME, note=note, act=None if is_gone else register)


def _asked(seen: SeenRun, before: RunFacts | None) -> HitsAsked:
    """Which hits, by the choices; they stand in the address."""
    asked = HitsAsked()
    if before:
        asked = replace(asked, change=_change(), before=before)
    columns = {_USUAL: _("Largest amount first") if seen.model.amount else _("Usual order")}
    columns |= {name: str(column.title) for name, column in seen.model.columns.items()}
    order = address_choice(_("Sort by"), columns, "order", key="hits_order", width=200)
    is_descending = address_flag(
        _("Descending"),
        "descending",
        key="hits_descending",
        usual=True,
        disabled=order == _USUAL,
    )
    if order != _USUAL:
        asked = replace(asked, order_by=order, is_descending=is_descending)
    group = st.query_params.get("group")
    if group is not None and seen.model.group:
        asked = replace(asked, group=group)
        words = in_words(seen.model.columns[seen.model.group], group)
        st.button(
            _("Only {group}").format(group=inert(words or _("Not filled in"))),
            icon=":material/filter_alt_off:",
            key="hits_group",
            help=_("Show all groups again"),
            on_click=_all_groups,
        )
    return asked


def _all_groups() -> None:
    put("group", "")


def _change() -> str:
    changes = {
        "all": _("All hits"),
        "new": _("New hits"),
        "still": _("Hits still there"),
        "gone": _("Hits that are gone"),
    }
    chosen = address_choice(
        _("Against the other run"),
        changes,
        "change",
        key="hits_change",
        look="segments",
    )
    return "" if chosen == "all" else chosen


def _state(standing: Any) -> str:
    return label("suspect_state", standing.state) if standing else _("Not registered")
