"""The dialog that lists what is proposed to be removed, asks for the reason, and removes it."""

from collections.abc import Sequence

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.figures import show
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import engine
from data.language import _
from data.size_words import size_words
from data.warehouse import WarehouseError, remove_dataset
from data.warehouse.cleaning import GRACE_DAYS
from queries.datasets.idle import IdleDataset


def remove_idle(chosen: Sequence[IdleDataset]) -> None:
    """Open it. The page behind it is drawn anew when they are removed."""
    dialog(_("Propose removal"), icon=":material/playlist_remove:")(_draw)(chosen)


def _draw(chosen: Sequence[IdleDataset]) -> None:
    st.markdown(
        _(
            "These leave the catalogue, and nobody reads them any more. They can be restored for {days} days."
        ).format(days=GRACE_DAYS)
    )
    for idle in chosen:
        st.markdown(f"- {inert(_line(idle))}")
    if any(idle.suspects for idle in chosen):
        st.warning(
            _("Suspects stand on some of them: without the files nobody can look at their rows."),
            icon=":material/warning:",
        )
    reason = st.text_input(
        _("Reason"), max_chars=400, placeholder=_("Who agreed, and why it is not needed"), key="idle_reason"
    )
    is_agreed = st.checkbox(_("The owners named above were asked and agree"), key="idle_agreed")
    if not st.button(
        _("Remove {n} datasets").format(n=len(chosen)),
        type="primary",
        key="remove_idle",
        width="stretch",
        disabled=not (reason.strip() and is_agreed),
    ):
        return
    if attempted(lambda: _remove(chosen, reason), WarehouseError):
        st.rerun()


def _remove(chosen: Sequence[IdleDataset], reason: str) -> None:
    for idle in chosen:
        remove_dataset(engine(), user_now(engine()), idle.entry.facts.name, reason)


def _line(idle: IdleDataset) -> str:
    return _("{title} · owner {owner} · {rows} rows, {size} · idle for {days}").format(
        title=idle.entry.facts.title,
        owner=idle.entry.owner_name or idle.entry.facts.owner,
        rows=show(idle.entry.rows, "count"),
        size=size_words(idle.bytes),
        days=show(idle.idle_days, "days"),
    )
