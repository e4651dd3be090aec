"""The card of one finding: who may see it, how it stands on a day, and its history in order."""

from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, select, update

from data.engine import reading, writing
from data.events import FindingsImported, record
from data.schema import (
    Accountability,
    EstablishedRule,
    Finding,
    FindingChange,
    FindingReport,
    Milestone,
    Official,
    Recommendation,
    Rectification,
    RectifiedMoney,
    Report,
    SupervisionStep,
    Transfer,
)
from queries.cards.finding_card import FindingCard, finding_card
from queries.cards.finding_changes import FieldChange
from queries.catalog import kpis
from queries.filters import EVERYTHING, Filters, Scope
from queries.rows import detail
from queries.source import open_source
from tests.ledger_rows import add_a_varied_ledger, add_finding, add_house, settle

DAY = date(2024, 12, 31)
FOUND = date(2024, 1, 10)
DUE = date(2024, 4, 30)
LONGER = date(2024, 9, 30)
ENTERED = datetime(2024, 6, 1, 20, 30)  # noqa: DTZ001 - UTC: the second of June in China


def add_full_finding(connection: Connection) -> int:
    """One finding with something in every table."""
    connection.execute(insert(Official).values(official_id=1, name="王某", identity_number="1"))
    finding_id = add_finding(
        connection,
        amount_fen=1_000_000,
        found=FOUND,
        due=DUE,
        facts=[("extended", date(2024, 4, 20)), ("extended", date(2024, 6, 20)), ("looked_back", DAY)],
        money=[(date(2024, 3, 1), 100_000), (date(2024, 10, 8), 300_000)],
        description="**具体**描述",
        legal_basis="预算法",
        official_id=1,
        is_found_date_assumed=True,
        has_leader_instruction=True,
    )
    extensions = select(Milestone.milestone_id).where(Milestone.kind == "extended")
    ids = connection.scalars(extensions.order_by(Milestone.fact_date)).all()
    for key, day, number in ((ids[0], LONGER, "延1号"), (ids[1], date(2024, 8, 1), None)):
        connection.execute(
            update(Milestone)
            .where(Milestone.milestone_id == key)
            .values(new_due_date=day, person="张三", document_number=number, note="批准", recorded_at=ENTERED)
        )
    connection.execute(
        update(Rectification)
        .where(Rectification.finding_id == finding_id)
        .values(measures="退还", last_tracking_date=date(2024, 7, 1), tracking_count=3)
    )
    facts: dict[Any, list[dict[str, Any]]] = {
        Recommendation: [
            {
                "project_id": 1,
                "wording": "健全制度",
                "given_date": FOUND,
                "adopted_date": date(2024, 2, 1),
            }
        ],
        EstablishedRule: [
            {"kind": "rule", "title": "管理办法", "rule_count": 2, "fact_date": date(2024, 8, 8)}
        ],
        Accountability: [{"person_count": 3, "measure": "诫勉", "fact_date": date(2024, 8, 9)}],
        Transfer: [
            {
                "receiving_body": "纪委",
                "document_number": "移1号",
                "decided_date": FOUND,
                "sent_date": date(2024, 2, 2),
                "result": "立案",
                "result_date": date(2024, 5, 5),
            }
        ],
        SupervisionStep: [{"kind": "interview", "fact_date": date(2024, 7, 7), "document_number": "约1号"}],
    }
    for table, rows in facts.items():
        for row in rows:
            connection.execute(insert(table).values(finding_id=finding_id, recorded_at=ENTERED, **row))
    report = {"report_kind": "work_report", "document_number": "报告1号", "delivered_date": date(2024, 7, 20)}
    report_id = connection.execute(insert(Report).values(report)).inserted_primary_key[0]
    connection.execute(insert(FindingReport).values(finding_id=finding_id, report_id=report_id))
    return finding_id


def card(engine: Engine, finding_id: int, as_of: date = DAY, scope: Scope = EVERYTHING) -> FindingCard | None:
    with reading(engine) as connection:
        return finding_card(open_source(engine), connection, finding_id, as_of, scope)


@pytest.fixture
def full(engine: Engine) -> int:
    with writing(engine) as connection:
        add_house(connection)
        finding_id = add_full_finding(connection)
        settle(connection)
    return finding_id


