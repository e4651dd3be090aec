"""What the check says of a text: what has to be put right, and how each case came out."""

import streamlit as st

from components.inert import inert
from components.session import engine
from data.audit_models.texts import digest_of
from data.engine import reading
from data.language import _, mark
from queries.audit_models.drafts.authoring import Judged, judge

_OUTCOMES = {
    "flagged": mark("Has to be flagged"),
    "clean": mark("Must not be flagged"),
    "skipped": mark("Cannot be judged"),
}


def judged_now(text_id: int, body: str) -> Judged:
    """The check of that very text, kept for this tab."""
    place, digest = f"judged_{text_id}", digest_of(body)
    kept = st.session_state.get(place)
    if kept is None or kept[0] != digest:
        with reading(engine()) as connection, st.spinner(_("Trying the cases …")):
            kept = st.session_state[place] = (digest, judge(connection, body))
    return kept[1]  # type: ignore[no-any-return]


def judged_view(judged: Judged, *, is_stale: bool = False) -> None:
    """Draw it; `is_stale` where the text was changed since."""
    held = sum(not each.fault for each in judged.tried)
    if is_stale:
        words = _("The text was changed since this check.")
        st.caption(f":material/history: {words}")
    if not judged.faults:
        st.success(
            _("The text is sound; {held} of {all} cases come out as they say.").format(
                held=held, all=len(judged.tried)
            ),
            icon=":material/task_alt:",
        )
    else:
        st.error(
            "\n".join(f"- {inert(fault)}" for fault in judged.faults),
            title=_("{count} things to put right before it can be submitted").format(
                count=len(judged.faults)
            ),
            icon=":material/error:",
        )
    for each in judged.tried:
        sign = ":red[:material/cancel:]" if each.fault else ":green[:material/check_circle:]"
        outcome = _(_OUTCOMES[each.case.outcome])
        why = f":gray[{outcome}]　{inert(str(each.case.why))}"
        st.markdown(f"{sign} {why}" + (f"　:red[{inert(each.fault)}]" if each.fault else ""))
