"""A dataset narrowed to the rows that another one has, or has not, where the address asks for that."""

import duckdb
import streamlit as st

from components.explore.explore_choice import Explored
from components.inert import inert
from components.joining.join_address import read_pairs
from components.session import current_user, engine
from data.data_room.dataset_access import access
from data.engine import reading
from data.language import _, listed
from data.warehouse import dataset, newest
from queries.joining.narrowing import KINDS, narrowed_by
from queries.joining.sides import JoinRefusedError, Side, owners_see_all
from queries.quick_tests.subject import Subject

_PARAMETERS = ("match", "on", "how")


def explore_match(explored: Explored, table: Subject) -> Subject:
    """Draw what the rows were narrowed by, with a way to drop it; returns the narrowed table.

    A dataset that the reader may not read is dropped; columns that may not be matched stop the page and say
    why.
    """
    if "match" not in st.query_params:
        return table
    left = Side(explored.facts, explored.version, explored.access)
    how = st.query_params.get("how", "")
    with reading(engine()) as connection:
        facts = dataset(connection, st.query_params["match"])
        version = newest(connection, facts.dataset_id) if facts else None
        seen = access(connection, current_user(), facts) if facts else None
        if facts is None or version is None or seen is None or not seen.may_read or how not in KINDS:
            _drop()
            return table
        right = Side(facts, version, seen)
        is_trusted = owners_see_all(connection, current_user(), left, right)
    pairs = read_pairs(set(table.columns), {column.name for column in version.columns})
    try:
        narrowed = narrowed_by(table, left, right, pairs, how, is_trusted=is_trusted)
    except (JoinRefusedError, duckdb.Error) as error:
        words = str(error) if isinstance(error, JoinRefusedError) else _("The rows cannot be compared.")
        st.warning(inert(words), icon=":material/visibility_off:")
        st.button(_("Show all rows"), on_click=_drop, key="drop_match")
        st.stop()  # all rows in the place of some would be taken for them
    words = _("Only rows that are in {dataset} by {columns}")
    if how == "only_left":
        words = _("Only rows that are not in {dataset} by {columns}")
    st.button(
        inert(words.format(dataset=facts.title, columns=listed(explored.title(pair.left) for pair in pairs))),
        icon=":material/close:",
        help=_("Drop this choice"),
        on_click=_drop,
        key="drop_match",
    )
    return narrowed


def _drop() -> None:
    for name in _PARAMETERS:
        st.query_params.pop(name, None)
