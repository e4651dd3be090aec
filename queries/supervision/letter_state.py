"""How far a letter is on a day, by the rule of queries/relations/as_of/escalation_letter_as_of.sql."""

from datetime import date


def letter_state(
    *,
    sent_date: date | None,
    answer_due_date: date | None,
    cancelled_date: date | None,
    has_reply: bool,
    as_of: date,
) -> str:
    """A code of LETTER_STATE, or "cancelled"."""
    if cancelled_date is not None and cancelled_date <= as_of:
        return "cancelled"
    if sent_date is None or sent_date > as_of:
        return "to_send"
    if has_reply:
        return "answered"
    if answer_due_date is None:
        return "sent"
    return "late" if answer_due_date < as_of else "waiting"
