"""编写模型: what I write, what awaits my review; one text in its editor, or to be reviewed."""

import streamlit as st

from components.authoring.reviewing_page import reviewing_page
from components.authoring.text_head import text_head
from components.authoring.writing_desk import writing_desk
from components.authoring.writing_page import writing_page
from components.page_guard import page_guard
from components.session import current_user, engine
from data.access.roles import can
from data.engine import reading
from data.language import _
from queries.audit_models.drafts.desk import text_on_desk

user = current_user()
if not can(user, "publish-models"):
    page_guard(user, "write-models")
asked = st.query_params.get("text", "")
if not asked:
    st.title(_("Write models"))
    writing_desk()
    st.stop()

text = None
if asked.isdecimal() and len(asked) < len("1000000000"):
    with reading(engine()) as connection:
        text = text_on_desk(connection, user, int(asked))
if text is None:
    st.title(_("Write models"))
    st.info(
        _("There is no such text, or it is not yours to see. Open it from your desk."),
        icon=":material/search_off:",
    )
    writing_desk()
    st.stop()

text_head(text)
if text.facts.author == user.user_name and text.facts.state in {"draft", "returned"}:
    writing_page(text)
else:
    reviewing_page(text)
