"""Dates as ledgers write them: 2024-03-01, 2024/3/1, 2024.3.1, 2024年3月1日, 20240301, workbook serials."""

import calendar
import re
from datetime import date, datetime, timedelta

from data.intake.refused import ValueRefusedError
from data.intake.values.numerals import CHARACTERS, whole_number
from data.intake.values.words import Cell, half_width, text
from data.language import _

FIRST_YEAR, LAST_YEAR = 1949, 2100  # outside, a date in a ledger is a slip of the pen

_SERIAL_START = date(1899, 12, 30)  # serial 1 is 1900-01-01, with the workbook's 29 February 1900
_SERIALS = range(18_264, 73_415)  # 1950 to 2100
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[ T]+\d{1,2}:\d{2}.*)?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:月份?)?")
_YEAR_END = re.compile(r"(\d{4})年?度?(?:末|底|内)?")
_CHINESE = re.compile(f"[{CHARACTERS}]+(?=[年月日号天周个工])")
_AFTER_DEADLINE = re.compile(r"(?:底|末|之?前|以前|内|完成|前完成)+$")
_DAYS = re.compile(r"(\d{1,4})(?:个)?(工作日|天|日|个?月|周)(?:内|以内|之内)?(?:完成)?")
_WITHOUT_END = ("长期", "持续", "立行立改", "立即", "即时")
_LAST_SEPARATOR = re.compile(r"[、;,\n，；]+")
_DAYS_OF = {"天": 1, "日": 1, "周": 7, "月": 30, "个月": 30}


def day(cell: Cell) -> date:
    """The day in a cell. Refuses what names no day: a month alone, 3/1/2024, 31 February."""
    if isinstance(cell, datetime):
        return _in_range(cell.date())
    if isinstance(cell, date):
        return _in_range(cell)
    if isinstance(cell, float):
        return _of_number(cell)
    words = _arabic(half_width(text(cell)))
    if match := _DAY.fullmatch(words) or _DIGITS.fullmatch(words):
        return _made(*(int(part) for part in match.groups()))
    if re.fullmatch(r"\d{5}(\.\d+)?", words):
        return _of_number(float(words))
    raise ValueRefusedError(_("not a date such as 2024-03-01"))


def days(cell: Cell) -> tuple[date, ...]:
    """All days of a cell that lists several, in order: 2024-03-01、2024-05-06."""
    if not isinstance(cell, str):
        return (day(cell),)
    parts = [part.strip() for part in _LAST_SEPARATOR.split(text(cell))]
    return tuple(sorted({day(part) for part in parts if part}))


def month_start(cell: Cell) -> date:
    """A day, or the first day of a month: 2021.03 as lists of officials have it."""
    return _of_month(cell, is_end=False) or day(cell)


def month_end(cell: Cell) -> date:
    """A day, or the last day of a month."""
    return _of_month(cell, is_end=True) or day(cell)


def _of_month(cell: Cell, *, is_end: bool) -> date | None:
    # A number cell that shows 2021.10 holds 2021.1: which month it is cannot be told.
    match = _MONTH.fullmatch(_arabic(half_width(text(cell)))) if isinstance(cell, str) else None
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    return _made(year, month, calendar.monthrange(year, month)[1] if is_end and 1 <= month <= 12 else 1)


def deadline(cell: Cell) -> date | int | None:
    """A time limit: a day, the last day of a month or year, a number of days (60天), or None for 长期.

    A number of days counts from the day the finding was found.
    """
    if not isinstance(cell, str):
        return day(cell)
    words = _arabic(half_width(text(cell))).replace(" ", "")
    shorn = _AFTER_DEADLINE.sub("", words)
    if any(word in words for word in _WITHOUT_END):
        return None
    if match := _DAYS.fullmatch(words):
        number, measure = int(match[1]), match[2]
        # Five working days stand for seven days: the exact calendar is not known for every future year.
        return -(-number * 7 // 5) if measure == "工作日" else number * _DAYS_OF[measure]
    if match := _MONTH.fullmatch(shorn):
        return month_end(shorn)
    if match := _YEAR_END.fullmatch(words):
        return _made(int(match[1]), 12, 31)
    return day(shorn)


def _of_number(number: float) -> date:
    if number == int(number) and _DIGITS.fullmatch(str(int(number))):
        return day(str(int(number)))
    if int(number) in _SERIALS:
        return _SERIAL_START + timedelta(days=int(number))
    raise ValueRefusedError(_("not a date such as 2024-03-01"))


def _arabic(words: str) -> str:
    return _CHINESE.sub(lambda match: str(whole_number(match[0])), words)


def _made(year: int, month: int, day_of_month: int) -> date:
    try:
        return _in_range(date(year, month, day_of_month))
    except ValueError:
        raise ValueRefusedError(_("there is no such day")) from None


def _in_range(value: date) -> date:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueRefusedError(
            _("the year is not between {first} and {last}").format(first=FIRST_YEAR, last=LAST_YEAR)
        )
    return value
