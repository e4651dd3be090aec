"""XLSX and XLS, read by a child process within limits of memory and time (see workbook_child.py)."""

import io
import json
import subprocess
import sys
import tempfile
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

from data.intake.reading.sheet import Sheet
from data.intake.reading.workbook_child import CPU_SECONDS, EXIT_BROKEN, EXIT_ENCRYPTED
from data.intake.refused import FileRefusedError
from data.intake.values.words import Cell, text
from data.language import _

ZIP_START, OLE_START = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# 100,000 rows of 90 columns unpack to about 400 MB; a bomb of a few kilobytes unpacks to gigabytes.
_MAX_UNPACKED_BYTES = 1024**3
_MAX_PARTS = 5_000  # sheets, styles and drawings of a ledger are dozens
_CHILD = Path(__file__).resolve().with_name("workbook_child.py")
_ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """The worksheets of a workbook, hidden ones included and marked. Raises FileRefusedError."""
    if data.startswith(OLE_START) and _ENCRYPTED_MARK in data:
        raise FileRefusedError(_encrypted())
    if data.startswith(ZIP_START):
        _check_parts(data)
    return tuple(_sheet(raw) for raw in _cells(data))


def _check_parts(data: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise FileRefusedError(_broken()) from None
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED_BYTES:
        raise FileRefusedError(_too_large())
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise FileRefusedError(_("The file is an archive but no workbook. Save it as XLSX."))


def _cells(data: bytes) -> list[dict[str, Any]]:
    with tempfile.NamedTemporaryFile(suffix=".workbook") as file:
        file.write(data)
        file.flush()
        try:
            child = subprocess.run(  # noqa: S603 our own module, with the name of our own temporary file
                [sys.executable, "-I", str(_CHILD), file.name],
                capture_output=True,
                timeout=2 * CPU_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise FileRefusedError(_too_large()) from None
    if child.returncode == EXIT_ENCRYPTED:
        raise FileRefusedError(_encrypted())
    if child.returncode == EXIT_BROKEN:
        raise FileRefusedError(_broken())
    if child.returncode != 0:  # ended by its limits
        raise FileRefusedError(_too_large())
    sheets: list[dict[str, Any]] = json.loads(child.stdout, object_hook=_moment, parse_int=float)
    return sheets


def _moment(value: dict[str, Any]) -> Any:
    if value.keys() != {"t"}:
        return value
    written = value["t"]
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def _sheet(raw: dict[str, Any]) -> Sheet:
    rows: list[list[Cell]] = raw["rows"]
    filled = set()
    for start, end in raw["merged"]:
        first_row, first_column, last_row, last_column = (int(number) for number in (*start, *end))
        if first_row >= len(rows) or first_column >= len(rows[first_row]):
            continue
        value = rows[first_row][first_column]
        if value == "":
            continue
        for row in range(first_row, min(last_row + 1, len(rows))):
            for column in range(first_column, min(last_column + 1, len(rows[row]))):
                if (row, column) != (first_row, first_column):
                    rows[row][column] = value
                    filled.add((row, column))
    return Sheet(text(raw["name"]), rows, list(range(1, len(rows) + 1)), raw["is_visible"], frozenset(filled))


def _broken() -> str:
    return _("The workbook is damaged or cut off. Open it, save it again as XLSX, and try once more.")


def _encrypted() -> str:
    return _("The workbook is protected by a password. Save it without a password and try once more.")


def _too_large() -> str:
    return _(
        "The workbook is too large once unpacked. Split it, or remove what does not belong to the table."
    )
