"""What goes out on a feedback sheet: suspects that wait for an answer, by whom they were issued to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from data.schema import Suspect
from queries.compose import relations_read, seen_where_issued
from queries.filters import Scope
from queries.source import Source

_AT_A_TIME = 500
_OUT = "t.suspect_state in ('issued', 'checking')"


@dataclass(frozen=True)
class Receiver:
    """A section or region that has suspects to answer; `key` is "section:CODE" or "region:CODE"."""

    key: str
    name: str
    suspects: int


@dataclass(frozen=True)
class SentLine:
    """One suspect as it goes out to a receiver (`Receiver.key`), at the revision it has now.

    What is masked for everybody stays masked.
    """

    suspect_id: int
    model: str
    entity_reference: str
    summary: str
    suspect_fen: int | None
    due_date: date | None
    issued_to: str | None
    receiver: str
    revision: int
    recorded_at: datetime


def receivers(source: Source, as_of: date, scope: Scope) -> tuple[Receiver, ...]:
    """Who has suspects to answer that the reader may see, those with most first."""
    is_seen, parameters = seen_where_issued(source, scope)
    rows = source.rows(
        f"""{relations_read(source, "from suspect_as_of", [as_of])}
        select {_KEY} as key, any_value(t.issued_to), count(*) from suspect_as_of as t
        where {_OUT} and {is_seen} group by key order by count(*) desc, key""",
        parameters,
    )
    return tuple(Receiver(key, name or key, count) for key, name, count in rows if key)


_KEY = """case
    when t.issued_section_code is not null then 'section:' || t.issued_section_code
    when t.issued_region_code is not null then 'region:' || t.issued_region_code
end"""


def lines_to_send(
    source: Source,
    connection: Connection,
    as_of: date,
    scope: Scope,
    *,
    receiver: str | None = None,
    suspect_ids: Sequence[int] | None = None,
) -> tuple[SentLine, ...]:
    """Those that wait for an answer of the receiver, of these numbers, or of both; the first due first."""
    is_seen, parameters = seen_where_issued(source, scope)
    narrowed = [_OUT, is_seen]
    if receiver is not None:
        narrowed.append(f"{_KEY} = $receiver")
        parameters["receiver"] = receiver
    if suspect_ids is not None:
        narrowed.append("list_contains($suspect_ids, t.suspect_id)")
        parameters["suspect_ids"] = list(suspect_ids)
    rows = source.rows(
        f"""{relations_read(source, "from suspect_as_of", [as_of])}
        select t.suspect_id, t.model, t.entity_reference, t.summary, t.suspect_fen, t.due_date, t.issued_to,
            coalesce({_KEY}, '')
        from suspect_as_of as t where {" and ".join(narrowed)}
        order by t.due_date nulls last, t.suspect_id""",
        parameters,
    )
    columns = (Suspect.suspect_id, Suspect.revision, Suspect.recorded_at)
    kept = {
        row.suspect_id: row
        for first in range(0, len(rows), _AT_A_TIME)
        for row in connection.execute(
            select(*columns).where(
                Suspect.suspect_id.in_([row[0] for row in rows[first : first + _AT_A_TIME]])
            )
        )
    }
    found = []
    for number, model, entity, summary, amount, due, issued_to, receiver_ in rows:
        if number in kept:
            row = kept[number]
            told = (model, entity, summary, amount, due, issued_to, receiver_)
            found.append(SentLine(number, *told, row.revision, row.recorded_at))
    return tuple(found)
