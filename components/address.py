"""What a screen shows is in its address: filters, drill, language. Read and written here, nowhere else.

The address keeps codes, not labels, so a link means the same in both languages. Nothing in it is trusted:
what is not a known code is dropped, and rows a user may not see stay out whatever the address says.
"""

from contextlib import suppress
from datetime import date
from typing import Any

import streamlit as st

from components.money_unit import PARAMETER, money_unit
from data.codes import AMOUNT_BAND, PROJECT_TYPE
from data.language import language
from queries.dimensions import DIMENSIONS
from queries.filters import Filters

_TEXTS = {"region": "region", "section": "section", "type": "project_type", "band": "amount_band"}
_ANSWERS = {"report": "in_work_report", "instruction": "leader_instruction"}
_LONGEST_CODE = 400  # as long as the longest name that rows are grouped by
_FIRST_DAY = date(1990, 1, 1)  # older than any ledger; a day before it would only overrun the calendar
_DEEPEST_DRILL = 8


def read_filters(as_of: date) -> Filters:
    """The filters in the address; as of `as_of` where it names no day, or a day after it."""
    asked = st.query_params
    found: dict[str, Any] = {"as_of": as_of}
    with suppress(ValueError):
        found["as_of"] = max(_FIRST_DAY, min(as_of, date.fromisoformat(asked.get("as_of", ""))))
    year = asked.get("year", "")
    if year.isdecimal() and len(year) == len("2026"):
        found["year"] = int(year)
    for name, field in _TEXTS.items():
        code = asked.get(name, "")[:_LONGEST_CODE]
        known = {"project_type": PROJECT_TYPE, "amount_band": AMOUNT_BAND}.get(field)
        if code and (known is None or code in known):
            found[field] = code
    for name, field in _ANSWERS.items():
        found[field] = {"yes": True, "no": False}.get(asked.get(name, ""))
    steps = [step.partition(":") for step in asked.get_all("drill")[:_DEEPEST_DRILL]]
    found["drill"] = tuple((name, code[:_LONGEST_CODE]) for name, __, code in steps if name in DIMENSIONS)
    return Filters(**found)


def write_filters(filters: Filters, as_of: date) -> list[tuple[str, str]]:
    """The address part of filters; what is not narrowed, or as it is by itself, is left out."""
    parts: list[tuple[str, str]] = []
    if filters.as_of != as_of:
        parts.append(("as_of", filters.as_of.isoformat()))
    if filters.year is not None:
        parts.append(("year", str(filters.year)))
    for name, field in _TEXTS.items():
        if code := getattr(filters, field):
            parts.append((name, code))
    for name, field in _ANSWERS.items():
        if (answer := getattr(filters, field)) is not None:
            parts.append((name, "yes" if answer else "no"))
    parts.extend(("drill", f"{name}:{code}") for name, code in filters.drill)
    return parts


def address(filters: Filters | None, as_of: date, **more: str) -> list[tuple[str, str]]:
    """The whole query string of a link inside the cockpit: language, what else the page needs, filters."""
    parts = [] if language() == "zh" else [("lang", language())]
    if unit := money_unit():
        parts.append((PARAMETER, unit))
    parts.extend((name, value) for name, value in more.items() if value)
    return parts + (write_filters(filters, as_of) if filters else [])
