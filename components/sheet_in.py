"""A sheet back that was filled in: checked as a whole, every line told, and then what is sound is entered."""

import hashlib
from collections.abc import Callable
from typing import TypeVar

import pandas as pd
import streamlit as st
from sqlalchemy import Engine
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.attempted import attempted
from components.figures import NO_DATA, show
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import current_user, engine, version
from data.access.roles import NotPermittedError, User
from data.intake.refused import FileRefusedError
from data.language import _, language, mark
from data.signed_sheet import CheckedSheet, Line

_MOST_MB = 20
_FATES = {
    "enter": ("✓", mark("Will be entered")),
    "fault": ("✕", mark("Not entered")),
    "same": ("=", mark("Entered before")),
    "blank": ("—", mark("Not filled in")),
}
_Line = TypeVar("_Line", bound=Line)


def sheet_in(
    title: str,
    check: Callable[[Engine, User, str, bytes], CheckedSheet[_Line]],
    bring_in: Callable[[Engine, User, CheckedSheet[_Line]], CheckedSheet[_Line]],
    told: Callable[[_Line, str], dict[str, object]],
    *,
    key: str,
) -> None:
    """Draw the uploader, the preview of the file in hand, and the button that enters it.

    `told` gives the cells of a line for the preview; it is handed what becomes of the line, in words.
    """
    done, turn = f"{key}_done", f"{key}_round"
    if (words := st.session_state.pop(done, None)) is not None:
        st.success(words, icon=":material/check_circle:")
    file = st.file_uploader(
        title,
        type=["xlsx", "xls"],
        max_upload_size=_MOST_MB,
        key=f"{key}_file_{st.session_state.setdefault(turn, 0)}",
        help=_("Nothing is written before you have seen what would change."),
    )
    if file is None:
        st.session_state.pop(f"{key}_checked", None)
        return
    try:
        sheet = _checked(file, check, key)
    except FileRefusedError as error:
        st.error(inert(str(error)), icon=":material/error:")
        return
    except NotPermittedError:
        st.error(_("Your account may not do this any more."), icon=":material/lock:")
        return
    _preview(sheet, told, key)
    count = len(sheet.of("enter"))
    if not st.button(
        _("Enter {count} answers").format(count=show(count, "count")),
        type="primary",
        icon=":material/move_to_inbox:",
        disabled=not count,
        key=f"{key}_enter",
    ):
        return
    entered: list[CheckedSheet[_Line]] = []
    user = user_now(engine())
    if attempted(lambda: entered.append(bring_in(engine(), user, sheet))):
        st.session_state[done] = _("{entered} answers entered, {left_out} lines left out.").format(
            entered=show(len(entered[0].of("enter")), "count"),
            left_out=show(len(entered[0].of("fault")), "count"),
        )
        st.session_state[turn] += 1
        st.rerun()


def _checked(
    file: UploadedFile, check: Callable[[Engine, User, str, bytes], CheckedSheet[_Line]], key: str
) -> CheckedSheet[_Line]:
    """The file as it was checked for this reader in this state of the data: a page runs often."""
    content = file.getvalue()
    digest = hashlib.sha256(content).hexdigest()
    # Evidence that is attached leaves the figures as they are: the same file brought anew is checked anew.
    state = (file.file_id, digest, version(), current_user(), language())
    kept: tuple[object, CheckedSheet[_Line]] | None = st.session_state.get(f"{key}_checked")
    if kept is None or kept[0] != state:
        kept = (state, check(engine(), current_user(), file.name, content))
        st.session_state[f"{key}_checked"] = kept
    return kept[1]


def _preview(sheet: CheckedSheet[_Line], told: Callable[[_Line, str], dict[str, object]], key: str) -> None:
    """How many lines there are of each fate, and every line but those that were not filled in."""
    with st.container(horizontal=True, gap="medium"):
        for fate, (icon, title) in _FATES.items():
            st.markdown(f"{icon} {_(title)} **{show(len(sheet.of(fate)), 'count')}**")
    if sheet.of("fault"):
        st.warning(
            _(
                "Lines left out lose nothing: put them right in the same file and bring it again; what was"
                " entered before is recognised."
            ),
            icon=":material/rule:",
        )
    shown = (*sheet.of("fault"), *sheet.of("enter"), *sheet.of("same"))
    if shown:
        words = {fate: f"{icon} {_(title)}" for fate, (icon, title) in _FATES.items()}
        frame = pd.DataFrame([told(line, words[line.fate]) for line in shown])
        st.dataframe(
            frame.dropna(axis="columns", how="all"),
            hide_index=True,
            placeholder=NO_DATA,
            column_config={_("Reason"): st.column_config.TextColumn(width="large")},
            key=f"{key}_preview",
        )
