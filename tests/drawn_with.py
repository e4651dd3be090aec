"""What a page is drawn with: the elements of Streamlit that it and its components name."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_ELEMENT = re.compile(r"\bst\.(\w+)\(")
_COMPONENT = re.compile(r"^from (components[\w.]*) import (.+)$", re.MULTILINE)


def drawn_with(path: str) -> frozenset[str]:
    """Names of the elements, also those that the page shows to some readers or at some times only."""
    seen: set[str] = set()
    waiting, found = [path], set[str]()
    while waiting:
        if (file := waiting.pop()) in seen:
            continue
        seen.add(file)
        elements, components = _named(file)
        found |= elements
        waiting += components
    return frozenset(found)


@cache
def _named(file: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = (ROOT / file).read_text("utf-8")
    modules = [
        f"{module}.{name}".replace(".", "/")
        for module, names in _COMPONENT.findall(words)
        for name in re.findall(r"\w+", names)
    ] + [module.replace(".", "/") for module, _names in _COMPONENT.findall(words)]
    there = tuple(f"{module}.py" for module in modules if (ROOT / f"{module}.py").exists())
    return frozenset(_ELEMENT.findall(words)), there
