"""覆盖要求 of an audit object: the coverage rules that a row names, by code or name, separated by 、."""

import re

from data.intake.change import Record
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book
from data.registers.references import NotKnownYetError
from data.schema import CoverageRule, ObjectDuty

_SEPARATORS = re.compile(r"[、,，;；\n]+")
_COLUMNS = {"valid_from_date": "duties_from_date", "valid_to_date": "duties_to_date"}


def state_duties(book: Book, row: Row, audit_object: Record) -> None:
    """Put an object under the rules that the row names. Rules that it does not name stay as they are."""
    for named in filter(None, map(str.strip, _SEPARATORS.split(row.values.get("duties") or ""))):
        rule = book.find(CoverageRule, coverage_rule_code=named) or book.find(CoverageRule, name=named)
        if rule is None:
            words = _("no such coverage rule: {name}; import the register of coverage rules first")
            raise NotKnownYetError("duties", words.format(name=named))
        duty = book.find(ObjectDuty, audit_object_id=audit_object, coverage_rule_code=rule)
        if duty is None:
            label = rule.label
            duty = book.new(ObjectDuty, label, audit_object_id=audit_object, coverage_rule_code=rule)
            book.note_new(duty, "duties")
        book.state(duty, row, _COLUMNS)
