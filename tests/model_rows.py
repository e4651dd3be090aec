"""Rows of audit models for tests of figures: models of a bureau, by sector and day of publication."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, insert

from data.engine import now
from data.schema import AuditModel, AuditModelText


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
