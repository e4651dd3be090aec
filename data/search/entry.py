"""What can be found: one thing with its title, its texts and its place; and how it stands in the index."""

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from data.search.segment import codes, is_chinese, parts, words

# A report of a hundred pages; what lies beyond is not looked through. PostgreSQL keeps a megabyte of words.
_MOST_WORDS, _MOST_CODES = 8000, 8000
# PostgreSQL keeps no more places of one word, and none beyond this one.
_MOST_PLACES, _LAST_PLACE = 250, 16_000
OPEN = "_open"


@dataclass(frozen=True)
class Entry:
    """One thing. `texts` are (label, text), the label a message id; `regions` its region and those above.

    An `is_open` one belongs to nobody's region or section: every reader may find it. Any other without a
    region is not found by readers of a region, and without a section not by those of a section. `part_of` is
    the number or code of what it is opened with: a report's project, a case's model.
    """

    kind: str
    ref_id: str
    title: str
    texts: tuple[tuple[str, str], ...]
    year: int | None = None
    region_code: str | None = None
    regions: tuple[str, ...] = ()
    section_code: str | None = None
    fact_date: date | None = None
    is_open: bool = False
    part_of: str = ""
    places: tuple[str, ...] = ()

    @cached_property
    def digest(self) -> str:
        """Of everything that its row in the index is made from."""
        told = (self.title, self.texts, self.year, self.regions, self.section_code, self.is_open)
        return hashlib.sha256(json.dumps((*told, str(self.fact_date))).encode()).hexdigest()[:32]

    def marks(self) -> list[str]:
        """The marks that a question asks for beside words."""
        found = [kind_mark(self.kind)]
        found += [region_mark(code) for code in self.regions]
        if self.section_code:
            found.append(section_mark(self.section_code))
        if self.year:
            found.append(year_mark(self.year))
        if self.is_open:
            found.append(OPEN)
        return found

    def as_line(self) -> str:
        """Its words as SQLite looks through them: those of the title twice, so that they weigh more."""
        title, body, within = self._words()
        return " ".join((*title, *title, *body, *within, *self.marks()))

    def as_vector(self) -> str:
        """Its words as a tsvector, written so that PostgreSQL has nothing to cut: those of the title weigh A.

        A word of `words` needs no quoting within the quotes: it has letters, digits and characters only.
        """
        title, body, within = self._words()
        places: dict[str, list[str]] = defaultdict(list)
        for place, word in enumerate(title, 1):
            places[word].append(f"{place}A")
        for place, word in enumerate(body, len(title) + 2):
            if place <= _LAST_PLACE and len(places[word]) < _MOST_PLACES:
                places[word].append(str(place))
        for word in (*within, *self.marks()):
            places.setdefault(word, [])
        return " ".join(f"'{word}':{','.join(at)}" if at else f"'{word}'" for word, at in places.items())

    def _words(self) -> tuple[list[str], list[str], list[str]]:
        """Words of the title and of the texts; and shorter words, codes the title's characters."""
        title = words(self.title)
        told = "\n".join(text for __, text in self.texts)
        body = words(told)[:_MOST_WORDS]
        found = {*title, *body}
        within = {part for word in found if len(word) > 2 for part in parts(word)}
        within |= {letter for word in title if is_chinese(word) for letter in word}
        within |= {*codes(f"{self.title}\n{told}")[:_MOST_CODES]}
        return title, body, sorted(within - found)


def kind_mark(kind: str) -> str:
    """The mark of a kind of things."""
    return f"_k{kind}"


def year_mark(year: int) -> str:
    """The mark of a plan year."""
    return f"_y{year}"


def region_mark(code: str) -> str:
    """The mark of a region: everything in it and in the regions below it bears it."""
    return f"_r{code.encode().hex()}"


def section_mark(code: str) -> str:
    """The mark of a section."""
    return f"_s{code.encode().hex()}"
