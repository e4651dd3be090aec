"""Idle datasets with their size, owner and last use, of which some can be chosen to be removed."""

from datetime import date

import pandas as pd
import streamlit as st

from components.cleanup.chosen_rows import chosen_rows
from components.cleanup.remove_idle import remove_idle
from components.figures import NO_DATA, show
from components.session import current_user, engine, rows
from data.codes import label
from data.engine import reading
from data.language import _
from data.local_time import in_china
from data.size_words import size_words
from queries.data_room.people import called, people
from queries.datasets.idle import IdleDataset, idle
from queries.filters import Filters
from queries.rows import Page

KPI = "idle_datasets"
_MOST = 200


def idle_table(filters: Filters) -> None:
    """Draw the table and, for what is chosen, the button that proposes its removal."""
    frame = rows(KPI, filters, Page(order_by="idle_days", is_descending=True, limit=_MOST))
    days = [
        (int(number), int(found))
        for number, found in zip(frame["dataset_id"], frame["idle_days"], strict=True)
    ]
    with reading(engine()) as connection:
        found, names = idle(connection, current_user(), days), people(connection)
    st.subheader(_("Idle datasets"))
    if not found:
        st.info(
            _("No dataset lies idle: there is nothing to clean up."),
            icon=":material/check_circle:",
        )
        return
    st.caption(
        _(
            "{n} datasets take {size} on the disk. Choose those that nobody needs: you are asked first."
        ).format(n=show(len(found), "count"), size=size_words(sum(entry.bytes for entry in found)))
    )
    places = chosen_rows(
        _table(found, names, filters.as_of), [entry.entry.facts.dataset_id for entry in found], key="idle"
    )
    chosen = [found[place] for place in places]
    words = _("Propose removal ({n})").format(n=len(chosen)) if chosen else _("Propose removal")
    if st.button(words, icon=":material/playlist_remove:", disabled=not chosen, key="propose_removal"):
        remove_idle(chosen)


def _table(found: tuple[IdleDataset, ...], names: dict[str, str], as_of: date) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Dataset"): _title(idle),
                _("Owner"): called(names, idle.entry.facts.owner),
                _("Idle for"): show(idle.idle_days, "days"),
                _("Size"): size_words(idle.bytes),
                _("Last version"): _day(in_china(idle.entry.loaded_at).date(), as_of),
                _("Last use"): _use(idle, names, as_of),
                _("Classification"): label("classification", idle.entry.facts.classification),
                _("Suspects on it"): show(idle.suspects, "count") if idle.suspects else NO_DATA,
                _("Section"): idle.entry.section or NO_DATA,
            }
            for idle in found
        ]
    )


def _title(idle: IdleDataset) -> str:
    facts = idle.entry.facts
    return (
        facts.title
        if facts.title == facts.name
        else _("{name} ({words})").format(name=facts.title, words=facts.name)
    )


def _use(idle: IdleDataset, names: dict[str, str], as_of: date) -> str:
    use = idle.entry.last_use
    if use is None:
        return _("never")
    return f"{_day(date.fromisoformat(use.used_on), as_of)} {called(names, use.user_name)}"


def _day(day: date, as_of: date) -> str:
    """The day; idle days end with the day of the figures, and what came later is told as that."""
    return _("{day} (after the as-of day)").format(day=day) if day > as_of else str(day)
