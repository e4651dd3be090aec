"""Which frozen day is looked at: by whom and when it was frozen, and whether it is still what was frozen."""

import streamlit as st

from components.inert import inert
from components.session import engine
from data.engine import reading
from data.language import _
from data.local_time import in_china
from data.snapshots import SnapshotFacts, is_sound, snapshots
from queries.administration.event_words import event_actor


def snapshot_choice() -> SnapshotFacts | None:
    """Draw the choice, the latest day first; None where nothing was frozen yet, and what to do about it."""
    with reading(engine()) as connection:
        found = {facts.snapshot_id: facts for facts in snapshots(connection)}
    if not found:
        st.info(
            _(
                "Nothing was frozen yet. Rectification staff freeze the figures on the last day of each "
                "month; from then on they can be compared with what is known later."
            ),
            icon=":material/ac_unit:",
        )
        return None
    chosen = st.selectbox(
        _("Frozen day"),
        list(found),
        format_func=lambda number: _words(found[number]),
        key="snapshot",
        width=420,
    )
    facts = found[chosen]
    with reading(engine()) as connection:
        sound = is_sound(connection, facts)
    st.caption(
        _("Frozen by {user} on {moment} · event {event} · data version {version} · digest {digest}").format(
            user=inert(event_actor(facts.user_name, facts.person)),
            moment=f"{in_china(facts.taken_at):%Y-%m-%d %H:%M}",
            event=facts.event_id,
            version=facts.data_version,
            digest=facts.digest[:16],
        )
    )
    if not sound:
        st.error(
            _(
                "What is kept is not what was frozen: it was changed in the database. Restore it from a "
                "backup."
            ),
            icon=":material/gpp_bad:",
        )
    return facts


def _words(facts: SnapshotFacts) -> str:
    return f"{facts.as_of_date:%Y-%m-%d}" + (f" · {facts.note}" if facts.note else "")
