"""数据探查: choose a dataset, make a test, see what it found, keep it as suspects."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select, update
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Multiselect

from components.navigation import EXPLORE_PAGE
from data.engine import reading, writing
from data.schema import Dataset, Suspect, SuspectEvidence
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.dataset_rows import KEEPER, bring, signed

ROWS = (
    "select * from (values ('F1', '甲公司', 100.50, '3201'), ('F1', '甲公司', 100.50, '3202'), "
    "('F2', '*乙*', 7.00, '3203')) as paid(invoice, payee, amount, identity)"
)
LAWFUL = "select round(power(10, n / 3000), 2)::decimal(18, 2) as amount from range(12000) as r(n)"


@pytest.fixture
def bureau(sqlite_engine: Engine) -> Iterator[Engine]:
    """A bureau with one dataset of a tester, and an auditor to whom nothing is shared."""
    signed(sqlite_engine, KEEPER)
    bring(sqlite_engine, KEEPER, "payments", ROWS, {"identity": "identity"})
    with writing(sqlite_engine) as connection:
        account(connection, "tester", frozenset({"data_room"}))
        account(connection, "auditor", frozenset({"auditor"}))
        connection.execute(update(Dataset).values(owner="tester"))
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine


def asked(app: AppTest, label: str) -> AppTest:
    button = next(button for button in app.button if button.label == label)
    button.click().run()
    assert not app.exception, app.exception
    return app


def agreeing(app: AppTest) -> Multiselect[str]:
    return next(box for box in app.main.multiselect if box.label == "应一致的列")


def test_a_test_is_made_and_its_rows_are_kept(bureau: Engine) -> None:
    app = opened(signed_in(bureau, "tester"), EXPLORE_PAGE, dataset="payments", test="duplicates")
    agreeing(app).select("invoice").select("amount")
    asked(app, "开始检验")
    assert "2 行存在重复" in app.main.warning[0].value
    assert app.main.dataframe[-1].value["_row"].tolist() == [1, 2]
    next(box for box in app.main.selectbox if box.label == "涉及对象").select("payee")
    asked(app, "全部转为疑点")
    assert "已转为疑点 1 条" in app.main.success[0].value
    with reading(bureau) as connection:
        assert connection.scalars(select(Suspect.entity_reference)).all() == ["甲公司"]
        assert len(connection.scalars(select(SuspectEvidence.rows)).all()) == 1
    asked(app, "全部转为疑点")
    assert "此前已转" in app.main.success[0].value


def test_amounts_that_keep_to_the_law_are_told_without_a_warning(bureau: Engine) -> None:
    bring(bureau, KEEPER, "lawful", LAWFUL)
    with writing(bureau) as connection:
        connection.execute(update(Dataset).values(owner="tester"))
    app = opened(signed_in(bureau, "tester"), EXPLORE_PAGE, dataset="lawful", test="benford")
    asked(app, "开始检验")
    assert not app.main.warning
    assert any("高度符合" in box.value for box in app.main.info)
    assert "可查看的行" in [title.value for title in app.main.subheader]


def test_what_cannot_be_checked_says_why(bureau: Engine) -> None:
    app = opened(signed_in(bureau, "tester"), EXPLORE_PAGE, dataset="payments", test="outliers")
    asked(app, "开始检验")
    assert "没有哪一组有 10 笔以上" in app.main.warning[0].value


def test_who_may_read_nothing_is_told_what_to_do(bureau: Engine) -> None:
    app = opened(signed_in(bureau, "auditor"), EXPLORE_PAGE, dataset="payments")
    assert "还没有您可以查看的数据集" in app.main.info[0].value
    assert not app.main.button


def test_choices_in_the_address_narrow_the_rows_and_the_test(bureau: Engine) -> None:
    address = {"dataset": "payments", "test": "duplicates", "only": "invoice:=F2", "facet": "invoice"}
    app = opened(signed_in(bureau, "tester"), EXPLORE_PAGE, **address)
    assert app.main.dataframe[0].value["payee"].tolist() == ["*乙*"]
    assert any("**1** / 3" in words.value for words in app.main.markdown)
    agreeing(app).select("amount")
    asked(app, "开始检验")
    assert "1 行都没有重复" in app.main.info[0].value
    assert any("只检验了符合以下条件的行" in words.value for words in app.main.caption)
    next(button for button in app.button if button.key == "drop_choice_0").click().run()
    assert not app.exception
    assert app.main.dataframe[0].value["_0"].tolist() == [1, 2, 3]
    assert "2 行存在重复" in app.main.warning[0].value
    assert not app.query_params.get("only")
    assert app.main.dataframe[-1].value["_row"].tolist() == [1, 2]


def test_what_an_address_may_not_choose_is_dropped(bureau: Engine) -> None:
    app = opened(
        signed_in(bureau, "tester"), EXPLORE_PAGE, dataset="payments", only="gone:=1", facet="identity"
    )
    assert len(app.main.dataframe[0].value) == 3


def test_amounts_kept_in_fen_are_shown_in_yuan_with_their_fences(bureau: Engine) -> None:
    rows = "select 'F' || n as code, (case n when 12 then 900000 else 10000 + n end)::bigint as paid_fen"
    bring(bureau, KEEPER, "paid", f"{rows} from range(1, 13) as r(n)", kinds={"paid_fen": "money"})
    with writing(bureau) as connection:
        connection.execute(update(Dataset).values(owner="tester"))
    app = opened(signed_in(bureau, "tester"), EXPLORE_PAGE, dataset="paid", test="outliers")
    asked(app, "开始检验")
    (row,) = app.main.dataframe[-1].value.to_dict("records")
    assert row["paid_fen"] == 9000
    assert 100 < row["_high_fence"] < 101
    assert "单位：元" in [caption.value for caption in app.main.caption]
