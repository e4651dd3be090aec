"""A maker of XLS files (BIFF8 in a compound file): nothing installed writes the old format any more."""

import struct
from collections.abc import Sequence

_SECTOR = 512
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def xls_bytes(sheet: str, rows: Sequence[Sequence[str | float]]) -> bytes:
    """One sheet of text and number cells."""
    return _compound_file("Workbook", _workbook(sheet, rows))


def _workbook(sheet: str, rows: Sequence[Sequence[str | float]]) -> bytes:
    cells = b"".join(
        _cell(line, place, value) for line, row in enumerate(rows) for place, value in enumerate(row)
    )
    start = _part(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    name = sheet.encode("utf-16-le")
    boundsheet_length = 4 + 6 + 2 + len(name)
    end = _part(0x000A, b"")
    sheet_at = len(start) + boundsheet_length + len(end)
    boundsheet = _part(0x0085, struct.pack("<IHBB", sheet_at, 0, len(sheet), 1) + name)
    sheet_start = _part(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    return start + boundsheet + end + sheet_start + cells + end


def _cell(line: int, place: int, value: str | float) -> bytes:
    if isinstance(value, str):
        words = value.encode("utf-16-le")
        return _part(0x0204, struct.pack("<HHHHB", line, place, 0, len(value), 1) + words)
    return _part(0x0203, struct.pack("<HHHd", line, place, 0, value))


def _part(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _compound_file(name: str, stream: bytes) -> bytes:
    """A compound file of version 3 with one stream, long enough to need no small sectors."""
    stream = stream.ljust(4096, b"\0")
    stream = stream.ljust(-(-len(stream) // _SECTOR) * _SECTOR, b"\0")
    sectors = len(stream) // _SECTOR
    assert sectors <= _SECTOR // 4 - 2, "one sector of the allocation table is all this maker writes"
    # Sector 0: allocation table; 1: directory; from 2: the stream.
    chain = [_TABLE, _END, *range(3, 2 + sectors), _END]
    table = struct.pack(f"<{_SECTOR // 4}I", *chain, *[_FREE] * (_SECTOR // 4 - len(chain)))
    directory = _entry("Root Entry", 5, _END, 0, child=1) + _entry(name, 2, 2, len(stream)) + _entry() * 2
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    return header + table + directory + stream


def _entry(name: str = "", kind: int = 0, start: int = 0, size: int = 0, child: int = _FREE) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0" if name else b""
    return (
        words.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(words), kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
