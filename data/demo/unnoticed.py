"""Findings of the last weeks that nobody has given notice of yet: without a type, a limit or measures."""

from sqlalchemy import Connection, text

COUNT = 18
# The newest of which nothing happened yet; the limit of the ledger is set with the notice.
_NEWEST = text(
    """
    update rectification
    set rectification_type = null, due_date = null, committed_date = null, measures = null, account = null
    where finding_id in (
        select f.finding_id from finding as f
        where
            f.finding_id not in (select finding_id from milestone)
            and f.finding_id not in (select finding_id from rectified_money)
            and f.finding_id not in (select finding_id from transfer)
        order by f.found_date desc, f.finding_id desc
        limit :count
    )
    """
)


def leave_unnoticed(connection: Connection) -> None:
    """Take from the newest findings what a notice sets. Expects the ledger."""
    connection.execute(_NEWEST, {"count": COUNT})
