"""Making the index anew, bringing an older database to it, and proving that it is what the texts say."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, literal, select, text
from sqlalchemy.exc import DatabaseError

from data.bureau import set_value
from data.schema import BureauSetting, SearchStale, SearchText
from data.search.kinds import KINDS
from data.search.regions import regions_above
from data.search.segment import making
from data.search.settling import read_again
from data.search.triggers import set_triggers, triggers_there

_MADE_BY = "search_made_by"
_AT_A_TIME = 2000


@dataclass(frozen=True)
class Proof:
    """What the index has beside what it should have, by kind: (entered, there, wrong).

    `waiting` were changed and not read again; `faults` say what is wrong with the index itself.
    """

    kinds: dict[str, tuple[int, int, int]]
    waiting: int
    faults: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether every thing is in the index as it stands, and nothing else."""
        wrong = any(entered != there or other for entered, there, other in self.kinds.values())
        return not (wrong or self.waiting or self.faults)


def after_upgrade(connection: Connection) -> None:
    """Set the triggers; make the index where there is none yet, or where words are cut otherwise now."""
    set_triggers(connection)
    made_by = connection.scalar(select(BureauSetting.value).where(BureauSetting.name == _MADE_BY))
    if made_by != making():
        rebuild(connection)


def rebuild(connection: Connection, said: Callable[[str, int], None] | None = None) -> int:
    """Make the whole index anew from the texts; how many things. What comes with the program stays."""
    connection.execute(delete(SearchStale))
    connection.execute(delete(SearchText).where(SearchText.kind.in_(KINDS)))
    is_sqlite = connection.dialect.name == "sqlite"
    if not is_sqlite:  # an index over many rows is made at once in a tenth of the time
        connection.execute(text("drop index if exists ix_search_text_words"))
    made = 0
    for name, kind in KINDS.items():
        there = kind.there(connection)
        made += read_again(connection, name, there)
        if said:
            said(name, len(there))
    if is_sqlite:
        connection.execute(text("insert into search_word (search_word) values ('optimize')"))
    else:
        connection.execute(text("set local maintenance_work_mem = '512MB'"))
        connection.execute(text("create index ix_search_text_words on search_text using gin (words)"))
    set_value(connection, _MADE_BY, making())
    return made


def verify(connection: Connection) -> Proof:
    """Read every text again and compare; on SQLite also the full-text table with its words."""
    counted = dict(connection.execute(select(SearchText.kind, func.count()).group_by(SearchText.kind)).all())
    kinds = {}
    above = regions_above(connection)
    for name, kind in KINDS.items():
        there = kind.there(connection)
        wrong = 0
        for first in range(0, len(there), _AT_A_TIME):
            some = there[first : first + _AT_A_TIME]
            entered = dict(
                connection.execute(
                    select(SearchText.ref_id, SearchText.digest).where(
                        SearchText.kind == name, SearchText.ref_id.in_(some)
                    )
                ).all()
            )
            read = {entry.ref_id: entry.digest for entry in kind.texts(connection, some, above)}
            wrong += sum(entered.get(ref) != read.get(ref) for ref in some)
        kinds[name] = counted.get(name, 0), len(there), wrong
    waiting = connection.scalar(select(func.count()).select_from(SearchStale)) or 0
    return Proof(kinds, waiting, tuple(_faults(connection)))


def mark_stale(connection: Connection, kind: str, refs: list[str]) -> None:
    """Have these read again before the caller's transaction ends."""
    for ref in refs:
        connection.execute(insert(SearchStale).values(kind=literal(kind), ref_id=literal(ref)))


def _faults(connection: Connection) -> list[str]:
    faults = [] if triggers_there(connection) else ["triggers"]
    made_by = connection.scalar(select(BureauSetting.value).where(BureauSetting.name == _MADE_BY))
    if made_by != making():
        faults.append("made_by")
    if connection.dialect.name == "sqlite":
        check = text("insert into search_word (search_word, rank) values ('integrity-check', 1)")
        try:
            with connection.begin_nested():
                connection.execute(check)
        except DatabaseError:
            faults.append("words")
    return faults
