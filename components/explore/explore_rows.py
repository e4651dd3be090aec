"""The rows of a dataset beside their facets: what is chosen narrows the rows, the facets and the test."""

from collections.abc import Sequence

import duckdb
import streamlit as st

from components.dataset.rows_grid import rows_grid
from components.explore.explore_address import read_choices, read_facets, write_choices, write_facets
from components.explore.explore_choice import Explored
from components.inert import inert
from components.segment import segment
from components.session import current_user
from data.language import _, listed
from queries.datasets.choices import MOST_CHOICES, Choice, choice_of, choice_words, code_of, narrowed_to
from queries.datasets.facets import (
    MOST_FACETS,
    Facet,
    FirstRows,
    can_have_facet,
    facets,
    first_rows,
    proposed_facets,
)
from queries.quick_tests.subject import Subject

_SHOWN = 200
_LAST = "explore_rows"


def explore_rows(explored: Explored, table: Subject) -> tuple[Subject, tuple[Choice, ...]]:
    """Draw both; returns the table with only the rows that were chosen, and the choices."""
    choices = read_choices(table)
    narrowed = narrowed_to(table, choices)
    try:
        shown, found, rows = _read(explored, table, choices)
    except duckdb.Error:
        st.error(_("The rows of this dataset cannot be shown."), icon=":material/error:")
        return narrowed, choices
    beside, middle = st.columns([1, 3], gap="medium")
    with beside:
        _facet_list(explored, table, shown, found, choices)
    with middle:
        _chips(explored, table, choices, rows.total, explored.version.row_count)
        _rows(explored, rows)
    return narrowed, choices


def _read(
    explored: Explored, table: Subject, choices: tuple[Choice, ...]
) -> tuple[tuple[str, ...], tuple[Facet, ...], FirstRows]:
    """The facets and the rows, kept in the session for as long as the same is asked."""
    named = read_facets(table)
    asked = (
        current_user(),
        explored.version.version_id,
        explored.access,
        table.select,
        repr(table.values),
        choices,
        named,
    )
    last = st.session_state.get(_LAST)
    if last is not None and last[0] == asked:
        kept: tuple[tuple[str, ...], tuple[Facet, ...], FirstRows] = last[1]
        return kept
    with st.spinner(_("Counting the rows …")):
        columns = proposed_facets(table) if named is None else named
        columns = tuple(dict.fromkeys([*(choice.column for choice in choices), *columns]))[:MOST_FACETS]
        found = facets(table, columns, choices)
        read = columns, found, first_rows(narrowed_to(table, choices), _SHOWN)
    st.session_state[_LAST] = (asked, read)
    return read


def _facet_list(
    explored: Explored,
    table: Subject,
    shown: tuple[str, ...],
    found: Sequence[Facet],
    choices: tuple[Choice, ...],
) -> None:
    key = f"facets_{explored.version.version_id}"
    # The address is the truth: a link or the Back button moves the widgets.
    st.session_state[key] = list(shown)

    def show() -> None:
        write_facets(tuple(st.session_state[key]))
        gone = [choice for choice in choices if choice.column not in st.session_state[key]]
        write_choices(tuple(choice for choice in choices if choice not in gone))

    offered = can_have_facet(table)
    st.multiselect(
        _("Narrow by"),
        offered,
        format_func=explored.title,
        key=key,
        on_change=show,
        max_selections=MOST_FACETS,
        help=_("What is masked for you cannot be chosen: {columns}").format(
            columns=inert(listed(explored.title(name) for name in sorted(table.masked)))
        )
        if table.masked
        else None,
    )
    for facet in found:
        _facet(f"{key}_{facet.column}", explored.title(facet.column), facet, table, choices)


def _facet(key: str, title: str, facet: Facet, table: Subject, choices: tuple[Choice, ...]) -> None:
    labels = {code_of(value.choice): _label(value.choice, value.rows, table) for value in facet.values}
    if not labels:
        return
    st.session_state[key] = [code_of(value.choice) for value in facet.values if value.is_chosen]

    def choose() -> None:
        own = [choice_of(facet.column, code, table) for code in st.session_state[key]]
        others = [choice for choice in choices if choice.column != facet.column]
        write_choices((*others, *(choice for choice in own if choice is not None)))

    st.pills(
        inert(title),
        list(labels),
        selection_mode="multi",
        format_func=lambda code: segment(labels[code]),
        key=key,
        on_change=choose,
        wrap=True,
    )
    if facet.others:
        st.caption(
            _("{values} more values in {rows} rows").format(
                values=f"{facet.other_values:,}", rows=f"{facet.others:,}"
            )
        )


def _label(choice: Choice, rows: int, table: Subject) -> str:
    return f"{choice_words(choice, table)} · {rows:,}"


def _chips(explored: Explored, table: Subject, choices: tuple[Choice, ...], rows: int, all_rows: int) -> None:
    """What is chosen, each with a way to drop it, and how many rows that leaves."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if rows == all_rows and not choices:
            st.markdown(_("**{rows}** rows").format(rows=f"{rows:,}"))
        else:
            st.markdown(_("**{rows}** of {all_rows} rows").format(rows=f"{rows:,}", all_rows=f"{all_rows:,}"))
        for place, choice in enumerate(choices):
            st.button(
                inert(f"{explored.title(choice.column)}: {choice_words(choice, table)}"),
                icon=":material/close:",
                key=f"drop_choice_{place}",
                help=_("Drop this choice"),
                on_click=write_choices,
                args=(tuple(other for other in choices if other != choice),),
            )
        if len(choices) > 1:
            st.button(
                _("Drop all"),
                type="tertiary",
                key="drop_choices",
                on_click=write_choices,
                args=((),),
            )
    if len(choices) >= MOST_CHOICES:
        st.caption(_("At most {n} values can be chosen.").format(n=MOST_CHOICES))


def _rows(explored: Explored, rows: FirstRows) -> None:
    if not rows.rows:
        st.info(_("No row has all that is chosen. Drop a choice."), icon=":material/filter_alt_off:")
        return
    rows_grid(
        explored.columns,
        [row[1:] for row in rows.rows],
        [(_("Row number"), [row[0] for row in rows.rows])],
        key=f"explore_rows_{explored.version.version_id}",
    )
    if rows.total > len(rows.rows):
        st.caption(
            _("The first {shown} of {rows} rows.").format(shown=f"{len(rows.rows):,}", rows=f"{rows.total:,}")
        )
