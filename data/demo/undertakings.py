"""Secrecy undertakings of the demonstration's accounts: without one nobody brings or takes data."""

from datetime import date

from sqlalchemy import Connection

from data.access.roles import COMMAND_LINE
from data.demo.bulk import insert_rows
from data.demo.days import AS_OF_DATE
from data.schema import Undertaking

_SIGNED = date(2026, 1, 5)
# One has run out and one soon will, so that the demonstration can show what is said then.
_OTHERS = {
    "auditor2": (date(2024, 1, 8), date(2025, 12, 31)),
    "section": (date(2025, 12, 15), date(2026, 12, 14)),
}
_VALID_UNTIL = date(2035, 12, 31)
_PEOPLE = ("dataroom", "auditor", "auditor2", "section", "leader")


def write_undertakings(connection: Connection) -> None:
    """Paper that nobody signed, and that says so: 演示."""
    columns = ("user_name", "document", "signed_date", "valid_until", "recorded_by", "recorded_at")
    rows = []
    for number, user_name in enumerate(_PEOPLE, start=1):
        signed, until = _OTHERS.get(user_name, (_SIGNED, _VALID_UNTIL))
        rows.append(
            (
                user_name,
                f"演示承诺书第 {number} 号",
                signed.isoformat(),
                until.isoformat(),
                COMMAND_LINE.user_name,
                f"{AS_OF_DATE.isoformat()} 09:30:00.000000",
            )
        )
    insert_rows(connection, Undertaking, columns, rows)
