"""How close a heading is to what a column is called, 0–1, and from where on it is worth proposing."""

from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from data.mapping.spelling import plain, without_note

LEAST = 0.6  # below, a proposal would be a guess
_FUZZY_LEAST = 84.0  # of 100: one misspelt letter in a word, not another word
_FEWEST_ENDING = 3  # signs of a name with which a longer heading may end: 受助人身份证号 is a 身份证号
# Headings that differ in one of these mean opposite things however close their spelling.
_OPPOSITES = (
    ("收", "付"),
    ("甲", "乙"),
    ("借", "贷"),
    ("始", "止"),
    ("起", "止"),
    ("起", "终"),
    ("开", "结"),
    ("开", "竣"),
    ("买", "卖"),
    ("增", "减"),
    ("入", "出"),
    ("年初", "年末"),
    ("期初", "期末"),
)


def closeness(heading: str, names: Iterable[str]) -> float:
    """1 for the same letters and digits, 0.95 without notes in brackets, less for what is only similar."""
    wanted, bare = plain(heading), without_note(heading)
    best = 0.0
    for name in map(plain, names):
        if wanted == name:
            return 1.0
        if bare == name:
            best = 0.95
        elif best < 0.9 and (close := _similar(bare, name)) > best and not _is_opposite(bare, name):
            best = close
    return best


def _similar(heading: str, name: str) -> float:
    score = ratio(heading, name)
    close = 0.6 + 0.3 * (score - _FUZZY_LEAST) / (100 - _FUZZY_LEAST) if score >= _FUZZY_LEAST else 0.0
    if len(name) >= _FEWEST_ENDING and not name.isascii() and heading.endswith(name):
        close = max(close, 0.6 + 0.2 * len(name) / len(heading))
    return close


def _is_opposite(heading: str, name: str) -> bool:
    if [sign for sign in heading if sign.isdigit()] != [sign for sign in name if sign.isdigit()]:
        return True
    return any(
        (one in heading and other in name and one not in name)
        or (other in heading and one in name and other not in name)
        for one, other in _OPPOSITES
    )
