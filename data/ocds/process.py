"""What the rows of one contracting process have in common: its organisations, its awards, its tender."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from data.ocds.words import FINAL_AWARDS, text

Object = Mapping[str, Any]


@dataclass(frozen=True)
class Organisation:
    """A party as a file refers to it; `number` is its identifier there, a `name` there always is."""

    number: str | None
    name: str


@dataclass
class Process:
    """One contracting process, read leniently: what has another shape than the standard says is not there."""

    release: Object

    @property
    def ocid(self) -> str:
        """Its number."""
        return str(self.release["ocid"])

    @cached_property
    def tender(self) -> Object:
        """Its tender, empty where it says nothing of one."""
        return object_of(self.release.get("tender"))

    @cached_property
    def parties(self) -> dict[str, Object]:
        """Everything known of its organisations, by number."""
        listed = objects_of(self.release.get("parties"))
        return {number: party for party in listed if (number := text(party.get("id")))}

    def organisation(self, reference: Any) -> Organisation | None:
        """Whom a reference means; None where it names nobody."""
        told = object_of(reference)
        number = text(told.get("id"))
        known = self.parties.get(number or "", {})
        name = text(told.get("name")) or text(known.get("name")) or number
        return Organisation(number, name) if name else None

    def organisations(self, references: Any) -> list[Organisation]:
        """Whom references mean, each once, in the order of their numbers."""
        found = {one for each in objects_of(references) if (one := self.organisation(each))}
        return sorted(found, key=lambda one: (one.number or "", one.name))

    @cached_property
    def awards(self) -> list[Object]:
        """Its awards."""
        return objects_of(self.release.get("awards"))

    @cached_property
    def active_awards(self) -> list[Object]:
        """The awards in force."""
        return [award for award in self.awards if award.get("status") == "active"]

    @property
    def is_decided(self) -> bool:
        """Whether an award is in force and none is still open."""
        states = {str(award["status"]) for award in self.awards if award.get("status") is not None}
        return "active" in states and states <= FINAL_AWARDS

    @cached_property
    def winners(self) -> list[Organisation]:
        """The suppliers of all awards in force."""
        found = {one for award in self.active_awards for one in self.organisations(award.get("suppliers"))}
        return sorted(found, key=lambda one: (one.number or "", one.name))


def object_of(value: Any) -> Object:
    """An object, an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def objects_of(value: Any) -> list[Object]:
    """The objects of a list; a single object is taken for a list of one."""
    if isinstance(value, dict):
        return [value]
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []
