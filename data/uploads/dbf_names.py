"""Names of DBF columns that were cut in the middle of a character: programs keep ten bytes, not letters."""

import shutil
from pathlib import Path

_FIELD, _NAME = 32, 11  # bytes of a field's description, and of its name at the beginning of it
_END = 0x0D


def mend_names(table: Path, encoding: str) -> None:
    """Take the broken character off the end of each name, which no reader could read otherwise.

    `table` is ours to change; where it is a link, a copy takes its place and the file behind it stays.
    """
    with table.open("rb") as stream:
        start = stream.read(_FIELD)
        fields = bytearray(stream.read(max(int.from_bytes(start[8:10], "little") - _FIELD, 0)))
    is_mended = False
    for place in range(0, len(fields) - _FIELD + 1, _FIELD):
        if fields[place] == _END:
            break
        name = bytes(fields[place : place + _NAME]).partition(b"\0")[0]
        whole = _whole(name, encoding)
        if whole != name:
            fields[place : place + _NAME] = whole.ljust(_NAME, b"\0")
            is_mended = True
    if not is_mended:
        return
    if table.is_symlink():
        behind = table.resolve()
        table.unlink()
        shutil.copyfile(behind, table)
    with table.open("r+b") as stream:
        stream.seek(_FIELD)
        stream.write(fields)


def _whole(name: bytes, encoding: str) -> bytes:
    try:
        name.decode(encoding)
    except UnicodeDecodeError as fault:
        # A fault before the end is none of being cut: it is left for the reader to tell.
        return name[: fault.start] if fault.end == len(name) and fault.start else name
    return name
