"""The text that somebody is working on in this tab: kept while they look at other pages."""

from dataclasses import dataclass

import streamlit as st

from data.audit_models.authoring import TextFacts


@dataclass
class Working:
    """`base` is what the fields were last filled with, `body` what stands in them now.

    `generation` is part of every field's key: fields are filled anew where it is raised. `revision` is the
    state of the text in the database that this one began with. `asked` is what a button inside the form wants
    done once every field of the run is known. `kept` is what the fields write for the text in the database.
    """

    text_id: int
    base: str
    body: str
    revision: int
    generation: int = 0
    mode: str = "form"
    asked: str = ""
    kept: str = ""

    def key(self, name: str) -> str:
        """The key of a field."""
        return f"{self._place}{name}"

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return bool(self.kept) and self.body != self.kept

    @property
    def is_drawn(self) -> bool:
        """Whether the fields were drawn in the run before: Streamlit forgets those that were not."""
        return any(str(name).startswith(self._place) for name in st.session_state)

    @property
    def _place(self) -> str:
        return f"writing_{self.text_id}_{self.generation}_"

    def fill(self, body: str) -> None:
        """Put another text into the fields; the page has to be drawn anew."""
        if body == self.kept:  # the same in other words once it is written by other fields
            self.kept = ""
        self.base = self.body = body
        self.generation += 1


def working(facts: TextFacts) -> Working:
    """What this tab works on; begun with the text as it is kept."""
    kept = st.session_state.get(place := f"working_{facts.text_id}")
    if not isinstance(kept, Working):
        kept = st.session_state[place] = Working(facts.text_id, facts.body, facts.body, facts.revision)
    return kept
