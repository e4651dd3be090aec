"""SQL that turns text into the values of a column; null where the text is no such value.

The usual spellings are cast as they are; only what a cast refuses is looked at more closely, so a column of
plain numbers costs one cast.
"""

from data.duck import with_value
from data.intake.values.money import UNITS

FIRST_YEAR, LAST_YEAR = 1850, 2200  # outside, a date of any register is a slip of the pen
_YES = ("是", "有", "y", "yes", "true", "t", "1", "√", "已")
_NO = ("否", "无", "n", "no", "false", "f", "0", "×", "未")
_WIDE = "０１２３４５６７８９．－，（）Ｘｘ　"
_HALF = "0123456789.-,()XX "
_FEN = 100


def words_of(column: str) -> str:
    """The text of a cell without blanks around it; null where nothing is left."""
    # Trimming every cell would cost more than all else that is done to it.
    has_blanks = f"{column} < '!' or {column}[-1] in (' ', '\t', '\u3000') or starts_with({column}, '\u3000')"
    return f"case when {has_blanks} then nullif(trim({column}, ' \t\u3000'), '') else {column} end"


def number_words(words: str) -> str:
    """The text of a number with a check digit as it is compared: capitals, half-width, without blanks."""
    # Only text with signs of several bytes can hold full-width ones.
    plain = f"case when strlen({words}) = length({words}) then {words} else {_half_width(words)} end"
    return f"upper(replace({plain}, ' ', ''))"


def conversion(type_: str, words: str, unit: str = "元") -> str:
    """The value of the SQL expression `words` for a column of this type; money as whole fen.

    Other spellings of days and numerals in Chinese are read by data/uploads/column_kind.py.
    """
    usual = usual_conversion(type_, words, unit)
    rare = _rare(type_, unit)
    return f"coalesce({usual}, {with_value('word', words, rare)})" if rare else usual


def usual_conversion(type_: str, words: str, unit: str = "元") -> str:
    """The value where it is spelt as machines spell it, else null.

    DuckDB prepares what is rarely needed for every block of rows all the same, which takes twenty times as
    long as this: a column in which nothing else stands does without.
    """
    match type_:
        case "whole":
            return _exact(_decimal(words))
        case "decimal":
            return _decimal(words)
        case "money":
            return _exact(_fen(words, UNITS[unit]))
        case "date" | "moment":
            return _in_range(f"try_cast({words} as {sql_type(type_)})", words)
        case "flag":
            return _flag(words)
    return words


def sql_type(type_: str) -> str:
    """Type of the stored column."""
    return {
        "whole": "bigint",
        "decimal": "decimal(18, 6)",
        "money": "bigint",
        "date": "date",
        "moment": "timestamp",
        "flag": "boolean",
    }.get(type_, "varchar")


def _decimal(words: str) -> str:
    return f"try_cast({words} as decimal(18, 6))"


def _fen(words: str, unit: int) -> str:
    # Four places behind the unit's fen: what stands beyond is the noise of a spreadsheet's binary fractions.
    scale = 4 + len(str(unit)) - 1
    if unit == 1:  # as wide as leaves room for the product: DuckDB refuses the whole file where it overflows
        return f"try_cast({words} as decimal(16, {scale})) * {_FEN}"
    return f"try(try_cast({words} as decimal(30, {scale})) * {_FEN * unit})"  # too large is no amount


def _fen_of_words(words: str, unit: str) -> str:
    # One product, not one for each unit: DuckDB prepares every branch for every block of rows.
    named = " ".join(
        f"when {words} like '%{name}%' then {_FEN * value}"
        for name, value in sorted(UNITS.items(), key=lambda entry: -len(entry[0]))
    )
    factor = f"(case {named} else {_FEN * UNITS[unit]} end)::decimal(12, 0)"
    return f"try(round(try_cast({_figure(words)} as decimal(24, 10)) * {factor}, 2))"


def _exact(number: str) -> str:
    return f"case when {number} = try_cast({number} as bigint) then try_cast({number} as bigint) end"


def _figure(words: str) -> str:
    """The figure of a text: without thousands separators, signs of currency, units; (1) is -1."""
    bare = (
        rf"regexp_replace({_half_width(words)}, '[,\s¥￥$£€]|(千元|百万元|千万元|万元?|亿元?|元)$', '', 'g')"
    )
    return rf"regexp_replace({bare}, '^\((.+)\)$', '-\1')"


def _in_range(value: str, words: str) -> str:
    # A cast reads "epoch" and "infinity" as well: a date begins with a digit.
    first, last = f"date '{FIRST_YEAR}-01-01'", f"date '{LAST_YEAR}-12-31'"
    return f"case when {words} < ':' and {value} between {first} and {last} then {value} end"


def _flag(words: str) -> str:
    yes, no = (", ".join(f"'{word}'" for word in some) for some in (_YES, _NO))
    return f"case when lower({words}) in ({yes}) then true when lower({words}) in ({no}) then false end"


def _half_width(words: str) -> str:
    return f"translate({words}, '{_WIDE}', '{_HALF}')"


def _rare(type_: str, unit: str) -> str | None:
    """The value of what a cast refuses, of the SQL expression `word`; None where there is no more to it."""
    match type_:
        case "whole":
            return with_value("number", _decimal(_figure("word")), _exact("number"))
        case "decimal":
            return _decimal(_figure("word"))
        case "money":
            return with_value("number", _fen_of_words("word", unit), _exact("number"))
    return None
