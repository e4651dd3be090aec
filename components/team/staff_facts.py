"""What is on record of a person: base data, and dated records with the newest first."""

from datetime import date

import streamlit as st

from components.figures import NO_DATA
from components.inert import inert
from data.codes import label
from data.language import _
from data.team.record_kinds import LISTS, PLAIN
from queries.cards.staff_card import StaffRegister


def staff_facts(card: StaffRegister) -> None:
    """Draw them."""
    st.subheader(inert(card.name))
    st.caption(inert(" · ".join(part for part in (card.staff_code, card.section or "") if part)))
    facts = (
        (_("Date of birth"), _day(card.birth_date)),
        (_("Joined on"), _day(card.joined_date)),
        (_("Education"), label("education", card.education)),
        (_("Class of civil servant"), label("civil_class", card.civil_class)),
    )
    for column, (words, value) in zip(st.columns(4), facts, strict=True):
        column.markdown(f":small[:gray[{words}]]  \n{value}")
    if not card.records:
        st.caption(_("No dated record yet."))
    for record in card.records:
        words = label("staff_record", record.kind)
        shown = "" if record.kind in PLAIN else inert(value_words(record.kind, record.value))
        st.markdown(f":gray[{record.fact_date.isoformat()}] **{words}** {shown}")


def value_words(field: str, value: str) -> str:
    """A value of a field of the staff as people read it."""
    if field in PLAIN:
        return _("Yes")
    if field == "education" or field in LISTS:
        return label(LISTS.get(field, "education"), value)
    return value


def _day(day: date | None) -> str:
    return day.isoformat() if day else NO_DATA
