"""数据比对: two datasets chosen by the address, what meets, what is refused, what is kept."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select, update
from streamlit.testing.v1 import AppTest

from components.joining import join_ways
from components.navigation import EXPLORE_PAGE, JOIN_PAGE
from data.access.roles import User
from data.data_room.dataset_shares import share
from data.engine import reading, writing
from data.schema import Dataset, Suspect, SuspectEvidence
from queries import background
from queries.joining.matching import Joined
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.dataset_rows import KEEPER, bring, signed

FIRST, SECOND, THIRD = "320102194901011235", "320102195001014569", "320102196001017890"
PAID = f"""select * from (values ('{FIRST}', '甲', 100), ('{FIRST}', '甲', 200), ('{SECOND}', '乙', 300),
    ('{THIRD}', '丙', 400)) as paid(identity_number, person, amount)"""
DEAD = f"""select * from (values ('{FIRST}', '2025-01-01'), ('{SECOND}', '2025-02-01'))
    as dead(identity_number, died)"""
OWNER = User("tester", "tester", frozenset({"data_room"}))


@pytest.fixture
def bureau(sqlite_engine: Engine) -> Iterator[Engine]:
    """Two datasets of a tester with masked numbers, shared with an auditor, and one that nobody masks."""
    signed(sqlite_engine, KEEPER)
    for name, rows in (("paid", PAID), ("dead", DEAD)):
        bring(sqlite_engine, KEEPER, name, rows, {"identity_number": "identity"})
    bring(sqlite_engine, KEEPER, "guesses", DEAD)
    with writing(sqlite_engine) as connection:
        account(connection, "tester", frozenset({"data_room"}))
        account(connection, "auditor", frozenset({"auditor"}))
        account(connection, "review", frozenset({"auditor"}))
        connection.execute(update(Dataset).values(owner="tester"))
    for name in ("paid", "dead", "guesses"):
        share(sqlite_engine, OWNER, name, with_user="auditor")
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine


def said(app: AppTest) -> str:
    return " ".join(words.value for words in app.main.markdown)


def test_who_sees_masks_compares_and_keeps_suspects(bureau: Engine) -> None:
    app = opened(signed_in(bureau, "auditor"), JOIN_PAGE, left="paid", right="dead")
    assert "3 行（75&#46;0&#37;）" in said(app).replace(":color[", "").replace(";]", ";")
    rows = app.main.dataframe[-1].value
    assert rows["_0"].tolist() == [1, 2, 3]
    assert rows["identity_number"].tolist()[0] == "320***********1235"
    assert not any(number in rows.to_csv() for number in (FIRST, SECOND, THIRD))
    next(box for box in app.main.selectbox if box.label == "涉及对象").select("person")
    next(button for button in app.button if button.key == "join_keep").click().run()
    assert not app.exception
    assert "已转为疑点 2 条" in app.main.success[0].value
    with reading(bureau) as connection:
        assert set(connection.scalars(select(Suspect.entity_reference))) == {"甲", "乙"}
        assert len(connection.scalars(select(SuspectEvidence.rows)).all()) == 4


def test_looking_for_suspects_has_a_time_limit(bureau: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(signed_in(bureau, "auditor"), JOIN_PAGE, left="paid", right="dead")

    def endless(done: Joined, *_how: str, **_columns: str | None) -> None:
        done.duck.execute("select count(*) from range(10000000000) as a, range(1000000) as b").fetchall()

    monkeypatch.setattr(join_ways, "hits", endless)
    monkeypatch.setattr(background, "LIMIT_SECONDS", 0)
    next(button for button in app.button if button.key == "join_keep").click().run(timeout=30)
    assert not app.exception
    assert "自动停止" in app.main.info[-1].value
    with reading(bureau) as connection:
        assert not connection.scalars(select(Suspect.suspect_id)).all()


def test_rows_of_one_side_alone(bureau: Engine) -> None:
    app = opened(signed_in(bureau, "tester"), JOIN_PAGE, left="paid", right="dead", how="only_left")
    assert app.main.dataframe[-1].value["person"].tolist() == ["丙"]
    next(button for button in app.button if button.key == "join_swap").click().run()
    assert not app.exception
    assert app.main.dataframe[-1].value["person"].tolist() == ["丙"]
    assert app.query_params["how"] in ("only_right", ["only_right"])


def test_a_masked_column_is_not_compared_with_an_open_one(bureau: Engine) -> None:
    pair = "identity_number:identity_number:exact"
    app = opened(signed_in(bureau, "auditor"), JOIN_PAGE, left="paid", right="guesses", on=pair)
    assert "对您脱敏" in app.main.warning[0].value
    assert not app.main.dataframe


def test_rows_that_meet_are_explored_further(bureau: Engine) -> None:
    asked = {
        "dataset": "paid",
        "match": "dead",
        "on": "identity_number:identity_number:identity",
        "how": "only_left",
    }
    app = opened(signed_in(bureau, "auditor"), EXPLORE_PAGE, **asked)
    assert app.main.dataframe[0].value["person"].tolist() == ["丙"]
    app = opened(signed_in(bureau, "auditor"), EXPLORE_PAGE, **(asked | {"match": "guesses"}))
    assert "对您脱敏" in app.main.warning[0].value


def test_who_may_read_nothing_is_told_what_to_do(bureau: Engine) -> None:
    app = opened(signed_in(bureau, "review"), JOIN_PAGE)
    assert "两个您可以查看的数据集" in app.main.info[0].value
