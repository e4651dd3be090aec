"""An indicator is known by its code, its plan by its own; a target by indicator and milestone order."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.planning.indicator_units import base_unit, is_on_baseline
from data.registers import references
from data.registers.book import Book, reference
from data.registers.figures import in_words, kept
from data.schema import Indicator, IndicatorPlan, IndicatorTarget

_PLAN_COLUMNS = {
    "name": "plan_name",
    "first_year": "first_year",
    "last_year": "last_year",
    "source": "plan_source",
}
_COLUMNS = {
    name: name
    for name in (
        "name",
        "formula",
        "kpi",
        "unit_of_measure",
        "reckoning",
        "seed_code",
        "baseline_label",
        "is_baseline_comparable",
        "note",
        "sort_order",
    )
}


def state(book: Book, row: Row) -> Record:
    """The target of a row, or the indicator where the row has none; both within their plan."""
    plan = _plan(book, row)
    code = row.values["indicator_code"]
    record = book.find(Indicator, indicator_code=code)
    if record is None:
        if not row.values.get("name"):
            raise RowRefusedError("name", _("needed for a new row; the database does not have this one yet"))
        record = book.new(Indicator, row.values["name"], indicator_code=code, plan_code=plan)
    elif record.values["plan_code"] != reference(plan):
        raise RowRefusedError("plan_code", _("the indicator belongs to another plan"))
    book.state(record, row, _COLUMNS)
    if section := references.section(book, row):
        book.set(record, row, "section_code", section, "section")
    measure = record.values.get("unit_of_measure")
    if row.values.get("baseline") is not None:
        unit = base_unit(measure) if measure else None
        baseline = kept(book, row, "baseline", unit)
        book.set(record, row, "baseline_value", baseline, "baseline", words=in_words(unit))
    return _target(book, row, record, measure) if row.values.get("target") is not None else record


def _plan(book: Book, row: Row) -> Record:
    code = row.values["plan_code"]
    plan = book.find(IndicatorPlan, plan_code=code)
    if plan is None:
        for field in ("plan_name", "first_year", "last_year"):
            if row.values.get(field) is None:
                raise RowRefusedError(field, _("a new plan needs its name and its years"))
        plan = book.new(IndicatorPlan, row.values["plan_name"], plan_code=code)
    book.state(plan, row, _PLAN_COLUMNS)
    if plan.values["last_year"] < plan.values["first_year"]:
        raise RowRefusedError("last_year", _("the plan ends before it begins"))
    return plan


def _target(book: Book, row: Row, indicator: Record, measure: str | None) -> Record:
    order, year = row.values.get("milestone_order"), row.values.get("target_year")
    if order is None:
        raise RowRefusedError("milestone_order", _("a target needs its place among the targets"))
    if row.values.get("comparison") is None:
        raise RowRefusedError("comparison", _("a target needs: at least, more than or at most"))
    label = row.values.get("target_label") or (f"{year}年" if year else None)
    if label is None:
        raise RowRefusedError("target_label", _("a target needs a year or a label"))
    keys = {"indicator_code": indicator, "milestone_order": order}
    record = book.find(IndicatorTarget, **keys)
    if record is None:
        record = book.new(IndicatorTarget, f"{indicator.label} · {label}", **keys)
    unit = "percent" if measure and is_on_baseline(measure) else measure
    book.set(record, row, "label", label, "target_label")
    book.state(record, row, {"year": "target_year", "comparison": "comparison"})
    target = kept(book, row, "target", unit)
    book.set(record, row, "target_value", target, "target", words=in_words(unit))
    return record
