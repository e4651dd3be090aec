"""数据集: what its owner, a reader through masks, a keeper and a stranger see of it, and what they can do."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select
from streamlit.testing.v1 import AppTest

from components.navigation import DATASET_PAGE, ROWS_PAGE
from data.access.roles import User
from data.bringing.bring_in import Bringing, bring_in
from data.bringing.placing import PlaceSaid
from data.data_room.dataset_shares import share
from data.engine import connect_to, reading, writing
from data.schema import Account, DatasetUse, OutputApproval, Section
from data.warehouse import original_of, versions
from queries.background import BusyError
from queries.exporting.quarantine_export import quarantine_export
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.dataset_rows import KEEPER, signed

OWNER = User("owner", "所有者", frozenset({"data_room"}))
# Line 4 has no payee, line 5 no day; amounts in 万元.
FIRST = """付款单号,付款单位,收款单位,付款账号,付款日期,金额（万元）
F1,市教育局,甲公司,6222020200112233,2026-01-05,1.5
F2,市教育局,乙公司,6222020200112244,2026-01-06,2
F3,市教育局,,6222020200112255,2026-01-07,3
F4,市教育局,丁公司,6222020200112266,不详,4
"""
SECOND = """付款单号,付款单位,收款单位,付款账号,付款日期,金额（万元）
F1,市教育局,甲公司,6222020200112233,2026-01-05,1.75
F5,市教育局,戊公司,6222020200112277,2026-02-05,5
"""
AS_IT_CAME = "甲,乙\n1,2\n3,4,5\n"
FILES = ((FIRST, "付款", "payments"), (SECOND, "付款", "payments"), (AS_IT_CAME, "原样", "adhoc"))


@pytest.fixture(scope="module")
def bureau_engine(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A bureau with a dataset of two versions, one kept as it came, and a reader of every kind."""
    folder = tmp_path_factory.mktemp("datasets")
    engine = connect_to(f"sqlite:///{shutil.copy(sqlite_template, folder / 'audit.db')}")
    with served_by_the_app(engine, AUDIT_VAR_DIR=str(folder)):
        signed(engine, OWNER, KEEPER)
        with writing(engine) as connection:
            connection.execute(insert(Section).values(section_code="S1", name="财政科"))
            for account_id in connection.scalars(select(Account.account_id)).all():
                connection.exec_driver_sql(f"insert into account_role values ({account_id}, 'data_room')")
            account(connection, "reader", frozenset({"auditor"}))
            account(connection, "stranger", frozenset({"auditor"}))
            account(connection, "leader", frozenset({"leadership"}))
            account(connection, "bound", frozenset({"auditor"}), section_code="S1")
        for text, name, kind in FILES:
            file = folder / f"{name}.csv"
            file.write_text(text, "utf-8")
            bring_in(engine, OWNER, Bringing(file, file.name, "page", dataset=name, dataset_type=kind))
        file = folder / "地点.csv"
        file.write_text("名称,横坐标Y,纵坐标X\n甲,548245.933,4064908.054\n", "utf-8")
        metres = PlaceSaid("epsg:4548")
        bring_in(engine, OWNER, Bringing(file, file.name, "page", dataset="地点", place=metres))
        share(engine, OWNER, "付款", with_user="reader")
        yield engine
    engine.dispose()


def page(engine: Engine, user_name: str, part: str = "", dataset: str = "付款", **more: str) -> AppTest:
    return opened(signed_in(engine, user_name), DATASET_PAGE, dataset=dataset, part=part, **more)


def parts(app: AppTest) -> list[str]:
    return [option.content for group in app.main.get("button_group") for option in group.proto.options]


def labels(app: AppTest) -> set[str]:
    return {button.label for kind in ("button", "download_button") for button in app.main.get(kind)}


def test_its_owner_sees_the_rows_and_every_part(bureau_engine: Engine) -> None:
    app = page(bureau_engine, "owner", version="1")
    assert app.main.header[0].value == "付款"
    assert [metric.value for metric in app.main.metric][:2] == ["2", "2"]
    rows = app.main.dataframe[-1].value
    assert rows["payer_account"].tolist() == ["6222020200112233", "6222020200112244"]
    assert rows["paid_fen"].tolist() == [15_000.0, 20_000.0]
    assert len(parts(app)) == 7
    with reading(bureau_engine) as connection:
        kinds = connection.scalars(select(DatasetUse.kind).where(DatasetUse.user_name == "owner")).all()
    assert kinds == ["preview"]


