"""Which sample of the truth check is looked at: the one just drawn, whichever was chosen before."""

from datetime import date

from streamlit.testing.v1 import AppTest

from queries.truth.samples import Sample

SCRIPT = """
import streamlit as st
from components.truth.sample_choice import sample_choice
st.text(sample_choice(st.session_state.drawn).truth_sample_id)
"""


def sample(number: int) -> Sample:
    return Sample(number, "at_random", number, 100, 20, "抽查", date(2024, 6, number), "复核甲")


def chosen(app: AppTest) -> str:
    assert not app.exception
    return app.text[0].value


def test_a_new_sample_takes_the_place_of_the_one_looked_at() -> None:
    app = AppTest.from_string(SCRIPT, default_timeout=20)
    app.session_state["drawn"] = [sample(2), sample(1)]
    assert chosen(app.run()) == "2"
    assert chosen(app.selectbox[0].select_index(1).run()) == "1"
    assert chosen(app.run()) == "1", "the choice stays"
    app.session_state["drawn"] = [sample(3), sample(2), sample(1)]
    assert chosen(app.run()) == "3"
