"""Requests that are done with, as a table: who took what, by whose decision, and what was refused why."""

from datetime import datetime

import pandas as pd
import streamlit as st

from data.codes import label
from data.data_room.outputs import OutputRequest
from data.language import _
from data.local_time import in_china

_ROW_HEIGHT, _TALLEST = 36, 520  # px


def decided_outputs(requests: tuple[OutputRequest, ...], moment: datetime) -> None:
    """Draw the table, the last decision first."""
    if not requests:
        st.info(_("Nothing was decided yet."), icon=":material/inbox:")
        return
    newest_first = sorted(
        requests, key=lambda request: request.withdrawn_at or request.decided_at or moment, reverse=True
    )
    frame = pd.DataFrame(
        [
            (
                request.output_id,
                label("output_state", request.state(moment)),
                request.described,
                request.rows,
                label("classification", request.classification),
                request.asker or request.user_name,
                request.purpose,
                request.recipient,
                request.decider or request.decided_by,
                _shown(request.decided_at),
                request.approval_number,
                request.note,
                _shown(request.taken_at),
            )
            for request in newest_first
        ],
        columns=[
            _("Number"),
            _("How it stands"),
            _("What is taken"),
            _("Number of rows"),
            _("Classification"),
            _("Who asks"),
            _("What for"),
            _("Who receives it"),
            _("Approved or refused by"),
            _("Decided at"),
            _("Approval number"),
            _("Remark"),
            _("Taken at"),
        ],
    )
    st.dataframe(
        frame,
        hide_index=True,
        placeholder="—",
        row_height=_ROW_HEIGHT,
        height=min(_ROW_HEIGHT * (len(frame) + 1) + 2, _TALLEST),
    )


def _shown(moment: datetime | None) -> str | None:
    return f"{in_china(moment):%Y-%m-%d %H:%M}" if moment else None
