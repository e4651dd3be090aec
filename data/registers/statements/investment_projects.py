"""An investment project is known by its code. What a file says of it becomes dated facts.

Amounts that add up (contracts, changes, payments) are stated as totals: what is more than the facts so far
have is a fact of its own, and what a file adds to an earlier day is taken off the next later fact: the totals
of later days still hold. Of all else a new fact is made where the newest one says otherwise; what another day
said stays, but an amount that was dated by its file alone moves to its own day once that is stated.
"""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

import numpy as np
import shapely

from data.geo.landing import REASONS
from data.geo.systems import NAMED, CoordinateSystemError
from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.investment.placing import placed
from data.investment.raw_shape import PLACE_FIELDS, raw_shape
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.schema import InvestmentFact, InvestmentPlace, InvestmentProject, Region

_COLUMNS = {
    name: name
    for name in (
        *("name", "sector", "owner_name", "contractor_name", "contractor_credit_code", "approval_document"),
        *("planned_start_date", "planned_end_date", "source"),
    )
}
_MEASURES = ("declared_length_m", "declared_area_m2")
# The day of a fact, and of which kind it is.
_DAYS = {
    "approved_date": "approved",
    "start_date": "started",
    "suspended_date": "suspended",
    "resumed_date": "resumed",
    "completed_date": "completed",
    "cancelled_date": "cancelled",
}
# An amount, of which kind it is, and the field with its own day.
_AMOUNTS = {
    "estimate_fen": ("estimate", "approved_date"),
    "approved_budget_fen": ("approved_budget", "budget_approved_date"),
    "budget_fen": ("budget", None),
    "submitted_fen": ("submitted", "submitted_date"),
    "settled_fen": ("settled", "settled_date"),
    "accounted_fen": ("accounted", "accounted_date"),
}
_TOTALS = {
    "contract_fen": ("contract", "contract_date"),
    "change_fen": ("change", None),
    "paid_fen": ("paid", None),
}
_SYSTEM_WORDS = {
    "国家2000": "cgcs2000",
    "大地2000": "cgcs2000",
    "2000国家大地坐标系": "cgcs2000",
    "西安80": "xian80",
    "北京54": "beijing54",
}
_SHOWN = 80  # characters of a shape in the list of changes


def state(book: Book, row: Row) -> Record:
    """The project of a row with its place and its facts."""
    values = row.values
    code = values["project_code"]
    record = book.find(InvestmentProject, project_code=code)
    if record is None:
        record = book.new(InvestmentProject, values.get("name") or code, project_code=code)
    book.state(record, row, _COLUMNS)
    for name in _MEASURES:
        if name in values:
            book.set(record, row, name, _measure(row, name), name)
    if region := references.region(book, row):
        book.set(record, row, "region_code", region, "region")
    if unit := references.unit(book, row, "owner_name", "owner_credit_code"):
        book.set(record, row, "unit_id", unit, "owner_name")
    _state_place(book, row, record)
    _state_facts(book, row, record)
    return record


def _state_place(book: Book, row: Row, project: Record) -> None:
    shape = raw_shape(row) if PLACE_FIELDS & row.values.keys() else None
    if shape is None:
        return
    field = "geometry" if row.values.get("geometry") else "longitude"
    code = _system(row)
    try:
        is_swapped = bool(row.values.get("is_north_first"))
        found = placed(np.array([shape], dtype=object), code, book.districts, is_swapped=is_swapped)[0]
    except CoordinateSystemError as error:
        raise RowRefusedError("coordinate_system", str(error)) from error
    if reason := found["landing"]:
        told = _("lands outside, kept as it came: {reason}").format(reason=_(REASONS[reason]))
        book.told.append((field, told))
    place = book.find(InvestmentPlace, investment_project_id=project)
    if place is None:
        place = book.new(InvestmentPlace, code, investment_project_id=project)
    earlier = len(book.changes)
    book.set(place, row, "geometry_as_brought", found.pop("geometry_as_brought"), field, words=_shown)
    book.set(place, row, "declared_system", found.pop("declared_system"), "coordinate_system")
    shown = len(book.changes)
    for column, value in found.items():
        book.put(place, column, value, field)
    # What follows from the coordinates is said once, by them.
    del book.changes[max(shown, min(earlier + 1, len(book.changes))) :]
    region = found["found_region_code"]
    if project.values.get("region_code") is None and region and book.find(Region, region_code=region):
        book.put(project, "region_code", region, "region")


