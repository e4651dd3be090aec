"""SQL that reads what is written in Chinese characters: 三百二十, 壹万贰仟元伍角整, 二〇二五年三月一日."""

from data.duck import with_value

_DIGITS = ("零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
_SMALL = {"十拾": 10, "百佰": 100, "千仟": 1_000}
SIGNS = "".join((*_DIGITS, *_SMALL, "万萬", "亿億"))
_DIGIT_SIGNS = "".join(_DIGITS)
_ARABIC = "".join(str(digit) * len(signs) for digit, signs in enumerate(_DIGITS))
_FEN_OF = {"元": 100, "圆": 100, "角": 10, "分": 1}


def chinese_number(words: str) -> str:
    """The whole number of the SQL expression `words`; null where it holds anything but its characters."""
    return f"case when regexp_full_match({words}, '[{SIGNS}]+') then {_counted(words)} end"


def chinese_fen(words: str) -> str:
    """The amount in whole fen of a text such as 壹万贰仟元伍角整; null where it is none."""
    bare = f"regexp_replace({words}, '^(人民币)|[整正]$', '', 'g')"
    parts = " + ".join(
        f"coalesce({_counted(_before('bare', unit))}, 0) * {_FEN_OF[unit[0]]}"
        for unit in ("元圆", "角", "分")
    )
    shape = f"(人民币)?[{SIGNS}]+([元圆]([{SIGNS}]角)?(零?[{SIGNS}]分)?|角([{SIGNS}]分)?|分)[整正]?"
    return f"case when regexp_full_match({words}, '{shape}') then {with_value('bare', bare, parts)} end"


def chinese_date(words: str) -> str:
    """The day of a text such as 二〇二五年三月一日; null where it is none."""
    shape = f"[{_DIGIT_SIGNS}]{{4}}年[{SIGNS}]{{1,2}}月[{SIGNS}]{{1,3}}[日号]"
    year = f"translate(split_part({words}, '年', 1), '{_DIGIT_SIGNS}', '{_ARABIC}')"
    month = _counted(f"split_part(split_part({words}, '年', 2), '月', 1)")
    day = _counted(f"rtrim(split_part({words}, '月', 2), '日号')")
    return (
        f"case when regexp_full_match({words}, '{shape}') "
        f"then try_cast(format('{{}}-{{:02d}}-{{:02d}}', {year}, {month}, {day}) as date) end"
    )


def _before(words: str, unit: str) -> str:
    """The characters of a number that stand right before a unit."""
    return f"regexp_extract({words}, '([{SIGNS}]+)[{unit}]', 1)"


def _counted(words: str) -> str:
    """What the characters count to: a digit waits for its unit, a section for 万 or 亿."""
    steps = [
        *(
            (f"contains('{signs}', sign)", "state.total", "state.part", str(value))
            for value, signs in enumerate(_DIGITS)
        ),
        *(
            (
                f"contains('{signs}', sign)",
                "state.total",
                f"state.part + {value} * case when state.digit = 0 then 1 else state.digit end",
                "0",
            )
            for signs, value in _SMALL.items()
        ),
        ("contains('万萬', sign)", "state.total + (state.part + state.digit) * 10000", "0", "0"),
        ("contains('亿億', sign)", "(state.total + state.part + state.digit) * 100000000", "0", "0"),
        ("true", "state.total + state.part + state.digit", "0", "0"),  # the end
    ]
    cases = " ".join(
        f"when {test} then {{'total': {total}, 'part': {part}, 'digit': {digit}}}"
        for test, total, part, digit in steps
    )
    signs = f"list_append(string_split({words}, ''), '.')"
    start = "{'total': 0::bigint, 'part': 0::bigint, 'digit': 0::bigint}"
    return f"list_reduce({signs}, lambda state, sign: case {cases} end, {start}).total"
