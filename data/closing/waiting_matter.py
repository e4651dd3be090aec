"""The matter of the register of transfers that goes out with a letter."""

from datetime import date

from sqlalchemy import Connection, Row, func, select

from data.schema import Transfer


def waiting_matter(
    connection: Connection, finding_id: int, body: str, sent: date
) -> Row[int, str | None, date | None] | None:
    """The oldest matter of the finding that was decided by that day and waits to go to that body, or to one
    that nobody has named yet: transfer_id, matter, answer_due_date.
    """
    return connection.execute(
        select(Transfer.transfer_id, Transfer.matter, Transfer.answer_due_date)
        .where(
            Transfer.finding_id == finding_id,
            Transfer.sent_date.is_(None),
            Transfer.decided_date <= sent,
            func.coalesce(func.nullif(Transfer.receiving_body, ""), body) == body,
        )
        .order_by(Transfer.transfer_id)
        .limit(1)
    ).one_or_none()
