"""Chinese numerals: 三十万, 壹仟贰佰, 二〇二四."""

_DIGITS = dict(zip("〇零一二三四五六七八九", (0, *range(10)), strict=True))
_DIGITS |= dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)) | {
    "两": 2,
    "貳": 2,
    "叄": 3,
    "陸": 6,
    "○": 0,
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

CHARACTERS = "".join((*_DIGITS, *_TENS, *_GROUPS))


def whole_number(words: str) -> int | None:
    """Value of a Chinese numeral without fraction; None where the words are not one.

    Digits in a row without a unit are read one by one: 二〇二四 is 2024.
    """
    if not words or any(character not in CHARACTERS for character in words):
        return None
    if all(character in _DIGITS for character in words):
        return int("".join(str(_DIGITS[character]) for character in words))
    total = section = digit = 0
    for character in words:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            section += (digit or 1) * _TENS[character]  # 十五 is 15
            digit = 0
        else:
            group = _GROUPS[character]
            if total + section + digit == 0:
                return None
            # 三万亿: what was read so far counts in the larger group too.
            if total and section + digit == 0:
                total *= group
            elif group > 10**4 and total:
                total = (total + section + digit) * group
            else:
                total += (section + digit) * group
            section = digit = 0
    return total + section + digit
