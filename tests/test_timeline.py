"""What the finding's page says: the timeline, the four facts, the fields; text from outside stays inert."""

from datetime import date

import pytest
from sqlalchemy import Engine, insert, update
from streamlit.testing.v1 import AppTest

from components.inert import inert
from data.engine import writing
from data.schema import Milestone, Rectification
from queries.cards.finding_card import FindingCard
from tests.ledger_rows import add_finding, add_house, settle
from tests.test_finding_card import DAY, ENTERED, FOUND, add_full_finding, card
from tests.test_inert import NASTY

TIMELINE = """
from components.finding.timeline import timeline
timeline(st.session_state.card)
"""
TILES = """
from components.finding.finding_tiles import finding_tiles
finding_tiles(st.session_state.card)
"""
FIELDS = """
from components.finding.field_list import field_list
for entries in st.session_state.card.entries.values():
    field_list(entries, without=("title",))
"""


def drawn(script: str, shown: FindingCard | None) -> AppTest:
    app = AppTest.from_string(f"import streamlit as st\n{script}", default_timeout=20)
    app.session_state["card"] = shown
    app.run()
    assert not app.exception
    return app


@pytest.fixture
def full(sqlite_engine: Engine) -> int:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        finding_id = add_full_finding(connection)
        settle(connection)
    return finding_id


def test_moments_are_told_in_words_by_year(sqlite_engine: Engine, full: int) -> None:
    lines = [line.value for line in drawn(TIMELINE, card(sqlite_engine, full)).markdown]
    assert lines[0] == "**2024**"
    told = dict(zip(lines[1:-2:2], lines[2:-1:2], strict=True))
    assert len(lines) == 1 + 2 * (16 + 1)
    extension = told[":gray[04-20]"]
    assert "2024-04-30 → 2024-09-30" in extension
    assert "张三" in extension
    assert "补录于 2024-06-02" in extension
    assert "日期为推定" in lines[2]
    assert "1,000.00 元" in told[":gray[03-01]"]
    assert "× 2" in told[":gray[08-08]"]
    assert ":red[" in lines[-1]
    assert "2024-09-30" in lines[-1]
    assert "92 天" in lines[-1]


def test_facts_after_the_day_stand_below_a_line(sqlite_engine: Engine, full: int) -> None:
    app = drawn(TIMELINE, card(sqlite_engine, full, date(2024, 5, 10)))
    lines = [line.value for line in app.markdown]
    expected = next(place for place, line in enumerate(lines) if "143 天" in line)
    assert "2024-05-10" in app.caption[0].value
    assert [line for line in lines[expected + 1 :] if "延" in line]
    assert not [line for line in lines[:expected] if "约1号" in line]


@pytest.mark.parametrize(
    ("facts", "due", "said"),
    [
        ([("rectified", DAY)], FOUND, "待销号"),
        ([], None, "未设定整改时限"),
        ([], date(2025, 1, 1), "剩余 1 天"),
    ],
)
def test_the_end_says_what_is_expected(sqlite_engine: Engine, facts, due, said) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        finding_id = add_finding(connection, facts=facts, due=due)
        settle(connection)
    assert said in drawn(TIMELINE, card(sqlite_engine, finding_id)).markdown[-1].value


def test_a_closed_finding_expects_nothing(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        finding_id = add_finding(connection, facts=[("rectified", FOUND), ("closed", DAY)])
        settle(connection)
    assert "已销号" in drawn(TIMELINE, card(sqlite_engine, finding_id)).markdown[-1].value


def test_four_facts_to_the_last_fen(sqlite_engine: Engine, full: int) -> None:
    amount, rectified, still_open, limit = drawn(TILES, card(sqlite_engine, full)).metric
    assert (amount.value, amount.delta) == ("1.00 万元", "10,000.00 元")
    assert (rectified.value, rectified.delta) == ("4,000.00 元", "")
    assert still_open.value == "6,000.00 元"
    assert (limit.value, limit.delta) == ("2024-09-30", "超期 92 天")


def test_a_finding_without_an_amount_has_none_rectified(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        finding_id = add_finding(connection, amount_fen=None, nature="non_monetary")
        settle(connection)
    amount, rectified, still_open, _limit = drawn(TILES, card(sqlite_engine, finding_id)).metric
    assert (amount.value, rectified.value, still_open.value) == ("非金额计量", "—", "—")


def test_text_from_outside_is_inert_in_every_place(sqlite_engine: Engine) -> None:
    nasty = " ".join(NASTY)
    with writing(sqlite_engine) as connection:
        add_house(connection)
        finding_id = add_finding(connection, description="\n".join(NASTY), suspect_reference=NASTY[0])
        connection.execute(update(Rectification).values(measures=nasty, responsible_person=NASTY[2]))
        connection.execute(
            insert(Milestone).values(
                finding_id=finding_id,
                kind="approved",
                fact_date=FOUND,
                person=NASTY[1],
                document_number=NASTY[5][:60],
                note=nasty,
                recorded_at=ENTERED,
            )
        )
        settle(connection)
    shown = card(sqlite_engine, finding_id)
    (line,) = [line.value for line in drawn(TIMELINE, shown).markdown if "<script>" in line.value] or [""]
    assert not line
    assert [line for line in drawn(TIMELINE, shown).markdown if inert(nasty) in line.value]
    fields = drawn(FIELDS, shown)
    assert "\n".join(NASTY) in [text.value for text in fields.text]
    assert not [line.value for line in fields.markdown if "**粗**" in line.value or ":red[" in line.value]
    assert [line for line in fields.markdown if line.value.endswith(inert(NASTY[0]))]
