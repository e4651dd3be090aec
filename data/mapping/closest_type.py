"""Which dataset type a file is most likely of, told from its headings and first rows."""

from collections.abc import Mapping, Sequence

from data.dataset_types import DatasetType
from data.mapping.proposing import ColumnMapping, propose_mapping
from data.mapping.spelling import plain

_LEAST_SHARE = 0.5  # of the headings; below, a proposal would be a guess
_LACKING_TOO_MUCH = 1 / 2  # of the columns that a type needs; fewer: their headings may be spelt in a new way


def closest_type(
    dataset_types: Mapping[str, DatasetType],
    headings: Sequence[str],
    samples: Sequence[Sequence[str | None]] = (),
) -> str | None:
    """The type that takes most of the headings, rather one that lacks nothing; None where none is close.

    A table of general columns (名称, 地址, 面积) is of none: a name alone makes no company of its rows. Nor
    is one that lacks what the type needs, while each of its headings is one of other types too (单位, 金额).
    """
    ranked = []
    for name, dataset_type in dataset_types.items():
        mapping = propose_mapping(dataset_type, headings, samples)
        share = sum(match.confidence for match in mapping.matches) / max(len(headings), 1)
        needed = sum(column.is_required for column in dataset_type.columns)
        lacking = len(lacks(dataset_type, mapping))
        is_told = lacking == 0 or _is_told_by(dataset_type, mapping, dataset_types)
        if share >= _LEAST_SHARE and lacking < needed * _LACKING_TOO_MUCH and is_told:
            ranked.append((lacking == 0, share, name))
    return max(ranked)[2] if ranked else None


def _is_told_by(
    dataset_type: DatasetType, mapping: ColumnMapping, dataset_types: Mapping[str, DatasetType]
) -> bool:
    """Whether one of the headings is of no other type."""
    others = {
        plain(heading)
        for each in dataset_types.values()
        if each.name != dataset_type.name
        for column in each.columns
        for heading in column.headings
    }
    return any(plain(match.heading) not in others for match in mapping.matches)


def lacks(dataset_type: DatasetType, mapping: ColumnMapping) -> tuple[str, ...]:
    """Titles of the columns that the type needs and the mapping does not give."""
    return tuple(
        column.title
        for column in dataset_type.columns
        if column.is_required and mapping.match(column.name) is None
    )
