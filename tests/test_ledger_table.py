"""A ledger's grid: what stands in its cells, and in which unit."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from components.kpi import ledger_table
from components.kpi.ledger_table import as_shown, shown_column
from queries.catalog import kpis
from queries.exporting.workbook_cells import in_words
from queries.filters import Filters

_YUAN = 100  # 分
_NAMES = ["amount_fen", "open_fen"]


def test_a_price_has_a_unit_of_its_own() -> None:
    names = ["works_fen", "unit_cost_fen", "lower_fence_fen"]
    frame = pd.DataFrame([[90_000_000 * _YUAN, 2_500 * _YUAN, 30_000 * _YUAN]], columns=names, dtype="Int64")
    headings = [shown_column(name, frame)["label"] for name in names]
    assert headings == ["造价（万元）", "单位造价（元）", "下限（元）"]
    assert as_shown(frame, names).iloc[0].tolist() == [9_000, 2_500, 30_000]


def test_work_kept_in_half_hours_is_shown_in_hours() -> None:
    frame = pd.DataFrame({"half_hours": pd.Series([15, None], dtype="Int64")})
    assert as_shown(frame, ["half_hours"])["half_hours"].tolist()[:1] == [7.5]
    assert shown_column("half_hours", frame)["label"] == "工时（小时）"


def test_a_quantity_kept_in_thousandths_is_shown_and_said_whole() -> None:
    frame = pd.DataFrame({"works_quantity": pd.Series([30_643_406, 1_280], dtype="Int64")})
    assert as_shown(frame, ["works_quantity"])["works_quantity"].tolist() == [30_643.406, 1.28]
    assert [in_words("works_quantity", number) for number in (30_643_406, 1_280)] == ["30643.406", "1.28"]


def test_how_long_a_file_is_kept_is_said_also_where_it_is_for_ever() -> None:
    frame = pd.DataFrame({"retention_years": pd.Series([0, 30], dtype="Int64")})
    assert as_shown(frame, ["retention_years"])["retention_years"].tolist() == ["永久", "30 年"]


def _ledger(amounts: list[int | None], still_open: list[int | None]) -> pd.DataFrame:
    columns = dict(zip(_NAMES, (amounts, still_open), strict=True))
    return pd.DataFrame({name: pd.Series(values, dtype="Int64") for name, values in columns.items()})


def _headings(frame: pd.DataFrame) -> list[str]:
    return [shown_column(name, frame)["label"] for name in _NAMES]


def test_amounts_of_a_row_stand_in_one_unit() -> None:
    # By themselves the first would be in 万元, the second in 元.
    amounts, still_open = (30_000, 20_000, 20_000), (30_000, 5_000, 4_000)
    frame = _ledger([each * _YUAN for each in amounts], [each * _YUAN for each in still_open])
    shown = as_shown(frame, _NAMES)
    assert _headings(frame) == ["问题金额（元）", "未整改金额（元）"]
    assert shown.iloc[0].tolist() == [30_000, 30_000]


def test_noughts_and_gaps_choose_no_unit() -> None:
    frame = _ledger([30_000 * _YUAN, None, 20_000 * _YUAN], [0, None, 0])
    assert _headings(frame) == ["问题金额（万元）", "未整改金额（万元）"]
    assert as_shown(frame, _NAMES)["amount_fen"].tolist()[::2] == [3, 2]


def test_a_column_that_is_not_seen_chooses_no_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: dict[str, Any] = {}
    monkeypatch.setattr("streamlit.dataframe", lambda data, **how: drawn.update(how, data=data))
    frame = _ledger([30_000 * _YUAN, 20_000 * _YUAN], [50 * _YUAN, 40 * _YUAN])
    filters = Filters(as_of=date(2026, 11, 20))
    ledger_table.draw_rows(kpis()["archive_loans"], frame, ["amount_fen"], filters)
    assert drawn["column_config"]["amount_fen"]["label"] == "问题金额（万元）"
    assert drawn["data"]["amount_fen"].tolist() == [3, 2]
