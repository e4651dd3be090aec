"""Pictures of quick tests: each one can be drawn, and says what is expected where that is known."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.charts import columns
from data.language import use_language
from queries.quick_tests.run import run
from tests.test_quick_tests import amounts

_ROWS = pd.DataFrame(
    {
        "label": [f"<b>{place}</b>" for place in range(40)],
        "value": [float(place) for place in range(40)],
        "expected": [20.0] * 40,
        "code": [str(place) for place in range(40)],
        "meaning": ["neutral"] * 39 + ["at_risk"],
    }
)


def drawn(rows: pd.DataFrame, expected: str | None) -> None:
    figure = columns(
        rows,
        label="label",
        value="value",
        code="code",
        meaning="meaning",
        format="count",
        title="题",
        expected=expected,
    )
    assert [len(trace.x) for trace in figure.data] == [40] * (2 if expected else 1)
    assert len(set(figure.data[0].marker.color)) == 2
    # Of forty columns every third is named, and what came from outside is no markup.
    assert len(figure.layout.xaxis.tickvals) == 14
    assert figure.layout.xaxis.ticktext[1] == "&lt;b&gt;3&lt;/b&gt;"
    assert [point[0] for point in figure.data[0].customdata[:2]] == ["0", "1"]


@pytest.mark.parametrize("expected", [None, "expected"])
def test_columns_are_drawn_with_what_is_expected(expected: str | None) -> None:
    drawn(_ROWS, expected)


def test_no_rows_say_so() -> None:
    figure = columns(
        _ROWS.head(0),
        label="label",
        value="value",
        code="code",
        meaning="meaning",
        format="count",
        title="题",
    )
    assert not figure.data


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("benford", {"column": "amount"}),
        ("stratify", {"column": "amount"}),
        ("below_threshold", {"column": "amount", "limit": "100"}),
        ("round_amounts", {"column": "amount"}),
        ("outliers", {"column": "amount"}),
        ("duplicates", {"columns": "amount"}),
        ("gaps", {"column": "amount"}),
    ],
)
def test_pictures_of_the_tests_are_drawn(name: str, answers: dict[str, str]) -> None:
    use_language("en")
    outcome = run(name, amounts(*range(1, 120)), answers)
    use_language("zh")
    assert outcome.picture is not None

    def page() -> None:
        import streamlit as st  # noqa: PLC0415

        from components.explore.quick_test_picture import quick_test_picture  # noqa: PLC0415

        quick_test_picture(st.session_state["picture"], key="picture_drawn")

    app = AppTest.from_function(page)
    app.session_state["picture"] = outcome.picture
    app.run()
    assert not app.exception, app.exception
    assert len(app.get("plotly_chart")) == 1
