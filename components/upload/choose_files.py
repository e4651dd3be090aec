"""Choosing files: small ones through the page, large ones through a transfer that can be taken up again."""

import streamlit as st

from components.session import current_user, engine
from components.upload.large_file import large_file
from components.upload.upload_place import take_in_hand
from data.access.roles import NotPermittedError
from data.data_room.undertakings import UndertakingMissingError
from data.language import _
from data.settings import number
from data.transfers import Transfer, TransferError, keep_upload
from data.uploads import ENDINGS

_ROUND = "upload_round"  # part of the uploader's key: a new number empties it


def choose_files() -> None:
    """Draw the choice. Files that come through the page are put to the waiting ones and leave the memory."""
    limit = number("AUDIT_UPLOAD_MB")
    small, large = st.tabs(
        [
            _("Files up to {limit} MB").format(limit=limit),
            _("Large file"),
        ]
    )
    with small:
        uploaded = st.file_uploader(
            _("Files of any kind, one or several"),
            type=list(ENDINGS),
            accept_multiple_files=True,
            max_upload_size=limit,
            key=f"upload_files_{st.session_state.setdefault(_ROUND, 0)}",
            help=_("Nothing is read into the warehouse before you have seen it and choose to bring it in."),
        )
        if uploaded:
            _keep(uploaded)
    with large:
        if (arrived := large_file()) is not None:
            take_in_hand([arrived])
            st.rerun()
    st.caption(
        _(
            "CSV, TXT, Excel, ODS, DBF, Parquet, JSON lines, GeoJSON, zipped shapefile, GeoPackage. For many"
            " files, or files that lie on the server: the drop folder or the command line, see the guide."
        )
    )


def _keep(uploaded: list[st.runtime.uploaded_file_manager.UploadedFile]) -> None:
    """Put the files to the waiting ones; those that cannot be taken are told by name."""
    kept: list[Transfer] = []
    refused = False
    with st.spinner(_("Storing …")):
        for file in uploaded:
            try:
                kept.append(keep_upload(engine(), current_user(), file.name, file, file.size))
            except (TransferError, UndertakingMissingError) as error:
                refused = True
                st.error(_("Not taken."), icon=":material/block:")
                st.text(_("{file}: {reason}").format(file=file.name, reason=error))
            except NotPermittedError:
                st.error(_("Your account may not do this any more."), icon=":material/lock:")
                return
    st.session_state[_ROUND] += 1
    if kept:
        take_in_hand([transfer.transfer_id for transfer in kept])
    if not refused:
        st.rerun()
