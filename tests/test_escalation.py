"""督办升级 as persons work it: decisions, letters with numbers and files, answers, and who may do what."""

import argparse
import contextlib
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from docx import Document
from sqlalchemy import Connection, Engine, insert, select, update

from commands import escalate
from data.access.roles import NotPermittedError, User
from data.attachments import attachments_of, take
from data.bureau import set_value
from data.engine import now, reading, writing
from data.escalation import sending
from data.escalation.deciding import Decision, EscalationError, decide, decided_until
from data.escalation.ladder import LADDER
from data.escalation.letter import SUBJECT, letter_seen
from data.escalation.replying import register_reply
from data.escalation.sending import cancel_letter, send_letter, take_letter
from data.events import first_broken_link
from data.letters.filling import filled_in
from data.letters.placeholders import LetterText, ListedFinding, letter_values
from data.letters.shipped import shipped_template
from data.letters.template import (
    TemplateError,
    check_template,
    install_template,
    remove_template,
    template_of,
)
from data.local_time import start_of_day
from data.registers.preview import Preview
from data.schema import (
    Account,
    AccountRole,
    Attachment,
    EscalationDecision,
    EscalationLetterFinding,
    Event,
    Milestone,
    Rectification,
    SupervisionStep,
    Transfer,
)
from queries.cards.letter_card import letter_card
from queries.catalog import kpis
from queries.filters import Filters
from queries.rows import detail
from queries.run import breakdown, value
from queries.source import open_source
from queries.supervision.of_finding import letters_of
from tests.ledger_rows import add_finding, add_house
from tests.register_files import brought, counted, reasons

TODAY = date(2026, 3, 2)
DUE = date(2026, 2, 1)
LEADER = User("leader", "领导", frozenset({"leadership"}))
REVIEWER = User("review", "复核", frozenset({"review"}))
STAFF = User("rectify", "整改", frozenset({"rectification"}))
OF_SECTION_2 = User("bound", "领导二", frozenset({"leadership"}), section_code="S2")
URGE = Decision("urge", "approved", demand="请立即整改。", answer_due_date=date(2026, 3, 12))


def add_staff(connection: Connection) -> None:
    """The account of whoever keeps the letters: a file is taken with the rights of now."""
    connection.execute(
        insert(Account).values(
            account_id=1, user_name=STAFF.user_name, display_name="整改", password_hash="", created_at=now()
        )
    )
    connection.execute(insert(AccountRole).values(account_id=1, role="rectification"))


