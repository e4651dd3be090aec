"""How a waiting file is read: found from its content, shown with its first rows, changed where wrong."""

import pandas as pd
import streamlit as st

from components.figures import NO_DATA, show
from components.inert import inert
from components.upload.answers import answer_key
from data.language import _, language, mark
from data.size_words import size_words
from data.transfers import Transfer
from data.uploads import ENCODINGS, KINDS, Choices, Proposal, UploadRefusedError, propose
from data.warehouse import WarehouseError
from data.warehouse.failures import in_clear_words

_PROPOSALS = "upload_proposals"
_KEPT = 40
_TEXTS = {"delimited", "json_lines"}
_DELIMITERS = {
    ",": mark("Comma"),
    "\t": mark("Tab"),
    ";": mark("Semicolon"),
    "|": mark("Vertical bar |"),
    "^": mark("Circumflex ^"),
    "\x01": mark("Control character 1"),
}
_ENCODING_TITLES = {
    "gb18030": "GB18030（GBK）",
    "utf-8": "UTF-8",
    "big5": "Big5",
    "windows-1252": "Windows-1252",
}
_DEEPEST_HEADING = 100
_ROW_HEIGHT = 36
_ROWS_IN_SIGHT = 8


def reading_file(transfer: Transfer) -> tuple[Proposal, Choices] | None:
    """Draw it; returns how the file is read and what the clerk fixed of it. None where it cannot be read."""
    found = proposal_of(transfer, Choices())
    chosen = _choices(transfer, found if isinstance(found, Proposal) else None)
    proposal = proposal_of(transfer, chosen) if chosen != Choices() else found
    if isinstance(proposal, str):
        st.error(proposal, title=_("The file cannot be read so"), icon=":material/block:")
        return None
    _facts(transfer, proposal)
    for note in proposal.notes:
        st.caption(f":material/info: {inert(note)}")
    _first_rows(proposal)
    return proposal, chosen


def proposal_of(transfer: Transfer, choices: Choices) -> Proposal | str:
    """How a file would be read, or why it cannot be; looked at once for each way of reading."""
    kept: dict[object, Proposal | str] = st.session_state.setdefault(_PROPOSALS, {})
    key = (transfer.transfer_id, choices, language())
    if key not in kept:
        with st.spinner(_("Looking through the whole file …")):
            kept[key] = _looked_at(transfer, choices)
        for old in list(kept)[:-_KEPT]:
            del kept[old]
    return kept[key]


def _looked_at(transfer: Transfer, choices: Choices) -> Proposal | str:
    try:
        with in_clear_words():
            return propose(transfer.file, choices)
    except (UploadRefusedError, WarehouseError) as error:
        return str(error)


def _choices(transfer: Transfer, found: Proposal | None) -> Choices:
    """The widgets; what the clerk leaves alone stays None and is decided from the content."""
    file = transfer.transfer_id
    encoding = delimiter = sheet = heading_row = None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if found is None or found.choices.encoding is not None:
            encoding = st.selectbox(
                _("Encoding"),
                [None, *ENCODINGS],
                format_func=lambda name: (
                    encoding_title(name)
                    if name
                    else _("Found: {what}").format(
                        what=encoding_title(found.choices.encoding if found else None)
                    )
                ),
                key=answer_key("encoding", file),
                help=_("Decided on the whole file: UTF-8, else GB18030, else UTF-16 with its mark."),
                width=230,
            )
        if found is not None and len(found.sheets) > 1:
            sheet = st.selectbox(
                _("Sheet or layer"),
                list(found.sheets),
                index=found.sheets.index(found.choices.sheet) if found.choices.sheet in found.sheets else 0,
                key=answer_key("sheet", file),
                width=230,
            )
            sheet = None if sheet == found.choices.sheet else sheet
        if found is not None and found.choices.delimiter is not None:
            delimiter = st.selectbox(
                _("Columns are separated by"),
                list(_DELIMITERS),
                index=list(_DELIMITERS).index(found.choices.delimiter),
                format_func=lambda sign: _(_DELIMITERS[sign]),
                key=answer_key("delimiter", file),
                width=180,
            )
            delimiter = None if delimiter == found.choices.delimiter else delimiter
        if found is not None and found.choices.heading_row is not None:
            heading_row = st.number_input(
                _("Row of the headings"),
                min_value=0,
                max_value=_DEEPEST_HEADING,
                value=found.choices.heading_row if sheet is None else None,
                placeholder=_("Found by itself"),
                key=answer_key(f"heading_row_{sheet or ''}", file),
                help=_("The last row of the heading, counted from 1; 0: the file has no heading."),
                width=150,
            )
            is_found = sheet is None and heading_row == found.choices.heading_row
            heading_row = None if heading_row is None or is_found else int(heading_row)
    return Choices(encoding=encoding, delimiter=delimiter, sheet=sheet, heading_row=heading_row)


def encoding_title(name: str | None) -> str:
    """An encoding as people write it."""
    return _ENCODING_TITLES.get(name or "", (name or NO_DATA).upper())


def _facts(transfer: Transfer, proposal: Proposal) -> None:
    rows = NO_DATA if proposal.row_estimate is None else show(proposal.row_estimate, "count")
    words = [
        _(KINDS[proposal.kind]),
        size_words(transfer.size),
        _("about {rows} rows").format(rows=rows)
        if proposal.kind in _TEXTS
        else _("{rows} rows").format(rows=rows),
        _("{columns} columns").format(columns=len(proposal.columns)),
    ]
    if proposal.choices.encoding:
        words.append(encoding_title(proposal.choices.encoding))
    if proposal.choices.sheet:
        words.append(proposal.choices.sheet)
    st.markdown(" · ".join(map(inert, words)))


def _first_rows(proposal: Proposal) -> None:
    frame = pd.DataFrame(list(proposal.sample_rows), columns=list(proposal.columns), dtype="object")
    titles = dict(zip(proposal.columns, proposal.headings, strict=True))
    st.dataframe(
        frame,
        hide_index=True,
        placeholder="",
        row_height=_ROW_HEIGHT,
        height=_ROW_HEIGHT * (min(len(frame), _ROWS_IN_SIGHT) + 1) + 2,
        column_config={name: st.column_config.TextColumn(title) for name, title in titles.items()},
    )
    st.caption(
        _("The first {count} rows as they would be read. Nothing is stored yet.").format(
            count=show(len(frame), "count")
        )
    )
