"""The life of a finding as one table: from which stage an act leads where, whose it is, what it has to say.

A stage (data/codes.py: WORK_STAGE) is never stored: it follows from the dated facts, of which each act writes
one, `milestone`. Nobody reviews what they submitted: whoever took a step of `not_by` for the same submission
or request may not take this one.
"""

from dataclasses import dataclass

from data import transition
from data.language import mark
from data.transition import GuardedTransition


@dataclass(frozen=True)
class FindingTransition(GuardedTransition):
    """An act on a finding. `to_state` empty: the stage stays, or is again what it was before it left.

    `needs` are among rectification_type, new_due_date, note, document_number, receiving_body, evidence (a
    file or a list of what proves it) and extension_asked (one that waits for its decision). `takes` is what
    may be said beside them: money, new_due_date, answer_due_date.
    """

    milestone: str = ""  # see data/codes.py: MILESTONE
    right: str = "work-findings"


_WORK, _REVIEW, _RECHECK, _APPROVE = (
    "work-findings",
    "review-findings",
    "recheck-findings",
    "approve-close-out",
)
_OPEN = ("rectifying", "submitted")
_SUBMITTING = ("submitted", "progressed", "measured")
_PENDING = ("to_notify", "rectifying", "submitted", "rectified")

TRANSITIONS = (
    FindingTransition(
        "notify",
        mark("Issue the rectification notice"),
        ("to_notify",),
        "rectifying",
        ("rectification_type", "new_due_date", "document_number"),
        milestone="notified",
        takes=("answer_due_date",),
    ),
    FindingTransition(
        "measure", mark("Report measures"), ("rectifying",), "", ("note",), milestone="measured"
    ),
    FindingTransition(
        "progress",
        mark("Report progress"),
        ("rectifying",),
        "",
        ("note",),
        milestone="progressed",
        takes=("money",),
    ),
    FindingTransition(
        "submit",
        mark("Submit for acceptance"),
        ("rectifying",),
        "submitted",
        ("note", "evidence"),
        milestone="submitted",
        takes=("money",),
    ),
    FindingTransition(
        "accept",
        mark("Accept as rectified"),
        ("submitted",),
        "rectified",
        milestone="rectified",
        right=_REVIEW,
        not_by=_SUBMITTING,
    ),
    FindingTransition(
        "not_accept",
        mark("Do not accept"),
        ("submitted",),
        "rectifying",
        ("note",),
        milestone="not_accepted",
        right=_REVIEW,
        not_by=_SUBMITTING,
    ),
    FindingTransition(
        "ask_extension",
        mark("Ask for an extension"),
        ("rectifying",),
        "",
        ("new_due_date", "note"),
        milestone="extension_asked",
    ),
    FindingTransition(
        "extend",
        mark("Approve the extension"),
        _OPEN,
        "",
        ("extension_asked", "new_due_date"),
        milestone="extended",
        right=_APPROVE,
        not_by=("extension_asked",),
    ),
    FindingTransition(
        "refuse_extension",
        mark("Refuse the extension"),
        _OPEN,
        "",
        ("note", "extension_asked"),
        milestone="extension_refused",
        right=_APPROVE,
        not_by=("extension_asked",),
    ),
    FindingTransition(
        "request",
        mark("Request close-out"),
        ("rectified",),
        "requested",
        milestone="close_requested",
    ),
    FindingTransition(
        "first_review",
        mark("Pass the first review"),
        ("requested",),
        "first_reviewed",
        milestone="first_review",
        right=_REVIEW,
        not_by=("close_requested",),
    ),
    FindingTransition(
        "send_back_first",
        mark("Send back at the first review"),
        ("requested",),
        "rectified",
        ("note",),
        milestone="sent_back",
        right=_REVIEW,
        not_by=("close_requested",),
    ),
    FindingTransition(
        "second_review",
        mark("Pass the second review"),
        ("first_reviewed",),
        "second_reviewed",
        milestone="second_review",
        right=_RECHECK,
        not_by=("close_requested", "first_review"),
    ),
    FindingTransition(
        "send_back_second",
        mark("Send back at the second review"),
        ("first_reviewed",),
        "rectified",
        ("note",),
        milestone="sent_back",
        right=_RECHECK,
        not_by=("close_requested", "first_review"),
    ),
    FindingTransition(
        "approve",
        mark("Approve the close-out"),
        ("second_reviewed",),
        "approved",
        milestone="approved",
        right=_APPROVE,
        not_by=("close_requested", "first_review", "second_review"),
    ),
    FindingTransition(
        "send_back_approval",
        mark("Send back instead of approving"),
        ("second_reviewed",),
        "rectified",
        ("note",),
        milestone="sent_back",
        right=_APPROVE,
        not_by=("close_requested", "first_review", "second_review"),
    ),
    FindingTransition(
        "close",
        mark("Close out with its number"),
        ("approved",),
        "closed",
        ("document_number",),
        milestone="closed",
    ),
    FindingTransition(
        "look_back",
        mark("Look back: it holds"),
        ("rectified", "closed"),
        "",
        ("note",),
        milestone="looked_back",
        right=_RECHECK,
    ),
    FindingTransition(
        "reopen",
        mark("Look back: reopen"),
        ("rectified", "closed"),
        "rectifying",
        ("note",),
        milestone="reopened",
        right=_RECHECK,
        takes=("money", "new_due_date"),
    ),
    FindingTransition(
        "transfer",
        mark("Transfer to another body"),
        _PENDING,
        "transferred",
        ("receiving_body", "document_number", "note"),
        milestone="transferred",
        right=_RECHECK,
    ),
    FindingTransition(
        "withdraw",
        mark("Withdraw the finding"),
        _PENDING,
        "withdrawn",
        ("note",),
        milestone="withdrawn",
        right=_APPROVE,
    ),
    FindingTransition(
        "return",
        mark("Return to the ledger"),
        ("transferred", "withdrawn"),
        "",
        ("note",),
        milestone="returned",
        right=_RECHECK,
    ),
)
BY_ACT = {each.act: each for each in TRANSITIONS}


def acts_from(stage: str) -> tuple[FindingTransition, ...]:
    """What can be done with a finding at that stage, in the order of the table."""
    return transition.acts_from(TRANSITIONS, stage)
