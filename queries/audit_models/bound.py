"""The names of values in the SQL of a model, `$name`, and no other use of the sign.

DuckDB takes `$tag$ … $tag$` for a text in quotes, with a tag of any letters, Chinese ones among them. What
could begin one is refused, wherever it stands: then a name means the same to every reader of the text.
"""

import re

# Whatever DuckDB takes for a letter of a tag, or for its end, stands neither before a name nor behind it.
_TAG_SIGN = r"\w$\x80-\U0010ffff"
_NAME = re.compile(rf"(?<![{_TAG_SIGN}])\$([a-z][a-z0-9_]*)(?![{_TAG_SIGN}])")
# `$'` is the end of a text, as in a pattern: no tag begins with a quote.
_SIGN = re.compile(rf"{_NAME.pattern}|(?<!\$)\$(?=')|(?P<odd>\$)")


def bound_names(sql: str) -> frozenset[str]:
    """The names that the SQL mentions."""
    return frozenset(_NAME.findall(sql))


def odd_sign(sql: str) -> int | None:
    """Where the first `$` stands that is neither before a name nor at the end of a text; None without one."""
    return next((found.start() for found in _SIGN.finditer(sql) if found["odd"]), None)
