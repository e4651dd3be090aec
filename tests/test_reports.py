"""Reports: every figure in the files is the one that `manage.py kpi` gives, and the files open."""

import io
import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from sqlalchemy import Engine, select

from data.access.roles import NotPermittedError, User
from data.engine import connect_to, now, reading, writing
from data.events import DatabaseInitialised, record
from data.local_time import in_china
from data.schema import Event
from data.settings import database_url
from manage import main
from queries.filters import EVERYTHING, Filters, Scope
from queries.reporting.book import Stamp, report_book
from queries.reporting.document import report_document
from queries.reporting.making import KINDS, export_report, last_snapshot, make_report
from queries.reporting.report import Paragraph, Report, Table, Told, change_words
from queries.snapshots.freezing import freeze
from queries.source import Source, open_source
from tests.ledger_rows import add_a_varied_ledger, add_house
from tests.major_rows import add_varied_major_problems

DAY = date(2025, 6, 30)
STAMP = Stamp("somebody", in_china(now()))


@pytest.fixture(scope="module")
def house(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Source]]:
    """One small bureau for all tests here, with its run-time folder."""
    folder = tmp_path_factory.mktemp("reports")
    shutil.copy(sqlite_template, folder / "audit.db")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_VAR_DIR", str(folder))
        engine = connect_to(f"sqlite:///{folder / 'audit.db'}")
        with writing(engine) as connection:
            add_house(connection)
            add_a_varied_ledger(connection)
            add_varied_major_problems(connection)
            record(connection, "x", DatabaseInitialised(is_demo=False, findings=40))
        freeze(engine, User("rectify", "某人", frozenset({"rectification"})), DAY.replace(day=1))
        yield engine, open_source(engine)
        engine.dispose()


@pytest.fixture(autouse=True)
def of_the_house(house, monkeypatch):
    """The commands look at the same database."""
    folder = Path(str(house[0].url.database)).parent
    monkeypatch.setenv("AUDIT_VAR_DIR", str(folder))


def report_of(source: Source, kind: str, **filters: object) -> Report:
    year = {"year": 2024} if kind == "congress" else {}
    engine = connect_to(database_url())
    with reading(engine) as connection:
        snapshot = last_snapshot(connection, DAY)
    engine.dispose()
    asked = Filters(as_of=DAY, **year | filters)
    return make_report(source, kind, asked, EVERYTHING, bureau_name="示范市审计局", snapshot=snapshot)


_ANSWERS: dict[str, dict[str, object]] = {}


def answer(command: str, capsys: pytest.CaptureFixture[str]) -> float | int | None:
    """What a command of the list of figures prints: the number, of the part and the group it names."""
    words, __, marks = command.partition("#")
    if words not in _ANSWERS:
        capsys.readouterr()
        assert main(shlex.split(words)[1:]) == 0
        _ANSWERS[words] = json.loads(capsys.readouterr().out)
    told: dict[str, object] = _ANSWERS[words]
    part, *code = [*marks.split()] if marks.strip() else ["value"]
    if part not in {"value", "numerator", "denominator"}:
        part, code = "value", [part]
    if "groups" in told:
        wanted = "" if code == ["-"] else code[0]
        groups = [group for group in told["groups"] if group["code"] == wanted]  # type: ignore[attr-defined]
        return groups[0][part] if groups else (0 if told["denominator"] is None else None)  # type: ignore[index]
    return told[part]  # type: ignore[return-value]


@pytest.mark.parametrize("kind", KINDS)
def test_every_figure_of_both_files_is_that_of_the_command(house, kind, capsys):
    report = report_of(house[1], kind)
    book = load_workbook(io.BytesIO(report_book(report, STAMP)))
    listed = list(book["数字出处"].iter_rows(min_row=2, values_only=True))
    assert [line[0] for line in listed] == list(range(1, len(report.told) + 1))
    shown = {}
    in_cells = 0
    for number, place, __, command, earlier, value, words in listed:
        expected = answer(command, capsys)
        if earlier:
            before = answer(earlier, capsys)
            expected = None if expected is None or before is None else expected - before
        if expected is None:
            assert value is None, command
        else:
            assert value == pytest.approx(expected, abs=1e-12), command
        shown[f"figure_{number}"] = words
        if "!" in place:
            sheet, cell = place.rsplit("!", 1)
            in_cells += 1
            assert _is_same(book[sheet.strip("'")][cell].value, report.told[number - 1])
    least = 20 if kind == "major" else 40
    assert in_cells > least
    document = Document(io.BytesIO(report_document(report, STAMP)))
    marked = dict(_bookmarked(document))
    # Charts and the tables that are cut have the rest in the workbook.
    assert set(marked) <= set(shown)
    assert all(marked[name] == shown[name] for name in marked)
    assert len(marked) > least


def _is_same(cell: object, told: Told) -> bool:
    if told.value is None:
        return cell == "无数据"
    factor = 0.01 if told.format == "fen" else 100 if told.format == "percent" and told.before else 1
    return cell == pytest.approx(told.value * factor, rel=1e-12, abs=1e-9)


def _bookmarked(document: Document) -> Iterator[tuple[str, str]]:
    for start in document.element.body.iter(qn("w:bookmarkStart")):
        run = start.getnext()
        yield start.get(qn("w:name")), "".join(text.text or "" for text in run.iter(qn("w:t")))


