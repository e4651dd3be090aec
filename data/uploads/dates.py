"""SQL that reads days and moments as registers spell them, by casts and few patterns, for many rows a second.

2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日, 20250301, 1/3/2025 (day first), 二〇二五年三月一日;
with a time of day behind.
"""

from data.checking.conversion import FIRST_YEAR, LAST_YEAR, usual_conversion
from data.duck import with_value
from data.uploads.chinese_number import chinese_date

_DAY_FIRST = "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?"


def date_of(words: str) -> str:
    """The day in the SQL expression `words`, its time left out; null where there is none."""
    rare = with_value("word", words, _in_years(_day("word")))
    return f"coalesce({usual_conversion('date', words)}, {rare})"


def moment_of(words: str) -> str:
    """The moment in the SQL expression `words`, midnight where it is a day only; null where there is none."""
    clock = f"regexp_extract(word, '{_CLOCK}')"
    seconds = with_value("clock", clock, "case when length(clock) < 6 then clock || ':00' else clock end")
    timed = f"try_cast(cast(day as varchar) || ' ' || {seconds} as timestamp)"
    read = with_value(
        "day", _day("word"), f"case when contains(word, ':') then {timed} else day::timestamp end"
    )
    return f"coalesce({usual_conversion('moment', words)}, {with_value('word', words, _in_years(read))})"


def _in_years(value: str) -> str:
    return with_value(
        "read", value, f"case when year(read) between {FIRST_YEAR} and {LAST_YEAR} then read end"
    )


def _day(words: str) -> str:
    eight = f"{words}[1:4] || '-' || {words}[5:6] || '-' || {words}[7:8]"
    day_first = "alone[-4:] || '-' || split_part(alone, '/', 2) || '-' || split_part(alone, '/', 1)"
    alone = with_value(
        "alone",
        f"split_part(split_part({words}, ' ', 1), 'T', 1)",
        f"""case
            when regexp_full_match(alone, '{_DAY_FIRST}') then try_cast({day_first} as date)
            else try_cast(rtrim(translate(alone, '年月./', '----'), '日号') as date) end""",
    )
    # A cast reads "epoch" and "infinity" as well: a date begins with a digit.
    usual = f"case when {words} < ':' then try_cast({words} as date) end"
    return f"""coalesce({usual}, case
        when {words} >= ':' then {chinese_date(words)}
        when length({words}) = 8 and try_cast({words} as integer) is not null then try_cast({eight} as date)
        else {alone} end)"""
