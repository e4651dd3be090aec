"""预警规则: thresholds, level, on or off, what a change would do, and who changed what."""

import streamlit as st

from components.address_choice import address_choice
from components.administration.event_table import event_table
from components.official.warning_rule_form import warning_rule_form
from components.page_guard import page_guard
from components.session import current_user, engine
from data.engine import reading
from data.language import _
from queries.planning.warning_history import warning_history
from queries.planning.warning_standing import escalation_standings, rule_standings

page_guard(current_user(), "set-warning-rules")
st.title(_("Warning rules"))
st.caption(
    _(
        "What is set here counts for every reader and every day asked for, from the moment it is set. Each "
        "change is recorded. A threshold that is not set is not checked."
    )
)
OF = {"warning": _("Officials' audits"), "escalation": _("Escalation of what is not rectified")}
family = address_choice(_("Rules for"), OF, "rules", key="rule_family", look="segments")
with reading(engine()) as connection:
    standings = escalation_standings(connection) if family == "escalation" else rule_standings(connection)
for standing in standings:
    warning_rule_form(standing)

st.subheader(_("History"))
events = warning_history(engine(), current_user())
if events:
    event_table(events, {})
else:
    st.caption(_("Nothing was changed yet: the rules are as they were delivered or set up."))
