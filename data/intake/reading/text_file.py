"""CSV and its kin: the encoding is decided on the whole file, the separator on the lines as they parse."""

import codecs
import csv
import io
import re
from typing import Any

from data.intake.reading.sheet import Sheet
from data.intake.refused import FileRefusedError
from data.intake.values.words import Cell
from data.language import _

_SEPARATORS = ",\t;|"
_SAMPLE_RECORDS = 200  # enough to tell the separator; the whole file would be parsed four times
_FIELD_CHARACTERS = (
    131_072  # four times what a cell of a workbook can hold: a longer one lacks its closing quote
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_NUL_SHARE = 0.005  # a cell of a hundred Chinese characters and a comma still have as many in UTF-16
_CONTROL_SHARE = 0.01  # text has next to no control characters; other files that happen to decode have many


def read_text_file(data: bytes, name: str) -> Sheet:
    """The rows of a text file as one sheet called `name`. Raises FileRefusedError."""
    text = decode(data)
    rows, lines = _parse(text, _separator(text))
    return Sheet(name, rows, lines)


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, GB18030 or UTF-16; each is tried strictly on all of it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = ["utf-16"]
    else:
        candidates = ["utf-8-sig", _sixteen_bits(data) or "gb18030"]
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_CONTROL.findall(text)) <= len(text) * _CONTROL_SHARE:
            return text
    raise FileRefusedError(
        _("The file is not text in UTF-8, GB18030 or UTF-16, or it is damaged. Save it again as CSV or XLSX.")
    )


def _sixteen_bits(data: bytes) -> str | None:
    """UTF-16 without a mark shows by its commas, digits and line ends: each has a NUL on the same side.

    A few characters have theirs on the other side, and one of them is 一.
    """
    low, high = data[1::2].count(0), data[::2].count(0)
    if max(low, high) <= len(data) * _NUL_SHARE or 2 * min(low, high) > max(low, high):
        return None
    return "utf-16-le" if low > high else "utf-16-be"


def _separator(text: str) -> str:
    """The separator that gives the widest rows of one width; commas where nothing is separated."""

    def fitness(separator: str) -> tuple[float, int]:
        widths = []
        try:
            for record, __ in zip(_reader(text, separator), range(_SAMPLE_RECORDS), strict=False):
                widths.append(len(record))
        except csv.Error:
            pass
        wide = [width for width in widths if width > 1]
        if not wide:
            return 0.0, 0
        usual = max(set(wide), key=wide.count)
        return wide.count(usual) / len(widths), usual

    def rank(separator: str) -> float:
        share, width = fitness(separator)
        return share * width

    return max(_SEPARATORS, key=rank)


def _parse(text: str, separator: str) -> tuple[list[list[Cell]], list[int]]:
    rows: list[list[Cell]] = []
    lines: list[int] = []
    reader = _reader(text, separator)
    csv.field_size_limit(_FIELD_CHARACTERS)
    line = 1
    try:
        for record in reader:
            rows.append(list(record))
            lines.append(line)
            line = reader.line_num + 1
    except csv.Error:
        raise FileRefusedError(
            _("From line {line} on, quotation marks do not match: one is not closed.").format(line=line)
        ) from None
    return rows, lines


def _reader(text: str, separator: str) -> Any:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
