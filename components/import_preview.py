"""What importing the files in hand would do: counts, and one table for each of added, changed, refused …"""

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
import streamlit as st

from components.field_words import field_words
from components.figures import show
from components.import_drafts import Draft
from data.intake.refusal_report import TITLES, refusal_rows, refusals_as_csv, refusals_as_xlsx
from data.language import _, language, mark, use_language
from data.ledger.fields import field_label
from data.ledger.preview import Entry, Preview

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ROW_HEIGHT = 36
_TALLEST = 520  # px
_STUB_TITLES = {
    "unit": mark("Unit"),
    "project": mark("Project"),
    "section": mark("Section"),
    "problem_class": mark("Problem class"),
}


def import_preview(drafts: list[Draft]) -> None:
    """Draw it. A file that is refused as a whole is named first; text of the files is shown as text."""
    for draft in drafts:
        if draft.refusal:
            with st.container(border=True):
                st.error(_("This file is refused as a whole."), icon=":material/block:")
                st.text(f"{draft.file_name}\n{draft.refusal}")
    previews = [draft.preview for draft in drafts if draft.preview]
    if not previews:
        return
    views = _views()
    counts = {
        "added": sum(len(preview.added) for preview in previews),
        "changed": sum(len(preview.changed) for preview in previews),
        "unchanged": sum(len(preview.unchanged) for preview in previews),
        "refused": sum(preview.refused_rows for preview in previews),
        "stubs": sum(len(preview.stubs) for preview in previews),
        "notices": sum(len(preview.notices) for preview in previews),
    }
    rows = sum(preview.rows for preview in previews)
    st.caption(
        _("{files} files, {rows} rows. Nothing is written yet.").format(
            files=len(previews), rows=show(rows, "count")
        )
    )
    first = "refused" if counts["refused"] else next((name for name in views if counts[name]), "added")
    chosen = st.segmented_control(
        _("What would happen"),
        list(views),
        default=first,
        required=True,
        format_func=lambda name: f"{views[name][0]} {show(counts[name], 'count')}",
        key=f"import_view_{'_'.join(preview.sha256[:8] for preview in previews[:3])}",
        label_visibility="collapsed",
    )
    frame = pd.DataFrame(list(views[chosen][1](previews)))
    if frame.empty:
        st.info(_("None."), icon=":material/done:")
    else:
        height = min(_ROW_HEIGHT * (len(frame) + 1) + 2, _TALLEST)
        st.dataframe(frame, hide_index=True, row_height=_ROW_HEIGHT, height=height)
    if chosen == "refused" and counts["refused"]:
        _refusal_buttons(previews)


def _views() -> dict[str, tuple[str, Callable[[list[Preview]], Iterator[dict[str, Any]]]]]:
    return {
        "added": (_("To add"), lambda found: _entries(found, "added")),
        "changed": (_("To change"), _changes),
        "unchanged": (_("Left alone"), lambda found: _entries(found, "unchanged")),
        "refused": (_("Refused"), _refusals),
        "stubs": (_("New, to be verified"), _stubs),
        "notices": (_("Please note"), _notices),
    }


def _entries(previews: list[Preview], kind: str) -> Iterator[dict[str, Any]]:
    for preview in previews:
        for entry in getattr(preview, kind):
            yield _place(preview, entry) | {
                _("Title of the finding"): entry.title,
                _("Audited unit"): entry.unit,
                _("Project"): entry.project,
                _("Amount found"): show(entry.amount_fen, "fen"),
            }


def _changes(previews: list[Preview]) -> Iterator[dict[str, Any]]:
    for preview in previews:
        for entry in preview.changed:
            for change in entry.changes:
                yield _place(preview, entry) | {
                    _("Field"): field_label(change.field),
                    _("Before"): field_words(change.field, change.old),
                    _("After"): field_words(change.field, change.new),
                    _("Title of the finding"): entry.title,
                }


def _refusals(previews: list[Preview]) -> Iterator[dict[str, Any]]:
    for row in refusal_rows(previews):
        yield {_(title): cell for title, cell in zip(TITLES, row, strict=True)}


def _stubs(previews: list[Preview]) -> Iterator[dict[str, Any]]:
    for preview in previews:
        for stub in preview.stubs:
            yield {
                _("File"): preview.file_name,
                _("Kind"): _(_STUB_TITLES[stub.kind]),
                _("Name"): stub.name,
                _("Code"): stub.code,
            }


def _notices(previews: list[Preview]) -> Iterator[dict[str, Any]]:
    for preview in previews:
        for notice in preview.notices:
            yield {
                _("File"): preview.file_name,
                _("Sheet"): notice.sheet,
                _("Line"): notice.line or None,
                _("Column"): notice.column,
                _("Note"): notice.message,
            }


def _place(preview: Preview, entry: Entry) -> dict[str, Any]:
    return {
        _("File"): preview.file_name,
        _("Sheet"): entry.sheet,
        _("Line"): entry.line,
        _("Finding code"): entry.finding_code,
    }


def _refusal_buttons(previews: list[Preview]) -> None:
    spoken = language()

    def made_by(make: Callable[[list[Preview]], bytes]) -> Callable[[], bytes]:
        def content() -> bytes:
            use_language(spoken)  # the file is made on the click, in another thread than this run
            return make(previews)

        return content

    with st.container(horizontal=True):
        for ending, make, mime in (
            ("xlsx", refusals_as_xlsx, _XLSX),
            ("csv", refusals_as_csv, "text/csv"),
        ):
            st.download_button(
                _("Refused rows as {kind}").format(kind=ending.upper()),
                made_by(make),
                file_name=f"{_('Refused rows')}.{ending}",
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"import_refused_{ending}",
            )
