"""The pictures of runs, each drawn by a shipped model from its hits in the invented warehouse."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import plotly.graph_objects as go
import pytest
import shapely
from openpyxl import load_workbook

from components.run.benford_picture import benford_picture
from components.run.distribution_picture import distribution_picture
from components.run.network_picture import network_picture
from components.run.sankey_picture import sankey_picture
from components.run.timeline_picture import timeline_picture
from data.audit_models.runs import RunFacts
from data.duck import quoted
from queries.audit_models.cases import used
from queries.audit_models.hits import SeenRun
from queries.audit_models.hits_file import write_hits
from queries.audit_models.on_map import codes_of, placed_on_map, tells_projects
from queries.audit_models.pictures import BINS, first_digits, histogram, limit_of, spans, ties
from queries.audit_models.shipped import shipped_model
from queries.audit_models.values import values_of
from queries.exporting.hits_workbook import hits_workbook

Ran = Callable[..., SeenRun]


@pytest.fixture(scope="module")
def ran(
    invented_tables: duckdb.DuckDBPyConnection, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ran]:
    """Runs a model over the invented warehouse, as a run of the product leaves its hits."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("AUDIT_VAR_DIR", str(tmp_path_factory.mktemp("var")))
        yield lambda code, **given: _seen(invented_tables, code, given)


def _seen(warehouse: duckdb.DuckDBPyConnection, code: str, given: dict[str, Any]) -> SeenRun:
    model = shipped_model(code)
    params = values_of(model, given)
    day = datetime(2026, 11, 20, tzinfo=UTC)
    facts = RunFacts(
        run_id=1,
        model_code=code,
        model_version=1,
        text_id=1,
        params=params,
        user_name="auditor",
        started_at=day,
        ended_at=day,
        outcome="done",
        reason="",
        row_count=None,
        skipped=(),
        seconds=1.0,
        engine="duckdb",
        folder=f"{code}_{len(given)}",
        previous_run_id=None,
        new_count=None,
        gone_count=None,
        read=(),
    )
    facts.hits_file.parent.mkdir(parents=True, exist_ok=True)
    hits = quoted(facts.hits_file)
    warehouse.execute(f"copy ({model.sql}) to {hits} (format parquet)", used(model.sql, params))
    return SeenRun(facts, model, {}, {}, is_own=False)


def drawn(figure: go.Figure) -> dict[str, Any]:
    """What goes to the browser."""
    return dict(json.loads(figure.to_json()))


def columns_of(seen: SeenRun, kind: str) -> dict[str, str]:
    picture = seen.model.picture
    assert picture is not None
    assert picture.kind == kind
    return dict(picture.columns)


def test_a_distribution_has_the_line_of_the_limit(ran: Ran) -> None:
    """31 tenders leave too few days; the limit of the law is drawn at twenty."""
    seen = ran("M04")
    columns = columns_of(seen, "distribution")
    assert limit_of(seen, columns["limit"]) == 20
    found = histogram(seen, columns["value"])
    assert sum(each.hits for each in found) == 31
    assert all(each.low < 20 for each in found)
    figure = drawn(distribution_picture(seen, columns))
    assert sum(figure["data"][0]["y"]) == 31
    (line,) = figure["layout"]["shapes"]
    assert (line["x0"], line["x1"]) == (20, 20)
    assert any("20" in note["text"] for note in figure["layout"]["annotations"])


def test_many_values_fall_into_steps_of_one_width(ran: Ran) -> None:
    seen = ran("M22", most_december="0", most_quarter="0")
    found = histogram(seen, "december_rate")
    assert len(found) == BINS
    assert {round(float(each.high - each.low), 9) for each in found} == {
        round(float(found[0].high - found[0].low), 9)
    }


def test_a_time_line_goes_from_day_to_day(ran: Ran) -> None:
    seen = ran("M26")
    columns = columns_of(seen, "timeline")
    found = spans(seen, columns["start"], columns["end"], columns["label"])
    assert found
    assert all(each.start <= each.end for each in found if each.start and each.end)
    figure = drawn(timeline_picture(seen, columns))
    assert sum(len(trace.get("y") or ()) for trace in figure["data"]) >= len(found)


def test_bidders_are_tied_by_what_they_share(ran: Ran) -> None:
    """In twenty tenders the first two bidders share telephone and account."""
    seen = ran("M07")
    columns = columns_of(seen, "network")
    found = ties(seen, columns["source"], columns["target"], columns.get("value"))
    assert 0 < len(found) <= 20
    figure = drawn(network_picture(seen, columns))
    assert len(figure["data"]) == len(found) + 1, "a line for each tie, and the names"
    names = {name for tie in found for name in (tie.source, tie.target)}
    assert len(figure["data"][-1]["customdata"]) == len(names)


def test_first_digits_stand_beside_those_expected(ran: Ran) -> None:
    """The unit that pays one amount two hundred times."""
    seen = ran("M52")
    columns = columns_of(seen, "benford")
    found = first_digits(seen, columns)
    assert sum(found.values()) == 472
    assert found[1] > 250
    figure = drawn(benford_picture(seen, columns))
    assert list(figure["data"][0]["y"]) == list(found.values())


def test_first_digits_of_a_value_are_counted_hit_by_hit(ran: Ran) -> None:
    seen = ran("M04")
    found = first_digits(seen, {"value": "bid_days"})
    assert sum(found.values()) == 31


def test_money_flows_from_whom_to_whom(ran: Ran) -> None:
    seen = ran("M09", most_share="0.02", fewest_contracts="2")
    columns = columns_of(seen, "sankey")
    figure = drawn(sankey_picture(seen, columns))
    (flow,) = figure["data"]
    assert flow["type"] == "sankey"
    assert len(flow["link"]["value"]) == len(flow["link"]["source"]) > 0


def test_hits_leave_as_csv_and_as_a_workbook(ran: Ran, tmp_path: Path) -> None:
    seen = ran("M24")
    file = tmp_path / "hits.csv"
    assert write_hits(seen, file) == 45
    with file.open(encoding="utf-8-sig", newline="") as opened:
        lines = list(csv.DictReader(opened))
    book = load_workbook(io.BytesIO(hits_workbook(seen, [("申请人", "=审计甲")])), read_only=True)
    hits, asked = (list(sheet.values) for sheet in book.worksheets)
    assert len(lines) == len(hits) - 1 == 45
    # Amounts are in yuan in both.
    place = hits[0].index(next(head for head in hits[0] if "金额" in str(head)))
    assert [Decimal(line["amount"]) for line in lines] == [
        Decimal(str(row[place])).quantize(Decimal("0.01")) for row in hits[1:]
    ]
    assert [line["summary"] for line in lines] == [row[0] for row in hits[1:]]
    assert ("运行", "1") in asked
    assert ("申请人", "=审计甲") in asked, "a text, no formula"


def test_hits_about_projects_lie_where_their_projects_do(ran: Ran) -> None:
    seen = ran("M18")
    codes = sorted(codes_of(seen))
    assert tells_projects(seen)
    found = placed_on_map(seen, {codes[0]: shapely.Point(123.6, 30.4), "of another": shapely.Point(0, 0)})
    ((code, hit),) = found.placed
    assert (code, found.without_place, found.not_looked_at) == (codes[0], len(codes) - 1, 0)
    assert hit.shape == shapely.Point(123.6, 30.4)
    assert "超前" in hit.words
    assert not placed_on_map(seen, {}, only=hit.hit).placed
    assert not tells_projects(ran("M26B"))
