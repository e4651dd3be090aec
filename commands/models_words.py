"""Words and values that the acts of `models` share."""

import sys


def unknown(name: str) -> int:
    """Say that there is no model of that name; the exit status of wrong usage."""
    print(f"没有代码或别名为 {name!r} 的模型；用 models list 查看", file=sys.stderr)
    return 2


def plain(value: object) -> object:
    """A value as JSON can have it: a decimal as a number, everything else in words."""
    return float(str(value)) if hasattr(value, "as_tuple") else str(value)
