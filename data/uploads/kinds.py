"""Which kind of file it is, told from its content; its name only helps where content leaves a choice."""

import json
import re
from pathlib import Path

from data.language import _, mark
from data.uploads.archive import member_names
from data.uploads.faults import UploadRefusedError

KINDS = {
    "delimited": mark("Delimited text"),
    "json_lines": mark("JSON lines"),
    "workbook": mark("Workbook"),
    "parquet": mark("Parquet file"),
    "dbf": mark("DBF table"),
    "shapefile": mark("Zipped shapefile"),
    "geojson": mark("GeoJSON file"),
    "geopackage": mark("GeoPackage file"),
}
ENDINGS = (
    *("csv", "tsv", "txt", "xlsx", "xls", "ods", "dbf", "parquet"),
    *("jsonl", "ndjson", "json", "geojson", "zip", "gpkg"),
)

_HEAD = 65_536
_ZIP, _OLE, _SQLITE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"SQLite format 3\0"
_ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = {
    b"%PDF": mark("a PDF document"),
    b"\x89PNG": mark("a picture"),
    b"\xff\xd8\xff": mark("a picture"),
    b"GIF8": mark("a picture"),
    b"Rar!": mark("a RAR archive"),
    b"7z\xbc\xaf": mark("a 7z archive"),
    b"\x1f\x8b": mark("a gzip archive"),
    b"BZh": mark("a bzip2 archive"),
    b"\xfd7zXZ": mark("an xz archive"),
    b"\x7fELF": mark("a program"),
    b"MZ": mark("a program"),
}
_WEB_PAGE_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<table", b"mime-version")
_DBF_VERSIONS = {0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0x8C, 0xCB, 0xF5, 0xFB}
_COLLECTION = re.compile(rb'"type"\s*:\s*"Feature(Collection)?"')
_BOM = b"\xef\xbb\xbf"


def kind_of(file: Path) -> str:
    """A name of KINDS. Raises UploadRefusedError for what is empty, foreign or protected."""
    with file.open("rb") as stream:
        start = stream.read(_HEAD)
    if not start.strip(b"\0 \t\r\n"):
        raise UploadRefusedError(_("The file is empty."))
    if start.startswith((_ZIP, b"PK\x05\x06")):
        return _of_archive(file)
    if start.startswith(_OLE):
        return _of_compound(file)
    if start.startswith(b"PAR1"):
        return "parquet"
    if start.startswith(_SQLITE):
        return "geopackage"
    for magic, what in _FOREIGN.items():
        if start.startswith(magic) and (len(magic) > 2 or b"\0" in start):
            raise UploadRefusedError(
                _("The file is {what}, which is not read. Bring {endings}.").format(
                    what=_(what), endings="、".join(ENDINGS).upper()
                )
            )
    if _is_dbf(start, file.stat().st_size):
        return "dbf"
    return _of_text(start)


def _of_archive(file: Path) -> str:
    names = {name.lower() for name in member_names(file)}
    if {"xl/workbook.xml", "xl/workbook.bin"} & names or {"content.xml", "mimetype"} <= names:
        return "workbook"
    if any(name.endswith(".shp") for name in names):
        return "shapefile"
    raise UploadRefusedError(
        _("The archive holds neither a workbook nor a shapefile. Unpack it and bring the files one by one.")
    )


def _of_compound(file: Path) -> str:
    with file.open("rb") as stream:
        # The directory of a compound file may lie anywhere; encrypted workbooks are no larger than this.
        if _ENCRYPTED_MARK in stream.read(256 * 1024**2):
            raise UploadRefusedError(
                _("The workbook is protected by a password. Save it without a password and try once more.")
            )
    return "workbook"


def _is_dbf(start: bytes, size: int) -> bool:
    if len(start) < 33 or start[0] not in _DBF_VERSIONS:
        return False
    header, record = int.from_bytes(start[8:10], "little"), int.from_bytes(start[10:12], "little")
    return (
        33 <= header <= size and record > 0 and start[2] <= 12 and start[3] <= 31 and b"\r" in start[:header]
    )


def _of_text(start: bytes) -> str:
    words = start.removeprefix(_BOM).lstrip()
    if words[:64].lower().startswith(_WEB_PAGE_STARTS):
        raise UploadRefusedError(
            _("The file is a web page or XML, whatever its name says. Open it and save it as XLSX or CSV.")
        )
    if not words.startswith((b"{", b"[")):
        return "delimited"
    first_line = words.split(b"\n", 1)[0]
    if _is_object(first_line) and not _COLLECTION.search(first_line):
        return "json_lines"
    if words.startswith(b"{") and _COLLECTION.search(words):
        return "geojson"
    if words.startswith(b"{") and words[1:].lstrip()[:1] in {b'"', b"}"}:
        return "json_lines"
    if words.startswith(b"[") and words[1:].lstrip()[:1] in {b"{", b"]"}:
        raise UploadRefusedError(
            _("The file is one JSON array. Bring JSON lines, one object on each line, or a table.")
        )
    return "delimited"


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
