"""The records that a file is compared with: those of the database, and what its rows state so far.

Tables are read whole and once, when a row first asks for them: a register names a good part of them anyway.
What a refused row has stated is taken back.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, literal, select

from data.bureau import bureau
from data.geo.layers.areas import district_place
from data.geo.places import Place
from data.intake.change import Change, Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.intake.writing import table_of
from data.language import _
from data.schema import Base
from data.schema.all_tables import ALL_CLASSES

_LABELS = ("name", "title", "label", "document_number")
_CLASSES = {each.__tablename__: each for each in ALL_CLASSES}


class Book:
    """Records by what identifies them. `source` is the name of the file, `actor` the account that brings it
    (None: the command line), `told` what there is to note.

    `changes` and `touched` are those of the row that is being stated.
    """

    def __init__(self, connection: Connection, source: str, actor: str | None = None) -> None:
        self.source = source
        self.actor = actor
        self.told: list[tuple[str, str]] = []
        self.changes: list[Change] = []
        self.touched: dict[Record, None] = {}
        self._connection = connection
        self._records: dict[type[Base], list[Record]] = {}
        self._by_key: dict[type[Base], dict[Any, Record]] = {}
        self._indexes: dict[type[Base], dict[tuple[str, ...], dict[Any, list[Record]]]] = defaultdict(dict)
        self._undo: list[Callable[[], None]] = []

    @cached_property
    def as_of(self) -> date:
        """The day that the bureau works on."""
        return bureau(self._connection).as_of

    @cached_property
    def districts(self) -> Place:
        """Where places ought to lie."""
        return district_place(self._connection)

    def begin(self) -> None:
        """A new row: what was stated so far stays."""
        self.told, self.changes, self.touched = [], [], {}
        self._undo = []

    def take_back(self) -> None:
        """Take back what the row has stated."""
        for undo in reversed(self._undo):
            undo()
        self.begin()

    def records(self, kind: type[Base]) -> list[Record]:
        """All records of a table, the known ones by key, then the new ones."""
        if kind not in self._records:
            table = table_of(kind)
            keys = [column.name for column in table.primary_key.columns]
            rows = self._connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
            found = [_known(kind, dict(row), keys) for row in rows]
            self._records[kind] = found
            self._by_key[kind] = {record.record_id: record for record in found}
        return self._records[kind]

    def all(self, table: type[Base], /, **values: Any) -> list[Record]:
        """The records that have these values, in the order of `records`."""
        columns = tuple(sorted(values))
        index = self._index(table, columns)
        return list(index.get(tuple(reference(values[column]) for column in columns), ()))

    def find(self, table: type[Base], /, **values: Any) -> Record | None:
        """The first record that has these values; one that is confirmed goes before a stub."""
        found = self.all(table, **values)
        return min(found, key=lambda record: bool(record.values.get("is_stub")), default=None)

    def at(self, kind: type[Base], key: Any) -> Record | None:
        """The record that a column refers to by its key; a new record refers to itself."""
        if key is None or isinstance(key, Record):
            return key
        self.records(kind)
        return self._by_key[kind].get(key)

    def new(self, table: type[Base], label: str, /, **values: Any) -> Record:
        """A new record with these values, which are those that identify it."""
        record = Record(table, label, {name: reference(value) for name, value in values.items()})
        self.records(table).append(record)
        self._undo.append(lambda: self._drop(record))
        for columns, index in self._indexes[table].items():
            index.setdefault(_values_of(record, columns), []).append(record)
        self.touched[record] = None
        return record

    def note_new(self, record: Record, field: str) -> None:
        """Tell of a new record that belongs to another one: nothing before, its label after."""
        self.changes.append(Change(field, None, record.label))

    def has(self, table: type[Base], /, **values: Any) -> bool:
        """Whether the database has such a row, for tables that no register writes."""
        columns = table_of(table).c
        question = select(literal(1)).where(*(columns[name] == value for name, value in values.items()))
        return self._connection.execute(question.limit(1)).first() is not None

    def state(self, record: Record, row: Row, columns: Mapping[str, str]) -> None:
        """Give a record what the row states: column -> field. A field that the row leaves empty stays."""
        for column, field in columns.items():
            if field in row.values:
                self.set(record, row, column, row.values[field], field)

    def set(
        self,
        record: Record,
        row: Row,
        column: str,
        value: Any,
        field: str,
        *,
        words: Callable[[Any], Any] | None = None,
    ) -> None:
        """Give one column its value, for a field of the row. `words` says a number as people read it.

        Raises RowRefusedError where an earlier row of the file has stated another one, or where the column
        cannot be empty.
        """
        value = reference(value)
        place = f"{row.sheet}\x1f{row.line}"
        stated = record.stated.get(column)
        if stated is not None and stated[0] != value:
            sheet, line = stated[1].split("\x1f")
            raise RowRefusedError(
                field, _("stated otherwise on sheet {sheet}, line {line}").format(sheet=sheet, line=line)
            )
        if value is None and not table_of(record.table).c[column].nullable:
            raise RowRefusedError(field, _("this cannot be cleared"))
        if stated is None:
            record.stated[column] = (value, place)
            self._undo.append(lambda: record.stated.pop(column, None))
        self.put(record, column, value, field, words=words)

    def put(
        self,
        record: Record,
        column: str,
        value: Any,
        field: str,
        *,
        words: Callable[[Any], Any] | None = None,
    ) -> None:
        """Give one column its value without asking who stated it: what follows from other statements."""
        value, old = reference(value), record.values.get(column)
        if old == value or (old is None and value is False):
            if column not in record.values:
                record.values[column] = value
                self._undo.append(lambda: record.values.pop(column, None))
            return
        self._write(record, column, value)
        self._undo.append(lambda: self._write(record, column, old))
        self.touched[record] = None
        before, after = (self.shown(record, column, side) for side in (old, value))
        if words is not None:
            before, after = (None if side is None else words(side) for side in (before, after))
        self.changes.append(Change(field, before, after))

    def shown(self, record: Record, column: str, value: Any) -> Any:
        """A value as a person knows it: the label of what a key refers to, other values as they are."""
        if isinstance(value, Record):
            return value.label
        keys = table_of(record.table).c[column].foreign_keys
        if value is None or not keys:
            return value
        referred = self.at(_CLASSES[next(iter(keys)).column.table.name], value)
        return referred.label if referred else value

    def written(self) -> Iterator[Record]:
        """Every record that is new or differs from what the database has."""
        for records in self._records.values():
            yield from (record for record in records if record.is_new or record.values != record.before)

    def _write(self, record: Record, column: str, value: Any) -> None:
        concerned = [columns for columns in self._indexes[record.table] if column in columns]
        for columns in concerned:
            self._indexes[record.table][columns][_values_of(record, columns)].remove(record)
        record.values[column] = value
        for columns in concerned:
            self._indexes[record.table][columns].setdefault(_values_of(record, columns), []).append(record)

    def _index(self, kind: type[Base], columns: tuple[str, ...]) -> dict[Any, list[Record]]:
        indexes = self._indexes[kind]
        if columns not in indexes:
            index: dict[Any, list[Record]] = {}
            for record in self.records(kind):
                index.setdefault(_values_of(record, columns), []).append(record)
            indexes[columns] = index
        return indexes[columns]

    def _drop(self, record: Record) -> None:
        self._records[record.table].pop()  # what is taken back last was added first
        for columns, index in self._indexes[record.table].items():
            index[_values_of(record, columns)].remove(record)


def reference(value: Any) -> Any:
    """How a column refers to a record: by its key, or by the record itself while it has none."""
    return value.record_id if isinstance(value, Record) and value.record_id is not None else value


def _values_of(record: Record, columns: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(record.values.get(column) for column in columns)


def _known(kind: type[Base], row: dict[str, Any], keys: list[str]) -> Record:
    key = row[keys[0]] if len(keys) == 1 else tuple(row[name] for name in keys)
    label = next((row[name] for name in _LABELS if row.get(name)), str(key))
    return Record(kind, label, row, key, dict(row))
