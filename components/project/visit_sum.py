"""How the days on site come about, line by line, as an auditor would add them up."""

import streamlit as st

from components.figures import show
from components.inert import inert
from data.language import _, listed
from data.shipped_names import shipped_name
from queries.cards.project_card import ProjectCard
from queries.cards.project_visit import Holiday, Visit


def visit_sum(card: ProjectCard) -> None:
    """Draw the sum; where there is no visit, or its days are not known, the reason instead."""
    standing, visit = card.standing, card.visit
    with st.container(border=True):
        st.subheader(_("Working days on site"))
        if visit is None or standing.entry_date is None:
            st.text(_why_not(card))
            return
        last = standing.exit_date or card.as_of
        upto = _("Exit {day}") if standing.exit_date else _("still on site, counted to {day}")
        with st.container(gap="xsmall"):
            _line(_("Entry {day}").format(day=standing.entry_date.isoformat()), "")
            _line(upto.format(day=last.isoformat()), "")
            _line(_("Calendar days, both ends counted"), show(visit.calendar_days, "count"))
            if visit.working_days is None or standing.on_site_days is None:
                st.caption(
                    _("Part of the visit lies outside the calendar of working days: nothing is guessed.")
                )
                return
            _line(_("Saturdays and Sundays"), f"−{show(visit.weekend_days, 'count')}")
            for holiday in visit.holidays:
                sign = "+" if holiday.is_working_day else "−"
                _line(_holiday(holiday), sign + show(len(holiday.days), "count"))
            _sum(_("Working days"), visit.working_days)
            _pauses(visit)
            _sum(_("Working days on site"), standing.on_site_days)
        if standing.limit_state != "not_limited":
            st.caption(
                _("Limit {limit} working days for projects carried out alone; amber from {near}.").format(
                    limit=standing.limit_days, near=standing.near_days
                )
            )
        else:
            st.caption(_("Not carried out alone: the limit does not apply."))


def _why_not(card: ProjectCard) -> str:
    standing = card.standing
    if standing.is_desk_only:
        return _("Carried out without a visit.")
    if standing.project_state is None:
        return _("The project is not in the plan on this day.")
    if standing.entry_date is None:
        return _("Nobody has entered the site yet.")
    if standing.exit_date and standing.exit_date < standing.entry_date:
        return _("The exit is recorded before the entry: the days cannot be counted.")
    return _("The report was delivered, but no exit is recorded: the days cannot be counted.")


def _holiday(holiday: Holiday) -> str:
    days = listed(f"{day:%m-%d}" for day in holiday.days)
    if holiday.is_working_day:
        words = _("{name}: weekend days made up for, {days}")
    else:
        words = _("{name}: weekdays off, {days}")
    return words.format(name=inert(shipped_name(holiday.name)), days=days)


def _pauses(visit: Visit) -> None:
    for pause in visit.pauses:
        words = _("approved pause {first} – {last}").format(
            first=pause.first_date.isoformat(), last=pause.last_date.isoformat()
        )
        notes = [inert(note) for note in (pause.document_number, pause.reason) if note]
        _line(" · ".join([words, *notes]), f"−{show(pause.days, 'count')}")


def _sum(words: str, days: int) -> None:
    _line(f"**{words}**", f"**{show(days, 'count')}**")


def _line(words: str, number: str) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", wrap=False):
        st.markdown(words, width="stretch")
        st.markdown(number, width="content")
