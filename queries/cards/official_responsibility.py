"""What an official answers for on a day, and the marks that audits of the posts gave."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source

_ITEMS = """
    select t.post_title, t.unit, t.item_code, t.area, t.duty, t.basis, t.from_date
    from responsibility_item_as_of as t where t.official_id = $official_id and {where}
    order by t.post_id desc, t.area, t.item_code
"""
_MARKS = """
    select t.project_id, t.project, t.aspect, t.full_hundredths, t.mark_hundredths, t.evaluated_date
    from evaluation_mark_as_of as t where t.official_id = $official_id and {where}
    order by t.evaluated_date desc, t.project_id, t.aspect
"""


@dataclass(frozen=True)
class Item:
    """One duty of a post, of `area` (data/codes.py: RESPONSIBILITY_AREA)."""

    post_title: str
    unit: str
    item_code: str
    area: str
    duty: str
    basis: str | None
    from_date: date


@dataclass(frozen=True)
class Mark:
    """What an audit gave for one aspect, of how much; in hundredths of a mark."""

    project_id: int
    project: str
    aspect: str
    full_hundredths: int
    mark_hundredths: int
    evaluated_date: date


def official_responsibility(
    source: Source, official_id: int, as_of: date, scope: Scope
) -> tuple[tuple[Item, ...], tuple[Mark, ...]]:
    """Duties and marks of the posts that the reader may see."""
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    parameters |= {"official_id": official_id}

    def rows(sql: str) -> list[tuple[Any, ...]]:
        text = sql.format(where=where)
        return source.rows(f"{relations_read(source, text, [as_of])} {text}", parameters)

    return tuple(Item(*row) for row in rows(_ITEMS)), tuple(Mark(*row) for row in rows(_MARKS))
