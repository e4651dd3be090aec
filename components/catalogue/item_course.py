"""The due dates of a catalogue item as a time line, the newest on top: what came in time, late, or never."""

from itertools import groupby

import streamlit as st

from components.catalogue.course_line import course_line
from components.dataset.version_choice import change_words
from components.figures import show
from data.language import _
from queries.cards.catalogue_item_card import Due, ItemCard, Loaded

_SHOWN = 16  # lines; the versions are all on the page of the dataset


def item_course(card: ItemCard) -> None:
    """Draw the newest due dates and arrivals up to the day of the card, and the next due date."""
    moments = [(due.day, 1, _due_words(due, card)) for due in card.dues if not _is_missed(due, card)]
    moments += [(dues[-1].day, 1, _missed_words(dues)) for dues in _missed(card)]
    moments += [(version.day, 0, _loaded_words(version)) for version in card.loaded]
    moments.sort(key=lambda moment: moment[:2], reverse=True)
    with st.container(gap="xsmall"):
        if not moments:
            st.text(_("No due date is set and nothing has come."))
        for day, __, words in moments[:_SHOWN]:
            course_line(day.isoformat(), words)
    if len(moments) > _SHOWN:
        st.caption(_("{number} older ones are not listed.").format(number=len(moments) - _SHOWN))


def _is_missed(due: Due, card: ItemCard) -> bool:
    return due.came is None and due.day <= card.as_of


def _missed(card: ItemCard) -> list[list[Due]]:
    """Due dates without data, those that follow each other together."""
    runs = groupby(card.dues, key=lambda due: _is_missed(due, card))
    return [list(dues) for is_missed, dues in runs if is_missed]


def _missed_words(dues: list[Due]) -> str:
    words = _("Was due, nothing came")
    line = f":red[:material/error:] **{words}**"
    if len(dues) == 1:
        return line
    times = _("{number} times since {day}").format(number=len(dues), day=dues[0].day.isoformat())
    return f"{line}  \n:small[:gray[{times}]]"


def _due_words(due: Due, card: ItemCard) -> str:
    if due.came is None:
        colour, icon, words = "blue", "event", _("Next due")
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
        change_words(version.number, version.change),
        _("{rows} rows").format(rows=show(version.rows, "count")),
    ]
    if version.refused:
        notes.append(_("{rows} refused").format(rows=show(version.refused, "count")))
    return f":gray[:material/download:] {title}  \n:small[:gray[{' · '.join(notes)}]]"
