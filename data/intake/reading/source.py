"""A file by its name and bytes: told by content which kind it is, and held to the kind its name says."""

import hashlib
from pathlib import PurePath

from data.intake.reading.sheet import Source
from data.intake.reading.text_file import read_text_file
from data.intake.reading.workbook import OLE_START, ZIP_START, read_workbook
from data.intake.refused import FileRefusedError
from data.intake.values.words import text
from data.language import _

WORKBOOK_ENDINGS = ("xlsx", "xlsm", "xls")
TEXT_ENDINGS = ("csv", "tsv", "txt")
ENDINGS = (*WORKBOOK_ENDINGS, *TEXT_ENDINGS)

MAX_FILE_BYTES = 100 * 1024**2  # 100,000 rows of a full ledger are about 30 MB as CSV
_NAME_CHARACTERS = 200
_WEB_PAGE_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<table", b"mime-version")


def read_source(file_name: str, data: bytes) -> Source:
    """Read a file. Raises FileRefusedError with what is wrong and what to do."""
    name = text(PurePath(file_name).name)
    ending = PurePath(name).suffix.lower().lstrip(".")
    if ending not in ENDINGS:
        raise FileRefusedError(
            _("Files of this kind are not read. Bring {endings}.").format(endings="、".join(ENDINGS).upper())
        )
    if not data.strip():
        raise FileRefusedError(_("The file is empty."))
    if len(data) > MAX_FILE_BYTES:
        raise FileRefusedError(
            _("The file is larger than {limit} MB. Split it.").format(limit=MAX_FILE_BYTES // 1024**2)
        )
    is_workbook = data.startswith((ZIP_START, OLE_START))
    if ending in WORKBOOK_ENDINGS and not is_workbook:
        raise FileRefusedError(_not_a_workbook(data))
    if ending in TEXT_ENDINGS and is_workbook:
        raise FileRefusedError(
            _("The name ends in {ending}, but the file is a workbook. Give it its right ending.").format(
                ending=ending
            )
        )
    sheets = read_workbook(data) if is_workbook else (read_text_file(data, PurePath(name).stem),)
    return Source(_short(name), hashlib.sha256(data).hexdigest(), sheets)


def _short(name: str) -> str:
    """A name as the log and the findings keep it; browsers pass on names of any length."""
    if len(name) <= _NAME_CHARACTERS:
        return name
    stem, ending = name.rsplit(".", 1)
    return f"{stem[: _NAME_CHARACTERS - len(ending) - 2]}….{ending}"


def _not_a_workbook(data: bytes) -> str:
    if data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_WEB_PAGE_STARTS):
        return _("The file is a web page with the name of a workbook. Open it and save it as XLSX.")
    return _("The name says workbook, but the content is none, or it is damaged. Save it as XLSX.")
