"""The next number of a register whose codes are a prefix and a running number."""

from typing import Any

from sqlalchemy import Connection, select


def next_number(connection: Connection, column: Any, prefix: str, digits: int) -> str:
    """The code after the highest that is there, in at least so many digits.

    What was imported may have the prefix and something else behind it: that counts for nothing.
    """
    there = connection.scalars(select(column).where(column.startswith(prefix, autoescape=True)))
    numbers = [int(rest) for code in there if (rest := code.removeprefix(prefix)).isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1:0{digits}d}"