def _system(row: Row) -> str:
    said = str(row.values.get("coordinate_system") or "").strip()
    if not said:
        raise RowRefusedError("coordinate_system", _("the coordinate system of the place is not said"))
    plain = said.lower().replace("-", "").replace(" ", "")
    return _SYSTEM_WORDS.get(plain) or (plain if plain in NAMED else said)


def _shown(wkb: bytes) -> str:
    words = str(shapely.to_wkt(shapely.from_wkb(wkb), trim=True, rounding_precision=6))
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"


def _measure(row: Row, field: str) -> float | None:
    words = row.values[field]
    if words is None:
        return None
    try:
        number = Decimal(words.replace(",", "").replace("，", ""))
    except InvalidOperation:
        raise RowRefusedError(field, _("not a number")) from None
    if not number.is_finite() or number < 0:
        raise RowRefusedError(field, _("not a number"))
    return float(number)


def _state_facts(book: Book, row: Row, project: Record) -> None:
    values = row.values
    known = values.get("data_date") or book.as_of
    for field, kind in _DAYS.items():
        if values.get(field):
            _state_day(book, row, project, kind, field)
    for field, (kind, own) in _AMOUNTS.items():
        day = values.get(own) if own else None
        if values.get(field) == 0 and day is None:
            # Lists write 0 for what is not there yet; a fact would make the works settled.
            book.told.append((field, _("0 without a day of its own: nothing is recorded")))
        elif values.get(field) is not None:
            fact = _told(book, project, kind, day, known, {"amount_fen": values[field]})
            book.set(fact, row, "amount_fen", values[field], field)
        elif day and own != "approved_date" and own is not None:
            _state_day(book, row, project, kind, own)
    for field, (kind, own) in _TOTALS.items():
        if values.get(field) is not None:
            _state_total(book, row, project, kind, field, own, known)
    if values.get("progress"):
        share = _share(book, row)
        fact = _told(book, project, "progress", None, known, {"share_basis_points": share})
        book.set(fact, row, "share_basis_points", share, "progress", words=_percent)
    if values.get("projected_end_date"):
        expected = values["projected_end_date"]
        fact = _told(book, project, "projected", None, known, {"expected_date": expected})
        book.set(fact, row, "expected_date", expected, "projected_end_date")


def _percent(points: int) -> str:
    return f"{points / 100:g}%"


def _facts(book: Book, project: Record, kind: str, until: date) -> list[Record]:
    """The facts of one kind up to a day, the newest last."""
    found = book.all(InvestmentFact, investment_project_id=project, kind=kind)
    return sorted(
        (fact for fact in found if fact.values["fact_date"] <= until),
        key=lambda fact: (fact.values["fact_date"], fact.record_id or 10**18),
    )


def _state_day(book: Book, row: Row, project: Record, kind: str, field: str) -> None:
    """What happened once; works that stop and go on may do so again."""
    day = row.values[field]
    found = _facts(book, project, kind, date.max)
    if any(fact.values["fact_date"] == day for fact in found):
        return
    if found and kind not in {"suspended", "resumed"}:
        book.set(found[-1], row, "fact_date", day, field)
        _assume(book, found[-1], is_assumed=False)
        return
    book.note_new(_new(book, project, kind, day), field)


