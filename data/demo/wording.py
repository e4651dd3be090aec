"""Reads wording.toml: how findings of each third-level problem class are worded and settled."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("wording.toml")


@dataclass(frozen=True)
class ClassWording:
    """Words for one problem class; `money` is empty for a class that has no amounts."""

    code: str
    nature: str
    money: tuple[str, ...]
    plain: tuple[str, ...]
    facts: tuple[str, ...]
    basis: str
    money_kinds: tuple[str, ...]
    standard: str
    measures: tuple[str, ...]
    evidence: tuple[str, ...]
    rules: tuple[str, ...]


@cache
def class_wordings() -> tuple[ClassWording, ...]:
    """All third-level classes in the order of their codes."""
    words: dict[str, Any] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        ClassWording(
            code=code,
            nature=entry["nature"],
            money=tuple(entry.get("money", ())),
            plain=tuple(entry["plain"]),
            facts=tuple(entry["facts"]),
            basis=words["basis"][code[:4]],
            money_kinds=tuple(words["kinds"].get(code[:4], ())),
            standard=words["first"][code[:2]]["standard"],
            measures=tuple(words["first"][code[:2]]["measures"]),
            evidence=tuple(words["first"][code[:2]]["evidence"]),
            rules=tuple(words["first"][code[:2]]["rules"]),
        )
        for code, entry in sorted(words["class"].items())
    )
