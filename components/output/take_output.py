"""The dialog that takes a granted file: by when it comes back, then the file itself, this once."""

from datetime import date
from pathlib import Path

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import bureau_now, engine
from data.codes import label
from data.data_room.outputs import OutputError, OutputRequest
from data.data_room.outputs import take_output as take_file
from data.data_room.return_limits import latest_limit, usual_limit
from data.language import _
from data.settings import number

_BYTES = "application/octet-stream"  # a browser saves it and opens nothing


def take_output(request: OutputRequest) -> None:
    """Open the dialog. The page behind it is drawn anew when it closes."""
    dialog(_("Take the file"), icon=":material/download:", on_dismiss="rerun")(_draw)(request)


def _draw(request: OutputRequest) -> None:
    st.markdown(f"**{inert(request.described)}**")
    form = st.empty()
    with form.container():
        file = _taken(request)
    if file is None:
        return
    form.empty()
    st.success(
        _("Taken, and entered in the receipt ledger. Save the file now: it can be taken this once."),
        icon=":material/check_circle:",
    )
    if file.stat().st_size > number("AUDIT_UPLOAD_MB") << 20:
        st.link_button(
            _("Save the file"),
            f"/output-files/{request.output_id}",
            icon=":material/save:",
            type="primary",
            width="stretch",
        )
        return
    st.download_button(
        _("Save the file"),
        file.read_bytes(),
        file_name=_("output-{number}").format(number=request.output_id) + Path(request.file).suffix,
        mime=_BYTES,
        icon=":material/save:",
        on_click="ignore",
        type="primary",
        width="stretch",
    )


def _taken(request: OutputRequest) -> Path | None:
    """The file once it was asked for and taken."""
    today = bureau_now().as_of
    usual, latest = (find(request.classification, today) for find in (usual_limit, latest_limit))
    st.caption(
        _(
            "Classified as {classification}. With the file you take the duty to return or destroy it in time"
            " and to report that to the data room."
        ).format(classification=label("classification", request.classification))
    )
    with st.form("take_output_form", border=False):
        limit: date | None = st.date_input(
            _("Return or destroy by"), usual, min_value=today, max_value=latest, format="YYYY-MM-DD"
        )
        is_sent = st.form_submit_button(_("Take the file"), type="primary", width="stretch")
    files: list[Path] = []
    if is_sent:
        attempted(
            lambda: files.append(take_file(engine(), user_now(engine()), request.output_id, limit)),
            OutputError,
        )
    return files[0] if files else None
