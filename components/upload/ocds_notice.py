"""A file of open contracting data: whether the page makes its datasets, else the command that does."""

from collections.abc import Sequence

import streamlit as st

from components.inert import inert
from data.bringing.bring_in import name_of
from data.language import _
from data.ocds.recognise import is_ocds
from data.size_words import size_words
from data.transfers import Transfer

_LARGEST = 100 * 1024**2  # a package is read as a whole: larger ones are not for the memory of the server


def may_become_datasets(transfer: Transfer, headings: Sequence[str]) -> bool:
    """Whether the file holds releases or records, and is small enough for the page."""
    return is_ocds(headings) and transfer.size <= _LARGEST


def ocds_notice(transfer: Transfer, headings: Sequence[str]) -> None:
    """Draw the command for a file that is too large for the page; nothing otherwise."""
    if not is_ocds(headings) or may_become_datasets(transfer, headings):
        return
    words = _(
        "These are releases or records of open contracting data (OCDS). A file above {size} stays one"
        " dataset here, as it came. To make tenders, bids, awards and suppliers of it, ask the system"
        " administrator to run this on the server:"
    )
    st.info(inert(words.format(size=size_words(_LARGEST))), icon=":material/account_tree:")
    name = name_of(transfer.original_name)
    st.code(
        f'python manage.py datasets add "{transfer.original_name}" --type ocds --name {name}', language="bash"
    )
