"""出库审批: rows that people want to take out of the data room; another person decides."""

import streamlit as st

from components.output.decided_outputs import decided_outputs
from components.output.outputs_to_decide import outputs_to_decide
from components.output.own_outputs import own_outputs
from components.page_guard import page_guard
from components.session import current_user, engine
from components.undertaking.own_undertaking import own_undertaking
from data.access.roles import can
from data.bureau import moment_of
from data.data_room.outputs import DECIDING, own_requests, requests_to_decide
from data.engine import reading
from data.language import _

user = current_user()
decides, asks = can(user, DECIDING), can(user, "use-data")
if not decides:
    page_guard(user, "use-data")
st.title(_("Output approval"))
st.caption(
    _(
        "Rows leave the data room only with the approval of another person. Who takes them enters the receipt"
        " ledger, with the day by which they come back or are destroyed."
    )
)
with reading(engine()) as connection:
    others, own = requests_to_decide(connection, user), own_requests(connection, user)
    moment = moment_of(connection)

under_way = {"waiting", "granted"}
if decides:
    st.subheader(_("To decide on"))
    outputs_to_decide(tuple(request for request in others if request.state(moment) == "waiting"), moment)
if asks:
    st.subheader(_("My requests"))
    is_valid = own_undertaking(_("Until then nothing can be asked for or taken."))
    own_outputs(
        tuple(request for request in own if request.state(moment) in under_way), moment, may_take=is_valid
    )
st.subheader(_("Decided"))
# Of others' requests also those that were granted and still wait to be taken.
decided_outputs(
    tuple(request for request in others if request.state(moment) != "waiting")
    + tuple(request for request in own if request.state(moment) not in under_way),
    moment,
)
