"""The encoding of a DBF table: what its .cpg says if true, else UTF-8, else GB18030; tried on every value."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from data.language import _
from data.uploads.faults import UploadRefusedError
from data.uploads.limits import MEGABYTE

_CANDIDATES = ("utf-8", "gb18030")
_SAID = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "65001": "utf-8",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "gb18030": "gb18030",
    "936": "gb18030",
    "cp936": "gb18030",
    "ansi 936": "gb18030",
    "54936": "gb18030",
    "big5": "big5",
    "950": "big5",
    "cp950": "big5",
    "1252": "windows-1252",
    "windows-1252": "windows-1252",
}
_LONGEST_CHARACTER = 4
_BLOCK_BYTES = 8 * MEGABYTE


def dbf_encoding(file: Path, asked: str | None, said: str) -> str:
    """The encoding in which every text value of the table is valid; `said` is what a .cpg file names.

    Raises UploadRefusedError with the record at which each that was tried failed.
    """
    named = _SAID.get(said.casefold())
    tried = (asked,) if asked else tuple(dict.fromkeys([*([named] if named else []), *_CANDIDATES]))
    failures = []
    for encoding in tried:
        record = _first_fault(file, encoding)
        if record is None:
            return encoding
        failures.append(_("{encoding}: record {record}").format(encoding=encoding.upper(), record=record))
    raise UploadRefusedError(
        _(
            "The text of the table is in none of the encodings that were tried. First fault — {places}."
        ).format(places="；".join(failures))
    )


def _first_fault(file: Path, encoding: str) -> int | None:
    """The first record (from 1) with a value that is not in the encoding."""
    done = 0
    for block in _records(file):
        for name in block.dtype.names or ():
            column = block[name]
            if _is_valid(b"\n".join(column.tolist()), encoding):
                continue
            for at, value in enumerate(column.tolist()):
                if not _is_valid_value(value, column.dtype.itemsize, encoding):
                    return done + at + 1
        done += len(block)
    return None


def _is_valid(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_valid_value(value: bytes, width: int, encoding: str) -> bool:
    """A value that fills its column may end in the middle of a character."""
    cuts = range(_LONGEST_CHARACTER) if len(value) == width else range(1)
    return any(_is_valid(value[: len(value) - cut], encoding) for cut in cuts)


def _records(file: Path) -> Iterator[np.ndarray]:
    """Blocks of records with their text columns only."""
    with file.open("rb") as stream:
        start = stream.read(32)
        header, record = int.from_bytes(start[8:10], "little"), int.from_bytes(start[10:12], "little")
        fields = stream.read(max(header - 32, 0))
        at, names, formats, offsets = 1, [], [], []
        for place in range(0, len(fields) - 31, 32):
            if fields[place] == 0x0D:
                break
            kind, width = chr(fields[place + 11]), fields[place + 16]
            if kind == "C":
                width += fields[place + 17] << 8
                if width:
                    names.append(f"f{place}")
                    formats.append(f"S{width}")
                    offsets.append(at)
            at += width
        if not names or record == 0 or at > record:
            return
        layout = np.dtype({"names": names, "formats": formats, "offsets": offsets, "itemsize": record})
        stream.seek(header)
        size = max(_BLOCK_BYTES // record, 1) * record
        while data := stream.read(size):
            yield np.frombuffer(data[: len(data) // record * record], dtype=layout)
