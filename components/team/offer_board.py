"""揭榜挂帅: the tasks that are put up, how far each is, and what the reader may do with it."""

import streamlit as st

from components.address_choice import address_choice
from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import current_user, engine, row_scope, rows
from components.state_badge import state_badge
from data.access.roles import can
from data.codes import OFFER_STATE, label
from data.engine import reading
from data.language import _
from data.team.offer_writing import LONGEST_NOTE
from data.team.offers import KEEPING, OfferError, claim, decide, deliver, steps_of
from data.team.own_staff import own_staff
from queries.filters import Filters
from queries.rows import Page
from queries.team.offer_entries import OfferEntry, offer_entries

_LOOKS = {
    "open": ("blue", "campaign"),
    "claimed": ("blue", "pan_tool"),
    "taken": ("violet", "person_play"),
    "overdue": ("red", "error"),
    "delivered": ("orange", "inventory"),
    "accepted": ("green", "verified"),
    "withdrawn": ("gray", "block"),
}
_OVER = ("accepted", "withdrawn")


def offer_board(filters: Filters) -> None:
    """Draw a box for each offer; those that are over only when asked for."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        states = ["", *(state for state in reversed(OFFER_STATE) if state not in _OVER), *_OVER]
        chosen = address_choice(
            _("State of the offer"),
            {code: label("offer_state", code) if code else _("Not over yet") for code in states},
            "state",
            key="offer_state",
            look="segments",
        )
    frame = rows("offers", filters, Page(order_by="offered_date", is_descending=True))
    wanted = frame["offer_state"] == chosen if chosen else ~frame["offer_state"].isin(_OVER)
    codes = [str(code) for code in frame[wanted]["offer_code"]]
    if not codes:
        st.info(_("No task is put up here."), icon=":material/campaign:")
        return
    with reading(engine()) as connection:
        entries = {entry.code: entry for entry in offer_entries(connection, codes)}
        own = own_staff(connection, current_user().user_name)
    states_now = dict(zip(frame["offer_code"], frame["offer_state"], strict=True))
    places = st.columns(2)
    for place, code in enumerate(codes):
        with places[place % 2], st.container(border=True):
            _offer(entries[code], states_now[code], own.staff_id if own is not None else None)


def _offer(entry: OfferEntry, state: str, own: int | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"**{inert(entry.title)}**", width="content")
        state_badge("offer_state", state, _LOOKS)
    st.text(entry.requirement)
    facts = [entry.code, entry.section or _("Open to the whole bureau")]
    facts += [_("delivery by {day}").format(day=entry.due_date.isoformat())]
    facts += [_("{number} claims").format(number=entry.claims)]
    if entry.leader and (row_scope().sees_staff or entry.leader_id == own):
        facts.append(_("led by {name}").format(name=entry.leader))
    st.caption(inert(" · ".join(facts)))
    with st.container(horizontal=True, gap="small"):
        for kind, title, icon in _acts(entry, state, own):
            if st.button(title, icon=f":material/{icon}:", key=f"offer_{kind}_{entry.offer_id}"):
                dialog(title)(_act)(entry, kind, title)


def _acts(entry: OfferEntry, state: str, own: int | None) -> list[tuple[str, str, str]]:
    """(kind, title, icon) of what the reader may do with an offer in this state."""
    user = current_user()
    keeps = can(user, KEEPING) and user.section_code in {None, entry.section_code}
    is_open = entry.turn is None
    found = []
    if is_open and own is not None and own not in entry.claimed_by:
        found.append(("claim", _("Claim it"), "pan_tool"))
    if entry.turn in {"chosen", "returned"} and own == entry.leader_id:
        found.append(("deliver", _("Deliver"), "inventory"))
    if keeps and is_open and entry.claims:
        found.append(("chosen", _("Choose who leads"), "how_to_reg"))
    if keeps and state == "delivered" and own != entry.leader_id:
        found.append(("accepted", _("Accept the delivery"), "verified"))
        found.append(("returned", _("Send it back"), "undo"))
    if keeps and entry.turn in {None, "chosen", "returned"}:
        found.append(("withdrawn", _("Withdraw the offer"), "block"))
    return [*found, ("course", _("Course"), "history")]


def _act(entry: OfferEntry, kind: str, title: str) -> None:
    st.text(f"{entry.code} {entry.title}")
    with reading(engine()) as connection:
        steps = steps_of(connection, entry.offer_id)
    if kind == "course":
        for step in steps:
            named = row_scope().sees_staff and step.name
            words = " · ".join(part for part in (step.name if named else "", step.note or "") if part)
            kind_words = label("offer_step", step.kind)
            st.markdown(f":gray[{step.fact_date.isoformat()}] **{kind_words}** {inert(words)}")
        if not steps:
            st.caption(_("Nothing has happened to it yet."))
        return
    claims = {step.staff_id: f"{step.name} · {step.note or ''}" for step in steps if step.kind == "claimed"}
    with st.form(f"offer_{kind}", border=False):
        who = (
            st.selectbox(_("Who leads it"), list(claims), format_func=claims.__getitem__)
            if kind == "chosen"
            else None
        )
        note = st.text_area(_("Account of it"), max_chars=LONGEST_NOTE, height=100)
        is_sent = st.form_submit_button(title, type="primary", width="stretch")
    if not is_sent:
        return
    user = user_now(engine())
    acts = {
        "claim": lambda: claim(engine(), user, entry.offer_id, note),
        "deliver": lambda: deliver(engine(), user, entry.offer_id, note),
    }
    act = acts.get(kind, lambda: decide(engine(), user, entry.offer_id, kind, staff_id=who, note=note))
    if attempted(act, OfferError):
        st.rerun()
