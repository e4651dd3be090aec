"""Keep rows of a quick test as suspects: whom they are about, how much, and which of them."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components.explore.explore_choice import Explored
from components.explore.kept_notice import kept_notice
from components.inert import inert
from components.session import current_user, engine
from data.data_room.keep_suspects import KeepSuspectsError, keep
from data.language import _
from queries.datasets.choices import Choice, code_of
from queries.quick_tests.hits import hits
from queries.quick_tests.outcome import Outcome
from queries.quick_tests.subject import Subject

_NONE = ""
_DONE = "quick_test_kept"


def quick_test_keep(
    explored: Explored,
    table: Subject,
    outcome: Outcome,
    answers: Mapping[str, Any],
    choices: Sequence[Choice],
    *,
    chosen: Sequence[int],
) -> None:
    """Draw the choice and the button. `chosen` are numbers of groups or rows; nothing chosen means all."""

    def shown(name: str) -> str:
        return explored.title(name) if name else _("(none)")

    seen = [name for name in table.columns if name not in table.masked]
    amounts = [name for name in seen if table.columns[name] == "number"]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        entity = st.selectbox(
            _("Whom it is about"), [_NONE, *seen], format_func=shown, key="keep_entity", width=240
        )
        amount = st.selectbox(_("Amount"), [_NONE, *amounts], format_func=shown, key="keep_amount", width=240)
        words = _("Keep the chosen rows as suspects") if chosen else _("Keep all as suspects")
        is_asked = st.button(words, icon=":material/bookmark_add:", key="keep_suspects")
    st.caption(
        _("Choose rows in the table; of a group, one row stands for all. Without a choice, all are kept.")
    )
    if is_asked:
        found = hits(
            table,
            outcome,
            explored.facts.title,
            entity=entity or None,
            amount=amount or None,
            chosen=chosen or None,
        )
        try:
            kept = keep(
                engine(),
                current_user(),
                explored.version.version_id,
                outcome.test,
                params={name: value for name, value in answers.items() if value not in (None, "", [])}
                | ({"only": [f"{one.column}:{code_of(one)}" for one in choices]} if choices else {}),
                hits=found,
            )
        except KeepSuspectsError as error:
            st.error(inert(str(error)), icon=":material/error:")
            return
        st.session_state[_DONE] = kept
        st.rerun()  # what was written changes the figures of this run
    kept_notice(_DONE)
