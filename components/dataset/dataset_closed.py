"""What a reader is told who may not see the rows: whose they are, and how to ask for them."""

import streamlit as st

from components.inert import inert
from components.session import current_user
from data.access.roles import ROLES, can
from data.data_room.dataset_access import READING, SECRET
from data.language import _, listed
from queries.cards.dataset_card import DatasetCard


def dataset_closed(card: DatasetCard) -> None:
    """Draw it."""
    owner = inert(_("{name} ({words})").format(name=card.owner_name, words=card.facts.owner))
    if not can(current_user(), READING):
        who = listed(_(title) for title, actions in ROLES.values() if READING in actions)
        words = _("Your roles do not look at rows of datasets; {who} do.").format(who=who)
    elif card.facts.classification == SECRET:
        words = _(
            "It is a state secret: only its owner {owner} and the members of its own project read it. Ask to"
            " be entered in the project’s team."
        ).format(owner=owner)
    else:
        words = _(
            "It belongs to {owner} and was not shared with you. Ask to have it shared with you, with your"
            " section or with a project whose team you are in, and say which name it has: {name}."
        ).format(owner=owner, name=inert(card.facts.name))
    st.info(words, title=_("You see what the catalogue knows, and no rows"), icon=":material/lock:")
