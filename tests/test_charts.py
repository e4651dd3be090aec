"""Charts draw what they are given: inert text, codes to click, colours by meaning, exact figures."""

import ast
import json

import pandas as pd
import pytest

from components.charts import bars, bullets, columns_by_month, columns_stacked, heat_map, stacked_bars, trend
from components.charts.text import fitted, half_widths, inert
from components.kpi.target_state import target_state
from components.palette import palette
from data.language import ROOT, use_language

EVIL = "<b>甲</b><a href='javascript:alert(1)'>乙</a>&lt;"


@pytest.fixture(autouse=True)
def _chinese():
    use_language("zh")


def regions(values, labels=None):
    labels = labels or [f"地区{i}" for i in range(len(values))]
    return pd.DataFrame({"name": labels, "value": values, "code": [f"R{i}" for i in range(len(values))]})


def bars_of(values, *, labels=None, format="percent", **options):  # noqa: A002
    options = {"title": "？", **options}
    rows = regions(pd.array(values, dtype="object"), labels)
    return bars(rows, label="name", value="value", code="code", format=format, **options)


def months(values, **more):
    return pd.DataFrame(
        {"day": pd.date_range("2025-11-01", periods=len(values), freq="MS"), "value": values, **more}
    )


PAIRS = {("a", 1): 3, ("a", 2): 0, ("b", 1): 5}
DOWN, ACROSS = {"a": "甲", "b": "乙"}, {1: "一类", 2: "二类"}


def annotations(figure):
    return [annotation.text for annotation in figure.layout.annotations]


def test_bars_are_coloured_by_their_state():
    figure, look = bars_of([0.95, 0.9, 0.85, 0.5, None], target=0.9), palette()
    assert list(figure.data[0].marker.color) == [
        look.meets,
        look.meets,
        look.at_risk,
        look.breach,
        look.no_data,
    ]
    assert annotations(figure)[1:] == ["✓ 95.00%", "✓ 90.00%", "! 85.00%", "✕ 50.00%", "无数据"]
    assert annotations(figure)[0] == "目标 90.00%"


def test_bars_without_a_target_are_neutral():
    figure = bars_of([3, 2], format="count")
    assert set(figure.data[0].marker.color) == {palette().neutral}
    assert not figure.layout.shapes


@pytest.mark.parametrize(
    ("value", "target", "comparison", "state"),
    [
        (5, 10, "at_most", "meets"),
        (10, 10, "at_most", "meets"),
        (10.5, 10, "at_most", "at_risk"),
        (20, 10, "at_most", "breach"),
        (0.80, 0.9, "at_least", "breach"),
        (0.82, 0.9, "at_least", "at_risk"),
        (0.9, 0.9, "at_least", "meets"),
        (3 / 5, 6000 / 10_000, "more_than", "at_risk"),  # exactly 60 % is not more than 60 %
        (0.6001, 0.6, "more_than", "meets"),
        (0.5, 0.6, "more_than", "breach"),
        (1, None, "at_least", "neutral"),
        (None, None, "at_least", "no_data"),
        (float("nan"), 1, "at_least", "no_data"),
        (0, 0, "at_most", "meets"),
        (1, 0, "at_most", "breach"),
    ],
)
def test_state(value, target, comparison, state):
    assert target_state(value, target, comparison) == state


def test_a_point_carries_its_code_first():
    assert [point[0] for point in bars_of([1, 2], format="count").data[0].customdata] == ["R0", "R1"]
    heat = heat_map(PAIRS, rows=DOWN, columns=ACROSS, format="count", title="？")
    assert [point[0] for point in heat.data[0].customdata] == [["a", 1], ["a", 2], ["b", 1], ["b", 2]]


def test_a_missing_pair_is_not_a_zero():
    heat = heat_map(PAIRS, rows=DOWN, columns=ACROSS, format="count", title="？")
    look = palette()
    assert list(heat.data[0].text) == ["3", "0", "5", "—"]
    assert list(heat.data[0].marker.color)[1] == look.scale[0]
    assert list(heat.data[0].marker.color)[3] == look.panel
    assert heat.data[0].customdata[3][3] == "无数据"


def test_the_figures_of_parts_and_totals_are_exact():
    fen = 2**53 + 1
    values = {("a", 1): fen, ("a", 2): fen, ("b", 1): 5}
    figure = stacked_bars(values, bars=DOWN, parts=ACROSS, format="fen", title="？", meanings={1: "breach"})
    assert annotations(figure) == ["1,801,439.85 亿元", "0.00 亿元"]
    assert figure.data[0].marker.color == palette().breach
    assert figure.data[1].marker.color == palette().series[1]
    assert "单位：亿元" in figure.layout.title.text


def test_months_are_named_in_the_language_of_the_reader():
    figure = trend(months([0.5, None, 0.7]), date="day", value="value", format="percent", title="？")
    assert list(figure.layout.xaxis.ticktext) == ["11月<br>2025年", "12月<br>", "1月<br>2026年"]
    assert figure.data[0].y[1] is None, "a gap stays a gap"
    assert [point[0] for point in figure.data[0].customdata] == ["2025-11", "2025-12", "2026-01"]
    use_language("en")
    figure = columns_by_month(
        months([1, 2], last=[3, 4]), month="day", value="value", format="count", title="?", other="last"
    )
    assert list(figure.layout.xaxis.ticktext) == ["Nov<br>2025", "Dec<br>"]
    assert len(figure.data) == 2


@pytest.mark.parametrize("look", ["light", "dark"])
def test_ink_can_be_read_on_every_shade(look):
    colours = palette(look)
    for shade in (*colours.scale, *colours.series, colours.meets, colours.breach, colours.neutral):
        assert colours.on(shade) in {colours.ink, colours.paper}
    assert colours.on(colours.paper) == colours.ink
    assert colours.on(colours.ink) == colours.paper


