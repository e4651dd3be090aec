"""The due dates of a catalogue item as a time line, the newest on top: what came in time, late, or never."""

import streamlit as st

from components.catalogue.course_line import course_line
from components.figures import show
from data.codes import label
from data.language import _
from queries.cards.catalogue_item_card import Due, ItemCard, Loaded

_SHOWN = 16  # lines; the versions are all on the page of the dataset


def item_course(card: ItemCard) -> None:
    """Draw the newest due dates and arrivals up to the day of the card, and the next due date."""
    moments = [(due.day, 1, _due_words(due, card)) for due in card.dues]
    moments += [(version.day, 0, _loaded_words(version)) for version in card.loaded]
    moments.sort(key=lambda moment: moment[:2], reverse=True)
    with st.container(gap="xsmall"):
        if not moments:
            st.text(_("No due date is set and nothing has come."))
        for day, __, words in moments[:_SHOWN]:
            course_line(day.isoformat(), words)
    if len(moments) > _SHOWN:
        st.caption(_("{number} older ones are not listed.").format(number=len(moments) - _SHOWN))


def _due_words(due: Due, card: ItemCard) -> str:
    if due.came is None:
        is_ahead = due.day > card.as_of
        colour, icon, words = (
            ("blue", "event", _("Next due")) if is_ahead else ("red", "error", _("Was due, nothing came"))
        )
    elif due.is_late:
        colour, icon = "orange", "schedule"
        words = _("Was due, came on {day}").format(day=due.came.isoformat())
    else:
        colour, icon = "green", "check_circle"
        words = _("Was due, had come on {day}").format(day=due.came.isoformat())
        if due.day > card.as_of:
            words = _("Next due, came on {day} already").format(day=due.came.isoformat())
    return f":{colour}[:material/{icon}:] **{words}**"


def _loaded_words(version: Loaded) -> str:
    title = _("Version {number} brought in").format(number=version.number)
    notes = [
        label("version_change", version.change),
        _("{rows} rows").format(rows=show(version.rows, "count")),
    ]
    if version.refused:
        notes.append(_("{rows} refused").format(rows=show(version.refused, "count")))
    return f":gray[:material/download:] {title}  \n:small[:gray[{' · '.join(notes)}]]"
