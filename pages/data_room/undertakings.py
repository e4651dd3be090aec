"""保密承诺书: who has signed, until when it is valid; recorded by whoever keeps the data room."""

import streamlit as st

from components.address_choice import address_choice
from components.page_guard import page_guard
from components.session import bureau_now, current_user, engine
from components.undertaking.own_undertaking import own_undertaking
from components.undertaking.pressing_undertakings import pressing_undertakings
from components.undertaking.record_undertaking import record_undertaking
from components.undertaking.undertaking_table import undertaking_table
from components.undertaking.withdraw_undertaking import withdraw_undertaking
from data.data_room.undertakings import holders, state_on, undertakings
from data.engine import reading
from data.language import _
from queries.data_room.people import people

user = current_user()
page_guard(user, "keep-data-room")
st.title(_("Secrecy undertakings"))
st.caption(_("Without a valid undertaking nobody brings data in, asks for an output or takes one."))
own_undertaking(_("Until then you bring in and take no data."))
today = bureau_now().as_of
with reading(engine()) as connection:
    entries, names = undertakings(connection), people(connection)
    present = people(connection, is_present=True)
standing = holders(entries, today)
pressing_undertakings(
    [called for name, called in present.items() if standing.get(name) == "expiring"],
    [called for name, called in present.items() if standing.get(name) == "ended"],
)

with st.container(horizontal=True, vertical_alignment="bottom"):
    offered = {"valid": _("In force"), "all": _("All")}
    shown = address_choice(_("Show"), offered, "part", key="undertakings_shown", look="bare segments")
    st.space("stretch")
    record_undertaking({name: called for name, called in present.items() if name != user.user_name})

wanted = [
    entry for entry in entries if shown == "all" or state_on(entry, today) in {"valid", "expiring", "coming"}
]
if not wanted:
    st.info(
        _("No undertaking is in force. Record the paper that somebody has signed."),
        icon=":material/signature:",
    )
    st.stop()

chosen = undertaking_table(wanted, names, today)
if chosen is None:
    st.caption(_("Choose a row to withdraw its undertaking."))
elif chosen.withdrawn_date is not None:
    st.caption(_("This undertaking was withdrawn already."))
elif st.button(
    _("Withdraw the undertaking of {name}").format(name=names.get(chosen.user_name, chosen.user_name)),
    icon=":material/undo:",
    key="withdraw_undertaking",
):
    withdraw_undertaking(chosen, names.get(chosen.user_name, chosen.user_name))
