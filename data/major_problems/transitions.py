"""The life of a problem on the list of major audit problems, as one table like that of findings.

The list has a review and an approval of its own, after those of the ledger: nothing comes off it as closed
out that the ledger has not closed out. A stage (data/codes.py: MAJOR_STAGE) is never stored: it follows from
the dated steps. Nobody reviews what they submitted: whoever took a step of `not_by` for the same request may
not take this one.
"""

from dataclasses import dataclass

from data import transition
from data.language import mark
from data.transition import GuardedTransition

LIST, TELL, REVIEW, APPROVE = (
    "list-major-problems",
    "track-major-problems",
    "review-major-problems",
    "approve-major-problems",
)


@dataclass(frozen=True)
class MajorTransition(GuardedTransition):
    """An act on a problem of the list. `to_state` empty: the stage stays.

    `needs` are among criterion, lead_section, tracker, note, week (its state, progress and next step),
    rectified and closed_out (what the ledger has to say by then). `takes` may be said beside them.
    """

    step: str = ""  # see data/codes.py: MAJOR_STEP
    right: str = TELL


_OPEN = ("tracking", "requested", "reviewed")

TRANSITIONS = (
    MajorTransition(
        "list",
        mark("Put on the list of major problems"),
        ("candidate", "closed", "removed"),
        "tracking",
        ("criterion", "lead_section", "tracker", "note"),
        step="listed",
        right=LIST,
        takes=("document_number",),
    ),
    MajorTransition(
        "tell_week",
        mark("Tell the state of the week"),
        _OPEN,
        "",
        ("week",),
        step="week_told",
        takes=("colour",),
    ),
    MajorTransition(
        "assign",
        mark("Name another lead or tracker"),
        _OPEN,
        "",
        ("lead_section", "tracker"),
        step="assigned",
        right=LIST,
        takes=("note",),
    ),
    MajorTransition(
        "request",
        mark("Ask for its review off the list"),
        ("tracking",),
        "requested",
        ("note", "rectified"),
        step="close_asked",
    ),
    MajorTransition(
        "pass_review",
        mark("Pass the review of the list"),
        ("requested",),
        "reviewed",
        ("note", "rectified"),
        step="review_passed",
        right=REVIEW,
        not_by=("close_asked",),
    ),
    MajorTransition(
        "send_back_review",
        mark("Send back at the review of the list"),
        ("requested",),
        "tracking",
        ("note",),
        step="sent_back",
        right=REVIEW,
        not_by=("close_asked",),
    ),
    MajorTransition(
        "approve",
        mark("Approve its close-out from the list"),
        ("reviewed",),
        "closed",
        ("closed_out",),
        step="close_approved",
        right=APPROVE,
        not_by=("close_asked", "review_passed"),
        takes=("note", "document_number"),
    ),
    MajorTransition(
        "send_back_approval",
        mark("Send back instead of approving its close-out from the list"),
        ("reviewed",),
        "tracking",
        ("note",),
        step="sent_back",
        right=APPROVE,
        not_by=("close_asked", "review_passed"),
    ),
    MajorTransition(
        "remove",
        mark("Take off the list without close-out"),
        _OPEN,
        "removed",
        ("note",),
        step="removed",
        right=APPROVE,
        takes=("document_number",),
    ),
)
BY_ACT = {each.act: each for each in TRANSITIONS}
# The stage that each kind of step leads to; those that are not here leave it as it is.
STAGE_AFTER = {each.step: each.to_state for each in TRANSITIONS if each.to_state}
RIGHTS = tuple(dict.fromkeys(each.right for each in TRANSITIONS))


def acts_from(stage: str) -> tuple[MajorTransition, ...]:
    """What can be done with a problem at that stage, in the order of the table."""
    return transition.acts_from(TRANSITIONS, stage)
