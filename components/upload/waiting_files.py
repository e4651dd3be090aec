"""Files of the reader that wait to be brought in, or of which a part is still to come."""

import streamlit as st

from components.figures import show
from components.session import current_user
from components.upload.upload_place import take_in_hand
from data.bringing.jobs import busy_transfers
from data.language import _
from data.local_time import in_china
from data.transfers import NoTransferError, Transfer, discard, transfers
from data.transfers.beginning import in_units


def waiting_files(*, may_go_on: bool) -> None:
    """Draw the list; with `may_go_on` those that are whole can be taken in hand, one or several together."""
    busy = busy_transfers(current_user())
    waiting = [found for found in transfers(current_user()) if found.transfer_id not in busy]
    if not waiting:
        return
    st.subheader(_("Waiting files"))
    st.caption(_("They stay here when you close the browser, until they are brought in or discarded."))
    chosen = [transfer for transfer in waiting if _line(transfer, may_go_on=may_go_on)]
    if not may_go_on or not any(transfer.is_complete for transfer in waiting):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(
            _("Go on with {count} chosen").format(count=show(len(chosen), "count")),
            type="primary",
            icon=":material/arrow_forward:",
            disabled=not chosen,
            key="upload_go_on",
        ):
            take_in_hand(transfer.transfer_id for transfer in chosen)
            st.rerun()
        st.caption(_("Files of one kind, chosen together, become one dataset."))


def _line(transfer: Transfer, *, may_go_on: bool) -> bool:
    """One file; whether it is chosen."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        is_chosen = st.checkbox(
            _("Choose"),
            value=False,
            disabled=not (may_go_on and transfer.is_complete),
            key=f"upload_choose_{transfer.transfer_id}",
            label_visibility="collapsed",
        )
        st.text(transfer.original_name)
        st.caption(f"{in_units(transfer.size)} · {in_china(transfer.begun_at):%Y-%m-%d %H:%M}")
        if not transfer.is_complete:
            share = transfer.received / transfer.size
            st.caption(
                ":orange["
                + _("{percent} has arrived; choose the same file under “Large file” to go on").format(
                    percent=show(int(share * 1000) / 1000, "percent")
                )
                + "]"
            )
        st.space("stretch")
        with st.popover(_("Discard"), icon=":material/delete:"):
            st.write(_("The file is deleted from the server. What was brought in from it stays."))
            if st.button(_("Discard it"), type="primary", key=f"upload_discard_{transfer.transfer_id}"):
                _discard(transfer)
    return is_chosen and transfer.is_complete


def _discard(transfer: Transfer) -> None:
    try:
        discard(current_user(), transfer.transfer_id)
    except NoTransferError as error:
        st.error(str(error), icon=":material/error:")
        return
    st.rerun()
