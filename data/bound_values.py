"""Values that SQL is given, as JSON that reads back exactly: it has no word for a decimal and a day."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any


def as_kept(values: Mapping[str, Any]) -> str:
    """Bound values as JSON that `from_kept` reads back exactly."""
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True, default=told)


def from_kept(text: str) -> dict[str, Any]:
    """Bound values from what `as_kept` wrote."""
    return dict(json.loads(text, object_hook=_read))


def told(value: Any) -> dict[str, str]:
    """What JSON has in place of a value it has no word for: the `default` of json.dumps.

    queries/workbench/child.py reads it by itself: nothing of the project is imported there.
    """
    return {"decimal" if isinstance(value, Decimal) else "date": str(value)}


def _read(each: dict[str, Any]) -> Any:
    match each:
        case {"decimal": str(words)}:
            return Decimal(words)
        case {"date": str(words)}:
            return date.fromisoformat(words)
    return each
