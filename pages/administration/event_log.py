"""操作日志: every sign-in, refusal, import, export and change. The audit administrator alone reads it."""

import math

import streamlit as st

from components.administration.event_table import event_table
from components.page_guard import page_guard
from components.session import current_user, engine
from data.events import KINDS
from data.language import _
from queries.administration.binding_choices import binding_choices
from queries.administration.event_log import EventFilter, chain_state, event_log
from queries.administration.event_words import event_title

ROWS_PER_PAGE = 50

user = current_user()
page_guard(user, "read-events")
st.title(_("Event log"))

# By hand and not bound: a bound list would write its labels, not its codes, into the address.
st.session_state.setdefault("kinds", [kind for kind in st.query_params.get_all("kind") if kind in KINDS])
with st.container(horizontal=True, vertical_alignment="bottom"):
    kinds = st.multiselect(
        _("Event"),
        list(KINDS),
        format_func=event_title,
        placeholder=_("All events"),
        key="kinds",
        width=260,
    )
    actor = st.text_input(
        _("Who"),
        placeholder=_("User name"),
        icon=":material/search:",
        key="who",
        bind="query-params",
        width=150,
    )
    first = st.date_input(
        _("From"), value=None, format="YYYY-MM-DD", key="from", bind="query-params", width=130
    )
    last = st.date_input(_("To"), value=None, format="YYYY-MM-DD", key="to", bind="query-params", width=130)
    st.space("stretch")
    is_verified = st.button(_("Verify the chain"), icon=":material/link:")

st.query_params["kind"] = kinds

if is_verified:
    broken, checked = chain_state(engine(), user)
    if broken is None:
        st.success(
            _("The log is whole: {count} events fit together.").format(count=f"{checked:,}"),
            icon=":material/verified:",
        )
    else:
        st.error(
            _("The log was changed: event {number} does not fit. {count} events were checked.").format(
                number=broken, count=f"{checked:,}"
            ),
            icon=":material/link_off:",
        )

wanted = EventFilter(tuple(kinds), (actor or "").strip(), first, last)
found = event_log(engine(), user, wanted, limit=0)[1]
if not found:
    st.info(_("No events match. Widen the dates or clear the other filters."), icon=":material/search_off:")
    st.stop()

st.caption(_("{count} events, newest first").format(count=f"{found:,}"))
place = st.container()
pages = math.ceil(found / ROWS_PER_PAGE)
number = st.pagination(pages, key=f"event_page_{pages}") if pages > 1 else 1
with place:
    offset = (number - 1) * ROWS_PER_PAGE
    events, found = event_log(engine(), user, wanted, limit=ROWS_PER_PAGE, offset=offset)
    places = binding_choices(engine())
    event_table(events, {**places.regions, **places.sections})
