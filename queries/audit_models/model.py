"""What an audit model is: everything that its header says, and the SELECT whose rows are the suspects."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from data.dataset_types import DatasetColumn, dataset_type
from queries.sql_file import Words

PARAM_TYPES = ("whole", "number", "money", "rate", "date", "text", "choice")
# A "shape" is WKT in CGCS2000 degrees.
VALUE_TYPES = ("text", "whole", "decimal", "money", "rate", "date", "moment", "flag", "shape")
LAYERS = "layers"  # in cases: the areas of installed layers, by kind, layer, code, name and geometry
# Kinds of pictures with their parts, each a column of the result; whether it has to be there.
PICTURE_PARTS: Mapping[str, Mapping[str, bool]] = {
    "distribution": {"value": True, "limit": False},
    "bars": {"label": True, "value": False},
    "timeline": {"start": True, "end": True, "label": True},
    "network": {"source": True, "target": True, "value": False},
    # Counted from a value, or told by the SQL as how many begin with each digit.
    "benford": {"value": False} | {f"digit_{digit}": False for digit in range(1, 10)},
    "sankey": {"source": True, "target": True, "value": False},
    "map": {"shape": True, "other": False, "label": True, "value": False},
}


@dataclass(frozen=True)
class Requirement:
    """A relation that the SQL reads: which type of dataset, and the columns it cannot do without.

    One that `is_optional` may be missing: the SQL then sees it without rows.
    """

    relation: str
    dataset_type: str
    columns: tuple[str, ...]
    is_optional: bool = False


@dataclass(frozen=True)
class Derived:
    """A relation that is computed from places before the SQL runs: of which kind, see spatial/kinds.py.

    `of` and `to` are relations with a column `geometry`; `layers` kinds of installed layers whose areas are
    read; `code` a column of `of`. `options` are numbers, or "$name" of a parameter.
    """

    relation: str
    by: str
    of: str
    to: str | None = None
    layers: tuple[str, ...] = ()
    code: str | None = None
    options: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def params(self) -> tuple[str, ...]:
        """The parameters of the model that it is told."""
        return tuple(told[1:] for told in self.options.values() if isinstance(told, str))


@dataclass(frozen=True)
class Param:
    """A threshold that can be set for a run.

    A "rate" is 0–1, asked for and shown in percent; "money" is in 分 and asked for in 元. `basis` says where
    the default comes from; `choices` are the values that a "choice" can have.
    """

    name: str
    title: Words
    type: str
    default: Any
    least: Decimal | None = None
    most: Decimal | None = None
    unit: Words | None = None
    basis: Words | None = None
    choices: Mapping[str, Words] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Basis:
    """依据: a law or standard and its article; not `is_checked`: somebody has to read the text first."""

    law: str
    article: str
    says: Words | None = None
    is_checked: bool = False


@dataclass(frozen=True)
class Skip:
    """Rows of a relation that cannot be judged, and why: an outcome of its own, never silence."""

    relation: str
    where: str
    why: Words


@dataclass(frozen=True)
class ResultColumn:
    """A column of the result, taken from a source (`source` = relation, column) or computed.

    `words` say in both languages what the SQL writes itself: a kind, a reason, a level.
    """

    name: str
    type: str
    title: Words
    source: tuple[str, str] | None = None
    mask: str | None = None  # see data/codes.py: COLUMN_MASK
    words: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True)
class Evidence:
    """How a suspect leads to its source rows: rows of a relation that meet a condition over the suspect.

    `where` is SQL over the relation's columns; `$name` is the suspect's value in column `name` of the result.
    `marks` are the offending columns.
    """

    relation: str
    where: str
    marks: tuple[str, ...]
    title: Words | None = None


@dataclass(frozen=True)
class Party:
    """Whom a suspect is about: the columns of the number and the name. `kind` is of PARTY_KIND."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True)
class Picture:
    """The picture that fits: `kind` of PICTURE_PARTS over columns of the result.

    distribution: `value`, and the parameter or column that is its limit. bars: `label`, and `value` summed or
    hits counted. timeline: `start`, `end`, `label`. network and sankey: `source`, `target`, `value`. map:
    `shape`, and `other`, what it is held against, both of type "shape"; `label`, and `value` for its size.
    """

    kind: str
    columns: Mapping[str, str]


@dataclass(frozen=True)
class Case:
    """One example with its reason: rows of each relation, and what has to come of them.

    `outcome` is flagged, clean or skipped. `keys`: which suspects a flagged one gives, as mappings of columns
    of the result; without them exactly one.
    """

    outcome: str
    why: Words
    tables: Mapping[str, tuple[Mapping[str, Any], ...]]
    params: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    rows: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class AuditModel:
    """One version of one model. `text` is the file it was read from.

    `alias_params` are the values that a run under an alias begins with, where they differ from the defaults.
    """

    code: str
    aliases: tuple[str, ...]
    alias_params: Mapping[str, Mapping[str, Any]]
    version: int
    title: Words
    risk: Words
    logic: Words
    exclusions: Words | None
    severity: str
    sector: str
    method: str
    key: tuple[str, ...]
    summary: Words
    entity: Party
    parties: tuple[Party, ...]
    amount: str | None
    group: str | None
    requires: Mapping[str, Requirement]
    params: Mapping[str, Param]
    basis: tuple[Basis, ...]
    skips: tuple[Skip, ...]
    columns: Mapping[str, ResultColumn]
    evidence: tuple[Evidence, ...]
    picture: Picture | None
    cases: tuple[Case, ...]
    sql: str
    text: str
    derived: Mapping[str, Derived] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def relations(self) -> tuple[str, ...]:
        """The names of all relations that its SQL may read."""
        return (*self.requires, *self.derived)

    @property
    def reads_layers(self) -> frozenset[str]:
        """The kinds of map layers whose areas it reads."""
        return frozenset(kind for each in self.derived.values() for kind in each.layers)

    def column(self, relation: str, name: str) -> DatasetColumn | None:
        """A column of the dataset type behind a relation."""
        return dataset_type(self.requires[relation].dataset_type).column(name)
