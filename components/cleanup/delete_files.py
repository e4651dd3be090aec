"""The dialog that says exactly which files go for good, and asks before they do."""

from collections.abc import Sequence

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.figures import show
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import engine
from data.language import _
from data.local_time import today_in_china
from data.size_words import size_words
from data.warehouse import RemovedDataset, WarehouseError, clean
from queries.workbench.places import forget_copies


def delete_files(chosen: Sequence[RemovedDataset]) -> None:
    """Open it. The page behind it is drawn anew when the files are gone."""
    dialog(_("Delete files for good"), icon=":material/delete_forever:")(_draw)(chosen)


def _draw(chosen: Sequence[RemovedDataset]) -> None:
    st.error(
        _("Nothing brings these files back but a backup. What the log and the ledgers say of them stays."),
        icon=":material/warning:",
    )
    for entry in chosen:
        st.markdown(f"- {inert(_line(entry))}")
    if suspects := sum(entry.suspects for entry in chosen):
        st.warning(
            _("{n} suspects stand on these rows; nobody can look at them afterwards.").format(n=suspects),
            icon=":material/warning:",
        )
    early = [entry for entry in chosen if not entry.is_due(today_in_china())]
    is_early = bool(early) and st.checkbox(
        _("Delete {n} of them before the days in which they can be restored are over").format(n=len(early)),
        key="delete_early",
    )
    is_sure = st.checkbox(
        _("Delete {versions} versions, {size}, for good").format(
            versions=show(sum(entry.versions for entry in chosen), "count"),
            size=size_words(sum(entry.bytes for entry in chosen)),
        ),
        key="delete_sure",
    )
    if not st.button(
        _("Delete"),
        type="primary",
        key="delete_files",
        width="stretch",
        disabled=not is_sure or (bool(early) and not is_early),
    ):
        return
    if attempted(
        lambda: clean(
            engine(), user_now(engine()), [entry.dataset_id for entry in chosen], is_early=is_early
        ),
        WarehouseError,
    ):
        forget_copies()
        st.rerun()


def _line(entry: RemovedDataset) -> str:
    return _("{title} ({name}) · {versions} versions, {size} · removed: {reason}").format(
        title=entry.title,
        name=entry.name,
        versions=show(entry.versions, "count"),
        size=size_words(entry.bytes),
        reason=entry.reason,
    )
