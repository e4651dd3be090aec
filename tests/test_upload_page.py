"""上传数据: from the choice of a file to what became of it: with a type, ad hoc, several at once, refused."""

import io
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from sqlalchemy import Engine, insert, select
from streamlit.testing.v1 import AppTest

from components.navigation import UPLOAD_PAGE
from data.access.roles import User
from data.bringing.bring_in import bring_in
from data.bringing.jobs import forget_job, jobs_of
from data.bureau import set_value
from data.engine import now, reading, writing
from data.ocds.recognise import is_ocds
from data.schema import DataMovement, Dataset, DatasetVersion, Undertaking
from data.transfers import transfers
from data.warehouse import newest
from tests.app_pages import account, content, opened, served_by_the_app, signed_in

SECONDS = 30
CLERK = User("clerk", "clerk", frozenset({"data_room"}))
# The third payment lacks a payee, a day and an amount.
PAYMENTS = """付款单号,付款单位,收款单位,付款日期,金额（万元）,备注
F1,市教育局,甲公司,2026-01-05,1.5,
F2,市教育局,乙公司,2026年1月6日,2,急
F3,市教育局,,不详,x,
""".encode("gb18030")


@pytest.fixture
def room(sqlite_engine: Engine) -> Iterator[Engine]:
    """A bureau with a clerk who may bring data, one whose undertaking ran out, and an auditor."""
    with writing(sqlite_engine) as connection:
        set_value(connection, "as_of", "2026-06-30")
        account(connection, "clerk", frozenset({"data_room"}))
        account(connection, "unsigned", frozenset({"data_room"}))
        account(connection, "auditor", frozenset({"auditor"}))
        connection.execute(
            insert(Undertaking).values(
                user_name="clerk",
                document="1 号",
                signed_date=date(2020, 1, 1),
                valid_until=date(2099, 12, 31),
                recorded_by="test",
                recorded_at=now(),
            )
        )
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine
        for job in jobs_of(CLERK):
            job.cancel()
            job.wait(SECONDS)
            forget_job(job)


def uploaded(room: Engine, *files: tuple[str, bytes]) -> AppTest:
    """The page after these files were chosen."""
    app = opened(signed_in(room, "clerk"), UPLOAD_PAGE)
    app.file_uploader[0].set_value([(name, data, "text/csv") for name, data in files])
    return ran(app)


