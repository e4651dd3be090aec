"""The English names and words of what comes with the product in Chinese. A bureau's own stay as they are."""

import csv
from functools import cache
from pathlib import Path

from data.language import language

_FILE = Path(__file__).resolve().parent / "reference/english_names.csv"


def shipped_name(name: str) -> str:
    """The name in the current language; one that the bureau has given or changed, unchanged."""
    return _english().get(name, name) if language() == "en" else name


@cache
def _english() -> dict[str, str]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {line["name"]: line["english"] for line in csv.DictReader(file)}
