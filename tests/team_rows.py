"""Staff with dated records, training, offers, diary entries, documents and archive files, made by hand."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert

from data.schema import (
    ArchiveFile,
    ArchiveLoan,
    DiaryEntry,
    Document,
    DocumentLink,
    DocumentStep,
    Offer,
    OfferStep,
    Staff,
    StaffRecord,
    Training,
    TrainingRecord,
)
from tests.progress_rows import add_member

MOMENT = datetime.fromisoformat("2025-06-01T02:00")  # UTC without zone, as the database keeps it
FIRST = 980  # beyond what PostgreSQL numbers by itself in a test


def add_auditor(connection: Connection, staff_id: int, **values: Any) -> int:
    """One member of the business staff, section S1, born 1990-06-30."""
    given = {
        "staff_id": staff_id,
        "staff_code": f"T{staff_id}",
        "name": f"队员{staff_id}",
        "section_code": "S1",
        "birth_date": date(1990, 6, 30),
        "is_business": True,
    }
    connection.execute(insert(Staff).values(given | values))
    return staff_id


def add_record(connection: Connection, staff_id: int, kind: str, value: str, day: date) -> None:
    """A dated fact about a person."""
    values = {"staff_id": staff_id, "kind": kind, "value": value, "fact_date": day}
    connection.execute(insert(StaffRecord).values(**values, recorded_at=MOMENT))


def add_training(
    connection: Connection,
    code: str,
    kind: str,
    end: date,
    places: dict[int, date | None],
    *,
    cancelled: date | None = None,
) -> None:
    """A course of one day with those who are to take part: by person, when it was completed."""
    course = connection.execute(
        insert(Training).values(
            training_code=code,
            title=f"培训{code}",
            kind=kind,
            planned_start_date=end,
            planned_end_date=end,
            cancelled_date=cancelled,
            recorded_at=MOMENT,
        )
    ).inserted_primary_key[0]
    for staff_id, completed in places.items():
        values = {"training_id": course, "staff_id": staff_id, "completed_date": completed}
        connection.execute(insert(TrainingRecord).values(**values, recorded_at=MOMENT))


def add_offer(
    connection: Connection, code: str, due: date, steps: list[tuple[str, int | None, date]], **values: Any
) -> int:
    """A task offered on 2025-01-06 with its steps (kind, person, day)."""
    given = {
        "offer_code": code,
        "title": f"榜单{code}",
        "requirement": "按要求交付",
        "section_code": "S1",
        "offered_date": date(2025, 1, 6),
        "due_date": due,
        "offered_by": "personnel",
        "recorded_at": MOMENT,
    }
    offer = connection.execute(insert(Offer).values(given | values)).inserted_primary_key[0]
    for kind, staff_id, day in steps:
        step = {"offer_id": offer, "kind": kind, "staff_id": staff_id, "fact_date": day}
        connection.execute(insert(OfferStep).values(**step, recorded_at=MOMENT))
    return int(offer)


def add_entry(
    connection: Connection,
    staff_id: int,
    day: date,
    half_hours: int,
    *,
    project: int | None = 2,
    replaces: int | None = None,
    mode: str = "on_site",
) -> int:
    """One entry of the diary; returns its number."""
    given = {
        "staff_id": staff_id,
        "project_id": project,
        "work_date": day,
        "mode": mode,
        "half_hours": half_hours,
        "done": "核对往来款",
        "replaces_id": replaces,
        "user_name": "tester",
        "recorded_at": MOMENT,
    }
    return int(connection.execute(insert(DiaryEntry).values(given)).inserted_primary_key[0])


def add_document(
    connection: Connection,
    code: str,
    registered: date,
    due: date | None,
    steps: list[tuple[str, date, dict[str, Any]]],
    **values: Any,
) -> int:
    """A received letter with its steps (kind, day, further columns)."""
    given = {
        "register_code": code,
        "direction": "in",
        "document_type": "letter",
        "title": f"公文{code}",
        "counterparty": "市政府办公室",
        "urgency": "normal",
        "registered_date": registered,
        "due_date": due,
        "recorded_at": MOMENT,
    }
    document = connection.execute(insert(Document).values(given | values)).inserted_primary_key[0]
    for kind, day, more in steps:
        step = {"document_id": document, "kind": kind, "fact_date": day, "recorded_at": MOMENT}
        connection.execute(insert(DocumentStep).values(step | more))
    return int(document)


def add_archive(connection: Connection, code: str, filed: date, *, project: int | None = 1) -> int:
    """A file in the archive."""
    values = {"archive_code": code, "title": f"案卷{code}", "project_id": project, "filed_date": filed}
    made = connection.execute(insert(ArchiveFile).values(**values, section_code="S1", recorded_at=MOMENT))
    return int(made.inserted_primary_key[0])


def add_loan(connection: Connection, archive: int, asked: datetime, due: date, **values: Any) -> int:
    """Somebody of section S1 asks to read a file."""
    given = {
        "archive_file_id": archive,
        "user_name": "auditor",
        "section_code": "S1",
        "purpose": "核对结论",
        "asked_at": asked,
        "due_date": due,
    }
    return int(connection.execute(insert(ArchiveLoan).values(given | values)).inserted_primary_key[0])


def add_varied_team(connection: Connection) -> None:
    """On 2025-06-30 every figure of the team, the diary, documents and the archive has rows."""
    day = date(2025, 6, 30)
    for place in range(4):
        add_auditor(
            connection,
            FIRST + place,
            section_code=(None, "S1", "S2", "S1")[place],
            civil_class=("professional", "general", None, "professional")[place],
            education=("master", "bachelor", None, "doctor")[place],
            birth_date=date(1970 + 9 * place, 3, 1),
        )
    for place, (rank, since) in enumerate(
        (
            ("principal_1", date(2023, 1, 1)),
            ("principal_2", date(2023, 9, 1)),
            ("counsel_4", date(2025, 1, 1)),
        )
    ):
        add_record(connection, FIRST + place, "rank", rank, since)
    for staff_id, kind, value in (
        (FIRST, "skill", "sql"),
        (FIRST, "computer_intermediate", "yes"),
        (FIRST + 1, "skill", "law"),
        (FIRST + 1, "qualification", "senior"),
        (FIRST + 2, "division_head", "yes"),
    ):
        add_record(connection, staff_id, kind, value, date(2022, 5, 1))
    for project in (2, 3, 4):
        add_member(connection, FIRST - 900, project=project, part=("member", "data_lead")[project % 2])
    add_training(
        connection, "K1", "data_analysis", date(2025, 5, 9), {FIRST: date(2025, 5, 9), FIRST + 1: None}
    )
    add_training(connection, "K2", "law_conduct", date(2025, 9, 9), {FIRST + 2: None})
    add_offer(connection, "B1", date(2025, 3, 1), [("claimed", FIRST, date(2025, 1, 8))])
    add_offer(connection, "B2", date(2025, 12, 1), [], section_code=None, project_id=2)
    add_offer(
        connection,
        "B3",
        date(2025, 4, 1),
        [
            ("chosen", FIRST, date(2025, 1, 9)),
            ("delivered", FIRST, date(2025, 3, 3)),
            ("accepted", FIRST, date(2025, 3, 9)),
        ],
    )
    for place in range(3):
        add_entry(connection, FIRST + place, date(2025, 6, 2 + place), 16, project=(2, 3, None)[place])
    add_document(
        connection,
        "D1",
        date(2025, 6, 2),
        date(2025, 6, 10),
        [("assigned", date(2025, 6, 3), {"section_code": "S1"})],
    )
    ended = [("finished", date(2025, 5, 9), {})]
    linked = add_document(connection, "D2", date(2025, 5, 2), date(2025, 5, 9), ended, urgency=None)
    connection.execute(insert(DocumentLink).values(document_id=linked, project_id=1))
    add_document(connection, "D3", day, None, [], direction="out", document_type="notice")
    first, second = (add_archive(connection, f"A{number}", date(2025, 2, number)) for number in (1, 2))
    lent = {"decided_by": "office", "decided_at": MOMENT, "is_granted": True}
    add_loan(connection, first, MOMENT, date(2025, 6, 15), **lent)
    add_loan(connection, second, MOMENT, date(2025, 7, 4))
