"""What a text of SQL reads from, and the order in which relations that read from each other can be made."""

import re
from functools import lru_cache
from graphlib import TopologicalSorter


@lru_cache(1024)  # every question asks it of the same texts
def read_from(sql: str) -> frozenset[str]:
    """The names that the SQL reads from: tables, relations, and what else stands behind a "from"."""
    return frozenset(re.findall(r"\b(?:from|join)\s+(\w+)", sql))


def in_order_of_need(relations: dict[str, str]) -> list[tuple[str, str]]:
    """Relations so ordered that each comes after those it names: one order in every process.

    Raises graphlib.CycleError on a circle.
    """
    others = {name: sorted((read_from(sql) & relations.keys()) - {name}) for name, sql in relations.items()}
    return [(name, relations[name]) for name in TopologicalSorter(others).static_order()]
