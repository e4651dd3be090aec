"""Files of the reader that wait to be brought in, or of which a part is still to come."""

import streamlit as st

from components.figures import show
from components.session import current_user
from components.upload.upload_place import take_in_hand
from data.bringing.jobs import busy_transfers
from data.language import _
from data.local_time import in_china
from data.settings import number
from data.size_words import size_words
from data.transfers import NoTransferError, Transfer, discard, transfers

_FEWEST_TOGETHER = 2


def waiting_files(*, may_go_on: bool) -> None:
    """Draw the list; with `may_go_on` those that are whole can be taken in hand, one or several together."""
    busy = busy_transfers(current_user())
    waiting = [found for found in transfers(current_user()) if found.transfer_id not in busy]
    if not waiting:
        return
    st.subheader(_("Waiting files"))
    words = _(
        "They stay here when you close the browser; one that nobody touches for {days} days is cleared."
    )
    st.caption(words.format(days=number("AUDIT_TRANSFER_DAYS")))
    are_several = may_go_on and sum(transfer.is_complete for transfer in waiting) > 1
    chosen = [
        transfer for transfer in waiting if _line(transfer, may_go_on=may_go_on, may_choose=are_several)
    ]
    if not are_several:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(
            _("Make one dataset of the {count} chosen").format(count=show(len(chosen), "count")),
            icon=":material/merge:",
            disabled=len(chosen) < _FEWEST_TOGETHER,
            key="upload_together",
        ):
            take_in_hand(transfer.transfer_id for transfer in chosen)
            st.rerun()
        st.caption(_("Files of one kind, chosen together, are brought in one after another."))


def _line(transfer: Transfer, *, may_go_on: bool, may_choose: bool) -> bool:
    """One file; whether it is chosen."""
    is_chosen = False
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        if may_choose:
            is_chosen = st.checkbox(
                _("Choose {file}").format(file=transfer.original_name),
                disabled=not transfer.is_complete,
                key=f"upload_choose_{transfer.transfer_id}",
                label_visibility="collapsed",
            )
        st.text(transfer.original_name)
        st.caption(f"{size_words(transfer.size)} · {in_china(transfer.begun_at):%Y-%m-%d %H:%M}")
        st.space("stretch")
        if not transfer.is_complete:
            percent = show(int(transfer.received / transfer.size * 1000) / 1000, "percent")
            words = _("{percent} has arrived; choose the same file under “Large file” to go on")
            st.caption(f":orange[{words.format(percent=percent)}]")
        elif may_go_on and st.button(
            _("Go on"), icon=":material/arrow_forward:", key=f"upload_go_on_{transfer.transfer_id}"
        ):
            take_in_hand([transfer.transfer_id])
            st.rerun()
        with st.popover(_("Discard"), icon=":material/delete:"):
            st.write(_("The file is deleted from the server. What was brought in from it stays."))
            if st.button(_("Discard it"), type="primary", key=f"upload_discard_{transfer.transfer_id}"):
                _discard(transfer)
    return is_chosen


def _discard(transfer: Transfer) -> None:
    try:
        discard(current_user(), transfer.transfer_id)
    except NoTransferError as error:
        st.error(str(error), icon=":material/error:")
        return
    st.rerun()
