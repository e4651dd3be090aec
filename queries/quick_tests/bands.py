"""SQL that puts a value into one of several bands by their rising limits."""


def band(expression: str, limits: str, *, upper_belongs: bool) -> str:
    """0 below the first limit … number of limits above the last; `limits` is a bound list: `$limits`.

    A value on a limit belongs to the band above it, or, with `upper_belongs`, to the one below.
    """
    sign = "<" if upper_belongs else "<="
    return f"len(list_filter({limits}, lambda bound: bound {sign} {expression}))"
