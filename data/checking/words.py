"""The report in words: the rule, what is wrong with a value, what to do about it."""

from collections.abc import Mapping

from data.checking.report import Place, RuleReport, TotalCheck
from data.dataset_types import TODAY, DatasetColumn, dataset_types
from data.language import _, listed, mark

RULES = {
    "required": mark("Has to be filled in"),
    "type": mark("Readable as what the column holds"),
    "range": mark("Within its bounds"),
    "key": mark("One row for each key"),
    "number": mark("Check digit and form of the number"),
    "date_order": mark("Order of dates"),
    "sum": mark("Sum within the row"),
    "reference": mark("Present in the other dataset"),
    "total": mark("Row of totals"),
}
_REMEDIES = {
    "required": mark("Fill in the value, or ask who delivered the file for it."),
    "type": mark("Write it as the column demands, then submit the rows again."),
    "range": mark("Compare it with the source document."),
    "key": mark("Compare the two rows; one of them may have been delivered twice."),
    "number": mark("Compare it with the certificate; a digit was probably mistyped or lost."),
    "date_order": mark("Compare both dates with the source documents."),
    "sum": mark("Compare the parts with the source document."),
    "reference": mark(
        "Bring in the other dataset, or its newer version; otherwise ask for the missing record."
    ),
    "total": mark("Nothing: a row of totals is no data and was set aside."),
}
_REASONS = {
    "empty": mark("nothing is filled in"),
    "not_whole": mark("not a whole number"),
    "not_a_number": mark("not a number"),
    "not_an_amount": mark("not an amount"),
    "finer_than_fen": mark("finer than one fen (0.01 yuan)"),
    "not_a_date": mark("not a date such as 2024-03-01"),
    "not_a_moment": mark("not a date with a time such as 2024-03-01 08:30"),
    "not_yes_or_no": mark("neither yes nor no"),
    "too_small": mark("less than {detail}"),
    "too_large": mark("more than {detail}"),
    "wrong_length": mark("it does not have 18 characters"),
    "wrong_signs": mark("it has characters that do not belong in it"),
    "fifteen_digits": mark(
        "an old number of 15 digits, which has no check digit; the one of 18 digits is needed"
    ),
    "no_such_birth_date": mark("its date of birth does not exist"),
    "wrong_check_digit": mark("its check digit is wrong"),
    "repeated": mark("line {detail} has the same key"),
    "known": mark("the dataset has a row of this key already"),
    "before": mark("earlier than {other}: {detail}"),
    "not_the_sum": mark("its parts give {detail}"),
    "not_there": mark("not found in {other}"),
    "total_row": mark("a row of totals"),
}
_UNCHECKED = {
    "no_dataset": mark("not checked: there is no dataset of the type {other} that could be looked into"),
    "gone": mark(
        "not checked: files of {other} are gone or damaged; restore them from a backup, then bring it in"
        " again"
    ),
    "earlier_without_column": mark("not checked: the earlier version does not have the column"),
}
_AT_LEAST, _AT_MOST = mark("at least {bound}"), mark("at most {bound}")
_TYPES = {
    "text": mark("Text"),
    "whole": mark("A whole number"),
    "decimal": mark("A number"),
    "money": mark("An amount, to the fen at most"),
    "date": mark("A day such as 2024-03-01"),
    "moment": mark("A day with a time such as 2024-03-01 08:30"),
    "flag": mark("Yes or no"),
}
_FORMATS = {
    "identity_number": mark("Identity number of 18 digits (GB 11643): birth date and check digit"),
    "credit_code": mark("Unified social credit code of 18 signs (GB 32100): check digit"),
    "person_or_company": mark("Identity number (GB 11643) or unified social credit code (GB 32100)"),
}


def rule_words(rule: str) -> str:
    """What a rule demands."""
    return _(RULES[rule])


def column_demand(rule: str, column: DatasetColumn) -> str:
    """What a rule demands of one column: its bounds, its form, its type, where there is more to say."""
    if rule == "range":
        bounds = [
            _(words).format(bound=_("the day of checking") if bound == TODAY else bound)
            for words, bound in ((_AT_LEAST, column.least), (_AT_MOST, column.most))
            if bound is not None
        ]
        return listed(bounds)
    if rule == "type":
        return _(_TYPES[column.type])
    if rule == "number" and column.format:
        return _(_FORMATS[column.format])
    return rule_words(rule)


def remedy_words(rule: str) -> str:
    """What to do about rows that break a rule."""
    return _(_REMEDIES[rule])


def reason_words(place: Place, titles: Mapping[str, str]) -> str:
    """Why a value is a fault; `titles` are what the columns are called, by name."""
    code, __, other = place.reason.partition(":")
    if code == "not_there":
        other, detail = _type_title(place.detail or ""), ""
    else:
        other, detail = titles.get(other, other), place.detail or ""
    return _(_REASONS[code]).format(detail=detail, other=other)


def unchecked_words(reason: str) -> str:
    """Why a rule could not be applied."""
    code, __, other = reason.partition(":")
    return _(_UNCHECKED[code]).format(other=_type_title(other))


def summary_words(report: RuleReport, titles: Mapping[str, str]) -> str:
    """One line on one rule: 身份证号 — 号码的校验位和格式：3 行，已隔离."""
    told = _("{rule}: {count} rows, kept") if report.is_notice else _("{rule}: {count} rows, in quarantine")
    words = told.format(rule=rule_words(report.rule), count=report.faults)
    column = titles.get(report.column, report.column)
    return _("{column} — {words}").format(column=column, words=words) if column else words


def total_words(total: TotalCheck, titles: Mapping[str, str]) -> str:
    """A stated total beside what the rows add up to."""
    column = titles.get(total.column, total.column) or _("Number of rows")
    if total.agrees:
        return _("{column}: the stated total {stated} agrees with the rows").format(
            column=column, stated=total.stated
        )
    return _("{column}: stated are {stated}, the rows add up to {found}").format(
        column=column, stated=total.stated, found=total.found
    )


def _type_title(name: str) -> str:
    entry = dataset_types().get(name)
    return entry.title if entry else name
