"""What importing the files in hand would do: counts, and one table for each of added, changed, refused …"""

from collections.abc import Iterator
from typing import Any

import streamlit as st

from components.figures import show
from components.ledger_import.field_words import field_words
from components.ledger_import.import_drafts import Draft
from components.ledger_import.import_views import View, import_views, refusal_table
from data.language import _, mark
from data.ledger.fields import field_label
from data.ledger.preview import Entry, Preview

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
    rows = sum(preview.rows for preview in previews)
    st.caption(
        _("{files} files, {rows} rows. Nothing is written yet.").format(
            files=len(previews), rows=show(rows, "count")
        )
    )
    import_views(_views(previews), previews, "_".join(preview.sha256[:8] for preview in previews[:3]))


def _views(previews: list[Preview]) -> dict[str, View]:
    def count(kind: str) -> int:
        return sum(len(getattr(preview, kind)) for preview in previews)

    refused = sum(preview.refused_rows for preview in previews)
    return {
        "added": View(_("To add"), count("added"), lambda: _entries(previews, "added")),
        "changed": View(_("To change"), count("changed"), lambda: _changes(previews)),
        "unchanged": View(_("Left alone"), count("unchanged"), lambda: _entries(previews, "unchanged")),
        "refused": View(_("Refused"), refused, lambda: refusal_table(previews)),
        "stubs": View(_("New, to be verified"), count("stubs"), lambda: _stubs(previews)),
        "notices": View(_("Please note"), count("notices"), lambda: _notices(previews)),
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
