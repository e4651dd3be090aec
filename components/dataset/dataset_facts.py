"""What is known of a dataset besides its rows: whose it is, where it came from, what it stands for."""

import streamlit as st

from components.catalogue.cycle_words import cycle_words
from components.figures import NO_DATA
from components.inert import inert
from data.codes import label
from data.dataset_types import ADHOC, dataset_types
from data.geo.systems import coordinate_system
from data.language import _
from data.local_time import in_china
from queries.cards.dataset_card import DatasetCard

_LOOKS = {
    "current": ("green", "check_circle"),
    "due_soon": ("orange", "schedule"),
    "overdue": ("red", "error"),
    "not_collected": ("gray", "hourglass_empty"),
}


def dataset_facts(card: DatasetCard) -> None:
    """Draw the facts in two columns, and below them each item of the catalogue that it stands for."""
    with st.container(border=True, height="stretch"):
        facts = _facts(card)
        half = (len(facts) + 1) // 2
        for place, some in zip(st.columns(2, gap="medium"), (facts[:half], facts[half:]), strict=True):
            with place:
                for words, value in some:
                    _line(words, value)
        _items(card)


def type_title(dataset_type: str) -> str:
    """What a dataset type is called."""
    entry = dataset_types().get(dataset_type)
    return entry.title if entry else _("As it came (no type)") if dataset_type == ADHOC else dataset_type


def _facts(card: DatasetCard) -> list[tuple[str, str]]:
    facts, newest, usage = card.facts, card.newest, card.usage
    last = NO_DATA
    if usage is not None and card.access.is_listed:
        kind = label("dataset_use", usage.last_kind)
        last = f"{usage.last_name} {usage.last_day} {kind}"
    places = newest.report.get("places")
    return [
        (_("Name in queries"), facts.name),
        (_("Dataset type"), type_title(facts.dataset_type)),
        (_("Owner"), _("{name} ({words})").format(name=card.owner_name, words=facts.owner)),
        (_("Classification"), label("classification", facts.classification)),
        (_("Data source"), card.source or NO_DATA),
        (_("Data domain"), label("data_domain", card.domain) if card.domain else NO_DATA),
        (_("Section"), card.section or NO_DATA),
        (_("Region"), card.region or NO_DATA),
        (_("Project"), f"{card.project[1]} {card.project[2]}" if card.project else NO_DATA),
        *([(_("Coordinate system"), coordinate_system(places["system"]).title)] if places else []),
        (_("Came by"), label("delivery", newest.delivery)),
        (_("In the catalogue since"), f"{in_china(facts.created_at):%Y-%m-%d}"),
        (_("Last used"), last),
    ]


def _items(card: DatasetCard) -> None:
    if not card.items:
        st.caption(
            _(
                "No item of the data catalogue stands for this dataset: when its next version is due is not"
                " known."
            )
        )
        return
    for item in card.items:
        colour, icon = _LOOKS[item.state]
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge(
                label("catalogue_state", item.state),
                icon=f":material/{icon}:",
                color=colour,  # type: ignore[arg-type]
            )
            called = _("Catalogue item")
            words = [inert(f"{called} {item.code} {item.name}")]
            if item.cycle_months:
                words.append(inert(cycle_words(item.cycle_months)))
            if item.limit_date:
                words.append(inert(_("next due on {day}").format(day=item.limit_date.isoformat())))
            st.caption(" · ".join(words))


def _line(words: str, value: str) -> None:
    # What is too long for one line goes below its name: cut off, it would say something else.
    with st.container(horizontal=True, horizontal_alignment="distribute", gap="small"):
        st.markdown(f":gray[{inert(words)}]", width="content")
        st.markdown(inert(value), width="content", text_alignment="right")