@pytest.mark.parametrize("kind", KINDS)
def test_no_figure_stands_outside_a_bookmark(house, kind):
    report = report_of(house[1], kind)
    document = Document(io.BytesIO(report_document(report, STAMP)))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("附注"):  # definitions name limits of their own: 30日, 100%
            break
        loose = "".join(
            run.text
            for run in paragraph.runs
            if (before := run._r.getprevious()) is None or before.tag != qn("w:bookmarkStart")
        )
        plain = re.sub(r"\d+年|\d+月|\d+日|[表图]\d+|共[\d,]+行|前\d+行", "", loose)
        assert not re.search(r"\d", plain), paragraph.text


def test_lists_hold_the_rows_behind_the_figure(house, tmp_path, capsys):
    report = report_of(house[1], "monthly")
    book = load_workbook(io.BytesIO(report_book(report, STAMP)))
    codes = [row[0] for row in book["超期未整改"].iter_rows(min_row=2, values_only=True)]
    assert main(["kpi", "findings_overdue", "--as-of", str(DAY), "--rows", str(tmp_path / "rows.csv")]) == 0
    assert sorted(codes) == sorted(
        line.split(",")[1] for line in (tmp_path / "rows.csv").read_text("utf-8-sig").splitlines()[1:]
    )
    capsys.readouterr()


def test_the_congress_hears_of_the_work_report_of_one_year_alone(house):
    report = report_of(house[1], "congress")
    assert (report.filters.year, report.filters.in_work_report) == (2024, True)
    of_the_whole = [told for told in report.told if told.filters.year is None]
    assert {told.filters.year for told in report.told} == {2024, 2023, None}
    assert all(told.filters.in_work_report for told in report.told if told not in of_the_whole)
    # Only the table beside the last snapshot is of the whole ledger.
    assert len(of_the_whole) == 3 * len([told for told in of_the_whole if told.before])


def test_a_bound_reader_gets_a_report_of_the_own_section(house):
    bound = make_report(house[1], "weekly", Filters(as_of=DAY), Scope(section="S1"), bureau_name="x")
    own = report_of(house[1], "weekly", section="S1")
    assert [told.value for told in bound.told if not told.by] == [
        told.value for told in own.told if not told.by
    ]
    assert bound.told[0].value != report_of(house[1], "weekly").told[0].value


def test_what_no_file_can_hold_is_left_out_of_words_that_somebody_typed() -> None:
    blocks = (Paragraph(("一\x0b二\x0c三",)), Table("表", "表", ("甲\x07",), (("乙\x1f",),)))
    report = Report("weekly", "报", "周", "局", Filters(as_of=DAY), "全局", "1", blocks, ())
    book = Document(io.BytesIO(report_document(report, STAMP)))
    assert "一\n二三" in [paragraph.text for paragraph in book.paragraphs]
    assert [[cell.text for cell in row.cells] for row in book.tables[0].rows] == [["甲"], ["乙"]]
    load_workbook(io.BytesIO(report_book(report, STAMP)))


def test_an_empty_ledger_gives_a_report_without_figures(sqlite_engine):
    report = make_report(
        open_source(sqlite_engine), "monthly", Filters(as_of=DAY), EVERYTHING, bureau_name="审计局"
    )
    document = Document(io.BytesIO(report_document(report, STAMP)))
    assert "—" in dict(_bookmarked(document)).values()
    assert load_workbook(io.BytesIO(report_book(report, STAMP)))


def test_taking_a_report_is_recorded_and_needs_the_right(house):
    engine, source = house
    nobody = User("nobody", "无", frozenset())
    with pytest.raises(NotPermittedError):
        export_report(engine, source, nobody, "weekly", Filters(as_of=DAY), suffix=".docx")
    file = Path(str(engine.url.database)).parent / "weekly.docx"
    assert main(["report", "weekly", "--as-of", str(DAY), "--out", str(file)]) == 0
    with reading(engine) as connection:
        kinds = connection.scalars(select(Event.kind).order_by(Event.event_id.desc()).limit(2)).all()
    assert kinds == ["rows_exported", "action_refused"]
    assert main(["report", "weekly", "--out", "weekly.pdf"]) == 2
    for wrong in (["--as-of", "2999-01-01"], ["--region", "0"], ["--section", "none"]):
        assert main(["report", "weekly", "--out", str(file), *wrong]) == 2


@pytest.mark.parametrize(
    ("value", "format", "words"),
    [
        (0.0123, "percent", "+1.23"),
        (-0.0123, "percent", "-1.23"),
        (0.00001, "percent", "0.00"),
        (12, "count", "+12"),
        (0, "count", "0"),
        (-1_234_567_800, "fen", "-1,234.57 万元"),
        (None, "count", "—"),
    ],
)
def test_changes_have_a_sign(value, format, words):  # noqa: A002
    assert change_words(value, format) == words


def test_the_document_becomes_a_pdf(house, tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    file = tmp_path / "monthly.docx"
    file.write_bytes(report_document(report_of(house[1], "monthly"), STAMP))
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation=file://{tmp_path / 'profile'}"),
            *("--convert-to", "pdf", "--outdir", str(tmp_path), str(file)),
        ],
        check=True,
        capture_output=True,
        timeout=600,  # a machine may have much else to do
    )
    assert (tmp_path / "monthly.pdf").read_bytes().startswith(b"%PDF")
    with ZipFile(file) as parts:
        assert parts.testzip() is None
