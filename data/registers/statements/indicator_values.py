"""A value is known by indicator, year and day: a later day is a later statement, and both are kept.

One that differs from what is recorded for its day corrects it: it is another row, and the one before stays.
"""

from datetime import date

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.planning.indicator_rules import (
    IndicatorError,
    IndicatorTerms,
    check_day,
    check_entered,
    check_number,
)
from data.planning.indicator_units import base_unit
from data.registers.book import Book
from data.registers.figures import in_words, kept
from data.registers.references import NotKnownYetError
from data.schema import Indicator, IndicatorPlan, IndicatorTarget, IndicatorValue


def state(book: Book, row: Row) -> Record:
    """The actual figure of an indicator in a year, with its evidence."""
    code, year, day = (row.values[name] for name in ("indicator_code", "year", "fact_date"))
    indicator = book.find(Indicator, indicator_code=code)
    if indicator is None:
        raise NotKnownYetError(
            "indicator_code", _("no such indicator; import the register of indicators first")
        )
    measure = indicator.values.get("unit_of_measure")
    unit = base_unit(measure) if measure else None
    has_value = row.values.get("value") is not None
    number = kept(book, row, "value", unit) if has_value else None
    _check(book, indicator, year, day, number)
    recorded = _recorded(book, indicator, year, day)
    if recorded is None or _differs(recorded, row, number):
        _check_correction(book, row, recorded)
        keys = {"indicator_code": indicator, "year": year, "fact_date": day}
        record = book.new(IndicatorValue, f"{indicator.label} · {year}", **keys)
        book.state(record, row, {"source": "source"})
    else:
        record = recorded
    if has_value:
        book.set(record, row, "actual_value", number, "value", words=in_words(unit))
    book.state(record, row, {"evidence": "evidence"})
    return record


def _check(book: Book, indicator: Record, year: int, day: date, number: int | None) -> None:
    """Refuse what could not be entered by hand either."""
    plan = book.at(IndicatorPlan, indicator.values["plan_code"])
    assert plan is not None
    terms = IndicatorTerms(
        kpi=indicator.values.get("kpi"),
        unit_of_measure=indicator.values.get("unit_of_measure") or "count",
        first_year=plan.values["first_year"],
        last_year=plan.values["last_year"],
        targets=[
            target.values["target_value"] for target in book.all(IndicatorTarget, indicator_code=indicator)
        ],
    )
    try:
        check_entered(terms)
        check_day(terms, year=year, day=day, today=book.as_of)
        if number is not None:
            check_number(terms, number)
    except IndicatorError as error:
        raise RowRefusedError(error.field, str(error)) from error


def _recorded(book: Book, indicator: Record, year: int, day: date) -> Record | None:
    """The statement of the day that figures go by: the last one recorded, that of this file last of all."""
    found = book.all(IndicatorValue, indicator_code=indicator, year=year, fact_date=day)
    new = [record for record in found if record.is_new]
    by_moment = sorted(
        (record for record in found if not record.is_new),
        key=lambda record: (record.values["recorded_at"], record.record_id),
    )
    return next(reversed([*by_moment, *new]), None)


def _differs(recorded: Record, row: Row, number: int | None) -> bool:
    """Whether the row is another statement; within one file two that differ contradict each other."""
    if recorded.is_new or recorded.stated:
        return False
    evidence = row.values.get("evidence")
    return (number is not None and number != recorded.values["actual_value"]) or (
        evidence is not None and evidence != recorded.values["evidence"]
    )


def _check_correction(book: Book, row: Row, recorded: Record | None) -> None:
    if recorded is None:
        return
    for name in ("value", "evidence"):
        if row.values.get(name) is None:
            raise RowRefusedError(name, _("a correction needs its value and its evidence"))
    book.told.append(("value", _("corrects what is recorded for this day, which stays in the history")))
