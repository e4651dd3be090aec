"""Which rows a test looks at: `Amount > 0 and Date >= 2010-01-01`, said without SQL."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from data.duck import identifier
from data.language import _
from queries.quick_tests.outcome import CouldNotCheckError
from queries.quick_tests.subject import Subject

SIGNS = ("<=", ">=", "!=", "=", "<", ">")
_PART = re.compile(r"\s*(.+?)\s*(<=|>=|!=|<>|=|<|>)\s*(.*?)\s*", re.DOTALL)


@dataclass(frozen=True)
class Condition:
    """`value` is text, a number or a day, as the column wants it; "" compares with nothing filled in."""

    column: str
    sign: str
    value: str | Decimal | date


def conditions(text: str, table: Subject) -> tuple[Condition, ...]:
    """The conditions in a text, joined by `and`. Raises CouldNotCheckError for what cannot be understood."""
    if not text.strip():
        return ()
    return tuple(_condition(part, table) for part in re.split(r"\s+and\s+", text.strip(), flags=re.I))


def narrowed(table: Subject, text: str) -> Subject:
    """The table with only the rows that meet every condition of the text; empty values meet none."""
    parts, values = [], {}
    for place, condition in enumerate(conditions(text, table)):
        name = identifier(condition.column)
        if condition.value == "":
            empty = f"coalesce(trim(cast({name} as varchar)), '') {condition.sign} ''"
            parts.append(empty)
            continue
        parts.append(f"{name} {condition.sign} $where_{place}")
        values[f"where_{place}"] = condition.value
    return table.narrowed(" and ".join(parts), values) if parts else table


def _condition(text: str, table: Subject) -> Condition:
    found = _PART.fullmatch(text)
    if found is None:
        raise CouldNotCheckError(
            _("“{text}” is not a condition; write a column, a sign and a value: Amount > 0").format(text=text)
        )
    column, sign, value = found[1].strip('"'), found[2].replace("<>", "!="), found[3].strip("'\"")
    if column not in table.columns:
        raise CouldNotCheckError(_("There is no column {column}.").format(column=column))
    if column in table.masked:
        raise CouldNotCheckError(_("The column {column} is masked for you.").format(column=column))
    if value == "" and sign not in {"=", "!="}:
        raise CouldNotCheckError(_("“{text}” compares with nothing.").format(text=text))
    return Condition(column, sign, _value(value, table.columns[column], column))


def _value(text: str, kind: str, column: str) -> Any:
    try:
        if text == "" or kind not in {"number", "day"}:
            return text
        return Decimal(text.replace(",", "")) if kind == "number" else date.fromisoformat(text)
    except (InvalidOperation, ValueError):
        raise CouldNotCheckError(
            _("“{text}” cannot be compared with the column {column}.").format(text=text, column=column)
        ) from None
