"""Finds the Latin words of a page that a Chinese reader should not meet."""

import re
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error

from data.access.first_accounts import DEMO_ACCOUNTS

LATIN_WORDS = (Path(__file__).parent / "latin_words.js").read_text(encoding="utf-8")
FILES = (
    "JSON Excel XLSX XLSM XLS CSV TSV TXT xlsx xlsm xls csv tsv txt ODS DBF PARQUET Parquet JSONL NDJSON"
    " lines GEOJSON GeoJSON GPKG GeoPackage Shapefile ZIP MB KB kB GB Word"
    " BMP DOC DOCX ET JPEG JPG OFD PDF PNG PPT PPTX RAR TIF TIFF WPS"
)
TERMS = "FAC URL ID KPI IP MAC SQL Python SELECT FROM LIMIT Enter Ctrl Tab Esc Streamlit"
ALLOWED = {
    *FILES.split(),
    *TERMS.split(),
    *("true", "false"),  # of a tick, told to screen readers by the grid's canvas, which no script can reach
    "SBSJ",  # code of a demonstration section, as events keep it
    "English",  # the switch is for those who cannot read the rest
    *(account.user_name.rstrip("0123456789") for account in DEMO_ACCOUNTS),
}
# F-2026-0012, 003-K11, hashes, times; and columns as SQL calls them: paid_fen
CODE = re.compile(r"[A-Za-z0-9_.:/-]*\d[A-Za-z0-9_.:/-]*|[a-z]+(?:_[a-z]+)+")


def latin(page, allowed=frozenset()):
    """Latin words on the page that should not be there, each with the place where it stands."""
    found = set()
    for text, place in page.evaluate(LATIN_WORDS):
        words = set(re.findall(r"[A-Za-z]{2,}", CODE.sub(" ", text))) - ALLOWED - allowed
        if words:
            found.add(f"{text[:80]!r} in {place}")
    return sorted(found)


def open_list(page, box):
    """Open the list of a field from the keyboard; where a redraw closes it, it is opened once more."""
    opened = page.get_by_role("listbox")
    for __ in range(5):
        box.focus()
        page.keyboard.press("ArrowDown")
        with suppress(Error):
            opened.wait_for(timeout=3000)
            return
    opened.wait_for()
