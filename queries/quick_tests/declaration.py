"""How a quick test is declared: its names, why it matters, and the parameters that a form can ask for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from queries.quick_tests.outcome import Outcome
from queries.quick_tests.subject import Subject


@dataclass(frozen=True)
class Param:
    """One parameter; `title`, `help` and `choices` are message ids.

    `kind`: "column" and "columns" of the kind `wants` ("number", "day", "text" or "any"); "choice" of
    `choices`; "whole" and "number" between `least` and `most`; "numbers", a rising list; "day". Without a
    default (None) it must be given when `is_required`.
    """

    name: str
    title: str
    kind: str
    default: Any = None
    wants: str = "any"
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    least: float | None = None
    most: float | None = None
    is_required: bool = False


@dataclass(frozen=True)
class QuickTest:
    """One test: `finds` says what it finds and why an auditor cares (message ids)."""

    name: str
    title: str
    finds: str
    params: tuple[Param, ...]
    make: Callable[[Subject, Mapping[str, Any]], Outcome]
