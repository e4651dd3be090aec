"""A step in the life of something, as one line of its table: what all tables of steps have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar


@dataclass(frozen=True)
class Transition:
    """An act: from which states it can be taken, where it leads, and what it has to say (`needs`)."""

    act: str
    title: str  # message id
    from_states: tuple[str, ...]
    to_state: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class GuardedTransition(Transition):
    """An act that belongs to somebody: to whom, who may not take it for their own part, what may be said."""

    right: str = ""  # see data/access/roles.py: ACTIONS
    not_by: tuple[str, ...] = ()  # kinds of steps: whoever took one of them may not take this one
    takes: tuple[str, ...] = ()


_Kind = TypeVar("_Kind", bound=Transition)


@dataclass(frozen=True)
class Offered(Generic[_Kind]):
    """A step that is somebody's by right where the thing stands; `obstacle`: why not now, else ""."""

    transition: _Kind
    obstacle: str = ""


def acts_from(table: Sequence[_Kind], state: str) -> tuple[_Kind, ...]:
    """What can be done in that state, in the order of the table."""
    return tuple(transition for transition in table if state in transition.from_states)
