"""What can be done with the rows of a comparison: keep them as suspects, or go on with them."""

from collections.abc import Callable, Sequence
from typing import Any

import duckdb
import streamlit as st

from components.explore.kept_notice import kept_notice
from components.inert import inert
from components.joining.join_address import written
from components.joining.join_choice import JoinChoice
from components.joining.join_result import JoinResult
from components.navigation import EXPLORE_PAGE
from components.session import current_user, engine
from components.worked import worked
from data.data_room.keep_suspects import Hit, KeepSuspectsError, keep
from data.language import _, language
from data.warehouse import StoredColumn, WarehouseError
from queries.joining.hits import hits
from queries.joining.matching import joined

_NONE = ""
_DONE = "join_kept"
_ASKED, _WORK = "join_keep_asked", "join_keep_work"
_NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "DOUBLE", "FLOAT", "DECIMAL")


def join_ways(choice: JoinChoice, result: JoinResult) -> None:
    """Draw them, for rows of the first dataset: those in both, or only there."""
    if choice.how not in {"matched", "only_left"} or not result.match.count(choice.how):
        return
    parameters: dict[str, Any] = {
        "dataset": choice.left.facts.name,
        "match": choice.right.facts.name,
        "on": written(choice.pairs),
        "how": choice.how,
    }
    st.page_link(
        EXPLORE_PAGE,
        label=_("Go on with these rows of {dataset}: facets and quick tests").format(
            dataset=inert(choice.left.facts.title)
        ),
        icon=":material/query_stats:",
        query_params=[
            (name, word)
            for name, words in (parameters | ({"lang": "en"} if language() == "en" else {})).items()
            for word in (words if isinstance(words, list) else [words])
        ],
    )
    seen = [column for column in choice.left_columns if column.name not in choice.left.masks]
    titles = {column.name: column.title for column in seen}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        entity = st.selectbox(
            _("Whom it is about"),
            [_NONE, *titles],
            format_func=lambda name: titles.get(name, _("(none)")),
            key="join_entity",
            width=240,
        )
        amount = st.selectbox(
            _("Amount"),
            [_NONE, *(column.name for column in _amounts(seen))],
            format_func=lambda name: titles.get(name, _("(none)")),
            key="join_amount",
            width=240,
        )
        is_asked = st.button(_("Keep all as suspects"), icon=":material/bookmark_add:", key="join_keep")
    st.caption(_("One suspect for each key, with its rows in both datasets."))
    wanted = (current_user(), choice, entity or None, amount or None)
    if is_asked:
        st.session_state.pop(_WORK, None)
        st.session_state[_ASKED] = wanted
    if st.session_state.get(_ASKED) == wanted:
        _keep(choice, entity or None, amount or None)
    kept_notice(_DONE)


def _amounts(columns: Sequence[StoredColumn]) -> list[StoredColumn]:
    return [column for column in columns if column.type.startswith(_NUMBERS)]


def _keep(choice: JoinChoice, entity: str | None, amount: str | None) -> None:
    def find(duck: duckdb.DuckDBPyConnection, go_on: Callable[[], None]) -> tuple[Hit, ...]:
        done = joined(duck, choice.left, choice.right, choice.pairs, is_trusted=choice.is_trusted)
        go_on()
        return hits(done, choice.how, entity=entity, amount=amount)

    try:
        found = worked(st.session_state[_ASKED], find, key=_WORK, words=_("Comparing the datasets …"))
        if found is None:
            return
        del st.session_state[_ASKED]
        kept = keep(
            engine(),
            current_user(),
            choice.left.version.version_id,
            f"join:{choice.right.facts.name}",
            params={"on": written(choice.pairs), "how": choice.how, "with": choice.right.facts.name},
            hits=found,
        )
    except (KeepSuspectsError, WarehouseError) as error:
        st.session_state.pop(_ASKED, None)
        st.error(inert(str(error)), icon=":material/error:")
        return
    except duckdb.Error:
        st.session_state.pop(_ASKED, None)
        st.error(_("The rows of these datasets cannot be compared."), icon=":material/error:")
        return
    st.session_state[_DONE] = kept
    st.rerun()  # what was written changes the figures of this run
