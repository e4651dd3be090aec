"""The way back of corrected rows: the file that was taken, corrected, becomes a version that adds them."""

import tempfile
from pathlib import Path

import streamlit as st

from components.figures import show
from components.inert import inert
from components.session import current_user, engine
from components.undertaking.own_undertaking import own_undertaking
from data.access.roles import NotPermittedError, can
from data.bringing.correcting import Corrected, Correcting, correct
from data.bringing.open_rows import Quarantine
from data.data_room.undertakings import UndertakingMissingError
from data.language import _
from data.uploads import UploadRefusedError
from data.warehouse import WarehouseError
from data.warehouse.committing import ACTION
from queries.cards.dataset_card import DatasetCard

_DONE = "dataset_corrected"
_ENDINGS = ("xlsx", "csv")


def dataset_correction(card: DatasetCard, held: Quarantine, left: int) -> None:
    """Draw what came of the last upload, and the next one where rows are `left` and the reader owns them."""
    _told()
    if not left or not held.is_standing:
        return
    user = current_user()
    if user.user_name != card.facts.owner or not can(user, ACTION):
        st.caption(
            _("Its owner {owner} corrects these rows and brings them in again.").format(
                owner=inert(card.owner_name)
            )
        )
        return
    with st.container(border=True):
        heading = _("Bring corrected rows in")
        st.markdown(f"**{heading}**")
        st.caption(
            _(
                "Take the rows as a file, correct the cells, leave the first columns as they are, and choose"
                " it here. Rows that are right are added as a new version; the others go on waiting. A row"
                " that was taken in is never taken in twice."
            )
        )
        if not own_undertaking(_("Until then no file is taken; files that wait already stay.")):
            return
        # Another version empties the field: the file has been dealt with.
        uploaded = st.file_uploader(
            _("Corrected file"), type=list(_ENDINGS), key=f"correction_{card.newest.version_id}"
        )
        if uploaded is None:
            return
        if st.button(_("Take corrected rows in"), type="primary", icon=":material/published_with_changes:"):
            _take(card, held, uploaded.name, uploaded.getvalue())


def _take(card: DatasetCard, held: Quarantine, name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, st.spinner(_("Checking the corrected rows …")):
        file = Path(folder) / f"corrected{Path(name).suffix.lower()}"
        file.write_bytes(content)
        asked = Correcting(card.facts.name, file, name, "page", held.version.number)
        try:
            done = correct(engine(), current_user(), asked)
        except (UploadRefusedError, WarehouseError, UndertakingMissingError) as error:
            st.error(inert(str(error)), title=_("Nothing was taken in"), icon=":material/block:")
            return
        except NotPermittedError:
            st.error(_("Your account may not do this any more."), icon=":material/lock:")
            return
    st.session_state[_DONE] = done
    st.rerun()  # the versions of this run are those before it


def _told() -> None:
    done: Corrected | None = st.session_state.pop(_DONE, None)
    if done is None:
        return
    words = _("{rows} rows were taken in as version {number}.").format(
        rows=show(done.rows, "count"), number=done.version.number
    )
    if done.left:
        words += " " + _("{rows} wait to be corrected.").format(rows=show(done.left, "count"))
    if done.already:
        words += " " + _("{rows} had been taken in before and were left out.").format(
            rows=show(done.already, "count")
        )
    st.success(inert(words), icon=":material/task_alt:")
