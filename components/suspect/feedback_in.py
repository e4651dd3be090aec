"""反馈表 back: the file is checked as a whole, every line is told, and then what is sound is entered."""

import pandas as pd
import streamlit as st

from components.attempted import attempted
from components.figures import NO_DATA, show
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import current_user, engine
from data.access.roles import NotPermittedError
from data.codes import label
from data.intake.refused import FileRefusedError
from data.language import _, mark
from data.suspects.feedback import Checked, Feedback, bring_in, check_feedback
from data.suspects.transitions import ANSWERS

_ROUND, _DONE = "feedback_round", "feedback_done"
_MOST_MB = 20
_FATES = {
    "enter": mark("Will be entered"),
    "fault": mark("Not entered"),
    "same": mark("Entered before"),
    "blank": mark("Not filled in"),
}
_ICONS = {"enter": "✓", "fault": "✕", "same": "=", "blank": "—"}


def feedback_in() -> None:
    """Draw the uploader, the preview of the file in hand, and the button that enters it."""
    if (done := st.session_state.pop(_DONE, None)) is not None:
        st.success(done, icon=":material/check_circle:")
    file = st.file_uploader(
        _("Feedback sheet that came back"),
        type=["xlsx", "xls"],
        max_upload_size=_MOST_MB,
        key=f"feedback_file_{st.session_state.setdefault(_ROUND, 0)}",
        help=_("Nothing is written before you have seen what would change."),
    )
    if file is None:
        return
    try:
        feedback = check_feedback(engine(), current_user(), file.name, file.getvalue())
    except FileRefusedError as error:
        st.error(inert(str(error)), icon=":material/error:")
        return
    except NotPermittedError:
        st.error(_("Your account may not do this any more."), icon=":material/lock:")
        return
    _preview(feedback)
    count = len(feedback.of("enter"))
    if st.button(
        _("Enter {count} answers").format(count=show(count, "count")),
        type="primary",
        icon=":material/move_to_inbox:",
        disabled=not count,
        key="feedback_enter",
    ):
        _enter(feedback)


def _enter(feedback: Feedback) -> None:
    entered: list[Feedback] = []
    user = user_now(engine())
    if not attempted(lambda: entered.append(bring_in(engine(), user, feedback))):
        return
    words = _("{entered} answers entered, {left_out} lines left out.")
    st.session_state[_DONE] = words.format(
        entered=show(len(entered[0].of("enter")), "count"),
        left_out=show(len(entered[0].of("fault")), "count"),
    )
    st.session_state[_ROUND] += 1
    st.rerun()


def _preview(feedback: Feedback) -> None:
    """How many lines there are of each fate, and every line but those that were not filled in."""
    with st.container(horizontal=True, gap="medium"):
        for fate, title in _FATES.items():
            st.markdown(f"{_ICONS[fate]} {_(title)} **{show(len(feedback.of(fate)), 'count')}**")
    faults = feedback.of("fault")
    if faults:
        st.warning(
            _(
                "Lines left out lose nothing: put them right in the same file and bring it again; what was"
                " entered before is recognised."
            ),
            icon=":material/rule:",
        )
    shown = (*faults, *feedback.of("enter"), *feedback.of("same"))
    if shown:
        st.dataframe(
            pd.DataFrame([_row(line) for line in shown]),
            hide_index=True,
            placeholder=NO_DATA,
            column_config={_("Reason"): st.column_config.TextColumn(width="large")},
            key="feedback_preview",
        )


def _row(line: Checked) -> dict[str, object]:
    answer = line.answer
    result = label("suspect_state", ANSWERS[answer.act]) if answer.act else None
    fen = answer.amount_fen
    return {
        _("Line"): answer.line,
        _("Suspect number"): answer.sent.number if answer.sent else None,
        _("What becomes of it"): f"{_ICONS[line.fate]} {_(_FATES[line.fate])}",
        _("Reason"): line.reason or None,
        _("Entity"): line.entity or None,
        _("Result of the check"): result,
        _("Amount confirmed"): None if fen is None else show(fen, "fen"),
        _("Account of the check"): answer.note or None,
        _("Date of the check"): answer.checked_date,
    }
