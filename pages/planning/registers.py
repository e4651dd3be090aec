"""导入登记资料: choose a register, bring a file, see what it would change, then import it or leave it."""

import streamlit as st

from components.page_guard import page_guard
from components.registers.register_button import register_button, register_result
from components.registers.register_form import register_form
from components.registers.register_list import register_list
from components.registers.register_preview import register_preview
from components.session import current_user
from data.language import _

page_guard(current_user(), "import-registers")
st.title(_("Import registers"))
draft = register_form()
if draft is None:
    register_result()
    register_list()
    st.stop()
register_preview(draft)
register_button(draft)
