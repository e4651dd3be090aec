"""Why a query is not run: the place in its text, and what to write instead."""

from data.language import _


class QueryRefusedError(Exception):
    """A query that may not run. The message names the place and the way out, in the current language."""


def refusal(sql: str, offset: int | None, reason: str) -> QueryRefusedError:
    """The refusal of what stands at `offset` (characters) in `sql`; None where no place is known."""
    if offset is None or not 0 <= offset <= len(sql):
        return QueryRefusedError(reason)
    before = sql[:offset]
    line, column = before.count("\n") + 1, offset - before.rfind("\n")
    return QueryRefusedError(
        _("Line {line}, column {column}: {reason}").format(line=line, column=column, reason=reason)
    )
