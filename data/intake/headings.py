"""Finding the heading of a sheet, and which column holds which field in which unit."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from data.intake.preset import Column, Preset
from data.intake.reading.sheet import Sheet
from data.intake.values.money import UNITS
from data.intake.values.words import Cell, text

_NOTE = re.compile(r"^(.+?)[(\[【](.*)[)\]】]$")
_UNIT_LINE = re.compile(r"单位[::]?\s*(?:人民币)?\s*(" + "|".join(sorted(UNITS, key=len, reverse=True)) + ")")
_UNIT = re.compile("(?:单位[::]?|人民币)?(" + "|".join(sorted(UNITS, key=len, reverse=True)) + ")")
_FEWEST_KNOWN = 2  # one known word alone may stand in a title: 问题清单


@dataclass(frozen=True)
class Heading:
    """The heading of one sheet. Rows and columns count from 0.

    `places` maps a column of the sheet to what it holds, `units` a money column to the unit it is written in,
    `own_units` are those whose heading says so; `spellings` are the headings as written, `unknown` those that
    no field claims.
    """

    last_row: int
    places: dict[int, Column]
    units: dict[int, str]
    own_units: frozenset[int]
    spellings: list[str]
    unknown: list[str]

    def index(self, field_name: str) -> int | None:
        """Column of a field, None where the sheet has none."""
        return next((at for at, column in self.places.items() if column.field.name == field_name), None)


def find_heading(sheet: Sheet, preset: Preset, unit: str | None = None) -> Heading | None:
    """The heading of a sheet, or None where it has none.

    With a fixed row in the preset it is that row. Otherwise it is the row, or pair of rows (headings in two
    levels), among the first that names most fields; a title and a line such as 单位：万元 may stand above.
    A money column has the unit of its heading, else `unit`, else that of such a line, else the preset's.
    """
    best: tuple[int, int, dict[int, Column], list[str]] | None = None
    for last_row, spellings in _candidates(sheet, preset):
        places = _places(spellings, preset)
        if len(places) >= (1 if preset.heading_row else _FEWEST_KNOWN) and (
            best is None or len(places) > best[0]
        ):
            best = (len(places), last_row, places, spellings)
    if best is None:
        return None
    __, last_row, places, spellings = best
    common = unit or _unit_above(sheet, last_row)
    money = {at: column for at, column in places.items() if column.field.kind == "money"}
    own = {at: unit for at in money if (unit := heading_unit(spellings[at]))}
    units = {at: own.get(at) or common or column.unit for at, column in money.items()}
    used = _used_by_templates(preset)
    unknown = [
        words
        for at, words in enumerate(spellings)
        if words and at not in places and _plain(words) not in used
    ]
    return Heading(last_row, places, units, frozenset(own), spellings, unknown)


def required_headings(preset: Preset) -> list[str]:
    """The first heading of each field without which nothing can be read, for a refusal that names them."""
    named = (next(filter(None, map(preset.column, group)), None) for group in preset.target.needed)
    return [column.headings[0] for column in named if column and column.headings]


def is_enough(heading: Heading, preset: Preset) -> bool:
    """Whether a row under this heading can be told at all: one field of each group that is needed."""
    is_there = {column.field.name for column in preset.columns if not column.headings}
    is_there |= {column.field.name for column in heading.places.values()}
    return all(is_there.intersection(group) for group in preset.target.needed)


def _candidates(sheet: Sheet, preset: Preset) -> list[tuple[int, list[str]]]:
    """(last row of the heading, one heading per column), single rows before pairs."""
    if preset.heading_row is not None:
        row = preset.heading_row - 1
        return [(row, _words(sheet.rows[row]))] if row < len(sheet.rows) else []
    written = [_words(row) for row in sheet.rows[: preset.search_rows]]
    pairs = [
        (at + 1, [low or high for high, low in zip(upper, lower, strict=False)])
        for at, (upper, lower) in enumerate(pairwise(written))
    ]
    return [*enumerate(written), *pairs]


def _words(row: Sequence[Cell]) -> list[str]:
    return [text(cell) if isinstance(cell, str) else "" for cell in row]


def _places(spellings: list[str], preset: Preset) -> dict[int, Column]:
    """Which column holds which field. A heading as it is goes before one without its note in brackets."""
    places: dict[int, Column] = {}
    for spell in (_plain, _without_note):
        at_heading: dict[str, int] = {}
        for at, words in enumerate(spellings):
            if words and at not in places:
                at_heading.setdefault(spell(words), at)
        if not at_heading:
            continue
        taken = {column.field.name for column in places.values()}
        for column in preset.columns:
            known = (at_heading.get(words) for words in _all_plain(column.headings))
            place = next((at for at in known if at is not None and at not in places), None)
            if place is not None and column.field.name not in taken:
                places[place] = column
    return dict(sorted(places.items()))


def _used_by_templates(preset: Preset) -> set[str]:
    names = (re.findall(r"\{([^}]+)\}", column.template or "") for column in preset.columns)
    return {_plain(name) for group in names for name in group}


@lru_cache(10_000)  # each row that may be the heading is held against the same headings of presets
def _all_plain(headings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_plain(heading) for heading in headings)


def _plain(heading: str) -> str:
    words = unicodedata.normalize("NFKC", heading)
    return "".join(words.split()).strip("*:：").casefold()


def _without_note(heading: str) -> str:
    match = _NOTE.match(_plain(heading))
    return match[1] if match else _plain(heading)


def _unit_above(sheet: Sheet, last_row: int) -> str | None:
    for row in sheet.rows[:last_row]:
        for words in _words(row):
            if match := _UNIT_LINE.search(_plain(words)):
                return match[1]
    return None


def plain_heading(heading: str) -> str:
    """A heading as headings are compared: half-width, without blanks and marks, in small letters."""
    return _plain(heading)


def heading_unit(heading: str) -> str | None:
    """The unit of money that a heading names in brackets: 金额（万元）."""
    match = _NOTE.match(_plain(heading))
    unit = _UNIT.fullmatch(match[2]) if match else None
    return unit[1] if unit else None
