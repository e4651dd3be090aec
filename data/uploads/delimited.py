"""CSV, TSV and other delimited text."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from data.language import _
from data.uploads.choices import Choices, Proposal, Staged
from data.uploads.delimiter import propose_delimiter, records
from data.uploads.encoding import decide, first_that, head
from data.uploads.faults import UploadRefusedError
from data.uploads.headings import named, propose_heading_row
from data.uploads.limits import HEAD_BYTES, SAMPLE_ROWS
from data.uploads.part_rows import Layout, rows_of_part
from data.uploads.straight import (
    BEGINNING_ROWS,
    WORTH_BYTES,
    Beginning,
    NotStraightError,
    Straight,
    Straighten,
)
from data.uploads.text_rows import Text, empty_file, text_rows
from data.uploads.work import Work

KIND = "delimited"
_HEAD_RECORDS = 500
_LONGEST_CHARACTER = 4  # bytes of UTF-8: as many may be missing at the end of a head
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.05  # text has next to no control characters; other files that happen to decode have many


def propose_delimited(file: Path, asked: Choices) -> Proposal:
    """What a delimited text seems to be; its encoding is decided on all of it. Raises UploadRefusedError."""
    encoding = decide(file, asked.encoding)
    return _beginning(file, replace(asked, encoding=encoding))[0]


def stage_delimited(file: Path, choices: Choices, work: Work, straighten: Straighten | None = None) -> Staged:
    """The rows of a delimited text. Without an encoding chosen, the first that fits all of it."""
    staged: list[Staged] = []
    is_worth = file.stat().st_size >= WORTH_BYTES

    def read(encoding: str) -> None:
        chosen = replace(choices, encoding=encoding)
        try:
            staged.append(_stage(file, chosen, work, straighten if is_worth else None))
        except NotStraightError:
            staged.append(_stage(file, chosen, work, None))

    first_that(read, choices.encoding)
    return staged[0]


def _stage(file: Path, choices: Choices, work: Work, straighten: Straighten | None) -> Staged:
    proposal, skipped = _beginning(file, choices)
    delimiter = proposal.choices.delimiter
    assert delimiter is not None
    assert choices.encoding is not None
    straight = _straight(file, proposal, skipped, straighten) if straighten else None
    layout = Layout(proposal.columns, delimiter, work.folder, straight)
    text = Text(file, choices.encoding, skipped)
    read = text_rows(text, partial(rows_of_part, layout=layout), work, is_quoted=True)
    return Staged(
        files=read.files or (empty_file(proposal.columns, work.folder),),
        columns=proposal.columns,
        titles=proposal.headings,
        rows=read.rows,
        refused=read.refused,
        refused_rows=read.refused_rows,
        sha256=read.sha256,
        bytes=file.stat().st_size,
        choices=proposal.choices,
        kind=KIND,
        notes=proposal.notes,
        straight=straight,
        straight_files=read.straight,
        straight_rows=read.straight_rows,
    )


def _straight(file: Path, proposal: Proposal, skipped: int, straighten: Straighten) -> Straight | None:
    """What is said of the rows that need no second look, from the first rows of the file."""
    assert proposal.choices.encoding is not None
    assert proposal.choices.delimiter is not None
    text = head(file, proposal.choices.encoding).replace("\0", "")
    whole = io.StringIO(text[: text.rfind("\n") + 1], newline="")
    for __ in range(skipped):
        whole.readline()
    width = len(proposal.columns)
    rows = [
        tuple(cell or None for cell in row)
        for row in islice(csv.reader(whole, delimiter=proposal.choices.delimiter), BEGINNING_ROWS)
        if len(row) == width
    ]
    return straighten(Beginning(proposal.columns, proposal.headings, rows)) if rows else None


def _beginning(file: Path, choices: Choices) -> tuple[Proposal, int]:
    """The proposal told from the beginning of the file, and the lines up to the end of its heading."""
    assert choices.encoding is not None
    text = head(file, choices.encoding)
    if len(_CONTROL.findall(text)) > len(text) * _CONTROL_SHARE:
        raise UploadRefusedError(
            _("The file is not text: it is full of control characters. It may be damaged.")
        )
    delimiter = choices.delimiter or propose_delimiter(text)
    is_cut = len(text.encode()) > HEAD_BYTES - _LONGEST_CHARACTER
    rows, ends = records(text.replace("\0", ""), delimiter, _HEAD_RECORDS, is_cut=is_cut)
    if not any(rows):
        raise UploadRefusedError(_("The file is empty."))
    heading_row = propose_heading_row(rows) if choices.heading_row is None else choices.heading_row
    if not 0 <= heading_row <= len(rows):
        raise UploadRefusedError(_("There is no row {row} to be the heading.").format(row=heading_row))
    headings = _widened(rows[heading_row - 1] if heading_row else [], rows[heading_row:])
    names, titles, notes = named(headings)
    samples = [row for row in rows[heading_row:] if row][:SAMPLE_ROWS]
    line_bytes = len(text.encode(choices.encoding, errors="ignore")) / max(text.count("\n"), 1)
    skipped = ends[heading_row - 1] if heading_row else 0
    proposal = Proposal(
        kind=KIND,
        choices=replace(choices, delimiter=delimiter, heading_row=heading_row, sheet=None),
        sheets=(),
        headings=titles,
        columns=names,
        sample_rows=tuple(tuple(cell or None for cell in row) for row in samples),
        row_estimate=max(int(file.stat().st_size / max(line_bytes, 1)) - skipped, len(samples)),
        notes=notes,
    )
    return proposal, skipped


def _widened(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The headings, with empty ones behind them where most rows are wider."""
    widths = [len(row) for row in rows if row]
    usual = max(set(widths), key=widths.count) if widths else 0
    return [*headings, *[""] * (usual - len(headings))]
