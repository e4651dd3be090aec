"""Hits become suspects: those that were chosen, or all of the run."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.session import current_user, engine
from data.access.roles import can
from data.language import _
from data.suspects.registering import ACTION, Registered, RegisteringError
from queries.audit_models.hits import SeenRun
from queries.audit_models.registered import register_hits

_DONE = "hits_registered"


def register_hits_button(seen: SeenRun, chosen: tuple[int, ...]) -> None:
    """Draw the two buttons, and what came of the last click. `chosen` are numbers of hits."""
    done = st.session_state.pop(_DONE, None)
    if isinstance(done, Registered):
        words = _("{new} registered as suspects, {known} were suspects before.")
        told = words.format(new=len(done.suspect_ids), known=done.known)
        if done.same_key:
            told += _(
                " {n} more have the key of another hit of this run and are no suspects of their own."
            ).format(n=done.same_key)
        st.toast(told, icon=":material/how_to_reg:")
    if not can(current_user(), ACTION):
        return
    words = _("Register {hits} chosen").format(hits=len(chosen))
    if st.button(words, icon=":material/playlist_add_check:", key="register_chosen", disabled=not chosen):
        _register(seen, chosen)
    words = _("Register all {hits} as suspects").format(hits=f"{seen.facts.row_count or 0:,}")
    if st.button(words, icon=":material/playlist_add:", key="register_all"):
        dialog(_("Register all hits"))(_draw)(seen)


def register_hit_button(seen: SeenRun, number: int) -> None:
    """Draw the button for one hit."""
    if can(current_user(), ACTION) and st.button(
        _("Register as a suspect"), icon=":material/playlist_add:", key="register_hit"
    ):
        _register(seen, (number,))


def _draw(seen: SeenRun) -> None:
    st.markdown(
        _(
            "Every hit of this run that is no suspect yet becomes one, to be issued to a section or a"
            " district. Those that are suspects already stay as they are."
        )
    )
    if st.button(_("Register them"), type="primary", width="stretch", key="register_all_sent"):
        _register(seen, None)


def _register(seen: SeenRun, numbers: tuple[int, ...] | None) -> None:
    def act() -> None:
        st.session_state[_DONE] = register_hits(engine(), current_user(), seen, numbers)

    if attempted(act, RegisteringError):
        st.rerun()
