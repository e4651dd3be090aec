"""Which heading of a file is which column of a dataset: proposed from spellings, values and places."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.dataset_types import ADHOC, DatasetColumn, DatasetType
from data.intake.headings import heading_unit
from data.mapping.closeness import LEAST, closeness
from data.mapping.look import is_numbered, share_fitting

_BY_VALUES = 0.65  # nothing but its values speaks for it
_BY_PLACE = 0.6  # nothing but its place between columns that are certain
_CONTRADICTED = 0.7  # its name says yes, most of its values say no
_MOST_FIT = 0.8
_HALF = 0.5


@dataclass(frozen=True)
class Match:
    """One column and the heading proposed for it. `place` counts the headings from 0.

    `confidence` is 1 for a known heading and at least 0.6; `unit` is the unit of money the heading names.
    """

    column: str
    place: int
    heading: str
    confidence: float
    unit: str | None = None


@dataclass(frozen=True)
class ColumnMapping:
    """What each column is read from, the columns that no heading gives, the headings that no column takes."""

    matches: tuple[Match, ...]
    missing: tuple[str, ...]
    unused: tuple[str, ...]

    def match(self, column: str) -> Match | None:
        """The match of a column, None where the file does not have it."""
        return next((match for match in self.matches if match.column == column), None)


def propose_mapping(
    dataset_type: DatasetType,
    headings: Sequence[str],
    samples: Sequence[Sequence[str | None]] = (),
    known: Mapping[str, Collection[str]] | None = None,
) -> ColumnMapping:
    """The proposal for a file with these headings and first rows.

    `known` are values that the dataset already has, by column: they tell a renamed column of an ad hoc
    dataset. Its columns stand in the order of the first file, so place tells as well.
    """
    places = range(len(headings))
    values = [[row[place] for row in samples if place < len(row)] for place in places]
    found = _by_spelling(dataset_type.columns, headings, values)
    _by_values(dataset_type.columns, found, values)
    if dataset_type.name == ADHOC:
        _by_known_values(found, values, known or {})
        _by_place(dataset_type.columns, found, values)
    return mapping_of(dataset_type, headings, found)


def mapping_of(
    dataset_type: DatasetType, headings: Sequence[str], found: Mapping[str, tuple[int, float]]
) -> ColumnMapping:
    """The mapping in which each column of `found` is read from (place, confidence)."""
    matches = tuple(
        Match(column.name, place, headings[place], confidence, heading_unit(headings[place]))
        for column in dataset_type.columns
        if column.name in found
        for place, confidence in [found[column.name]]
    )
    taken = {match.place for match in matches}
    return ColumnMapping(
        matches,
        tuple(column.name for column in dataset_type.columns if column.name not in found),
        tuple(heading for place, heading in enumerate(headings) if place not in taken),
    )


def _by_spelling(
    columns: Sequence[DatasetColumn], headings: Sequence[str], values: Sequence[Sequence[str | None]]
) -> dict[str, tuple[int, float]]:
    """The closest pairs first; of headings that are equally close the first one."""
    pairs = []
    for rank, column in enumerate(columns):
        for place, heading in enumerate(headings):
            close = closeness(heading, column.headings)
            fitting = share_fitting(column, values[place])
            if fitting is not None and fitting < _HALF:
                close = min(close, _CONTRADICTED) if close >= 0.95 else 0.0
            if close >= LEAST:
                pairs.append((-close, rank, place, column.name))
    found: dict[str, tuple[int, float]] = {}
    taken: set[int] = set()
    for close, __, place, name in sorted(pairs):
        if name not in found and place not in taken:
            found[name] = (place, round(-close, 2))
            taken.add(place)
    return found


def _by_values(
    columns: Sequence[DatasetColumn],
    found: dict[str, tuple[int, float]],
    values: Sequence[Sequence[str | None]],
) -> None:
    """A column of identity numbers or credit codes is told by them, if only one is left that could be it."""
    for column in columns:
        if column.name in found or not is_numbered(column):
            continue
        taken = {place for place, __ in found.values()}
        fitting = [
            place
            for place, cells in enumerate(values)
            if place not in taken and (share_fitting(column, cells) or 0) >= _MOST_FIT
        ]
        if len(fitting) == 1:
            found[column.name] = (fitting[0], _BY_VALUES)


def _by_known_values(
    found: dict[str, tuple[int, float]],
    values: Sequence[Sequence[str | None]],
    known: Mapping[str, Collection[str]],
) -> None:
    """A heading half of whose values the dataset knows in one column, and in no other as many."""
    taken = {place for place, __ in found.values()}
    shares = []
    for place, cells in enumerate(values):
        filled = {cell for cell in cells if cell}
        if place in taken or not filled:
            continue
        for name, words in known.items():
            share = len(filled.intersection(words)) / len(filled)
            if name not in found and share >= _HALF:
                shares.append((-share, place, name))
    for __, place, name in sorted(shares):
        if name not in found and place not in taken:
            found[name] = (place, _BY_VALUES)
            taken.add(place)


def _by_place(
    columns: Sequence[DatasetColumn],
    found: dict[str, tuple[int, float]],
    values: Sequence[Sequence[str | None]],
) -> None:
    """Between two neighbours that are certain, as many headings as columns are left: they go in turn."""
    anchors = [(-1, -1)]
    for rank, column in enumerate(columns):
        place = found.get(column.name, (-1, 0.0))[0]
        if place > anchors[-1][1]:
            anchors.append((rank, place))
    anchors.append((len(columns), len(values)))
    taken = {place for place, __ in found.values()}
    for (rank, place), (next_rank, next_place) in pairwise(anchors):
        left = [column for column in columns[rank + 1 : next_rank] if column.name not in found]
        free = [at for at in range(place + 1, next_place) if at not in taken]
        if len(left) != len(free):
            continue
        for column, at in zip(left, free, strict=True):
            if (share_fitting(column, values[at]) or 1.0) >= _HALF:
                found[column.name] = (at, _BY_PLACE)
