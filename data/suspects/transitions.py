"""The life of a suspect as one table: from which states an act leads where, and what it has to say.

`needs` are among section_or_region, due_date, note.
"""

from data import transition
from data.language import mark
from data.transition import Transition

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
BY_ACT = {each.act: each for each in TRANSITIONS}
ANSWERS = {"confirm": "confirmed", "confirm_partly": "partly_confirmed", "refute": "not_confirmed"}


def acts_from(state: str) -> tuple[Transition, ...]:
    """What can be done with a suspect in that state, in the order of the table."""
    return transition.acts_from(TRANSITIONS, state)
