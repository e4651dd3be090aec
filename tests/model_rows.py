"""Rows of audit models for tests of figures: models of a bureau, by sector and day of publication."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from data.engine import now
from data.schema import AuditModel, AuditModelText, ModelRun
from tests.data_room_rows import add_person


def add_model(connection: Connection, code: str, sector: str, published: date, **values: Any) -> None:
    """One published model with a text that nobody runs."""
    text = {"model_code": code, "version": 1, "sha256": code, "body": "", "state": "published"}
    text_id = connection.execute(
        insert(AuditModelText).values(author="", written_at=now(), **text)
    ).inserted_primary_key[0]
    connection.execute(
        insert(AuditModel).values(
            {
                "model_code": code,
                "audit_model_text_id": text_id,
                "version": 1,
                "title": f"模型{code}",
                "title_en": code,
                "sector": sector,
                "method": "limit",
                "severity": "medium",
                "is_shipped": True,
                "published_date": published,
            }
            | values
        )
    )


def add_varied_models(connection: Connection) -> None:
    """In force on 2025-06-30: three models of investment, one of personnel; one not yet, one not any more."""
    day = date(2024, 1, 1)
    for code in ("M01", "M12", "M18"):
        add_model(connection, code, "investment", day)
    add_model(connection, "M32", "personnel", date(2025, 6, 30), severity="high")
    add_model(connection, "M22", "public_finance", date(2025, 7, 1))
    add_model(connection, "M24", "public_finance", day, withdrawn_date=date(2025, 6, 30))


def add_varied_runs(connection: Connection) -> None:
    """By 2025-06-30: three runs by somebody of section S1, one by night; one failed, one ends a day later."""
    add_person(connection, "runner")
    for who, outcome, hits, ended in (
        ("runner", "done", 12, datetime(2024, 12, 31, 15, 59, tzinfo=UTC)),
        ("runner", "done", 0, datetime(2025, 1, 2, tzinfo=UTC)),
        ("runner", "done", 3, datetime(2025, 6, 30, 15, 59, tzinfo=UTC)),
        ("runner", "done", 3, datetime(2025, 6, 30, 16, 0, tzinfo=UTC)),
        ("runner", "failed", None, datetime(2025, 3, 1, tzinfo=UTC)),
        ("command line", "done", 7, datetime(2025, 3, 1, tzinfo=UTC)),
    ):
        text_id = connection.scalar(select(func.min(AuditModelText.audit_model_text_id)))
        run = {"model_code": "M01", "model_version": 1, "audit_model_text_id": text_id, "params": "{}"}
        took = {"started_at": ended, "ended_at": ended, "row_count": hits, "engine": "duckdb"}
        connection.execute(insert(ModelRun).values(user_name=who, outcome=outcome, **run, **took))
