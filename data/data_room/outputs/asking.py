"""出库审批: a file that somebody wants to take out of the data room waits until another person decides."""

import hashlib
import uuid
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, insert

from data.access.permission import permit
from data.access.roles import User
from data.data_room.undertakings import need_undertaking
from data.engine import now, writing
from data.events import OutputAsked, record
from data.language import _
from data.schema import OutputApproval
from data.warehouse import warehouse
from data.warehouse.folders import sync

ASKING = "use-data"


class OutputError(ValueError):
    """An output that cannot be asked for; the message says why, in the current language."""


@dataclass(frozen=True)
class WantedOutput:
    """What is wanted: how a person knows it, how many rows, what for and for whom."""

    described: str
    rows: int
    purpose: str
    recipient: str
    dataset_id: int | None = None


def outputs_folder() -> Path:
    """Where files wait for their approval, and lie until they are taken."""
    folder = warehouse() / "outputs"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def ask_output(engine: Engine, user: User, content: bytes, suffix: str, wanted: WantedOutput) -> int:
    """Put the file aside and ask for its approval; returns the number of the request.

    Raises OutputError, UndertakingMissingError and NotPermittedError (both recorded).
    """
    permit(engine, user, ASKING, wanted.described)
    need_undertaking(engine, user, ASKING, wanted.described)
    if not wanted.purpose.strip() or not wanted.recipient.strip():
        raise OutputError(_("Say what the rows are for, and who receives them."))
    file = outputs_folder() / f"{uuid.uuid4().hex}{suffix}"
    file.write_bytes(content)
    sync(file)
    sync(file.parent)
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        return _asked(engine, user, file, sha256, wanted)
    except BaseException:
        file.unlink(missing_ok=True)
        raise


def _asked(engine: Engine, user: User, file: Path, sha256: str, wanted: WantedOutput) -> int:
    purpose, recipient = wanted.purpose.strip(), wanted.recipient.strip()
    with writing(engine) as connection:
        kept = connection.execute(
            insert(OutputApproval).values(
                user_name=user.user_name,
                described=wanted.described,
                dataset_id=wanted.dataset_id,
                file=file.name,
                sha256=sha256,
                row_count=wanted.rows,
                purpose=purpose,
                recipient=recipient,
                asked_at=now(),
            )
        )
        event = OutputAsked(wanted.described, wanted.rows, sha256, purpose, recipient)
        record(connection, user.user_name, event)
        key = kept.inserted_primary_key
        return int(key[0]) if key else 0
