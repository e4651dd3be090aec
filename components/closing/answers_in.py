"""整改反馈表 back: the file is checked as a whole, every line is told, and then what is sound is entered."""

import hashlib

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.attempted import attempted
from components.figures import NO_DATA, show
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import current_user, engine, version
from data.access.roles import NotPermittedError
from data.closing.answer_sheet import ANSWERS
from data.closing.answers import Answers, Checked, bring_in, check_answers
from data.intake.refused import FileRefusedError
from data.language import _, language, mark

_ROUND, _DONE, _CHECKED = "answers_round", "answers_done", "answers_checked"
_MOST_MB = 20
_FATES = {
    "enter": ("✓", mark("Will be entered")),
    "fault": ("✕", mark("Not entered")),
    "same": ("=", mark("Entered before")),
    "blank": ("—", mark("Not filled in")),
}


def answers_in() -> None:
    """Draw the uploader, the preview of the file in hand, and the button that enters it."""
    if (done := st.session_state.pop(_DONE, None)) is not None:
        st.success(done, icon=":material/check_circle:")
    file = st.file_uploader(
        _("Rectification sheet that came back"),
        type=["xlsx", "xls"],
        max_upload_size=_MOST_MB,
        key=f"answers_file_{st.session_state.setdefault(_ROUND, 0)}",
        help=_("Nothing is written before you have seen what would change."),
    )
    if file is None:
        st.session_state.pop(_CHECKED, None)
        return
    try:
        answers = _checked(file)
    except FileRefusedError as error:
        st.error(inert(str(error)), icon=":material/error:")
        return
    except NotPermittedError:
        st.error(_("Your account may not do this any more."), icon=":material/lock:")
        return
    _preview(answers)
    count = len(answers.of("enter"))
    if st.button(
        _("Enter {count} answers").format(count=show(count, "count")),
        type="primary",
        icon=":material/move_to_inbox:",
        disabled=not count,
        key="answers_enter",
    ):
        _enter(answers)


def _checked(file: UploadedFile) -> Answers:
    """The file as it was checked for this reader in this state of the data: a page runs often."""
    content = file.getvalue()
    digest = hashlib.sha256(content).hexdigest()
    # Evidence that is attached leaves the figures as they are: the same file brought anew is checked anew.
    key = (file.file_id, digest, version(), current_user(), language())
    kept: tuple[object, Answers] | None = st.session_state.get(_CHECKED)
    if kept is None or kept[0] != key:
        kept = (key, check_answers(engine(), current_user(), file.name, content))
        st.session_state[_CHECKED] = kept
    return kept[1]


def _enter(answers: Answers) -> None:
    entered: list[Answers] = []
    user = user_now(engine())
    if not attempted(lambda: entered.append(bring_in(engine(), user, answers))):
        return
    words = _("{entered} answers entered, {left_out} lines left out.")
    st.session_state[_DONE] = words.format(
        entered=show(len(entered[0].of("enter")), "count"),
        left_out=show(len(entered[0].of("fault")), "count"),
    )
    st.session_state[_ROUND] += 1
    st.rerun()


def _preview(answers: Answers) -> None:
    """How many lines there are of each fate, and every line but those that were not filled in."""
    with st.container(horizontal=True, gap="medium"):
        for fate, (icon, title) in _FATES.items():
            st.markdown(f"{icon} {_(title)} **{show(len(answers.of(fate)), 'count')}**")
    shown = (*answers.of("fault"), *answers.of("enter"), *answers.of("same"))
    if shown:
        st.dataframe(
            pd.DataFrame([_row(line) for line in shown]),
            hide_index=True,
            placeholder=NO_DATA,
            column_config={_("Reason"): st.column_config.TextColumn(width="large")},
            key="answers_preview",
        )


def _row(line: Checked) -> dict[str, object]:
    icon, title = _FATES[line.fate]
    step = line.answer.step
    return {
        _("Line"): line.answer.line,
        _("Finding number"): line.answer.finding_code,
        _("What becomes of it"): f"{icon} {_(title)}",
        _("Reason"): line.reason or None,
        _("Result of rectification"): _(ANSWERS[step.act]) if step else None,
        _("Account of rectification"): step.note if step else None,
        _("Amount rectified"): show(sum(step.money.values()), "fen") if step and step.money else None,
        _("Date of the fact"): step.fact_date if step else None,
    }