def test_text_from_rows_is_never_markup():
    text = json.dumps(bars_of([0.5], labels=[EVIL], title=EVIL).to_plotly_json(), default=list)
    assert "<b>" not in text
    assert "<a " not in text
    assert inert("<b>&lt;") == "&lt;b&gt;&amp;lt;"


def test_long_labels_are_broken_and_cut():
    name = "示范市高新技术产业开发区管理委员会财政金融和国有资产监督管理办公室"
    assert fitted(name) == "示范市高新技术产业开发<br>区管理委员会财政金融…"
    assert fitted("短") == "短"
    assert fitted(None) == ""
    assert all(half_widths(line) <= 22 for line in fitted("a" * 90).split("<br>"))
    assert fitted("违规租赁车辆支出1,211元", 18) == "违规租赁车辆<br>支出1,211元", "a figure is not broken"
    assert fitted("自然资源和生态环境审计科") == "自然资源和生<br>态环境审计科", "no letter stands alone"
    assert fitted("专项资金分配依据不充分，涉及275.54万元", 18) == "专项资金分配依据不<br>充分，涉及275.54…"
    assert fitted("40个项目未编制绩效评价目标，涉及17.10万元", 18) == "40个项目未编制绩效<br>评价目标，涉及…"
    assert fitted("Housing and construction", 14, 1) == "Housing and c…"


def test_no_rows_is_said_not_drawn():
    figure = bars_of([])
    assert annotations(figure) == ["所选范围内没有数据"]
    assert not figure.data


def test_only_missing_values_still_draw():
    assert annotations(bars_of([None, None], target=0.9))[1:] == ["无数据", "无数据"]
    assert trend(months([None, None]), date="day", value="value", format="fen", title="？").data


def bullets_of(rows, **options):
    columns = ["code", "label", "value", "target", "baseline", "format", "meaning", "shown"]
    frame = pd.DataFrame(rows, columns=columns).astype({"value": "object", "target": "object"})
    return bullets(frame, title="？", **{name: name for name in columns}, **options)


def test_bullets_measure_each_row_on_its_own_scale_and_mark_its_target():
    figure, look = (
        bullets_of(
            [
                ("a", "比率", 0.5, 0.9, None, "percent", "breach", "✕ 50%"),
                ("b", "件数", 300, 100, 50, "count", "meets", "✓ 300"),
                ("c", EVIL, None, 0.9, None, "percent", "no_data", "无数据"),
            ]
        ),
        palette(),
    )
    assert list(figure.data[1].x) == [0.5, pytest.approx(300 / 324), 0]
    assert list(figure.data[1].marker.color) == [look.breach, look.meets, look.no_data]
    strokes = [(round(shape.x0, 3), shape.line.color) for shape in figure.layout.shapes]
    assert strokes == [
        (0.9, look.ink),
        (round(50 / 324, 3), look.muted),
        (round(100 / 324, 3), look.ink),
        (0.9, look.ink),
    ]
    assert [point[0] for point in figure.data[1].customdata] == ["a", "b", "c"]
    assert "<b>" not in "".join(annotations(figure))
    assert figure.data[0].x == (1.0, 1.0, 1.0), "a row without a figure is there to be clicked"


def test_bullets_of_one_thing_compare():
    figure = bullets_of(
        [
            ("a", "2024", 100, None, None, "count", "neutral", "100"),
            ("b", "2025", 50, None, None, "count", "neutral", "50"),
        ],
        is_one_scale=True,
    )
    longer, shorter = figure.data[1].x
    assert longer == 2 * shorter


def test_stacked_columns_carry_period_and_part_and_say_their_total():
    """A click is a pair of codes; the total stands above its column, and nought says nothing."""
    figure = columns_stacked(
        {("11", "red"): 2, ("11", "blue"): 1, ("12", "red"): 0},
        columns={"11": "11月", "12": "12月"},
        parts={"red": "红", "blue": "提示"},
        format="count",
        title="到期",
        meanings={"red": "breach", "blue": "neutral"},
        named_every=2,
        between=1,
    )
    assert figure.layout.xaxis.ticktext == ("11月",)
    assert [line.x0 for line in figure.layout.shapes] == [0.5], "between the first column and the second"
    assert [bar.customdata[0][0] for bar in figure.data] == [["11", "red"], ["11", "blue"]]
    assert [list(bar.y) for bar in figure.data] == [[2, 0], [1, 0]]
    assert annotations(figure) == ["3"]


def test_a_legend_grows_downwards_from_the_title_and_figures_that_do_not_fit_are_hidden():
    figure = stacked_bars(PAIRS, bars=DOWN, parts=ACROSS, format="count", title="？")
    assert (figure.layout.legend.yref, figure.layout.legend.yanchor) == ("container", "top")
    assert figure.layout.uniformtext.mode == "hide"


def test_months_are_named_as_far_apart_as_a_telephone_needs():
    rows = months(range(13), other=range(13))
    course = trend(rows, date="day", value="value", format="count", title="？")
    assert [text.split("<br>")[0] for text in course.layout.xaxis.ticktext] == [
        "11月",
        "1月",
        "3月",
        "5月",
        "7月",
        "9月",
        "11月",
    ]


def test_english_titles_fit_on_a_telephone():
    """A title has one line; 46 letters of it fit beside the margins of a screen of 390 px."""
    files = [file for folder in ("components", "pages") for file in (ROOT / folder).rglob("*.py")]
    titles = [
        text.value
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.keyword) and node.arg == "title"
        for text in ast.walk(node.value)
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value.endswith("?")
    ]
    assert len(titles) > 20
    assert [title for title in titles if len(title) > 46] == []
