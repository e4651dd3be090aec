"""Bringing the index up to date: before a transaction commits, what it changed is read again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text, tuple_

from data.schema import SearchStale, SearchText
from data.search.entry import Entry
from data.search.regions import regions_above

_AT_A_TIME = 2000


def settle(connection: Connection) -> int:
    """Read again what the caller's transaction has changed so far; how many things that was.

    Does nothing in a database of an older version, which has no index yet.
    """
    if not _is_there(connection):
        return 0
    stale = connection.execute(delete(SearchStale).returning(SearchStale.kind, SearchStale.ref_id)).all()
    if not stale:
        return 0
    by_kind: dict[str, set[str]] = defaultdict(set)
    for kind, ref in stale:
        by_kind[kind].add(ref)
    # Always in one order, so that two transactions do not wait for each other.
    return sum(read_again(connection, kind, sorted(by_kind[kind])) for kind in sorted(by_kind))


def read_again(connection: Connection, kind: str, refs: Sequence[str]) -> int:
    """Enter the things of these numbers as they stand now; those that are gone leave. How many were read."""
    # Most that is written is not searched for, and what reads the texts loads slowly.
    from data.search.kinds import KINDS  # noqa: PLC0415

    if kind not in KINDS:  # what comes with the program is entered by what reads its files
        return 0
    above = regions_above(connection)
    for first in range(0, len(refs), _AT_A_TIME):
        some = refs[first : first + _AT_A_TIME]
        entries = KINDS[kind].texts(connection, some, above)
        enter(connection, kind, some, entries)
    return len(refs)


def enter(connection: Connection, kind: str, refs: Iterable[str], entries: Sequence[Entry]) -> None:
    """Make `entries` what the index has under these numbers of that kind; the same again writes nothing."""
    keys = [(kind, ref) for ref in refs]
    there: dict[str, str] = {}
    for first in range(0, len(keys), _AT_A_TIME):
        same = tuple_(SearchText.kind, SearchText.ref_id).in_(keys[first : first + _AT_A_TIME])
        there |= dict(connection.execute(select(SearchText.ref_id, SearchText.digest).where(same)).all())
    wanted = {entry.ref_id: entry for entry in entries}
    gone = [ref for ref, digest in there.items() if ref not in wanted or wanted[ref].digest != digest]
    for first in range(0, len(gone), _AT_A_TIME):
        some = gone[first : first + _AT_A_TIME]
        connection.execute(delete(SearchText).where(SearchText.kind == kind, SearchText.ref_id.in_(some)))
    is_sqlite = connection.dialect.name == "sqlite"
    rows = [
        _row(entry, is_sqlite=is_sqlite)
        # The later a thing, the later it is entered: what is found is looked through from the end.
        for entry in sorted(wanted.values(), key=lambda entry: (str(entry.fact_date), entry.ref_id))
        if there.get(entry.ref_id) != entry.digest
    ]
    for first in range(0, len(rows), _AT_A_TIME):
        connection.execute(insert(SearchText), rows[first : first + _AT_A_TIME])


def _row(entry: Entry, *, is_sqlite: bool) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "ref_id": entry.ref_id,
        "year": entry.year,
        "region_code": entry.region_code,
        "section_code": entry.section_code,
        "fact_date": entry.fact_date,
        "digest": entry.digest,
        "words": entry.as_line() if is_sqlite else entry.as_vector(),
    }


def _is_there(connection: Connection) -> bool:
    if connection.dialect.name == "sqlite":
        sql = "select 1 from sqlite_master where name = 'search_stale'"
    else:
        sql = "select 1 where to_regclass('search_stale') is not null"
    return connection.execute(text(sql)).first() is not None
