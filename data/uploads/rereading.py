"""Single lines of a delimited text once more: of rows that were converted and must come out again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from data.uploads.choices import Staged
from data.uploads.encoding import utf8_blocks
from data.uploads.part_rows import Layout, rows_of_lines


def text_of_lines(file: Path, staged: Staged, lines: Sequence[int], folder: Path) -> Path:
    """A Parquet file with `_line` and the text columns of these lines (rising, from 1), each a row."""
    assert staged.choices.encoding is not None
    assert staged.choices.delimiter is not None
    source = folder / "reread.text"
    with source.open("wb") as target:
        for text in _wanted(utf8_blocks(file, staged.choices.encoding), np.asarray(lines)):
            target.write(text.removesuffix(b"\n") + b"\n")
    layout = Layout(staged.columns, staged.choices.delimiter, folder)
    try:
        return rows_of_lines(source, lines, layout, folder / "reread.parquet")
    finally:
        source.unlink()


def _wanted(blocks: Iterator[bytes], lines: np.ndarray) -> Iterator[bytes]:
    """The lines with these numbers."""
    held, at = b"", 1  # what has no line end yet, and the number of its line
    for block in blocks:
        text = held + block
        starts = np.concatenate(([0], np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == 10) + 1))
        whole = len(starts) - 1
        for line in lines[np.searchsorted(lines, at) : np.searchsorted(lines, at + whole)]:
            yield text[starts[line - at] : starts[line - at + 1]]
        held, at = text[starts[-1] :], at + whole
    if held and at in lines:
        yield held
