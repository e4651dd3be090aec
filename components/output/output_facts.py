"""What a request to take rows out says: the file and its rows, where they come from, what for, for whom."""

from datetime import datetime

import streamlit as st

from components.inert import inert
from components.output.output_state import output_state
from data.codes import label
from data.data_room.outputs import OutputRequest
from data.language import _, listed
from data.local_time import in_china

_COLUMNS, _NARROWEST = 4, 150  # at most four side by side, none narrower than this (px)
_DIGEST_SHOWN = 12  # signs that tell two files apart; all of them are a click away


def output_facts(request: OutputRequest, moment: datetime) -> None:
    """Draw how the request stands at the moment, what is asked for, and the decision where there is one."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        number = _("No. {number}").format(number=request.output_id)
        st.markdown(f"**{number}** {inert(request.described)}", width="stretch")
        output_state(request.state(moment))
    shown = [
        (_("Who asks"), _person(request.asker, request.user_name)),
        (_("Who receives it"), request.recipient),
        (_("Number of rows"), f"{request.rows:,}"),
        (_("Classification"), label("classification", request.classification)),
        (_("Asked at"), _moment(request.asked_at)),
        (_("From datasets"), _datasets(request)),
        (_("What for"), request.purpose),
        (_("Digest of the file"), f"{request.sha256[:_DIGEST_SHOWN]}…"),
    ]
    if request.decided_at is not None:
        shown += [
            (_("Approved or refused by"), _person(request.decider, request.decided_by or "")),
            (_("Decided at"), _moment(request.decided_at)),
        ]
    if request.approval_number:
        shown.append((_("Approval number"), request.approval_number))
    if request.note:
        shown.append((_("Reason") if request.is_granted is False else _("Remark"), request.note))
    if request.taken_at is not None:
        shown.append((_("Taken at"), _moment(request.taken_at)))
    with st.grid(_COLUMNS, min_column_width=_NARROWEST, gap=("xsmall", "small")):
        for name, text in shown:
            st.markdown(f":small[:gray[{name}]]  \n{inert(text)}")


def _datasets(request: OutputRequest) -> str:
    if not request.datasets:
        return _("none of the catalogue")
    return listed(
        _("{dataset}, version {number}").format(dataset=entry.title, number=entry.version_number)
        for entry in request.datasets
    )


def _person(name: str | None, user_name: str) -> str:
    return _("{name} ({words})").format(name=name, words=user_name) if name else user_name


def _moment(moment: datetime) -> str:
    return f"{in_china(moment):%Y-%m-%d %H:%M}"
