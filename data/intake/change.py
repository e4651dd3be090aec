"""What a plan would write: records, and inserts, updates and deletions that may refer to new records."""

from dataclasses import dataclass, field
from typing import Any

from data.schema import Base


@dataclass(eq=False)
class Record:
    """A row that other rows refer to. `record_id` is None until it is written; values may hold Records.

    `before` holds what the database has, `label` is how a person knows it, `stated` what the file said first.
    """

    table: type[Base]
    label: str
    values: dict[str, Any]
    record_id: Any = None
    before: dict[str, Any] | None = None
    stated: dict[str, Any] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        """Whether the database does not have it yet."""
        return self.before is None


@dataclass(frozen=True)
class Insert:
    """A new row."""

    table: type[Base]
    values: dict[str, Any]


@dataclass(frozen=True)
class Update:
    """New values of a row, found by its primary key (a value, or a Record)."""

    table: type[Base]
    key: Any
    values: dict[str, Any]


@dataclass(frozen=True)
class Delete:
    """A row that goes; the history of its finding keeps what it said."""

    table: type[Base]
    key: Any


Write = Insert | Update | Delete


@dataclass(frozen=True)
class Change:
    """One field that differs: what is recorded and what the file states."""

    field: str
    old: Any
    new: Any
