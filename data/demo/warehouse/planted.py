"""The truth of the invented warehouse: which suspects each audit model has to find."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

_FILE = Path(__file__).with_suffix(".toml")


def planted(connection: duckdb.DuckDBPyConnection) -> dict[str, frozenset[tuple[Any, ...]]]:
    """The keys of the planted suspects by the code of the model, over a connection of demo_warehouse().

    A key holds the values of the model's key columns, in their order. A model that nothing was planted for is
    not named.
    """
    return {
        code: frozenset(connection.execute(entry["sql"]).fetchall()) for code, entry in _entries().items()
    }


def reasons() -> Mapping[str, str]:
    """What is planted for each model, in words."""
    return {code: entry["why"] for code, entry in _entries().items()}


@cache
def _entries() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
