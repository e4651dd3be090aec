"""The dialog that approves the draft plan of a year as a whole, whatever the page is narrowed to."""

import streamlit as st

from components.dialog import dialog
from components.figures import show
from components.frame.sign_in import user_now
from components.session import bureau_now, engine, row_scope, source
from data.access.roles import NotPermittedError
from data.language import _
from data.planning.draft_plan import LONGEST_DOCUMENT, DraftPlanError
from data.planning.draft_plan import approve_draft as approve
from queries.filters import Filters
from queries.planning.plan_drafts import draft_projects


def approve_draft(year: int) -> None:
    """Open the dialog. The page behind it is drawn anew when the plan is approved."""
    dialog(_("Approve the draft plan"), icon=":material/task_alt:")(_draw)(year)


def _draw(year: int) -> None:
    today = bureau_now().as_of
    drafts = draft_projects(source(), year, Filters(as_of=today), row_scope())
    repeated = sum(draft.is_repeat for draft in drafts)
    st.markdown(
        _("All {number} drafts for {year} enter the plan on the day of approval.").format(
            number=show(len(drafts), "count"), year=year
        )
    )
    if repeated:
        st.warning(
            _("{number} of them visit a unit that is visited twice.").format(number=repeated),
            icon=":material/warning:",
        )
    with st.form("approve_draft_form", border=False):
        document = st.text_input(_("Approved by document"), max_chars=LONGEST_DOCUMENT)
        day = st.date_input(_("Day of approval"), today, max_value=today, format="YYYY-MM-DD")
        is_sent = st.form_submit_button(_("Approve"), type="primary", width="stretch")
    if not is_sent:
        return
    seen = frozenset(draft.project_id for draft in drafts)
    try:
        approve(engine(), user_now(engine()), year, projects=seen, document=document, approved=day)
    except DraftPlanError as error:
        st.error(str(error), icon=":material/error:")
        return
    except NotPermittedError:
        st.error(
            _("A plan is approved as a whole, by somebody who keeps plans for the whole bureau."),
            icon=":material/lock:",
        )
        return
    st.rerun()
