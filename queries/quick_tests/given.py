"""What somebody gave for the parameters of a test, made to fit: from a form, or as text from a command."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from data.language import _, mark
from queries.quick_tests.declaration import Param, QuickTest
from queries.quick_tests.outcome import CouldNotCheckError
from queries.quick_tests.subject import Subject

WHERE = Param(
    "where",
    mark("Only rows with"),
    "text",
    default="",
    help=mark("Column, sign and value, joined by “and”: Amount > 0 and Date >= 2026-01-01"),
)
_KINDS = {"number": mark("numbers"), "day": mark("dates"), "text": mark("text")}


def given(test: QuickTest, table: Subject, answers: Mapping[str, Any]) -> dict[str, Any]:
    """A value for every parameter. Raises CouldNotCheckError for what is missing, unknown or does not fit."""
    params = (*test.params, WHERE)
    unknown = sorted(answers.keys() - {param.name for param in params})
    if unknown:
        raise CouldNotCheckError(_("The test has no parameter {name}.").format(name="、".join(unknown)))
    return {param.name: _value(param, table, answers.get(param.name)) for param in params}


def _value(param: Param, table: Subject, answer: Any) -> Any:
    if isinstance(answer, str):
        answer = answer.strip()
    if answer in (None, "", [], ()):
        if param.is_required and param.default is None:
            raise CouldNotCheckError(_("Nothing was given for “{title}”.").format(title=_(param.title)))
        return () if param.kind == "columns" and param.default is None else param.default
    try:
        return _READ[param.kind](param, table, answer)
    except (InvalidOperation, ValueError):
        raise CouldNotCheckError(
            _("“{value}” does not fit “{title}”.").format(value=answer, title=_(param.title))
        ) from None


def _column(param: Param, table: Subject, answer: Any) -> str:
    name = str(answer)
    if name not in table.columns:
        raise CouldNotCheckError(_("There is no column {column}.").format(column=name))
    if name in table.masked:
        raise CouldNotCheckError(
            _("The column {column} is masked for you; what is masked cannot be compared.").format(column=name)
        )
    kind = table.columns[name]
    if param.wants not in {"any", kind} and (param.wants, kind) != ("text", "number"):
        raise CouldNotCheckError(
            _("The column {column} does not hold {wanted}.").format(
                column=name, wanted=_(_KINDS[param.wants])
            )
        )
    return name


def _columns(param: Param, table: Subject, answer: Any) -> tuple[str, ...]:
    names = answer.split(",") if isinstance(answer, str) and answer not in table.columns else answer
    names = [names] if isinstance(names, str) else names
    return tuple(dict.fromkeys(_column(param, table, str(name).strip()) for name in names))


def _choice(param: Param, table: Subject, answer: Any) -> str:
    del table
    if answer not in param.choices:
        raise ValueError(answer)
    return str(answer)


def _number(param: Param, table: Subject, answer: Any) -> Decimal:
    del table
    number = Decimal(str(answer).replace(",", ""))
    too_small = param.least is not None and number < Decimal(str(param.least))
    if not number.is_finite() or too_small or (param.most is not None and number > Decimal(str(param.most))):
        raise ValueError(answer)
    return number


def _whole(param: Param, table: Subject, answer: Any) -> int:
    number = _number(param, table, answer)
    if number != number.to_integral_value():
        raise ValueError(answer)
    return int(number)


def _numbers(param: Param, table: Subject, answer: Any) -> tuple[Decimal, ...]:
    parts = answer.replace("，", ",").replace("、", ",").split(",") if isinstance(answer, str) else answer
    return tuple(
        sorted({_number(param, table, part.strip() if isinstance(part, str) else part) for part in parts})
    )


def _day(param: Param, table: Subject, answer: Any) -> date:
    del param, table
    return answer if isinstance(answer, date) else date.fromisoformat(str(answer))


def _text(param: Param, table: Subject, answer: Any) -> str:
    del param, table
    return str(answer)


_READ = {
    "column": _column,
    "columns": _columns,
    "choice": _choice,
    "number": _number,
    "whole": _whole,
    "numbers": _numbers,
    "day": _day,
    "text": _text,
}
