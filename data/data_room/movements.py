"""采集、报送、领取台账: writing one line, in the transaction of the act and its event."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import Connection, insert

from data.engine import now
from data.schema import DataMovement

LONGEST_NAME = 400


@dataclass(frozen=True)
class Movement:
    """One line. `person` is the account that did it, `taker` the account that has the data now, if any."""

    kind: str  # see data/codes.py: MOVEMENT_KIND
    fact_date: date
    described: str
    counterparty: str
    person: str
    purpose: str
    taker: str | None = None
    dataset_id: int | None = None
    version_number: int | None = None
    row_count: int | None = None
    sha256: str | None = None
    project_id: int | None = None
    section_code: str | None = None
    approval_number: str | None = None
    return_due_date: date | None = None


def write_movement(connection: Connection, movement: Movement, event_id: int) -> int:
    """Write the line that stands on an event; returns its number."""
    values = asdict(movement) | {
        "described": movement.described[:LONGEST_NAME],
        "counterparty": movement.counterparty[:LONGEST_NAME],
        "moved_at": now(),
        "event_id": event_id,
    }
    line: int = connection.execute(
        insert(DataMovement).values(**values).returning(DataMovement.data_movement_id)
    ).scalar_one()
    return line
