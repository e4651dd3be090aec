"""导入台账: bring files, see what they would change, then import them whole or not at all."""

import streamlit as st

from components.ledger_import.import_button import import_button, import_result
from components.ledger_import.import_form import import_form
from components.ledger_import.import_preview import import_preview
from components.page_guard import page_guard
from components.session import current_user
from data.language import _

page_guard(current_user(), "import-findings")
st.title(_("Import ledger"))
drafts = import_form()
if not drafts:
    import_result()
    st.stop()
import_preview(drafts)
import_button(drafts)
