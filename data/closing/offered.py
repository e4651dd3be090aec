"""What somebody may do next with a finding, as the table of transitions has it: the screens ask here."""

from collections.abc import Iterable

from data.access.roles import User, can
from data.closing.rules import barred
from data.closing.standing import Standing
from data.closing.transitions import FindingTransition, acts_from
from data.codes import MILESTONE
from data.language import _
from data.transition import Offered

# The steps with which a finding moves on; the others turn it back, out, or leave it where it is.
ONWARD = frozenset(
    {"notify", "submit", "accept", "request", "first_review", "second_review", "approve", "close"}
)


def offered(standing: Standing, user: User) -> tuple[Offered[FindingTransition], ...]:
    """The acts of the stage that are the user's by right, in the order of the table."""
    return tuple(
        Offered(transition, _obstacle(standing, user, transition))
        for transition in acts_from(standing.stage)
        if can(user, transition.right) and _applies(standing, transition)
    )


def offered_for_all(standings: Iterable[Standing], user: User) -> tuple[Offered[FindingTransition], ...]:
    """What can be asked for of several findings at once; each is checked by itself when it is."""
    of_each = [[each.transition for each in offered(standing, user)] for standing in standings]
    first = of_each[0] if of_each else []
    return tuple(Offered(act) for act in first if all(act in others for others in of_each))


def stages_for(user: User) -> tuple[str, ...]:
    """The stages at which a finding waits for a step onward that is the user's by right."""
    stages = [
        stage
        for stage in (
            "to_notify",
            "rectifying",
            "submitted",
            "rectified",
            "requested",
            "first_reviewed",
            "second_reviewed",
            "approved",
        )
        if any(each.act in ONWARD and can(user, each.right) for each in acts_from(stage))
    ]
    return tuple(stages)


def _applies(standing: Standing, transition: FindingTransition) -> bool:
    """An extension is decided where one was asked for, and asked for where none waits."""
    if "extension_asked" in transition.needs:
        return standing.asked_due_date is not None
    return transition.act != "ask_extension" or standing.asked_due_date is None


def _obstacle(standing: Standing, user: User, transition: FindingTransition) -> str:
    if kind := barred(standing, user, transition):
        return _("Nobody reviews what they submitted: “{step}” was your step.").format(
            step=_(MILESTONE[kind])
        )
    if "evidence" in transition.needs and not standing.has_evidence:
        return _("Attach what proves it first.")
    return ""
