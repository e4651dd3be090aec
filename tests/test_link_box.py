"""A box of links says "nothing" only to who would see whatever there is."""

import pytest
from streamlit.testing.v1 import AppTest

from queries.filters import EVERYTHING, Scope

SCRIPT = """
from datetime import date
from components.link_box import link_box
link_box("Findings", "finding", [], date(2026, 6, 30), nothing="none at all")
"""


@pytest.mark.parametrize(
    ("scope", "said"),
    [(EVERYTHING, ["none at all"]), (Scope(region="990102"), ["属于其他科室或地区的不在此列。"])],
)
def test_nothing_is_said_to_who_sees_everything(
    monkeypatch: pytest.MonkeyPatch, scope: Scope, said: list[str]
) -> None:
    monkeypatch.setattr("components.link_box.row_scope", lambda: scope)
    app = AppTest.from_string(SCRIPT, default_timeout=20).run()
    assert not app.exception
    assert [each.value for each in (*app.text, *app.caption)] == said
