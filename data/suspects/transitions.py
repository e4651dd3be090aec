"""The life of a suspect as one table: from which states an act leads where, and what it has to say."""

from dataclasses import dataclass

from data.language import mark


@dataclass(frozen=True)
class Transition:
    """An act on a suspect. `needs` are among section_or_region, due_date, note."""

    act: str
    title: str  # message id
    from_states: tuple[str, ...]
    to_state: str
    needs: tuple[str, ...] = ()


_OUT = ("issued", "checking")
_ANSWERED = ("confirmed", "partly_confirmed", "not_confirmed")

TRANSITIONS = (
    Transition("issue", mark("Issue"), ("to_issue",), "issued", ("section_or_region", "due_date")),
    Transition("dismiss", mark("Set aside"), ("to_issue",), "not_confirmed", ("note",)),
    Transition("reassign", mark("Issue to somebody else"), _OUT, "issued", ("section_or_region", "due_date")),
    Transition("take_up", mark("Begin checking"), ("issued",), "checking"),
    Transition("confirm", mark("Confirmed"), _OUT, "confirmed", ("note",)),
    Transition("confirm_partly", mark("Partly confirmed"), _OUT, "partly_confirmed", ("note",)),
    Transition("refute", mark("Not confirmed"), _OUT, "not_confirmed", ("note",)),
    Transition("check_again", mark("Check again"), _ANSWERED, "checking", ("note",)),
    # Only data/suspects/into_ledger.py takes it, together with the finding.
    Transition("enter", mark("Enter into the ledger"), ("confirmed", "partly_confirmed"), "in_ledger"),
)
BY_ACT = {transition.act: transition for transition in TRANSITIONS}
ANSWERS = {"confirm": "confirmed", "confirm_partly": "partly_confirmed", "refute": "not_confirmed"}


def acts_from(state: str) -> tuple[Transition, ...]:
    """What can be done with a suspect in that state, in the order of the table."""
    return tuple(transition for transition in TRANSITIONS if state in transition.from_states)