def ran(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception, app.exception
    return app


def pressed(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return ran(app)


def chosen(app: AppTest, label: str, value: object) -> AppTest:
    next(box for box in app.selectbox if box.label == label).set_value(value)
    return ran(app)


def brought(app: AppTest, label: str = "导入") -> AppTest:
    """The page once the job that the button begins is over."""
    pressed(app, label)
    assert jobs_of(CLERK)[0].wait(SECONDS)
    return ran(app)


def said(app: AppTest) -> str:
    return "\n".join([*content(app), *(item.value for item in [*app.main.markdown, *app.main.caption])])


def test_payments_in_gb18030_are_mapped_checked_and_told_of(room: Engine) -> None:
    app = uploaded(room, ("付款.csv", PAYMENTS))
    assert next(box for box in app.selectbox if box.label == "数据集类型").value == "payments"
    assert "自动：GB18030（GBK）" in app.selectbox[0].options
    assert "没有用到的列名（值仍在原始文件中）：备注" in said(app)
    assert next(box for box in app.selectbox if box.label == "“支付金额”的单位").value == "万元"
    next(box for box in app.text_input if box.label == "行数").set_value("4")
    next(box for box in app.text_input if box.label == "用途").set_value("预算执行审计")
    brought(app)
    assert [metric.value for metric in app.metric][:2] == ["2", "1"]
    assert "3 行" in said(app) or app.error  # the letter said four rows
    by_rule, by_line = app.main.table[0].value, app.main.dataframe[0].value
    assert set(by_rule["规则"]) == {"必填", "能按列的类型读出"}
    assert set(by_rule["行数"]) == {"1"}
    assert set(by_line["line"]) == {4}
    assert "不详" in set(by_line["value"])
    assert [button.label for button in app.get("download_button")] == [
        "下载隔离区的行（XLSX）",
        "下载隔离区的行（CSV）",
    ]
    assert transfers(CLERK) == []
    with reading(room) as connection:
        version = connection.execute(select(DatasetVersion.__table__)).one()
        assert (version.row_count, version.refused_count, version.encoding) == (2, 1, "gb18030")
        assert connection.scalar(select(Dataset.dataset_type)) == "payments"
        assert connection.scalar(select(DataMovement.purpose)) == "预算执行审计"


def test_the_next_file_of_the_source_is_read_by_the_recipe(room: Engine) -> None:
    app = uploaded(room, ("付款.csv", PAYMENTS))
    chosen(app, "“收款人”对应的列名", 5)  # the remarks
    brought(app)
    app = uploaded(room, ("付款2.csv", PAYMENTS))
    assert "照读取方案“付款”读取" in said(app).replace(":color[&#", "")
    app.segmented_control[0].set_value("own")
    ran(app)
    chosen(app, "方式", "append")
    brought(app)
    outcome = jobs_of(CLERK)[0].outcomes[0]
    assert (outcome.recipe, outcome.version.number) == ("付款", 2)
    match = outcome.mapping.match("payee_name")
    assert match is not None
    assert match.heading == "备注"


def test_a_needed_column_that_nothing_gives_keeps_the_button_shut(room: Engine) -> None:
    app = uploaded(room, ("付款.csv", PAYMENTS))
    chosen(app, "“收款人”对应的列名", -1)
    assert next(button for button in app.button if button.label == "导入").disabled
    assert "收款人" in app.error[0].value


def test_answers_outlive_the_session_and_the_server(room: Engine) -> None:
    app = uploaded(room, ("付款.csv", PAYMENTS))
    chosen(app, "“收款人”对应的列名", 5)
    next(box for box in app.text_input if box.label == "用途").set_value("预算执行审计")
    ran(app)
    again = pressed(opened(signed_in(room, "clerk"), UPLOAD_PAGE), "继续")
    assert next(box for box in again.selectbox if box.label == "“收款人”对应的列名").value == 5
    assert next(box for box in again.text_input if box.label == "用途").value == "预算执行审计"
    chosen(again, "数据集类型", "adhoc")
    third = pressed(opened(signed_in(room, "clerk"), UPLOAD_PAGE), "继续")
    assert next(box for box in third.selectbox if box.label == "数据集类型").value == "adhoc"
    assert not third.main.warning


def test_ad_hoc_rows_are_kept_as_they_came(room: Engine) -> None:
    app = uploaded(room, ("杂项.csv", "编号,甲,乙\n007,1.5,x\n008,2,y\n".encode()))
    assert next(box for box in app.selectbox if box.label == "数据集类型").value == "adhoc"
    kinds = app.main.dataframe[1].value
    assert list(kinds["type"]) == ["文本", "小数", "文本"]
    assert "前导零" in kinds["why"][0]
    brought(app)
    assert [metric.value for metric in app.metric][:3] == ["2", "0", "—"]
    assert "照原样保存" in app.info[0].value


def test_files_of_one_kind_become_one_dataset(room: Engine) -> None:
    app = uploaded(
        room,
        ("2025.csv", "单位,金额,日期\n甲,1,2025-01-01\n".encode()),
        ("2026.csv", "单位,金额,发生日期\n乙,2,2026-01-01\n".encode("gb18030")),
    )
    chosen(app, "数据集类型", "adhoc")
    assert list(app.main.dataframe[-1].value["file"]) == ["2026.csv"]
    next(box for box in app.text_input if box.label == "查询用名").set_value("spend")
    ran(app)
    brought(app, "导入 2 个文件")
    last = jobs_of(CLERK)[0].outcomes[-1].version
    assert (last.number, last.row_count, len(last.columns)) == (2, 2, 3)


def test_a_file_that_does_not_fit_is_left_out_and_waits(room: Engine) -> None:
    """It is mapped by itself afterwards, into the same dataset."""
    other = "流水,对方,哪天,钱\nF9,庚公司,2026-03-01,7\n".encode()
    app = uploaded(room, ("付款.csv", PAYMENTS), ("别样.csv", other))
    assert "收款人" in app.main.dataframe[-1].value["fault"][0]
    assert "1 个文件" in app.main.warning[-1].value
    brought(app)
    assert [outcome.version.original_name for outcome in jobs_of(CLERK)[0].outcomes] == ["付款.csv"]
    assert [waiting.original_name for waiting in transfers(CLERK)] == ["别样.csv"]
    assert "接着导入下一个（1 个等候）" in [button.label for button in app.button]


def test_a_sheet_is_chosen_and_read_anew(room: Engine) -> None:
    book = io.BytesIO()
    with xlsxwriter.Workbook(book) as workbook:
        for name, heading in (("封面", "说明"), ("明细", "单位")):
            sheet = workbook.add_worksheet(name)
            for row, cells in enumerate(((heading, "金额"), ("甲", "1"), ("乙", "2"))):
                sheet.write_row(row, 0, cells)
    app = uploaded(room, ("表.xlsx", book.getvalue()))
    assert list(app.main.dataframe[0].value.columns) == ["说明", "金额"]
    chosen(app, "工作表或图层", "明细")
    assert list(app.main.dataframe[0].value.columns) == ["单位", "金额"]
    next(box for box in app.number_input if box.label == "表头所在行").set_value(2)
    ran(app)
    assert list(app.main.dataframe[0].value.columns) == ["甲", "1"] or len(app.main.dataframe[0].value) == 1


def test_what_cannot_be_read_is_said_and_stays(room: Engine) -> None:
    app = uploaded(room, ("文书.csv", b"%PDF-1.7\n"))
    assert "PDF" in app.error[0].value
    assert [transfer.original_name for transfer in transfers(CLERK)] == ["文书.csv"]
    pressed(app, "另选文件")
    assert "等候的文件" in said(app)
    pressed(app, "确认放弃")
    assert transfers(CLERK) == []


def test_a_job_outlives_its_page_and_can_be_cancelled(room: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, real = threading.Event(), bring_in
    monkeypatch.setattr("data.bringing.jobs.bring_in", lambda *given: gate.wait(SECONDS) and real(*given))
    app = uploaded(room, ("杂项.csv", "甲,乙\n1,2\n".encode()))
    pressed(app, "导入")
    again = opened(signed_in(room, "clerk"), UPLOAD_PAGE)
    assert "正在导入" in said(again)
    pressed(again, "打开")
    jobs_of(CLERK)[0].cancel()
    gate.set()
    assert jobs_of(CLERK)[0].wait(SECONDS)
    ran(again)
    assert "没有存入任何内容" in again.warning[0].value
    pressed(again, "返回这个文件")
    assert next(button for button in again.button if button.label == "导入")
    with reading(room) as connection:
        assert connection.scalar(select(Dataset.name)) is None


def test_of_a_job_from_before_a_restart_it_says_where_its_files_are(room: Engine) -> None:
    assert "等候的文件" in said(opened(signed_in(room, "clerk"), UPLOAD_PAGE, job="0123456789abcdef"))
    assert "等候的文件" not in said(opened(signed_in(room, "clerk"), UPLOAD_PAGE))


def test_without_an_undertaking_nothing_can_be_chosen(room: Engine) -> None:
    app = opened(signed_in(room, "unsigned"), UPLOAD_PAGE)
    assert "没有" in app.error[0].value or "保密承诺书" in app.error[0].value
    assert not app.file_uploader


def test_without_the_right_there_is_no_page(room: Engine) -> None:
    with pytest.raises(ValueError, match="navigation page"):
        opened(signed_in(room, "auditor"), UPLOAD_PAGE)


def test_a_name_that_is_taken_is_refused_before_the_file_goes(room: Engine, tmp_path: Path) -> None:
    del tmp_path
    brought(uploaded(room, ("a.csv", b"x,y\n1,2\n")))
    app = uploaded(room, ("a.csv", b"x,y\n1,2\n"))
    assert "同样大小的文件：a 第 1 版" in app.warning[0].value
    assert "您已有数据集 a" in app.warning[1].value
    assert next(button for button in app.button if button.label == "导入").disabled


def test_the_template_of_a_type_is_offered_before_and_after_the_file(room: Engine) -> None:
    app = opened(signed_in(room, "clerk"), UPLOAD_PAGE)
    chosen(app, "数据集类型", "vehicles")
    assert [button.key for button in app.get("download_button") if button] == ["template_vehicles"]
    app = uploaded(room, ("付款.csv", PAYMENTS))
    assert "template_payments" in [button.key for button in app.get("download_button")]


def test_open_contracting_data_become_a_dataset_of_each_type(
    room: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (
        b'{"ocid": "a-1", "tag": ["tender"], "tender": {"title": "X"},'
        b' "bids": {"details": [{"tenderers": [{"id": "S1", "name": "Y"}]}]}}\n{"no": "ocid"}\n'
    )
    app = uploaded(room, ("releases.jsonl", lines))
    assert next(box for box in app.selectbox if box.label == "数据集类型").value == "ocds"
    assert "`releases_suppliers`" in said(app)
    assert not app.main.code
    brought(app)
    job = jobs_of(CLERK)[0]
    rows = {outcome.dataset: outcome.rows for outcome in job.outcomes}
    assert rows == {"releases_tenders": 1, "releases_bids": 1, "releases_suppliers": 1}
    assert (job.files_in, job.unread, transfers(CLERK)) == (1, 1, [])
    assert list(app.main.dataframe[0].value["dataset"]) == list(rows)
    app = uploaded(room, ("releases.jsonl", lines))
    assert "已经有了" in said(app)
    # What is too large for the memory of the server stays one dataset; the command is named.
    monkeypatch.setattr("components.upload.ocds_notice._LARGEST", 10)
    ran(app)
    assert 'datasets add "releases.jsonl" --type ocds --name releases' in app.main.code[0].value
    other = uploaded(room, ("plain.jsonl", b'{"tender": "a", "n": 1}\n'))
    assert "ocds" not in next(box for box in other.selectbox if box.label == "数据集类型").options


@pytest.mark.parametrize(
    ("headings", "is_it"),
    [
        (("uri", "publishedDate", "releases"), True),
        (("uri", "publishedDate", "records", "packages"), True),
        (("ocid", "compiledRelease"), True),
        (("ocid", "amount"), False),
        (("releases",), False),
    ],
)
def test_the_names_of_the_standard_are_known(headings: tuple[str, ...], is_it: bool) -> None:
    assert is_ocds(headings) is is_it


PLACES = """项目编号,项目名称,建设单位,经度,纬度
A,示范路改造,示范市交通运输局,117.54,36.714
B,示范小学,示范市教育局,36.714,117.54
""".encode()


def test_places_are_brought_in_once_their_system_is_confirmed(room: Engine) -> None:
    app = uploaded(room, ("项目.csv", PLACES))
    assert "subheader:  位置与坐标系" in content(app)
    button = next(each for each in app.button if each.label == "导入")
    assert button.disabled
    next(box for box in app.checkbox if box.label.startswith("确认本文件的坐标系是")).check()
    ran(app)
    brought(app)
    with reading(room) as connection:
        version = newest(connection, 1)
    assert version is not None
    assert version.report["places"]["reasons"] == {"swapped": 1}
    assert {"geometry", "geometry_as_brought", "precision_m", "landing"} <= {
        column.name for column in version.columns
    }


def test_coordinates_may_stay_as_they_are(room: Engine) -> None:
    app = uploaded(room, ("项目.csv", PLACES))
    chosen(app, "坐标系", "")
    brought(app)
    with reading(room) as connection:
        version = newest(connection, 1)
    assert version is not None
    assert "places" not in version.report
