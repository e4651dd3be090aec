"""What importing the file in hand into its register would do."""

from collections.abc import Iterator
from typing import Any

import streamlit as st

from components.figures import show
from components.ledger_import.import_views import View, import_views, refusal_table
from components.registers.register_draft import Draft
from components.value_words import value_words
from data.language import _, mark
from data.registers.preview import Entry, Preview
from data.registers.register import registers

_STUB_TITLES = {"unit": mark("Unit"), "project": mark("Project"), "section": mark("Section")}


def register_preview(draft: Draft) -> None:
    """Draw it. A file refused as a whole is told with the reason; text of the file is shown as text."""
    preview = draft.preview
    if preview is None:
        with st.container(border=True):
            st.error(_("This file is refused as a whole."), icon=":material/block:")
            st.text(f"{draft.file_name}\n{draft.refusal}")
        return
    words = _("{rows} rows for “{register}”. Nothing is written yet.")
    title = registers()[preview.register].title
    st.caption(words.format(rows=show(preview.rows, "count"), register=title))
    import_views(_views(preview), [preview], f"{preview.register}_{preview.sha256[:8]}")


def _views(preview: Preview) -> dict[str, View]:
    return {
        "added": View(_("To add"), len(preview.added), lambda: _entries(preview.added)),
        "changed": View(_("To change"), len(preview.changed), lambda: _changes(preview)),
        "unchanged": View(_("Left alone"), len(preview.unchanged), lambda: _entries(preview.unchanged)),
        "refused": View(_("Refused"), preview.refused_rows, lambda: refusal_table([preview])),
        "stubs": View(_("New, to be verified"), len(preview.stubs), lambda: _stubs(preview)),
        "notices": View(_("Please note"), len(preview.notices), lambda: _notices(preview)),
    }


def _entries(entries: tuple[Entry, ...]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        yield _place(entry)


def _changes(preview: Preview) -> Iterator[dict[str, Any]]:
    fields = registers()[preview.register].fields
    for entry in preview.changed:
        for change in entry.changes:
            field = fields.get(change.field)
            yield _place(entry) | {
                _("Field"): field.label if field else _("To be verified"),
                _("Before"): value_words(field, change.old),
                _("After"): value_words(field, change.new),
            }


def _stubs(preview: Preview) -> Iterator[dict[str, Any]]:
    for stub in preview.stubs:
        yield {_("Kind"): _(_STUB_TITLES[stub.kind]), _("Name"): stub.name, _("Code"): stub.code}


def _notices(preview: Preview) -> Iterator[dict[str, Any]]:
    for notice in preview.notices:
        yield {
            _("Sheet"): notice.sheet,
            _("Line"): notice.line or None,
            _("Column"): notice.column,
            _("Note"): notice.message,
        }


def _place(entry: Entry) -> dict[str, Any]:
    return {_("Sheet"): entry.sheet, _("Line"): entry.line, _("Row"): entry.label}
