"""What somebody typed, as words to look for, and as each engine asks for them.

All words have to be there, in any order. What stands in quotation marks stands together; so do single
characters in a row, such as a name that is in no dictionary. A number or a code is found by its beginning,
the number of a document by year and number.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from data.search.entry import OPEN, kind_mark, region_mark, section_mark, year_mark
from data.search.segment import codes, is_chinese, plain, words
from queries.filters import Scope

LONGEST = 200
_MOST_GROUPS = 12
_QUOTED = re.compile(r'"([^"]*)"')
# 〔2026〕12号, WT-2026-0031, 1.2.3
_SIGN = re.compile(r"[〔\[(]\d{4}[〕\])]第?\d+号?|[0-9a-z]+(?:[-_/.][0-9a-z]+)+")
_YEAR_LONG = 4
# The diary says who did what: it is found by those who may see the staff.
_OF_STAFF = kind_mark("diary_entry")


@dataclass(frozen=True)
class Group:
    """Words that stand together in this order; the last one may go on where it `is_begun`."""

    words: tuple[str, ...]
    is_begun: bool = False


@dataclass(frozen=True)
class Narrowed:
    """What is asked beside the words: a kind of SEARCH_KIND, plan year, region with those below, section."""

    kind: str | None = None
    year: int | None = None
    region: str | None = None
    section: str | None = None


def wanted(typed: str) -> tuple[Group, ...]:
    """The groups of words to look for; none where nothing was typed that could be found."""
    typed = plain(typed[:LONGEST]).translate(str.maketrans("“”「」『』", '""""""'))
    groups = [Group(tuple(found)) for quoted in _QUOTED.findall(typed) if (found := words(quoted))]
    for piece in _QUOTED.sub(" ", typed).replace('"', " ").split():
        groups += _of_piece(piece)
    return tuple(dict.fromkeys(groups))[:_MOST_GROUPS]


def _of_piece(piece: str) -> list[Group]:
    signs = [Group((codes(sign)[0],), is_begun=not sign.endswith("号")) for sign in _SIGN.findall(piece)]
    runs: list[list[str]] = []
    for word in words(_SIGN.sub(" ", piece)):
        if runs and _stand_together(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    # A lone character beside words says little, and stands in many words.
    telling = [run for run in runs if len(run) > 1 or not _is_lone(run[0])]
    groups = telling or ([] if signs else runs)
    return signs + [Group(tuple(run), is_begun=_may_go_on(run)) for run in groups]


def _stand_together(word: str, next_word: str) -> bool:
    """Two parts of a name in no dictionary, or of a code such as M02."""
    if is_chinese(word) or is_chinese(next_word):
        return _is_lone(word) and _is_lone(next_word)
    return True


def _is_lone(word: str) -> bool:
    return len(word) == 1 and is_chinese(word)


def _may_go_on(run: list[str]) -> bool:
    """A code or a number may; a year and a single digit are whole."""
    if is_chinese(run[-1]):
        return False
    return len(run) > 1 or (len(run[0]) > 1 and not (run[0].isdecimal() and len(run[0]) == _YEAR_LONG))


def as_match(groups: Iterable[Group], narrowed: Narrowed, scope: Scope) -> str:
    """The question in the language of SQLite's FTS5. It holds nothing but words, quoted."""
    asked = ['"' + " ".join(group.words) + '"' + (" *" if group.is_begun else "") for group in groups]
    asked += [f'"{mark}"' for mark in _marks(narrowed)]
    if own := _own(scope):
        asked.append(f'("{OPEN}" OR (' + " AND ".join(f'"{mark}"' for mark in own) + "))")
    question = " AND ".join(asked)
    return question if scope.sees_staff else f'({question}) NOT "{_OF_STAFF}"'


def as_tsquery(groups: Iterable[Group], narrowed: Narrowed, scope: Scope) -> str:
    """The same in PostgreSQL's language, as text to be cast: it cuts nothing by itself."""
    asked = []
    for group in groups:
        listed = [f"'{word}'" for word in group.words]
        listed[-1] += ":*" if group.is_begun else ""
        asked.append("(" + " <-> ".join(listed) + ")")
    asked += [f"'{mark}'" for mark in _marks(narrowed)]
    if own := _own(scope):
        asked.append(f"('{OPEN}' | (" + " & ".join(f"'{mark}'" for mark in own) + "))")
    return " & ".join(asked if scope.sees_staff else [*asked, f"!'{_OF_STAFF}'"])


def _marks(narrowed: Narrowed) -> list[str]:
    found = [kind_mark(narrowed.kind)] if narrowed.kind else []
    found += [year_mark(narrowed.year)] if narrowed.year else []
    found += [region_mark(narrowed.region)] if narrowed.region else []
    return found + ([section_mark(narrowed.section)] if narrowed.section else [])


def _own(scope: Scope) -> list[str]:
    """The marks of what belongs to a bound reader; none for one who is not bound."""
    found = [region_mark(scope.region)] if scope.region else []
    return found + ([section_mark(scope.section)] if scope.section else [])
