"""Latin words that a Chinese page may say; all others are English that somebody forgot to translate."""

import re

from data.access.first_accounts import DEMO_ACCOUNTS

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


def latin_in(text: str, allowed: frozenset[str] = frozenset()) -> set[str]:
    """The Latin words of a text that should not be there."""
    return set(re.findall(r"[A-Za-z]{2,}", CODE.sub(" ", text))) - ALLOWED - allowed
