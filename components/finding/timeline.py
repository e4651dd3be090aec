"""The life of a finding as a timeline: one line per moment, by year, and what is expected next at its end."""

from itertools import groupby

import streamlit as st

from components.figures import show
from components.inert import inert
from data.codes import label
from data.language import _
from data.ledger.fields import field_label
from queries.cards.finding_card import FindingCard
from queries.cards.finding_history import TITLES, Moment

# Colour only where it means something: accepted, at risk, set back. Everything else is a fact among facts.
_ICONS = {
    "found": ("flag", "blue"),
    "report": ("article", "gray"),
    "recommendation": ("lightbulb", "gray"),
    "adopted": ("thumb_up", "gray"),
    "reminder": ("notifications", "orange"),
    "urge": ("campaign", "orange"),
    "supervision_letter": ("mark_email_unread", "orange"),
    "government_supervision": ("account_balance", "orange"),
    "interview": ("record_voice_over", "orange"),
    "notice": ("campaign", "orange"),
    "accountability_transfer": ("gavel", "orange"),
    "tracked": ("pageview", "gray"),
    "extended": ("more_time", "orange"),
    "money": ("payments", "green"),
    "rule": ("gavel", "gray"),
    "accountability": ("person_alert", "gray"),
    "notified": ("outgoing_mail", "blue"),
    "measured": ("edit_note", "gray"),
    "progressed": ("timelapse", "gray"),
    "submitted": ("inventory", "gray"),
    "not_accepted": ("undo", "red"),
    "extension_asked": ("more_time", "gray"),
    "extension_refused": ("timer_off", "gray"),
    "sent_back": ("undo", "red"),
    "rectified": ("check_circle", "green"),
    "close_requested": ("outgoing_mail", "gray"),
    "first_review": ("fact_check", "gray"),
    "second_review": ("fact_check", "gray"),
    "approved": ("approval", "green"),
    "closed": ("verified", "green"),
    "looked_back": ("history", "gray"),
    "reopened": ("replay", "red"),
    "withdrawn": ("block", "gray"),
    "transferred": ("forward_to_inbox", "gray"),
    "returned": ("move_to_inbox", "orange"),
    "transfer_decided": ("forward_to_inbox", "gray"),
    "transfer_sent": ("forward_to_inbox", "gray"),
    "transfer_result": ("forward_to_inbox", "gray"),
    "imported": ("upload_file", "gray"),
    "changed": ("edit_note", "gray"),
}
# Steps at which it counts how much was rectified by then; all have it, and the event log tells it of each.
_TELLING_FIGURES = {"progressed", "submitted", "rectified", "closed", "reopened"}
_DAY_WIDTH = 48  # px
_FIELDS_NAMED = 4  # of an import that changed many; all of them are in the field history


def timeline(card: FindingCard) -> None:
    """Draw it. Facts after the day of the card are shown below a line that says so."""
    known = [moment for moment in card.history if moment.fact_date <= card.as_of]
    later = [moment for moment in card.history if moment.fact_date > card.as_of]
    with st.container(gap="xsmall"):
        _moments(known)
        _expected(card)
        if later:
            st.divider()
            st.caption(_("Recorded for the time after {day}").format(day=card.as_of.isoformat()))
            _moments(later)


def _moments(moments: list[Moment]) -> None:
    for year, of_year in groupby(moments, key=lambda moment: moment.fact_date.year):
        st.markdown(f"**{year}**")
        for moment in of_year:
            _line(f"{moment.fact_date:%m-%d}", _words(moment))


def _line(day: str, words: str) -> None:
    with st.container(horizontal=True, gap="small", wrap=False):
        st.markdown(f":gray[{day}]", width=_DAY_WIDTH)
        st.markdown(words, width="stretch")


def _words(moment: Moment) -> str:
    icon, colour = _ICONS.get(moment.kind, ("circle", "gray"))
    title = _(TITLES[moment.kind]) if moment.kind in TITLES else inert(moment.kind)
    line = " ".join([f":{colour}[:material/{icon}:] **{title}**", *_what(moment)])
    notes = _notes(moment)
    return f"{line}  \n:small[:gray[{' · '.join(notes)}]]" if notes else line


def _notes(moment: Moment) -> list[str]:
    # The wording of a recommendation stands where it was given.
    recorded = moment.words if moment.kind != "adopted" else None
    notes = [inert(note) for note in (moment.document_number, moment.person, recorded) if note]
    if moment.is_fact_date_assumed:
        notes.append(_("day assumed"))
    if moment.is_recorded_later and moment.recorded_date:
        notes.append(_("entered on {day}").format(day=moment.recorded_date.isoformat()))
    if moment.figures and moment.kind in _TELLING_FIGURES:
        done, still = (show(fen, "fen") for fen in moment.figures)
        notes.append(_("rectified then {done}, open {still}").format(done=done, still=still))
    return notes


def _what(moment: Moment) -> list[str]:
    """What belongs to the title: how much, how many, from when to when."""
    number = show(moment.count, "count")
    what: list[str] = []
    match moment.kind:
        case "extended" | "extension_asked" if moment.due_dates:
            before, after = moment.due_dates
            what = [before.isoformat() if before else _("None set"), "→", after.isoformat()]
        case "notified" | "reopened" if moment.due_dates:
            what = [_("limit {day}").format(day=moment.due_dates[1].isoformat())]
        case "money":
            what = [label("money_kind", moment.part), f"**{show(moment.amount_fen, 'fen')}**"]
        case "report":
            what = [label("report_kind", moment.part)]
        case "rule":
            what = [label("rule_kind", moment.part), f"× {number}"]
        case "accountability":
            what = [_("persons: {number}").format(number=number)]
        case "tracked" if moment.count:
            what = [_("checks so far: {number}").format(number=number)]
        case "changed":
            what = [_changed(moment)]
    return what


def _changed(moment: Moment) -> str:
    names = list(dict.fromkeys(inert(field_label(change.field)) for change in moment.changes))
    named = _(", ").join(names[:_FIELDS_NAMED])
    more = len(names) - _FIELDS_NAMED
    return named if more <= 0 else _("{names} and {number} more").format(names=named, number=more)


def _expected(card: FindingCard) -> None:
    """What comes next on the day of the card: the limit, or the close-out."""
    due, left = card.standing.due_date, card.days_left
    if card.standing.state == "rectified":
        colour, icon, words = "blue", "hourglass_top", _("Close-out is awaited")
    elif not card.is_open:
        return
    elif due is None or left is None:
        colour, icon, words = "gray", "hourglass_top", _("No rectification limit is set")
    else:
        is_overdue = left < 0
        words = (
            _("Limit {day} has passed, overdue by {days}") if is_overdue else _("Limit {day}, {days} left")
        )
        words = words.format(day=due.isoformat(), days=show(abs(left), "days"))
        colour, icon = ("red", "error") if is_overdue else ("blue", "hourglass_top")
    _line("", f":{colour}[:material/{icon}: **{words}**]")
