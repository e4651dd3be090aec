"""Proposals, offers, diary entries, documents and loans: who may, what stands against it, what is written."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, delete, select, update

from data.access.roles import NotPermittedError, User
from data.bureau import set_value
from data.diary.entries import (
    DiaryError,
    NewEntry,
    attach_to_entry,
    correct_entry,
    entries_of,
    half_hours_of,
    history_of,
    take_from_entry,
    write_entry,
)
from data.diary.lock import DiaryLockError, set_diary_days
from data.documents.archive import (
    ArchiveError,
    NewArchiveFile,
    ask_loan,
    attach_to_archive,
    decide_loan,
    file_in_archive,
    give_back,
    loans_waiting,
    take_from_archive,
)
from data.documents.register import (
    DocumentError,
    NewDocument,
    NewDocumentStep,
    link_document,
    record_document_step,
    register_document,
)
from data.engine import reading, writing
from data.schema import Document, Event, Offer, ProjectMember, PromotionRule, Staff, StaffChange, StaffRecord
from data.team.changes import StaffChangeError, WantedChange, decide_change, propose_change, waiting_changes
from data.team.offers import NewOffer, OfferError, claim, decide, deliver, put_up, turn_of
from data.team.promotion_years import PromotionYearsError, set_promotion_years
from tests.app_pages import account
from tests.ledger_rows import add_house
from tests.progress_rows import add_member
from tests.team_rows import add_auditor, add_document

TODAY = date(2026, 6, 30)
ROLES = {
    "anna": ("auditor", "T1", None),
    "bert": ("auditor", "T2", None),
    "head": ("section", "T3", "S1"),
    "other": ("section", None, "S2"),
    "hr": ("personnel", "T4", None),
    "clerk": ("office", None, None),
}


def user(name: str) -> User:
    role, _code, section = ROLES[name]
    return User(name, name, frozenset({role}), section_code=section)


@pytest.fixture
def team(engine: Engine) -> Engine:
    """Four of section S1 with accounts, two of them on project 1; a head of another section; the office."""
    with writing(engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        for number in range(1, 5):
            add_auditor(connection, 900 + number, staff_code=f"T{number}")
        for number in (1, 2):
            add_member(connection, number, project=1, from_date=date(2026, 6, 1), to_date=None)
        for name, (role, code, section) in ROLES.items():
            account(connection, name, frozenset({role}), staff_code=code, section_code=section)
    return engine


def kinds(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return list(connection.scalars(select(Event.kind).order_by(Event.event_id)))


def one(engine: Engine, column: Any, *conditions: Any) -> Any:
    with reading(engine) as connection:
        return connection.scalar(select(column).where(*conditions))


def test_own_data_change_by_proposal_only(team: Engine) -> None:
    first = propose_change(team, user("anna"), WantedChange("education", "master"))
    with pytest.raises(StaffChangeError):
        propose_change(team, user("anna"), WantedChange("education", "doctor"))
    rank = propose_change(team, user("hr"), WantedChange("rank", "principal_1", date(2026, 5, 1)))
    for wanted in (
        WantedChange("rank", "principal_1"),  # without its day
        WantedChange("rank", "principal_1", TODAY + timedelta(days=1)),
        WantedChange("rank", "colonel", TODAY),
        WantedChange("is_business", "yes"),
        WantedChange("birth_date", "1890-01-01"),
        WantedChange("education", ""),
    ):
        with pytest.raises(StaffChangeError):
            propose_change(team, user("bert"), wanted)
    with pytest.raises(StaffChangeError):
        propose_change(team, user("clerk"), WantedChange("education", "master"))  # nobody of the staff
    assert one(team, Staff.education, Staff.staff_id == 901) is None
    for who in ("anna", "head"):
        with pytest.raises(NotPermittedError):
            decide_change(team, user(who), first, is_accepted=True)
    with pytest.raises(NotPermittedError):
        decide_change(team, user("hr"), rank, is_accepted=True)  # the own one
    with pytest.raises(StaffChangeError):
        decide_change(team, user("hr"), first, is_accepted=False)  # without a reason
    decide_change(team, user("hr"), first, is_accepted=True)
    with pytest.raises(StaffChangeError):
        decide_change(team, user("hr"), first, is_accepted=False, note="晚了")
    assert one(team, Staff.education, Staff.staff_id == 901) == "master"
    skill = propose_change(team, user("anna"), WantedChange("skill", "sql", date(2026, 6, 1)))
    with reading(team) as connection:
        assert [row.staff_change_id for row in waiting_changes(connection, user("hr"))] == [skill]
    decide_change(team, user("hr"), skill, is_accepted=True)
    assert one(team, StaffRecord.fact_date, StaffRecord.staff_id == 901) == date(2026, 6, 1)
    assert one(team, StaffChange.is_accepted, StaffChange.staff_change_id == rank) is None
    assert kinds(team)[-1] == "staff_change_decided"


def test_a_change_is_accepted_against_the_value_that_it_was_proposed_for(team: Engine) -> None:
    number = propose_change(team, user("anna"), WantedChange("education", "master"))
    with writing(team) as connection:
        connection.execute(update(Staff).where(Staff.staff_id == 901).values(education="doctor"))
    with pytest.raises(StaffChangeError):
        decide_change(team, user("hr"), number, is_accepted=True)
    assert one(team, Staff.education, Staff.staff_id == 901) == "doctor"
    decide_change(team, user("hr"), number, is_accepted=False, note="登记已是博士")


def test_who_is_bound_to_a_region_is_shown_no_names_of_the_staff(team: Engine) -> None:
    propose_change(team, user("anna"), WantedChange("education", "master"))
    with reading(team) as connection:
        assert len(waiting_changes(connection, user("hr"))) == 1
        assert waiting_changes(connection, replace(user("hr"), region_code="990101")) == []


def test_years_in_rank_are_the_bureaus(team: Engine) -> None:
    with pytest.raises(NotPermittedError):
        set_promotion_years(team, user("head"), {"member_1": 3})
    for wrong in ({"member_1": 0}, {"colonel": 3}):
        with pytest.raises(PromotionYearsError):
            set_promotion_years(team, user("hr"), wrong)
    set_promotion_years(team, user("hr"), {"member_1": 3, "member_2": None})
    set_promotion_years(team, user("hr"), {"member_1": 3})  # nothing changes, nothing is recorded
    assert one(team, PromotionRule.years, PromotionRule.staff_rank == "member_1") == 3
    assert kinds(team).count("promotion_years_set") == 2


def test_hours_are_whole_or_half() -> None:
    assert [half_hours_of(hours) for hours in (0.5, 7.5, 8, 24.0)] == [1, 15, 16, 48]
    for hours in (0.3, 8.3, 7.75):
        with pytest.raises(DiaryError):
            half_hours_of(hours)


def test_an_offer_goes_from_hand_to_hand(team: Engine) -> None:
    wanted = NewOffer("模型研发", "三个模型", TODAY + timedelta(days=90), "S1")
    for who in ("anna", "other"):
        with pytest.raises(NotPermittedError):
            put_up(team, user(who), wanted)
    with pytest.raises(OfferError):
        put_up(team, user("head"), NewOffer("模型研发", "三个模型", TODAY, "S1"))
    offer = put_up(team, user("head"), wanted)
    with pytest.raises(OfferError):
        decide(team, user("head"), offer, "chosen", staff_id=901)  # has not claimed it
    claim(team, user("anna"), offer, "做过")
    claim(team, user("head"), offer, "我也来")
    with pytest.raises(OfferError):
        claim(team, user("anna"), offer, "再来")
    with pytest.raises(NotPermittedError):
        decide(team, user("head"), offer, "chosen", staff_id=903)  # oneself
    decide(team, user("head"), offer, "chosen", staff_id=901)
    with pytest.raises(OfferError):
        deliver(team, user("bert"), offer, "")
    deliver(team, user("anna"), offer, "已提交")
    with pytest.raises(OfferError):
        decide(team, user("head"), offer, "returned")  # without a reason
    decide(team, user("head"), offer, "returned", note="补测试")
    deliver(team, user("anna"), offer, "已补")
    decide(team, user("head"), offer, "accepted")
    with pytest.raises(OfferError):
        decide(team, user("head"), offer, "withdrawn", note="晚了")
    with reading(team) as connection:
        assert turn_of(connection, offer) == "accepted"
    assert kinds(team).count("offer_step_taken") == 7


def test_an_offer_of_the_whole_bureau_is_claimed_by_all_and_decided_by_none_of_a_section(
    team: Engine,
) -> None:
    due = TODAY + timedelta(days=90)
    offer = put_up(team, user("hr"), NewOffer("模型研发", "三个模型", due))
    claim(team, user("anna"), offer, "做过")
    claim(team, user("head"), offer, "我也来")
    for kind in ("chosen", "withdrawn"):
        with pytest.raises(NotPermittedError):
            decide(team, user("other"), offer, kind, staff_id=901, note="越权")
    decide(team, user("hr"), offer, "chosen", staff_id=901)
    of_section = put_up(team, user("head"), NewOffer("数据清洗", "一份", due, "S1"))
    with pytest.raises(NotPermittedError):
        claim(team, user("other"), of_section, "别的科室")


def test_everybody_writes_the_own_diary_until_it_is_locked(team: Engine) -> None:
    entry = NewEntry(TODAY, 1, "on_site", 16, "盘点")
    first = write_entry(team, user("anna"), entry)
    for wrong in (
        NewEntry(TODAY + timedelta(days=1), 1, "on_site", 16, "明天"),
        NewEntry(TODAY - timedelta(days=8), 1, "on_site", 16, "锁定"),
        NewEntry(TODAY, 2, "on_site", 16, "别人的项目"),
        NewEntry(TODAY, None, "on_site", 33, "超过一天"),
        NewEntry(TODAY, 1, "on_site", 0, "没有工时"),
        NewEntry(TODAY, 1, "on_site", 2, " "),
    ):
        with pytest.raises(DiaryError):
            write_entry(team, user("anna"), wrong)
    write_entry(team, user("bert"), NewEntry(TODAY - timedelta(days=7), None, "online", 4, "学习"))
    with pytest.raises(DiaryError):
        write_entry(team, user("clerk"), entry)  # nobody of the staff
    with pytest.raises(NotPermittedError):
        correct_entry(team, user("bert"), first, entry)  # not the own
    second = correct_entry(team, user("anna"), first, NewEntry(TODAY, 1, "on_site", 12, "盘点资产"))
    with pytest.raises(DiaryError):
        correct_entry(team, user("anna"), first, entry)  # was corrected already
    with reading(team) as connection:
        assert [row.diary_entry_id for row in entries_of(connection, 901, TODAY, TODAY)] == [second]
        assert [row.half_hours for row in history_of(connection, second)] == [12, 16]
    correct_entry(team, user("anna"), second, NewEntry(TODAY, 1, "on_site", 0, "盘点资产"))
    with reading(team) as connection:
        assert entries_of(connection, 901, TODAY, TODAY) == []
    third = write_entry(team, user("anna"), entry)
    with writing(team) as connection:  # the register of members says later that she was not there
        connection.execute(delete(ProjectMember).where(ProjectMember.staff_id == 901))
    with pytest.raises(DiaryError):
        correct_entry(team, user("anna"), third, entry)
    correct_entry(team, user("anna"), third, NewEntry(TODAY, 1, "on_site", 0, "盘点"))
    with reading(team) as connection:
        assert entries_of(connection, 901, TODAY, TODAY) == []
    with pytest.raises(NotPermittedError):
        set_diary_days(team, user("anna"), 30)
    with pytest.raises(DiaryLockError):
        set_diary_days(team, user("hr"), 0)
    set_diary_days(team, user("hr"), 30)
    write_entry(team, user("anna"), NewEntry(TODAY - timedelta(days=29), None, "on_site", 2, "补记"))


def test_evidence_is_for_its_owner_and_who_sees_that_section(team: Engine) -> None:
    entry = write_entry(team, user("anna"), NewEntry(TODAY, 1, "on_site", 16, "盘点"))
    with pytest.raises(NotPermittedError):
        attach_to_entry(team, user("bert"), entry, "a.txt", b"x")
    file = attach_to_entry(team, user("anna"), entry, "a.txt", b"x")
    for who in ("anna", "head", "hr"):
        assert take_from_entry(team, user(who), file) == b"x"
    for who in ("bert", "other", "clerk"):
        with pytest.raises(NotPermittedError):
            take_from_entry(team, user(who), file)


def test_a_document_is_registered_assigned_and_finished(team: Engine) -> None:
    wanted = NewDocument("in", "letter", "关于报送资料的函", "市政府", TODAY, due_date=TODAY)
    with pytest.raises(NotPermittedError):
        register_document(team, user("head"), wanted)
    with pytest.raises(DocumentError):
        register_document(
            team, user("clerk"), NewDocument("in", "letter", "函", "市政府", TODAY + timedelta(1))
        )
    document = register_document(team, user("clerk"), wanted)
    assert one(team, Document.register_code, Document.document_id == document) == "收2026-0001"
    with pytest.raises(NotPermittedError):
        record_document_step(team, user("head"), document, NewDocumentStep("finished", TODAY))
    with pytest.raises(DocumentError):
        record_document_step(team, user("clerk"), document, NewDocumentStep("assigned", TODAY))
    assigned = NewDocumentStep("assigned", TODAY, section_code="S1")
    record_document_step(team, user("clerk"), document, assigned)
    with pytest.raises(DocumentError):
        record_document_step(team, user("clerk"), document, NewDocumentStep("extended", TODAY))
    with pytest.raises(NotPermittedError):
        record_document_step(team, user("head"), document, assigned)  # who has it does not pass it on
    with pytest.raises(DocumentError):
        link_document(team, user("head"), document, code="无此编号")
    link_document(team, user("head"), document, code="P1")
    with pytest.raises(NotPermittedError):
        link_document(team, user("other"), document, code="P2")
    with writing(team) as connection:
        early = add_document(connection, "来函", TODAY - timedelta(days=5), None, [])
    finished = NewDocumentStep("finished", TODAY - timedelta(days=1))
    record_document_step(team, user("clerk"), early, finished)
    record_document_step(team, user("head"), document, NewDocumentStep("finished", TODAY, "已办"))
    with pytest.raises(DocumentError):
        record_document_step(team, user("head"), document, NewDocumentStep("handled", TODAY, "又办"))
    with pytest.raises(DocumentError):  # a day before the finish would take nothing up again
        record_document_step(
            team, user("clerk"), early, NewDocumentStep("reopened", TODAY - timedelta(days=2))
        )
    record_document_step(team, user("clerk"), document, NewDocumentStep("reopened", TODAY))
    assert kinds(team).count("document_step_recorded") == 4


def test_numbers_of_documents_and_offers_go_on_behind_whatever_was_imported(team: Engine) -> None:
    wanted = NewDocument("in", "letter", "关于报送资料的函", "市政府", TODAY)
    with writing(team) as connection:
        for code in ("收2026-9999", "收2026-10000", "收2026-补3"):
            add_document(connection, code, TODAY, None, [])
    document = register_document(team, user("clerk"), wanted)
    assert one(team, Document.register_code, Document.document_id == document) == "收2026-10001"
    offer = put_up(team, user("hr"), NewOffer("模型研发", "三个模型", TODAY + timedelta(days=90)))
    assert one(team, Offer.offer_code, Offer.offer_id == offer) == "JB2026-001"


def test_a_file_is_read_while_it_is_lent(team: Engine) -> None:
    wanted = NewArchiveFile("SJ-1", "预算执行审计档案", TODAY, "P1")
    with pytest.raises(NotPermittedError):
        file_in_archive(team, user("anna"), wanted)
    archive = file_in_archive(team, user("clerk"), wanted)
    with pytest.raises(ArchiveError):
        file_in_archive(team, user("clerk"), wanted)  # the reference is taken
    scan = attach_to_archive(team, user("clerk"), archive, "a.pdf", b"x")
    due = TODAY + timedelta(days=14)
    for code, day in (("SJ-9", due), ("SJ-1", TODAY), ("SJ-1", TODAY + timedelta(days=61))):
        with pytest.raises(ArchiveError):
            ask_loan(team, user("anna"), code, "核对", day)
    loan = ask_loan(team, user("anna"), "SJ-1", "核对", due)
    with pytest.raises(NotPermittedError):
        take_from_archive(team, user("anna"), scan)  # not lent yet
    with pytest.raises(ArchiveError):
        ask_loan(team, user("anna"), "SJ-1", "核对", due)
    with pytest.raises(NotPermittedError):
        decide_loan(team, user("anna"), loan, is_granted=True)
    with pytest.raises(ArchiveError):
        decide_loan(team, user("clerk"), loan, is_granted=False)  # without a reason
    decide_loan(team, user("clerk"), loan, is_granted=True)
    assert take_from_archive(team, user("anna"), scan) == b"x"
    with pytest.raises(NotPermittedError):
        take_from_archive(team, user("bert"), scan)
    own = ask_loan(team, user("clerk"), "SJ-1", "核对", due)
    with pytest.raises(NotPermittedError):
        decide_loan(team, user("clerk"), own, is_granted=True)
    give_back(team, user("clerk"), loan)
    with pytest.raises(NotPermittedError):
        take_from_archive(team, user("anna"), scan)


def test_an_office_bound_to_a_place_keeps_the_files_of_that_place(team: Engine) -> None:
    first, second = (
        file_in_archive(team, user("clerk"), NewArchiveFile(f"SJ-{code}", "审计档案", TODAY, code))
        for code in ("P1", "P2")
    )
    here, there = (replace(user("clerk"), region_code=code) for code in ("990101", "990102"))
    of_section = replace(user("clerk"), section_code="S1")
    attach_to_archive(team, here, first, "a.pdf", b"x")
    loan = ask_loan(team, user("anna"), "SJ-P1", "核对", TODAY + timedelta(days=14))
    for who in (there, of_section):
        with pytest.raises(NotPermittedError):
            attach_to_archive(team, who, second if who is of_section else first, "a.pdf", b"x")
    with pytest.raises(NotPermittedError):
        decide_loan(team, there, loan, is_granted=True)
    with pytest.raises(ArchiveError):
        file_in_archive(team, there, NewArchiveFile("SJ-3", "审计档案", TODAY, "P1"))
    with reading(team) as connection:
        assert len(loans_waiting(connection, here)) == 1
        assert loans_waiting(connection, there) == []
    decide_loan(team, here, loan, is_granted=True)
