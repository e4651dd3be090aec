"""A long text cut into files of a bearable size, each ending with a whole record."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from data.uploads.counting import times
from data.uploads.limits import PART_BYTES

_SEARCHED_ENDS = 10_000  # line ends looked at for one that lies outside quotation marks


@dataclass(frozen=True)
class Part:
    """A piece of the text in a file of its own. Lines count from 1; a last line may lack its end."""

    number: int
    file: Path
    first_line: int
    lines: int
    has_quotes: bool
    has_nul: bool


def cut(blocks: Iterator[bytes], skipped_lines: int, folder: Path, *, is_quoted: bool) -> Iterator[Part]:
    """The text behind its first lines, in parts. The files are the caller's to delete.

    With `is_quoted`, a line end inside quotation marks ends no record. Where a mark is never closed, the part
    ends all the same, at twice its size.
    """
    number, line = 0, skipped_lines + 1
    growing = _Growing(folder, number, line)
    try:
        for block in _without_first_lines(blocks, skipped_lines):
            rest = block
            while growing.size + len(rest) >= PART_BYTES:
                end = _record_end(rest, growing.quotes if is_quoted else 0, is_quoted=is_quoted)
                if end == 0 and growing.size + len(rest) < 2 * PART_BYTES:
                    break
                end = end or rest.rfind(b"\n") + 1 or len(rest)
                growing.write(rest[:end])
                rest = rest[end:]
                part = growing.finished()
                yield part
                number, line = number + 1, line + part.lines
                growing = _Growing(folder, number, line)
            growing.write(rest)
        if growing.size:
            yield growing.finished()
    finally:
        growing.close()


def _without_first_lines(blocks: Iterator[bytes], skipped: int) -> Iterator[bytes]:
    for block in blocks:
        at = 0
        while skipped and at < len(block):
            end = block.find(b"\n", at)
            if end < 0:
                at = len(block)
            else:
                at, skipped = end + 1, skipped - 1
        if at < len(block):
            yield block[at:] if at else block


def _record_end(block: bytes, quotes: int, *, is_quoted: bool) -> int:
    """The last place in the block behind a line end that ends a record; 0 if there is none."""
    end = block.rfind(b"\n") + 1
    if not is_quoted or end == 0:
        return end
    quotes += block.count(b'"', 0, end)
    for __ in range(_SEARCHED_ENDS):
        if quotes % 2 == 0:
            return end
        before = block.rfind(b"\n", 0, end - 1) + 1
        if before == 0:
            return 0
        quotes -= block.count(b'"', before, end)
        end = before
    return 0


class _Growing:
    """The part that is being written, and what is known of it so far."""

    def __init__(self, folder: Path, number: int, first_line: int) -> None:
        self._number, self._first_line = number, first_line
        self._file = folder / f"part-{number:05d}.text"
        self._stream: BinaryIO = self._file.open("wb")
        self.size, self.quotes, self._ends, self._nul, self._last = 0, 0, 0, False, b"\n"

    def write(self, data: bytes) -> None:
        if not data:
            return
        self._stream.write(data)
        self.size += len(data)
        self.quotes += times(b'"', data)
        self._ends += times(b"\n", data)
        self._nul = self._nul or b"\0" in data
        self._last = data[-1:]

    def finished(self) -> Part:
        self._stream.close()
        lines = self._ends + (self._last != b"\n")
        return Part(self._number, self._file, self._first_line, lines, self.quotes > 0, self._nul)

    def close(self) -> None:
        self._stream.close()
