"""屡审屡犯: the findings that one finding repeats, and those that repeat it later."""

from sqlalchemy import Connection, select

from data.schema import Finding

# A chain longer than this is a fault of the data (every link stands for another audit of the same unit).
_LONGEST = 50


def chain_ids(connection: Connection, finding_id: int) -> set[int]:
    """Ids of the finding, of what it repeats (and what that repeats), and of all that repeat any of them."""
    known: set[int] = set()
    newest = {finding_id}
    for __ in range(_LONGEST):
        known |= newest
        links = select(Finding.finding_id, Finding.prior_finding_id).where(
            Finding.finding_id.in_(newest) | Finding.prior_finding_id.in_(newest)
        )
        found = {key for link in connection.execute(links) for key in link if key is not None}
        newest = found - known
        if not newest:
            break
    return known