def test_a_reader_sees_through_masks(bureau_engine: Engine) -> None:
    app = page(bureau_engine, "reader", version="1")
    assert app.main.dataframe[-1].value["payer_account"].tolist() == ["************2233", "************2244"]
    told = [note.value for note in app.main.caption if "对您脱敏" in note.value]
    assert [("付款账号" in words, "收款账号" in words) for words in told] == [(True, True)]
    waiting = page(bureau_engine, "reader", "quarantine", quarantine="1")
    assert not waiting.main.dataframe
    assert any("2 行待更正" in note.value and "所有者" in note.value for note in waiting.main.info)
    assert not any("隔离区的行" in label for label in labels(waiting))
    listed = page(bureau_engine, "reader", "versions")
    assert any("不脱敏查看" in note.value for note in listed.main.caption)
    assert "6222020200112255" not in repr(page(bureau_engine, "reader", "report", version="1").main)


@pytest.mark.parametrize(("who", "words"), [("stranger", "尚未共享给您"), ("leader", "您的角色不查看")])
def test_a_stranger_sees_what_the_catalogue_knows_and_whom_to_ask(
    bureau_engine: Engine, who: str, words: str
) -> None:
    app = page(bureau_engine, who, "rows")
    assert app.main.metric[0].value == "2"
    assert not app.main.dataframe
    assert words in app.main.info[0].value
    assert not parts(app)
    assert "甲公司" not in repr(app.main)


def test_who_keeps_the_data_room_sees_versions_and_events_but_no_rows(bureau_engine: Engine) -> None:
    app = page(bureau_engine, "keeper", "rows")  # not offered: the first part that is
    assert any("尚未共享给您" in note.value for note in app.main.info)
    assert "申请取出原始文件" not in labels(app)
    table = app.main.dataframe[0].value
    assert table["number"].tolist() == [2, 1]
    assert table["refused"].tolist() == [0, 2]
    happened = page(bureau_engine, "keeper", "history").main.dataframe[-1].value
    assert "数据集入库" in set(happened["title"])
    assert "甲公司" not in repr(app.main)


def test_a_bound_reader_does_not_see_datasets_of_others(bureau_engine: Engine) -> None:
    app = page(bureau_engine, "bound")
    assert not app.main.metric
    assert "没有这个数据集" in app.main.info[0].value


def test_figures_open_the_page_by_number(bureau_engine: Engine) -> None:
    app = opened(signed_in(bureau_engine, "reader"), DATASET_PAGE, id="1", kpi="datasets")
    assert app.main.header[0].value == "付款"
    rows = opened(signed_in(bureau_engine, "owner"), ROWS_PAGE, kpi="datasets").main.dataframe[-1].value
    assert set(rows["dataset"]) == {"付款", "原样", "地点"}
    assert "没有这个数据集" in opened(app, DATASET_PAGE, id="99", kpi="").main.info[0].value


def test_versions_are_compared_by_the_key_of_the_type(bureau_engine: Engine) -> None:
    app = page(bureau_engine, "reader", "comparison", before="1", after="2")
    assert app.main.multiselect[0].value == ["payment_code"]
    choices = {box.label: box.options for box in app.main.selectbox}
    assert [option.split(" · ")[0] for option in choices["变更前"]] == [
        "第 2 版（替换）",
        "第 1 版（首次入库）",
    ]
    next(button for button in app.main.button if button.label == "对比").click().run()
    counts = {metric.label: metric.value for metric in app.main.metric[5:]}
    assert counts == {"新增": "1", "减少": "1", "变化": "1", "相同": "0", "键值重复": "0"}
    changed = app.main.dataframe[-1].value
    assert changed["paid_fen"].tolist() == ["✎ 15,000.00 → 17,500.00"]
    assert changed["payer_account"].tolist() == ["************2233"]


