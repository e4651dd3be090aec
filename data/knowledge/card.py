"""One knowledge card as it is read, and the shipped ones: TOML files in both languages."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "shipped"


@dataclass(frozen=True)
class Card:
    """One version of a card. `kind` is of CARD_KIND, `sector` of MODEL_SECTOR.

    `dataset_types` are names of data/datasets, `model_codes` models beside those of its sector. A shipped one
    has version 0 and no author; `written_at` is UTC.
    """

    code: str
    kind: str
    sector: str
    title: str
    purpose: str
    steps: tuple[str, ...]
    dataset_types: tuple[str, ...]
    model_codes: tuple[str, ...]
    legal_basis: tuple[str, ...]
    typical_findings: tuple[str, ...]
    version: int = 0
    author: str = ""
    written_at: datetime | None = None
    is_withdrawn: bool = False


@cache
def shipped_cards(language: str) -> dict[str, Card]:
    """The shipped cards by code, in the order of the codes, in "zh" or "en"."""
    return {file.stem: _read(file, language) for file in sorted(_FOLDER.glob("*.toml"))}


def _read(file: Path, language: str) -> Card:
    told = tomllib.loads(file.read_text("utf-8"))
    words = told[language]
    return Card(
        code=file.stem,
        kind=told["kind"],
        sector=told["sector"],
        title=words["title"],
        purpose=words["purpose"],
        steps=tuple(words["steps"]),
        dataset_types=tuple(told["dataset_types"]),
        model_codes=tuple(told.get("model_codes", ())),
        legal_basis=tuple(words["legal_basis"]),
        typical_findings=tuple(words["typical_findings"]),
    )
