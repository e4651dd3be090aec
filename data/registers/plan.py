"""The dry run: what importing a file into a register would add, change, leave alone and refuse."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from data.access.roles import User
from data.bureau import bureau
from data.engine import data_version
from data.intake.change import Record
from data.intake.preset import Preset
from data.intake.preview import Stub
from data.intake.reading.sheet import Source
from data.intake.refused import RowRefusedError
from data.intake.rows import Notice, Refusal, Row, gathered, read_rows
from data.intake.writing import table_of
from data.language import _
from data.registers.book import Book
from data.registers.fit import refuse_other_registers
from data.registers.places import is_bound, is_within, places
from data.registers.preview import Entry, Preview
from data.registers.references import NotKnownYetError
from data.registers.register import Register
from data.schema import Project, Region, Section, Unit

_STUB_CODES = {Unit: "credit_code", Section: "section_code", Project: "project_code"}


@dataclass(frozen=True)
class Plan:
    """What a person sees, and the records to write for it: by the import, or by their register itself."""

    preview: Preview
    records: tuple[Record, ...]
    own: tuple[Record, ...] = ()

    @property
    def data_version(self) -> int:
        """The data version that the plan was made on."""
        return self.preview.data_version


@dataclass
class _Result:
    added: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    unchanged: list[Entry] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def plan(
    connection: Connection, source: Source, register: Register, preset: Preset, *, user: User | None = None
) -> Plan:
    """Compare a file with the database. For a bound `user`, rows of other regions or sections are refused.

    Raises FileRefusedError where the file cannot be read, or is that of another register.
    """
    refuse_other_registers(source, register, preset)
    reading = read_rows(source, preset)
    book = Book(connection, source.file_name, user.user_name if user else None)
    result = _Result(refused=list(reading.refused), notices=list(reading.notices))
    latest = bureau(connection).as_of
    rows = [row for row in reading.rows if _is_sound(row, register, latest, result)]
    mains: set[Record] = set()
    while rows:
        waiting = []
        for row in rows:
            try:
                main = _stated(book, row, register, user, mains)
            except NotKnownYetError as error:
                book.take_back()
                waiting.append((row, error))
            except RowRefusedError as error:
                book.take_back()
                result.refused.append(row.refusal(error.field, str(error)))
            else:
                _note(book, row, main, result, mains)
        if len(waiting) == len(rows):
            result.refused += [row.refusal(error.field, str(error)) for row, error in waiting]
            break
        rows = [row for row, __ in waiting]
    records = tuple(book.written())
    preview = Preview(
        register=register.name,
        file_name=source.file_name,
        sha256=source.sha256,
        preset=preset.name,
        data_version=data_version(connection),
        rows=reading.row_count,
        added=_in_order(result.added),
        changed=_in_order(result.changed),
        unchanged=_in_order(result.unchanged),
        refused=tuple(sorted(result.refused, key=lambda refusal: (refusal.sheet, refusal.line))),
        notices=tuple(gathered(result.notices)),
        stubs=tuple(_stubs(records, mains)),
    )
    return Plan(preview, (), records) if register.write else Plan(preview, records)


def _is_sound(row: Row, register: Register, latest: date, result: _Result) -> bool:
    """Whether a row keeps the rules that its register declares: nothing missing, no day out of order."""
    faults = [
        (name, _("this has to be filled in"))
        for name in register.fields
        if name in register.keys and row.values.get(name) in (None, "")
    ]
    faults += [
        (name, _("the day is after {latest}").format(latest=latest))
        for name in sorted(register.past)
        if (day := row.values.get(name)) is not None and day > latest
    ]
    for name, first in register.first_days.items():
        day, first_day = row.values.get(name), row.values.get(first)
        if day is not None and first_day is not None and day < first_day:
            label = row.headings[first]
            faults.append((name, _("before {first}, which is {day}").format(first=label, day=first_day)))
    result.refused += [row.refusal(*fault) for fault in faults]
    return not faults


def _stated(book: Book, row: Row, register: Register, user: User | None, mains: set[Record]) -> Record:
    """The main record of a row, with everything that the row states. Raises RowRefusedError."""
    book.begin()
    main = register.state(book, row)
    if main.is_new and main not in mains:
        _check_complete(row, register)
    if user is not None and is_bound(user):
        _settle_in(book, user)
        _check_places(book, main, user)
    return main


def _check_complete(row: Row, register: Register) -> None:
    """Refuse a new record that lacks what every record has to have."""
    for name in register.fields:
        if name in register.required and row.values.get(name) in (None, ""):
            raise RowRefusedError(name, _("needed for a new row; the database does not have this one yet"))


def _note(book: Book, row: Row, main: Record, result: _Result, mains: set[Record]) -> None:
    """Note what became of a row."""
    changes = tuple(book.changes)
    if main in mains and not changes:
        book.told.append((next(iter(row.values)), _("the same row once more; it counts once")))
    is_changed = bool(changes) or bool(book.touched)
    mains.add(main)
    result.notices += [row.notice(*told) for told in book.told]
    if main.is_new:
        result.added.append(Entry(main.label, row.sheet, row.line))
    elif is_changed:
        result.changed.append(Entry(main.label, row.sheet, row.line, changes))
    else:
        result.unchanged.append(Entry(main.label, row.sheet, row.line))


def _settle_in(book: Book, user: User) -> None:
    """New records that say nothing of their region or section belong to those of the user who brings them."""
    for record in [record for record in book.touched if record.is_new]:
        region, section = places(book, record)[0]
        columns = table_of(record.table).c
        if record.table in (Region, Section):
            continue
        if user.region_code and region is None and "region_code" in columns:
            book.put(record, "region_code", book.at(Region, user.region_code), "region")
        if user.section_code and section is None and "section_code" in columns:
            book.put(record, "section_code", book.at(Section, user.section_code), "section")


def _check_places(book: Book, main: Record, user: User) -> None:
    """Refuse a row that touches what lies outside the user's part, now or before. Stubs harm nobody."""
    for record in {main: None} | book.touched:
        if record is not main and record.is_new and record.values.get("is_stub"):
            continue
        stands = places(book, record)
        if not record.is_new:
            stands += places(book, record, before=True)
        if not all(is_within(book, user, place) for place in stands):
            raise RowRefusedError(
                "region" if user.region_code else "section",
                _("your account is bound to another region or section"),
            )


def _stubs(records: tuple[Record, ...], mains: set[Record]) -> Iterator[Stub]:
    for record in records:
        if record.is_new and record.values.get("is_stub") and record not in mains:
            code = record.values.get(_STUB_CODES[record.table]) or ""
            yield Stub(record.table.__tablename__, code, record.values["name"])


def _in_order(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.sheet, entry.line)))
