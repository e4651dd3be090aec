"""公文与档案: what is in hand and late, the register in and out, the archive and its loans."""

import streamlit as st

from components.address_choice import address_choice
from components.document.document_states import document_states
from components.document.loan_queue import loan_queue
from components.document.new_archive_button import new_archive_button
from components.document.new_document_button import new_document_button
from components.document.no_documents import no_documents
from components.document.own_loans import own_loans
from components.document.pressing_documents import pressing_documents
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.rows_ledger import rows_ledger
from components.kpi.tile_row import tile_row
from components.session import figure
from data.language import _

st.title(_("Documents and archive"))
filters = filter_bar(offers=("year", "region", "section"))
PARTS = {"documents": _("Official documents"), "archive": _("Archive and loans")}
with st.container(horizontal=True, horizontal_alignment="distribute", gap="small"):
    part = address_choice(_("Show"), PARTS, "part", key="document_part", look="bare segments")
    if part == "archive":
        new_archive_button()
    else:
        new_document_button()

TILES = {
    "documents": ("documents", "documents_open", "documents_overdue", "documents_on_time"),
    "archive": ("archives", "archive_on_time", "archive_loans", "archive_loans_overdue"),
}
tile_row(TILES[part], filters)

if part == "archive":
    loan_queue()
    own_loans()
    st.subheader(_("Files in the archive"))
    if not figure("archives", filters).rows:
        st.info(
            _("The archive has no file here. The general office takes them in, or imports its list."),
            icon=":material/archive:",
        )
        st.stop()
    rows_ledger("archives", filters)
    st.stop()

if no_documents(filters):
    st.stop()

picture, action = st.columns([2, 1])
with picture:
    document_states(filters)
with action:
    pressing_documents(filters)
kinds, months = st.columns(2)
with kinds:
    breakdown_chart(
        "documents_on_time", "section", filters, title=_("Who finishes documents in time?"), sort=True
    )
with months:
    breakdown_chart("documents", "document_type", filters, title=_("What kinds of documents are there?"))
st.subheader(_("Register of documents"))
rows_ledger("documents", filters)