def _told(  # noqa: PLR0917 - the project, what is told of it, and when
    book: Book, project: Record, kind: str, own: date | None, known: date, said: dict[str, Any]
) -> Record:
    """The fact that says it already, the one of that day, or a new one.

    What only the day of a file dated, up to the day on which this is known, moves to the own day.
    """

    def is_said(fact: Record) -> bool:
        return all(fact.values.get(column) == value for column, value in said.items())

    day = own or known
    found = _facts(book, project, kind, day)
    newest = found[-1] if found else None
    is_of_day = newest is not None and newest.values["fact_date"] == day
    if newest is not None and is_said(newest) and (own is None or is_of_day):
        return newest
    moved = [
        fact
        for fact in _facts(book, project, kind, date.max)
        if own is not None
        and fact.values["fact_date"] > own
        and fact.values.get("is_fact_date_assumed")
        and (fact.values["fact_date"] <= known or is_said(fact))
    ]
    for fact in moved:
        _move(book, fact, day, _own_field(kind), is_assumed=False)
        for column, value in said.items():
            book.put(fact, column, value, _own_field(kind, is_amount=True))
    if is_of_day:
        return found[-1]
    return moved[-1] if moved else _new(book, project, kind, day, is_assumed=own is None)


def _own_field(kind: str, *, is_amount: bool = False) -> str:
    """The field of the own day of a kind of amount, or that of the amount."""
    field, own = next((name, own or "data_date") for name, (of, own) in _AMOUNTS.items() if of == kind)
    return field if is_amount else own


def _state_total(  # noqa: PLR0917 - the project, what is told of it, and when
    book: Book, row: Row, project: Record, kind: str, field: str, own: str | None, known: date
) -> None:
    own_day = row.values.get(own) if own else None
    day = own_day or known
    found = _facts(book, project, kind, day)
    more = row.values[field] - sum(_fen(fact) for fact in found)
    if not more:
        return
    of_day = [fact for fact in found if fact.values["fact_date"] == day]
    later = [fact for fact in _facts(book, project, kind, date.max) if fact.values["fact_date"] > day]
    if later and not of_day and _fen(later[0]) == more:
        # The same money, known to be there earlier.
        _move(book, later[0], day, own if own and own_day else "data_date", is_assumed=own_day is None)
        return
    fact = of_day[-1] if of_day else _new(book, project, kind, day, is_assumed=own_day is None)
    book.set(fact, row, "amount_fen", _fen(fact) + more, field)
    _take_off(book, later, more, known, field)


def _take_off(book: Book, later: list[Record], more: int, known: date, field: str) -> None:
    """Take what an earlier day got off the facts after it.

    A total with a day of its own is still that of the day on which it is known: up to there no fact gives
    more than it has. What is told of days after that holds to the fen.
    """
    for fact in later:
        is_exact = more < 0 or fact.values["fact_date"] > known
        off = more if is_exact else min(more, max(_fen(fact), 0))
        if off:
            book.put(fact, "amount_fen", _fen(fact) - off, field)
        more -= off
        if not more:
            return


def _fen(fact: Record) -> int:
    return fact.values.get("amount_fen") or 0


def _move(book: Book, fact: Record, day: date, field: str, *, is_assumed: bool) -> None:
    book.put(fact, "fact_date", day, field)
    _assume(book, fact, is_assumed=is_assumed)


def _assume(book: Book, fact: Record, *, is_assumed: bool) -> None:
    """Whether the day of a fact is only that of its file; the day itself is told already."""
    shown = len(book.changes)
    book.put(fact, "is_fact_date_assumed", is_assumed, "data_date")
    del book.changes[shown:]


def _new(book: Book, project: Record, kind: str, day: date, *, is_assumed: bool = False) -> Record:
    return book.new(
        InvestmentFact,
        day.isoformat(),
        investment_project_id=project,
        kind=kind,
        fact_date=day,
        is_fact_date_assumed=is_assumed,
    )


def _share(book: Book, row: Row) -> int:
    """Basis points of a share of the works: 65 % is 65%, 65 or 0.65."""
    words = str(row.values["progress"]).strip()
    plain = words.replace("％", "%").replace("，", ".").removesuffix("%").replace(",", ".").strip()
    try:
        number = Decimal(plain)
    except InvalidOperation:
        raise RowRefusedError("progress", _("not a share such as 65%")) from None
    if not words.endswith(("%", "％")) and 0 < number <= 1 and "." in plain:
        number *= 100
        book.told.append(("progress", _("read as {percent}%").format(percent=f"{number.normalize():f}")))
    if not number.is_finite() or not 0 <= number <= 100:
        raise RowRefusedError("progress", _("a share of the works is between 0% and 100%"))
    return round(number * 100)