def test_a_comparison_waits_for_its_turn_and_can_be_stopped(
    bureau_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = page(bureau_engine, "reader", "comparison", before="1", after="2")

    def busy(do: object) -> None:
        raise BusyError

    monkeypatch.setattr("components.worked.start", busy)
    next(button for button in app.main.button if button.label == "对比").click().run()
    assert not app.exception
    assert any("过几秒再试" in told.value for told in app.main.warning)


def test_files_are_verified_and_damage_is_told(bureau_engine: Engine) -> None:
    app = page(bureau_engine, "keeper", "versions", dataset="原样")
    verify = next(button for button in app.main.button if button.label == "核对文件")
    verify.click().run()
    assert "完好" in app.main.success[0].value
    with reading(bureau_engine) as connection:
        original = original_of(versions(connection, 2)[0])
    kept = original.read_bytes()
    original.write_bytes(kept + b"x")
    try:
        next(button for button in app.main.button if button.label == "核对文件").click().run()
    finally:
        original.write_bytes(kept)
    assert "被改动" in app.main.error[0].value


def test_lines_that_are_no_rows_are_shown(bureau_engine: Engine) -> None:
    app = page(bureau_engine, "owner", "quarantine", dataset="原样")
    assert "按原样保存" in app.main.info[0].value
    assert app.main.dataframe[0].value["text"].tolist() == ["3,4,5"]


def test_the_original_leaves_by_approval_alone(bureau_engine: Engine) -> None:
    app = page(bureau_engine, "owner", "versions", dataset="原样")
    app.main.text_area[0].set_value("核实")
    app.main.text_input[0].set_value("审计组")
    next(button for button in app.main.button if button.label.startswith("申请")).click().run()
    assert any("已申请" in note.value for note in app.main.success)
    with reading(bureau_engine) as connection:
        asked = connection.execute(select(OutputApproval.described, OutputApproval.is_granted)).all()
    assert [tuple(row) for row in asked] == [("原样：第 1 版原始文件 原样.csv", None)]


def test_an_original_that_is_gone_is_told_where_it_is_asked_for(bureau_engine: Engine) -> None:
    with reading(bureau_engine) as connection:
        original = original_of(versions(connection, 2)[0])
    app = page(bureau_engine, "owner", "versions", dataset="原样")
    app.main.text_area[0].set_value("核实")
    app.main.text_input[0].set_value("审计组")
    away = original.rename(original.with_suffix(".away"))
    try:
        next(button for button in app.main.button if button.label.startswith("申请")).click().run()
    finally:
        away.rename(original)
    assert not app.exception
    assert len(app.main.error) == 1


def test_corrected_rows_come_in_on_the_page(bureau_engine: Engine) -> None:
    with reading(bureau_engine) as connection:
        file = original_of(versions(connection, 1)[0])
    asked = Bringing(file, "付款.csv", "page", dataset="更正", dataset_type="payments")
    bring_in(bureau_engine, OWNER, asked)
    app = page(bureau_engine, "owner", "quarantine", dataset="更正")
    assert app.main.dataframe[0].value["_0"].tolist() == ["4", "5"]
    content = quarantine_export(bureau_engine, OWNER, "更正", 1, "csv").decode("utf-8-sig")
    corrected = content.replace("F3,市教育局,,", "F3,市教育局,丙公司,").encode()
    app.main.file_uploader[0].set_value(("更正.csv", corrected, "text/csv")).run()
    next(button for button in app.main.button if button.label == "更正入库").click().run()
    assert not app.exception
    assert "已更正入库 1 行，成为第 2 版" in app.main.success[0].value
    assert app.main.dataframe[0].value["_0"].tolist() == ["5"]
    assert app.main.metric[0].value == "3"
    assert app.main.metric[3].delta == "未入库 1 行"
    assert "100" not in app.main.metric[3].value  # a row still waits


def test_the_declared_system_stands_among_the_facts(bureau_engine: Engine) -> None:
    def words(name: str) -> str:
        return " ".join(each.value for each in page(bureau_engine, "owner", dataset=name).main.markdown)

    assert "CGCS2000" in words("地点")
    assert "坐标系" not in words("付款")
