"""Rows of suspects for tests: of two sections, at every place of their way, on 2025-06-30."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from data.engine import now
from data.schema import DatasetVersion, Suspect, SuspectEvidence, SuspectParty, SuspectStep
from tests.model_rows import add_varied_models

TO_ISSUE, FOREIGN, ISSUED_TO_S1, OVERDUE, CONFIRMED = 1, 2, 3, 4, 5


def add_suspect(connection: Connection, number: int, **values: Any) -> None:
    """One suspect of M01, waiting to be issued since 20 June unless `values` say otherwise."""
    whole = {
        "suspect_id": number,
        "model_code": "M01",
        "entity_reference": f"示范路{number}号工程",
        "summary": f"第{number}条：合同未招标",
        "amount_fen": number * 100_000_00,
        "section_code": "S1",
        "region_code": "990101",
        "found_date": date(2025, 6, 20),
        "recorded_at": now(),
        "severity": "high",
    } | values
    connection.execute(insert(Suspect).values(**whole))
    add_step(connection, number, "to_issue", whole["found_date"])


def add_step(connection: Connection, number: int, state: str, day: date, **said: Any) -> None:
    """One step of a suspect."""
    values = {"suspect_id": number, "state": state, "fact_date": day, "recorded_at": now()} | said
    connection.execute(insert(SuspectStep).values(**values))


def add_varied_suspects(connection: Connection) -> None:
    """One to be issued, one of S2 to be issued, one of S2 issued to S1, one overdue, one confirmed.

    The first and the overdue one touch the same company, under one number.
    """
    add_varied_models(connection)
    add_suspect(connection, TO_ISSUE)
    add_suspect(connection, FOREIGN, section_code="S2")
    add_suspect(connection, ISSUED_TO_S1, section_code="S2", found_date=date(2025, 6, 1))
    due = {"due_date": date(2025, 7, 10), "to_section_code": "S1"}
    add_step(connection, ISSUED_TO_S1, "issued", date(2025, 6, 5), **due)
    for number in (OVERDUE, CONFIRMED):
        add_suspect(connection, number, found_date=date(2025, 5, 1))
        due = {"due_date": date(2025, 6, 10), "to_section_code": "S1", "note": "请核实"}
        add_step(connection, number, "issued", date(2025, 5, 5), user_name="auditor", **due)
    add_step(connection, CONFIRMED, "confirmed", date(2025, 6, 1), note="合同属实", amount_fen=4_000_00)
    for number in (TO_ISSUE, OVERDUE):
        party = {"kind": "company", "party_id": "91990100MA00000001", "name": "东湖示范建设有限公司"}
        connection.execute(insert(SuspectParty).values(suspect_id=number, **party))
        person = {"kind": "person", "party_id": "990101199001011234", "name": "张*"}
        connection.execute(insert(SuspectParty).values(suspect_id=number, **person))


def add_evidence(connection: Connection) -> None:
    """Every suspect that is there stands on the first row of every version of a dataset."""
    suspects = connection.scalars(select(Suspect.suspect_id)).all()
    versions = connection.scalars(select(DatasetVersion.dataset_version_id)).all()
    for suspect_id in suspects:
        for version_id in versions:
            values = {"suspect_id": suspect_id, "dataset_version_id": version_id, "rows": '{"rows": [1]}'}
            connection.execute(insert(SuspectEvidence).values(**values))
