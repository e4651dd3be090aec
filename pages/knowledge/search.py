"""检索: what in findings, reports, models, rules, cases, cards and documents holds the words."""

import streamlit as st

from components.kpi.filter_bar import filter_bar
from components.search.hit_card import hit_card
from components.search.how_to_ask import how_to_ask
from components.search.kind_choice import chosen_kind, kind_choice
from components.search.search_box import search_box
from components.search.search_pages import PER_PAGE, first_of_page, search_pages
from components.session import found_by_words
from data.language import _
from queries.search.wanted import Narrowed

st.title(_("Full-text search"))
typed = search_box()
filters = filter_bar(offers=("year", "region", "section"))
if not typed:
    how_to_ask()
    st.stop()

first = first_of_page()
narrowed = Narrowed(chosen_kind(), filters.year, filters.region, filters.section)
results = found_by_words(typed, narrowed, first=first, most=PER_PAGE)
kind_choice(results.counts)
if not results.found:
    st.info(
        _("Nothing you may see holds all of these words. Leave one out, or take a shorter one.")
        if results.groups
        else _("Type a word, a name, a number or a code."),
        icon=":material/search_off:",
    )
    st.stop()
for found in results.found:
    hit_card(found)
search_pages(first, results.reached)