def test_a_card_is_seen_only_within_the_scope_of_the_figures(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        first, second = add_finding(connection, project=1), add_finding(connection, project=2)
        settle(connection)
    for scope in (EVERYTHING, Scope(region="990000"), Scope(region="990101"), Scope(section="S1")):
        assert card(sqlite_engine, first, scope=scope) is not None, scope
    for scope in (Scope(region="990102"), Scope(section="S2"), Scope("990101", "S2"), Scope("nowhere")):
        assert card(sqlite_engine, first, scope=scope) is None, scope
    assert card(sqlite_engine, second, scope=Scope("990101")) is None
    assert card(sqlite_engine, 999) is None


def test_scope_and_state_are_those_of_the_rows_for_every_finding(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_a_varied_ledger(connection)
        settle(connection)
        ids = connection.scalars(select(Finding.finding_id)).all()
    source = open_source(sqlite_engine)
    for scope in (EVERYTHING, Scope(region="990102"), Scope(section="S1")):
        rows = detail(source, kpis()["findings"], Filters(as_of=date(2024, 7, 1)), scope)
        states = dict(zip(rows["finding_id"], rows["state"], strict=True))
        with reading(sqlite_engine) as connection:
            for finding_id in ids:
                seen = finding_card(source, connection, finding_id, date(2024, 7, 1), scope)
                if finding_id in states:
                    assert seen is not None
                    assert seen.standing.state == states[finding_id]
                    assert sum(fen for __, fen in seen.money) == seen.standing.rectified_fen
                else:  # outside the scope, or not found yet
                    assert seen is None or seen.standing.state is None


def test_the_state_is_that_of_the_day(engine: Engine, full: int) -> None:
    def on(day: date) -> tuple[str | None, int | None, date | None, int | None]:
        seen = card(engine, full, day)
        assert seen is not None
        return seen.standing.state, seen.standing.rectified_fen, seen.standing.due_date, seen.days_left

    assert on(date(2024, 1, 9)) == (None, None, None, None)
    assert on(FOUND) == ("in_progress", 0, DUE, 111)
    assert on(date(2024, 3, 1)) == ("partial", 100_000, DUE, 60)
    assert on(date(2024, 5, 2)) == ("partial", 100_000, LONGER, 151)
    assert on(LONGER) == ("partial", 100_000, LONGER, 0)
    assert on(date(2024, 10, 1)) == ("overdue", 100_000, LONGER, -1)
    assert on(DAY) == ("overdue", 400_000, LONGER, -92)


def test_the_history_has_every_fact_in_order(engine: Engine, full: int) -> None:
    seen = card(engine, full)
    assert seen is not None
    told = [(moment.fact_date, moment.kind) for moment in seen.history]
    assert told == [
        (FOUND, "found"),
        (FOUND, "recommendation"),
        (FOUND, "transfer_decided"),
        (date(2024, 2, 1), "adopted"),
        (date(2024, 2, 2), "transfer_sent"),
        (date(2024, 3, 1), "money"),
        (date(2024, 4, 20), "extended"),
        (date(2024, 5, 5), "transfer_result"),
        (date(2024, 6, 20), "extended"),
        (date(2024, 7, 1), "tracked"),
        (date(2024, 7, 7), "interview"),
        (date(2024, 7, 20), "report"),
        (date(2024, 8, 8), "rule"),
        (date(2024, 8, 9), "accountability"),
        (date(2024, 10, 8), "money"),
        (DAY, "looked_back"),
    ]


def test_moments_carry_what_is_known_of_them(engine: Engine, full: int) -> None:
    seen = card(engine, full)
    assert seen is not None
    of = {(moment.kind, moment.fact_date): moment for moment in seen.history}
    extension = of["extended", date(2024, 4, 20)]
    assert extension.due_dates == (DUE, LONGER)
    assert (extension.person, extension.document_number, extension.words) == ("张三", "延1号", "批准")
    # The second one is shorter: the limit that was in force before it is told, as it was.
    assert of["extended", date(2024, 6, 20)].due_dates == (LONGER, date(2024, 8, 1))
    assert extension.recorded_date == date(2024, 6, 2)
    assert extension.is_recorded_later
    assert not of["interview", date(2024, 7, 7)].is_recorded_later
    assert of["found", FOUND].is_fact_date_assumed
    assert of["money", date(2024, 3, 1)].amount_fen == 100_000
    assert of["rule", date(2024, 8, 8)].count == 2
    assert of["report", date(2024, 7, 20)].document_number == "报告1号"
    assert of["transfer_result", date(2024, 5, 5)].words == "立案"


def test_on_one_day_moments_follow_the_order_of_the_field(sqlite_engine: Engine) -> None:
    steps = [
        "reopened",
        "closed",
        "approved",
        "second_review",
        "first_review",
        "close_requested",
        "rectified",
    ]
    with writing(sqlite_engine) as connection:
        add_house(connection)
        finding_id = add_finding(
            connection, facts=[(kind, FOUND) for kind in steps], money=[(FOUND, 5)], amount_fen=5
        )
        settle(connection)
    seen = card(sqlite_engine, finding_id)
    assert seen is not None
    assert [moment.kind for moment in seen.history] == ["found", "money", *reversed(steps)]


def test_what_an_import_changed_is_part_of_the_history(sqlite_engine: Engine) -> None:
    counts = {"rows": 1, "added": 0, "changed": 1, "unchanged": 0, "refused": 0}
    with writing(sqlite_engine) as connection:
        add_house(connection)
        finding_id = add_finding(connection)
        event = FindingsImported(file_name="台账.xlsx", sha256="0", preset="ledger_zh", **counts)
        at = datetime(2024, 3, 31, 17, 0)  # noqa: DTZ001 - UTC
        event_id = record(connection, "liqiang", event, at=at)
        connection.execute(
            insert(FindingChange).values(
                finding_id=finding_id,
                event_id=event_id,
                is_new=False,
                changes='{"source_row": [null, "台账.xlsx · Sheet1 · 5"], "amount": [100, 200],'
                ' "interview_dates": [null, "2024-01-01"], "interview_dates#2": [null, "2024-02-02"]}',
            )
        )
    seen = card(sqlite_engine, finding_id)
    assert seen is not None
    moment = seen.history[-1]
    assert (moment.kind, moment.fact_date, moment.person) == ("changed", date(2024, 4, 1), "liqiang")
    assert moment.words == "台账.xlsx · Sheet1 · 5"
    assert moment.changes == (
        FieldChange("amount", 100, 200),
        FieldChange("interview_dates", None, "2024-01-01"),
        FieldChange("interview_dates", None, "2024-02-02"),
    )


def test_fields_are_grouped_and_empty_ones_left_out(engine: Engine, full: int) -> None:
    seen = card(engine, full)
    assert seen is not None
    finding = {entry.name: entry.value for entry in seen.entries["finding"]}
    rectification = {entry.name: entry.value for entry in seen.entries["rectification"]}
    assert finding["description"] == "**具体**描述"
    assert finding["official_name"] == "王某"
    assert finding["amount"] == 1_000_000
    assert finding["is_in_work_report"] is True
    assert finding["region"] == "990101"
    assert "nature" not in finding
    assert "identity_number" not in finding
    assert rectification["measures"] == "退还"
    assert (rectification["due_date"], rectification["extended_due_date"]) == (DUE, LONGER)
    assert rectification["extension_count"] == 2
    assert finding["document_number"] == "报告1号"
    assert (rectification["rule_count"], rectification["accountable_persons"]) == (2, 3)
    supervision = {entry.name: entry.value for entry in seen.entries["supervision"]}
    assert supervision["tracking_count"] == 3
    assert supervision["interview_dates"] == "2024-07-07"
    assert (supervision["transfer_body"], supervision["transfer_number"]) == ("纪委", "移1号")
    close_out = {entry.name: entry.value for entry in seen.entries["close_out"]}
    assert close_out == {"looked_back_date": DAY}


def test_a_bare_finding_has_a_card(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        finding_id = add_finding(connection)
        connection.execute(Rectification.__table__.delete())
        settle(connection)
    seen = card(sqlite_engine, finding_id)
    assert seen is not None
    assert seen.standing.state == "in_progress"
    assert seen.days_left is None
    assert [moment.kind for moment in seen.history] == ["found"]
    assert (seen.money, seen.repeats) == ((), ())


def test_the_chain_of_repeats_keeps_to_the_scope_and_survives_a_circle(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        oldest = add_finding(connection, project=2, found=date(2021, 1, 1))
        middle = add_finding(connection, found=date(2022, 1, 1), prior_finding_id=oldest)
        this = add_finding(connection, found=date(2023, 1, 1), prior_finding_id=middle)
        sibling = add_finding(connection, found=date(2023, 6, 1), prior_finding_id=oldest)
        last = add_finding(connection, found=date(2024, 1, 1), prior_finding_id=this)
        add_finding(connection)
        connection.execute(update(Finding).where(Finding.finding_id == oldest).values(prior_finding_id=last))
        settle(connection)
    seen = card(sqlite_engine, this)
    assert seen is not None
    assert [entry.finding_id for entry in seen.repeats] == [oldest, middle, this, sibling, last]
    seen = card(sqlite_engine, this, scope=Scope(region="990101"))
    assert seen is not None
    assert [entry.finding_id for entry in seen.repeats] == [middle, this, sibling, last]


def test_money_is_summed_by_kind_up_to_the_day(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        finding_id = add_finding(connection, amount_fen=2**60, money=[(FOUND, 2**53 + 1), (DUE, 2)])
        connection.execute(
            insert(RectifiedMoney).values(
                finding_id=finding_id,
                kind="reduced",
                amount_fen=2**54,
                fact_date=FOUND,
                recorded_at=ENTERED,
            )
        )
        settle(connection)
    early, late = card(sqlite_engine, finding_id, FOUND), card(sqlite_engine, finding_id)
    assert early is not None
    assert late is not None
    assert early.money == (("reduced", 2**54), ("recovered", 2**53 + 1))
    assert late.money == (("reduced", 2**54), ("recovered", 2**53 + 3))