@pytest.fixture
def ledger(engine: Engine) -> Engine:
    """1 and 3 of unit 1, 2 of unit 2: all twenty-nine days late. 4 is rectified."""
    with writing(engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        add_staff(connection)
        for number in (1, 2, 1):
            add_finding(connection, project=number, due=DUE, amount_fen=100_000_000)
        add_finding(connection, due=DUE, facts=[("rectified", DUE)])
    return engine


def decided(engine: Engine, user: User, ids: list[int], wanted: Decision) -> tuple[int, ...]:
    with reading(engine) as connection:
        seen = decided_until(connection, ids)
    return decide(engine, user, dict.fromkeys(ids, "超期 29 天"), seen, wanted)


def proposed(engine: Engine) -> list[tuple[str, str]]:
    rows = detail(open_source(engine), kpis()["escalation_proposals"], Filters(as_of=TODAY))
    return sorted(zip(rows["finding_code"], rows["escalation_step"], strict=True))


def test_from_the_proposal_to_the_answer(ledger: Engine) -> None:
    assert proposed(ledger) == [("F1", "urge"), ("F2", "urge"), ("F3", "urge")]
    first, second = decided(ledger, REVIEWER, [1, 2, 3], URGE)
    assert proposed(ledger) == [], "letters wait to be sent"
    draft = Document(io.BytesIO(take_letter(ledger, STAFF, first)))
    words = "\n".join(paragraph.text for paragraph in draft.paragraphs)
    assert "单位1：" in words
    assert "〔    〕    号" in words, "the number is the office's"
    assert "2 项问题" in words
    assert "200.00 万元" in words
    assert "2026年3月12日" in words
    lines = [[cell.text for cell in row.cells] for row in draft.tables[0].rows]
    assert lines[1:] == [
        ["1", "F1", "问题1", "100.00", "2026-02-01", "29"],
        ["2", "F3", "问题3", "100.00", "2026-02-01", "29"],
    ]
    sent = send_letter(ledger, STAFF, first, document_number="示审催〔2026〕1号", sent_date=TODAY)
    with reading(ledger) as connection:
        (paper,) = attachments_of(connection, SUBJECT, first)
        assert (paper.added_by, paper.person) == (STAFF.user_name, "整改")
        steps = connection.execute(
            select(SupervisionStep.finding_id, SupervisionStep.kind, SupervisionStep.document_number)
        ).all()
    assert [tuple(step) for step in steps] == [
        (1, "urge", "示审催〔2026〕1号"),
        (3, "urge", "示审催〔2026〕1号"),
    ]
    content = take(ledger, STAFF, paper.attachment_id)
    assert sent.sha256 == paper.sha256 == hashlib.sha256(content).hexdigest()
    told = [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]
    assert "示审催〔2026〕1号" in told
    assert "2026年3月2日" in told
    source, asked = open_source(ledger), Filters(as_of=TODAY)
    assert value(source, kpis()["findings_escalated"], asked).value == 2
    states = breakdown(source, kpis()["escalation_letters"], asked, "letter_state")
    assert [(group.code, group.figure.rows) for group in states] == [("to_send", 1), ("waiting", 1)]
    register_reply(ledger, STAFF, first, received_date=TODAY, content="已制定措施")
    cancel_letter(ledger, STAFF, second, "单位已撤销")
    source = open_source(ledger)
    states = breakdown(source, kpis()["escalation_letters"], asked, "letter_state")
    assert [(group.code, group.figure.rows) for group in states] == [("answered", 1)]
    assert proposed(ledger) == [("F2", "urge")], "its letter was cancelled"
    with reading(ledger) as connection:
        kinds = list(connection.scalars(select(Event.kind).order_by(Event.event_id)))
    assert kinds == [
        "escalation_decided",
        "letter_taken",
        "attachment_added",
        "escalation_letter_sent",
        "attachment_taken",
        "escalation_reply_registered",
        "escalation_letter_cancelled",
    ]


def test_who_sees_a_letter_and_how_it_stood(sqlite_ledger: Engine) -> None:
    (letter,) = decided(sqlite_ledger, LEADER, [1], URGE)
    send_letter(sqlite_ledger, STAFF, letter, document_number="1", sent_date=TODAY)
    with writing(sqlite_ledger) as connection:
        set_value(connection, "as_of", "2026-03-13")
    register_reply(sqlite_ledger, STAFF, letter, received_date=date(2026, 3, 13), content="已整改")
    with reading(sqlite_ledger) as connection:
        states = {
            day: card.state
            for day in (1, 2, 12, 13)
            if (card := letter_card(connection, LEADER, letter, date(2026, 3, day)))
        }
        told = letters_of(connection, 1, date(2026, 3, 12))
        connection.execute(update(Attachment).values(added_at=start_of_day(date(2026, 3, 12))))
        papers = {
            day: len(card.papers)
            for day in (11, 12, 13)
            if (card := letter_card(connection, LEADER, letter, date(2026, 3, day)))
        }
        assert letter_card(connection, OF_SECTION_2, letter, TODAY) is None
    assert states == {2: "waiting", 12: "waiting", 13: "answered"}, "decided on the second"
    assert [(each.state, each.replies) for each in told] == [("waiting", ())]
    assert papers == {11: 0, 12: 1, 13: 1}, "kept at the first moment of the twelfth in China"


def test_a_transfer_for_accountability_enters_the_register_of_transfers(ledger: Engine) -> None:
    wanted = Decision("accountability_transfer", "approved", addressee="市纪委监委", demand="依规依纪处理。")
    (letter,) = decided(ledger, LEADER, [2], wanted)
    send_letter(ledger, STAFF, letter, document_number="示审移〔2026〕1号", sent_date=TODAY)
    register_reply(ledger, STAFF, letter, received_date=TODAY, content="已立案")
    with reading(ledger) as connection:
        matter = connection.execute(select(Transfer.__table__)).one()
    assert (matter.finding_id, matter.receiving_body, matter.sent_date) == (2, "市纪委监委", TODAY)
    assert (matter.result, matter.result_date) == ("已立案", TODAY)
    with reading(ledger) as connection:
        details = connection.scalars(select(Event.detail).where(Event.kind == "transfer_kept"))
        (kept,) = [json.loads(detail) for detail in details]
    assert kept["after"] == {"result": "已立案", "result_date": TODAY.isoformat()}
    asked = Filters(as_of=TODAY)
    assert value(open_source(ledger), kpis()["findings_open"], asked).value == 3, (
        "it is still to be rectified"
    )


@pytest.mark.parametrize(
    ("body", "matters"), [("市纪委监委", 1), (None, 1), ("市公安局", 2)], ids=["the same", "none", "another"]
)
def test_a_matter_that_waits_goes_out_with_its_letter(
    sqlite_ledger: Engine, body: str | None, matters: int
) -> None:
    with writing(sqlite_ledger) as connection:
        waits = {"finding_id": 1, "decided_date": date(2026, 2, 1), "recorded_at": now(), "matter": "套取"}
        connection.execute(insert(Transfer).values(receiving_body=body, **waits))
    wanted = Decision("accountability_transfer", "approved", addressee="市纪委监委", demand="依规依纪处理。")
    (letter,) = decided(sqlite_ledger, LEADER, [1], wanted)
    send_letter(sqlite_ledger, STAFF, letter, document_number="1", sent_date=TODAY)
    with reading(sqlite_ledger) as connection:
        found = connection.execute(select(Transfer.__table__).order_by(Transfer.transfer_id)).all()
        of_letter = connection.scalar(select(EscalationLetterFinding.transfer_id))
    assert len(found) == matters
    sent = found[-1]
    assert (sent.transfer_id, sent.receiving_body, sent.sent_date) == (of_letter, "市纪委监委", TODAY)
    assert sent.matter == ("套取" if matters == 1 else "依规依纪处理。"), "the register's own words stay"


def test_who_decides_what(ledger: Engine) -> None:
    high = Decision("interview", "approved", demand="约谈。")
    for user, wanted, ids in ((REVIEWER, high, [1]), (STAFF, URGE, [1]), (OF_SECTION_2, URGE, [1])):
        with pytest.raises(NotPermittedError):
            decided(ledger, user, ids, wanted)
    (letter,) = decided(ledger, LEADER, [1], high)
    for user in (LEADER, REVIEWER):
        with pytest.raises(NotPermittedError):
            send_letter(ledger, user, letter, document_number="1", sent_date=TODAY)
    with reading(ledger) as connection:
        kinds = list(connection.scalars(select(Event.kind).order_by(Event.event_id)))
    assert kinds.count("action_refused") == 5
    assert kinds.count("escalation_decided") == 1


@pytest.mark.parametrize(
    ("wanted", "ids", "told"),
    [
        (URGE, [4], "F4"),
        (Decision("urge", "approved"), [1], "要求"),
        (Decision("accountability_transfer", "approved", demand="x"), [1], "发给谁"),
        (Decision("urge", "declined"), [1], "理由"),
        (Decision("urge", "put_off", reason="x", until_date=TODAY), [1], "以后"),
        (Decision("urge", "approved", demand="x", answer_due_date=date(2026, 3, 1)), [1], "期限"),
        (URGE, [1, 99], "台账"),
    ],
)
def test_what_cannot_stand_is_refused_and_nothing_is_written(
    ledger: Engine, wanted: Decision, ids: list[int], told: str
) -> None:
    with pytest.raises(EscalationError, match=told):
        decided(ledger, LEADER, ids, wanted)
    with reading(ledger) as connection:
        assert connection.execute(select(EscalationDecision.finding_id)).all() == []


def test_two_who_decide_at_once_and_a_letter_that_waits(sqlite_ledger: Engine) -> None:
    with reading(sqlite_ledger) as connection:
        seen = decided_until(connection, [1])
    decide(sqlite_ledger, LEADER, {1: ""}, seen, Decision("urge", "declined", reason="已整改，待认定"))
    with pytest.raises(EscalationError, match="他人"):
        decide(sqlite_ledger, REVIEWER, {1: ""}, seen, URGE)
    decided(sqlite_ledger, LEADER, [1], URGE)
    with pytest.raises(EscalationError, match="F1"):
        decided(sqlite_ledger, LEADER, [1], Decision("interview", "approved", demand="x"))


@pytest.fixture
def sqlite_ledger(sqlite_engine: Engine) -> Engine:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        add_staff(connection)
        add_finding(connection, due=DUE)
    return sqlite_engine


def test_a_letter_counts_for_the_unit_that_has_to_rectify(sqlite_ledger: Engine) -> None:
    with writing(sqlite_ledger) as connection:
        connection.execute(update(Rectification).values(responsible_unit_id=2))
    (letter,) = decided(sqlite_ledger, LEADER, [1], URGE)
    asked = Filters(as_of=TODAY)
    by_unit = breakdown(open_source(sqlite_ledger), kpis()["escalation_letters"], asked, "unit")
    assert [(group.code, group.label) for group in by_unit] == [("2", "单位2")]
    with reading(sqlite_ledger) as connection:
        card = letter_card(connection, LEADER, letter, TODAY)
    assert card is not None
    assert card.seen.text.unit == "单位2"


def test_two_who_send_at_once_leave_one_paper(sqlite_ledger: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    (letter,) = decided(sqlite_ledger, LEADER, [1], URGE)
    filled = sending.filled_in

    def overtaken(template: bytes, text: LetterText) -> bytes:
        monkeypatch.setattr(sending, "filled_in", filled)
        send_letter(sqlite_ledger, STAFF, letter, document_number="1", sent_date=TODAY)
        return filled(template, text)

    monkeypatch.setattr(sending, "filled_in", overtaken)
    with pytest.raises(EscalationError):
        send_letter(sqlite_ledger, STAFF, letter, document_number="2", sent_date=TODAY)
    with reading(sqlite_ledger) as connection:
        (paper,) = attachments_of(connection, SUBJECT, letter)
    assert "_1." in paper.file_name


def test_a_letter_goes_out_neither_after_its_limit_nor_about_what_is_rectified(sqlite_ledger: Engine) -> None:
    (letter,) = decided(sqlite_ledger, LEADER, [1], URGE)
    limit = date(2026, 3, 12)
    with writing(sqlite_ledger) as connection:
        set_value(connection, "as_of", "2026-03-20")
        values = {"finding_id": 1, "kind": "rectified", "fact_date": limit, "recorded_at": now()}
        connection.execute(insert(Milestone).values(values))
    with pytest.raises(EscalationError, match="回复期限"):
        send_letter(sqlite_ledger, STAFF, letter, document_number="1", sent_date=date(2026, 3, 13))
    with pytest.raises(EscalationError, match="F1"):
        send_letter(sqlite_ledger, STAFF, letter, document_number="1", sent_date=limit)
    with reading(sqlite_ledger) as connection:
        assert attachments_of(connection, SUBJECT, letter) == ()
    send_letter(sqlite_ledger, STAFF, letter, document_number="1", sent_date=date(2026, 3, 11))


def test_an_answer_is_registered_once(sqlite_ledger: Engine) -> None:
    (letter,) = decided(sqlite_ledger, LEADER, [1], URGE)
    send_letter(sqlite_ledger, STAFF, letter, document_number="1", sent_date=TODAY)
    for paper in (("回复.pdf", b"1"), ("回复.pdf", b"2")):
        with contextlib.suppress(EscalationError):
            register_reply(
                sqlite_ledger, STAFF, letter, received_date=TODAY, content="已制定措施 ", file=paper
            )
    with reading(sqlite_ledger) as connection:
        seen = letter_seen(connection, letter)
        assert len(attachments_of(connection, SUBJECT, letter)) == 2, "the letter and one answer"
    assert seen is not None
    assert len(seen.replies) == 1


def docx(*paragraphs: str, row: str = "{{问题}}") -> bytes:
    """A template as a bureau might write it, its words cut into runs of three signs as Word does."""
    book = Document()
    for words in paragraphs:
        paragraph = book.add_paragraph()
        for start in range(0, len(words), 3):
            paragraph.add_run(words[start : start + 3])
    book.add_table(1, 1).rows[0].cells[0].text = row
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def a_text(title: str) -> LetterText:
    finding = ListedFinding("F1", title, "项目", 10**9, None, DUE, "")
    return LetterText("urge", "审计局", "某局", "某局", "整改", TODAY, None, "", None, (finding, finding))


def test_a_letter_about_no_money_names_no_sum() -> None:
    def words(*findings: ListedFinding) -> dict[str, str]:
        return letter_values(replace(a_text(""), findings=findings))

    none = ListedFinding("F1", "制度不健全", "项目", None, None, DUE, "")
    some = ListedFinding("F2", "闲置", "项目", 2_000_000, 1_500_000, DUE, "")
    assert {words(none)[name] for name in ("涉及金额", "涉及未整改金额")} == {""}
    assert words(none, some)["涉及金额"] == "，涉及问题金额 2.00 万元，其中未整改金额 1.50 万元"
    assert words(none, some)["涉及未整改金额"] == "，涉及未整改金额 1.50 万元"
    listed = replace(a_text(""), findings=(none, some))
    assert (listed.has_money, listed.found_fen, listed.open_fen) == (True, 2_000_000, 1_500_000)
    assert not replace(listed, findings=(none,)).has_money


def test_values_are_text_and_nothing_else() -> None:
    content = filled_in(
        docx("致{{主送}}：请在{{ 回复期限 }}前回复。", row="{{序号}} {{问题}} {{未整改金额}}"),
        a_text("挪用{{文号}}\x07<w:p/>资金"),
    )
    book = Document(io.BytesIO(content))
    assert book.paragraphs[0].text == "致某局：请在（不要求书面回复）前回复。"
    assert [row.cells[0].text for row in book.tables[0].rows] == [
        "1 挪用{{文号}}<w:p/>资金 —",
        "2 挪用{{文号}}<w:p/>资金 —",
    ]


@pytest.mark.parametrize("rung", LADDER, ids=lambda rung: rung.step)
def test_shipped_templates_are_fit_to_be_used(rung: object) -> None:
    check_template(shipped_template(rung.step))  # type: ignore[attr-defined]


def with_xml(part: str, before: bytes, inserted: str) -> bytes:
    """A template with something put into one of its parts, as no Word would write it."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx("致{{主送}}"))) as good, zipfile.ZipFile(content, "w") as made:
        for name in good.namelist():
            words = good.read(name)
            made.writestr(name, words.replace(before, inserted.encode() + before) if name == part else words)
    return content.getvalue()


BODY, RELATIONS = ("word/document.xml", b"<w:sectPr"), ("word/_rels/document.xml.rels", b"</Relationships>")
RELATION = "<Relationship Id='rId99' Type='http://x/{kind}' Target='{target}' TargetMode='{mode}'/>"
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{0}</w:instrText></w:r>'
    '<w:r><w:instrText>{1}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04 no document", "DOCX"),
        (with_xml(*BODY, "<unclosed>"), "DOCX"),
        (docx("{{领导签名}}"), "领导签名"),
        (docx("无", row="{{序号}}"), "问题"),
        (docx("{{问题编号}}"), "问题编号"),
        (docx("{{问题}}"), "问题"),  # it stands in the row as well
        (with_xml(*RELATIONS, RELATION.format(kind="image", target="http://x", mode="External")), "链接"),
        (with_xml(*RELATIONS, RELATION.format(kind="aFChunk", target="styles.xml", mode="Internal")), "宏"),
        (with_xml(*BODY, FIELD.format("DD", "EAUTO cmd.exe")), "DDEAUTO"),
        (with_xml(*BODY, '<w:p><w:fldSimple w:instr=" includetext x "/></w:p>'), "INCLUDETEXT"),
        (with_xml(*BODY, "<w:p><w:ins w:id='1'><w:r><w:t>{{文号}}</w:t></w:r></w:ins></w:p>"), "文号"),
    ],
)
def test_a_template_with_a_fault_is_refused(content: bytes, told: str) -> None:
    with pytest.raises(TemplateError, match=told):
        check_template(content)


def test_a_template_may_number_its_pages() -> None:
    check_template(with_xml(*BODY, FIELD.format(" PAGE ", "\\* MERGEFORMAT")))


def test_the_bureau_puts_its_own_template_in_force(sqlite_ledger: Engine) -> None:
    with pytest.raises(NotPermittedError):
        install_template(sqlite_ledger, LEADER, "urge", "催办.docx", docx("{{主送}}"))
    install_template(sqlite_ledger, STAFF, "urge", "催办.docx", docx("致{{主送}}"))
    (letter,) = decided(sqlite_ledger, LEADER, [1], URGE)
    book = Document(io.BytesIO(take_letter(sqlite_ledger, STAFF, letter)))
    assert book.paragraphs[0].text == "致单位1"
    remove_template(sqlite_ledger, STAFF, "urge")
    assert not template_of("urge").is_own
    with reading(sqlite_ledger) as connection:
        seen = letter_seen(connection, letter)
    assert seen is not None
    assert seen.is_waiting


def test_the_command_lists_the_proposals(
    sqlite_ledger: Engine, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", sqlite_ledger.url.render_as_string(hide_password=False))
    parser = argparse.ArgumentParser()
    escalate.add_arguments(parser)
    escalate.run(parser.parse_args(["--as-of", "2026-02-12", "--json"]))
    (told,) = json.loads(capsys.readouterr().out)["proposals"]
    assert (told["step"], told["finding_code"], told["due_date"]) == ("urge", "F1", "2026-02-01")
    assert told["grounds"]["left_out"] == ["reminder"]
    escalate.run(parser.parse_args(["--as-of", "2026-02-11"]))
    assert "0 个问题" in capsys.readouterr().out


# A file of answers -----------------------------------------------------------------------------------

LATER = TODAY + timedelta(days=3)
SENT = "示审督〔2026〕1号"


def answers(engine: Engine, *rows: tuple[str, str, str], user: User | None = STAFF) -> Preview:
    """Import answers (number of the letter, day, words) ten days after the letters went out."""
    with writing(engine) as connection:
        set_value(connection, "as_of", (TODAY + timedelta(days=10)).isoformat())
    named = [dict(zip(("文号", "回复日期", "回复内容"), row, strict=True)) for row in rows]
    return brought(engine, "escalation_replies", *named, user=user)


def log(engine: Engine, kind: str) -> list[dict[str, object]]:
    with reading(engine) as connection:
        details = connection.scalars(select(Event.detail).where(Event.kind == kind).order_by(Event.event_id))
        return [json.loads(detail) for detail in details]


def test_a_file_of_answers_does_what_the_page_does(ledger: Engine) -> None:
    wanted = Decision("accountability_transfer", "approved", addressee="市纪委监委", demand="依规依纪处理。")
    (letter,) = decided(ledger, LEADER, [2], wanted)
    send_letter(ledger, STAFF, letter, document_number=SENT, sent_date=TODAY)
    rows = [(SENT, LATER.isoformat(), "已结案"), (SENT, TODAY.isoformat(), " 已立案 ")]
    assert counted(answers(ledger, *rows)) == (2, 0, 0, 0)
    assert counted(answers(ledger, *rows)) == (0, 0, 2, 0), "once more changes nothing"
    with reading(ledger) as connection:
        seen = letter_seen(connection, letter)
        matter = connection.execute(select(Transfer.__table__)).one()
        assert first_broken_link(connection)[0] is None
    assert seen is not None
    assert [(each.received_date, each.content, each.user_name) for each in seen.replies] == [
        (TODAY, "已立案", "rectify"),
        (LATER, "已结案", "rectify"),
    ]
    assert (matter.result, matter.result_date) == ("已立案", TODAY), "the first answer settles it"
    told = log(ledger, "escalation_reply_registered")
    assert [(each["finding_ids"], each["letter"], each["content"]) for each in told] == [
        ([2], letter, "已立案"),
        ([2], letter, "已结案"),
    ]
    assert [each["after"] for each in log(ledger, "transfer_kept")] == [
        {"result": "已立案", "result_date": TODAY.isoformat()}
    ]
    with pytest.raises(EscalationError):
        register_reply(ledger, STAFF, letter, received_date=LATER, content="已结案")


def test_answers_that_cannot_stand_are_refused_with_their_reason(sqlite_ledger: Engine) -> None:
    (first,) = decided(sqlite_ledger, LEADER, [1], URGE)
    send_letter(sqlite_ledger, STAFF, first, document_number=SENT, sent_date=TODAY)
    day = TODAY.isoformat()
    done = answers(
        sqlite_ledger,
        (SENT, day, "已制定措施"),
        (SENT, day, "另一说法"),
        (SENT, (TODAY - timedelta(days=1)).isoformat(), "太早"),
        (SENT, (TODAY + timedelta(days=11)).isoformat(), "太晚"),
        ("没有的文号", day, "无此函"),
        (SENT, LATER.isoformat(), ""),
        (SENT, LATER.isoformat(), "清空"),
        (SENT, LATER.isoformat(), "长" * 4001),
    )
    assert counted(done) == (1, 0, 0, 7)
    assert [(line, column) for line, column, __ in reasons(done)] == [
        (3, "回复内容"),
        (4, "回复日期"),
        (5, "回复日期"),
        (6, "文号"),
        (7, "回复内容"),
        (8, "回复内容"),
        (9, "回复内容"),
    ]
    assert len(log(sqlite_ledger, "escalation_reply_registered")) == 1


def test_who_may_bring_answers(sqlite_ledger: Engine) -> None:
    (letter,) = decided(sqlite_ledger, LEADER, [1], URGE)
    send_letter(sqlite_ledger, STAFF, letter, document_number=SENT, sent_date=TODAY)
    row = (SENT, TODAY.isoformat(), "已制定措施")
    with pytest.raises(NotPermittedError):
        answers(sqlite_ledger, row, user=REVIEWER)
    for place in ({"section_code": "S2"}, {"region_code": "990102"}):
        outside = User("rectify2", "整改二", frozenset({"rectification"}), **place)
        assert counted(answers(sqlite_ledger, row, user=outside)) == (0, 0, 0, 1)
    assert not log(sqlite_ledger, "escalation_reply_registered")
    for place in ({"section_code": "S1"}, {"region_code": "990000"}):
        inside = User("rectify3", "整改三", frozenset({"rectification"}), **place)
        assert sum(counted(answers(sqlite_ledger, row, user=inside))[::2]) == 1
    assert len(log(sqlite_ledger, "escalation_reply_registered")) == 1


def test_a_number_of_several_letters_needs_who_answered(ledger: Engine) -> None:
    letters = decided(ledger, LEADER, [1, 2], URGE)
    for letter in letters:
        send_letter(ledger, STAFF, letter, document_number=SENT, sent_date=TODAY)
    assert answers(ledger, (SENT, TODAY.isoformat(), "已阅")).refused_rows == 1
    row = {"文号": SENT, "回复日期": TODAY.isoformat(), "回复内容": "已阅"}
    assert counted(brought(ledger, "escalation_replies", row | {"回复单位": "单位2"})) == (1, 0, 0, 0)
    assert brought(ledger, "escalation_replies", row | {"回复单位": "单位9"}).refused_rows == 1
    with reading(ledger) as connection:
        answered = {
            seen.text.unit: len(seen.replies)
            for seen in map(partial(letter_seen, connection), letters)
            if seen
        }
    assert answered == {"单位1": 0, "单位2": 1}
