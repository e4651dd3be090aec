"""The texts within attached files: read whatever kind they are, found by who may open them, and inert."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from data.access.roles import User
from data.attachments import attach, attachments_of
from data.engine import reading, writing
from data.file_texts.catching_up import READING, read_new
from data.file_texts.plain_text import mended
from data.file_texts.reading import FileText, read_text
from data.schema import AttachmentText
from data.search.upkeep import verify
from queries.filters import EVERYTHING, Scope
from queries.search.searching import search
from queries.search.wanted import Narrowed
from tests.attached_files import MADE, docx, ofd, pdf
from tests.ledger_rows import add_finding, add_house
from tests.team_rows import add_document

_DAY = date(2025, 6, 30)
_TEXT = "关于往来款的说明\n经查，水利设施配套费未缴国库，\n合计1080.89万元"
_CLERK = User("clerk", "办事员", frozenset({"rectification"}))


@pytest.mark.parametrize("suffix", MADE)
def test_every_kind_is_read(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / "kept"
    file.write_bytes(MADE[suffix](_TEXT))
    told = read_text(file, suffix)
    assert told.state == "read"
    for words in ("关于往来款的说明", "经查，水利设施配套费未缴国库，", "合计1080.89万元"):
        assert words in told.words


def test_what_holds_no_text_or_is_not_sound_says_so(tmp_path: Path) -> None:
    def state(content: bytes, suffix: str) -> str:
        file = tmp_path / "kept"
        file.write_bytes(content)
        return read_text(file, suffix).state

    assert state(pdf(""), ".pdf") == "empty"  # a scan
    assert state(b"\x89PNG\r\n", ".png") == state(b"\xd0\xcf\x11\xe0", ".doc") == "not_read"
    for suffix, made in MADE.items():
        if suffix not in {".txt", ".csv"}:
            whole = made(_TEXT)
            assert state(whole[: len(whole) // 3], suffix) == "unreadable", suffix
            assert state(b"<html>", suffix) == "unreadable", suffix
    assert state(bytes(range(256)) * 9, ".txt") == "unreadable"


def test_a_file_that_unpacks_to_gigabytes_or_tells_lies_ends_nothing(tmp_path: Path) -> None:
    bomb = io.BytesIO()
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for __ in range(300):
            part.write(b" " * 1024**2)
    laughs = (
        '<!DOCTYPE d [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        "<w:d xmlns:w='w'><w:p><w:t>前&b;&f;后</w:t></w:p></w:d>"
    )
    entities = io.BytesIO()
    with zipfile.ZipFile(entities, "w") as archive:
        archive.writestr("word/document.xml", laughs)
    file = tmp_path / "kept"
    file.write_bytes(bomb.getvalue())
    assert read_text(file, ".docx") == FileText("unreadable")
    file.write_bytes(entities.getvalue())
    told = read_text(file, ".docx")
    assert "哈哈" not in told.words
    assert "root" not in told.words


def test_lines_that_the_paper_broke_are_whole_words_again() -> None:
    assert mended("经查，该单位往来款整改到\r\n位，\n已核实") == "经查，该单位往来款整改到位，\n已核实"
    assert mended("审 计 报 告\n单位 金额\nA B C") == "审计报告\n单位 金额\nA B C"
    assert mended("a\x00b\n\n \n c") == "a b\nc"


def test_the_text_is_found_once_it_is_read_by_who_may_open_the_file(engine: Engine) -> None:
    with writing(engine) as connection:
        add_house(connection)
        finding = add_finding(connection, title="资金管理不规范")
        letter = add_document(connection, "收〔2025〕9号", _DAY, None, [], title="复函")
    attach(engine, _CLERK, ("finding", finding), "附件一.docx", docx(_TEXT))
    attach(engine, _CLERK, ("document", letter), "正文.ofd", ofd("请于月底前\n报送结报资料"))

    def found(typed: str, scope: Scope = EVERYTHING) -> list[str]:
        with reading(engine) as connection:
            return [each.kind for each in search(connection, scope, typed, Narrowed(), _DAY).found]

    assert found("配套费") == []
    assert found("附件一") == ["finding"], "its name at once"
    assert read_new(engine) == 2
    assert read_new(engine) == 0, "each file is read once"
    assert found("水利设施配套费") == found("1080.89") == ["finding"]
    assert found("结报资料") == ["office_document"]
    assert found("配套费", Scope(region="990102")) == found("结报资料", Scope(region="990102")) == []
    with reading(engine) as connection:
        assert verify(connection).is_right
        hit = search(connection, EVERYTHING, "配套费", Narrowed(), _DAY).found[0]
        assert [label for label, __ in hit.snippets] == ["Text of an attachment"]
        assert [facts.text_state for facts in attachments_of(connection, "finding", finding)] == ["read"]


def test_what_an_older_reader_read_is_read_again(engine: Engine) -> None:
    with writing(engine) as connection:
        add_house(connection)
        finding = add_finding(connection)
    attach(engine, _CLERK, ("finding", finding), "说明.txt", "水利设施配套费".encode())
    read_new(engine)
    with writing(engine) as connection:
        connection.execute(update(AttachmentText).values(reading=READING - 1, words="", state="unreadable"))
    assert read_new(engine) == 1
    with reading(engine) as connection:
        assert connection.scalars(select(AttachmentText.words)).one() == "水利设施配套费"
        assert verify(connection).is_right
