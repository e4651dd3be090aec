"""How a file of open contracting data becomes several datasets: on the command line, word for word."""

from collections.abc import Sequence

import streamlit as st

from data.bringing.bring_in import name_of
from data.language import _
from data.ocds.recognise import is_ocds
from data.transfers import Transfer


def ocds_notice(transfer: Transfer, headings: Sequence[str]) -> None:
    """Draw it where the headings are those of releases or records; nothing otherwise."""
    if not is_ocds(headings):
        return
    st.info(
        _(
            "These are releases or records of open contracting data (OCDS). Brought in here they stay one"
            " dataset, as they came. To make tenders, bids, awards and suppliers of them, ask the system"
            " administrator to run this on the server:"
        ),
        icon=":material/account_tree:",
    )
    name = name_of(transfer.original_name)
    st.code(
        f'python manage.py datasets add "{transfer.original_name}" --type ocds --name {name}', language="bash"
    )
