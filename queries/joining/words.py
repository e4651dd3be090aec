"""A comparison in plain sentences, one for each dataset."""

from data.language import _
from queries.joining.matching import Match, SideCounts
from queries.quick_tests import said


def match_words(match: Match, left: str, right: str) -> tuple[str, str]:
    """What part of each dataset meets the other one; `left` and `right` are what they are called."""
    return _side(match.left, left, right), _side(match.right, right, left)


def _side(side: SideCounts, name: str, other: str) -> str:
    words = _("{found} of {rows} rows ({share}) of {name} are in {other}: {keys} different keys.").format(
        found=said.count(side.matched_rows),
        rows=said.count(side.rows - side.empty),
        share=said.share(side.matched_rows, side.rows - side.empty),
        name=name,
        other=other,
        keys=said.count(side.matched_keys),
    )
    if side.empty:
        words += _(" {n} rows have no key and were not compared.").format(n=said.count(side.empty))
    return words
