"""What a text of SQL reads from, and the order in which relations that read from each other can be made."""

import re
from functools import lru_cache


@lru_cache(1024)  # every question asks it of the same texts
def read_from(sql: str) -> frozenset[str]:
    """The names that the SQL reads from: tables, relations, and what else stands behind a "from"."""
    return frozenset(re.findall(r"\b(?:from|join)\s+(\w+)", sql))


def mentions(sql: str, name: str) -> bool:
    """Whether the SQL reads from a relation of that name."""
    return name in read_from(sql)


def in_order_of_need(relations: dict[str, str]) -> list[tuple[str, str]]:
    """Relations so ordered that each comes after those it names. Raises ValueError on a circle."""
    ordered: list[tuple[str, str]] = []
    waiting = dict(relations)
    while waiting:
        ready = [
            name
            for name, sql in waiting.items()
            if not any(other != name and mentions(sql, other) for other in waiting)
        ]
        if not ready:
            raise ValueError(f"relations name each other in a circle: {sorted(waiting)}")
        ordered.extend((name, waiting.pop(name)) for name in ready)
    return ordered
