"""Asking to take rows out: the file is put aside, and its request waits for another person."""

import json
import os
import shutil
import uuid
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from data.access.permission import permit
from data.access.roles import User
from data.bureau import moment_of
from data.data_room.dataset_access import access_to
from data.data_room.outputs.files import outputs_folder
from data.data_room.outputs.masks import masks_now
from data.data_room.outputs.requests import OutputError, ReadDataset, WantedOutput, check_no_secret
from data.data_room.undertakings import need_undertaking
from data.digest import sha256_of
from data.engine import writing
from data.events import OutputAsked, record, take_turn
from data.language import _
from data.schema import Dataset, OutputApproval, OutputDataset
from data.warehouse.folders import sync

ASKING = "use-data"


def ask_output(engine: Engine, user: User, content: bytes | Path, suffix: str, wanted: WantedOutput) -> int:
    """Put the file aside and ask for its approval; returns the number of the request.

    `content` is what is in it, or a file of the warehouse itself: of any size, and never loaded.

    Rows of a state secret are not asked for, and a file as it came only by who sees it unmasked. Raises
    OutputError, UndertakingMissingError and NotPermittedError (both recorded).
    """
    permit(engine, user, ASKING, wanted.described)
    need_undertaking(engine, user, ASKING, wanted.described)
    if not wanted.purpose.strip() or not wanted.recipient.strip():
        raise OutputError(_("Say what the rows are for, and who receives them."))
    file = outputs_folder() / f"{uuid.uuid4().hex}{suffix}"
    try:
        _put_aside(content, file)
        return _asked(engine, user, file, sha256_of(file), wanted)
    except BaseException:
        file.unlink(missing_ok=True)
        raise


def _put_aside(content: bytes | Path, file: Path) -> None:
    if isinstance(content, bytes):
        file.write_bytes(content)
    else:
        try:
            os.link(content, file)  # a second name: it stays though the dataset is cleaned up
        except FileNotFoundError as error:
            words = _("The files of this version are gone; restore them from a backup.")
            raise OutputError(words) from error
        except OSError:  # a file system without such names
            shutil.copyfile(content, file)
    sync(file)
    sync(file.parent)


def _asked(engine: Engine, user: User, file: Path, sha256: str, wanted: WantedOutput) -> int:
    purpose, recipient = wanted.purpose.strip(), wanted.recipient.strip()
    numbers = [read.dataset_id for read in wanted.datasets]
    with writing(engine) as connection:
        take_turn(connection)
        classified = select(Dataset.classification).where(Dataset.dataset_id.in_(numbers))
        check_no_secret(set(connection.scalars(classified)))
        output_id: int = connection.execute(
            insert(OutputApproval)
            .values(
                user_name=user.user_name,
                described=wanted.described,
                file=file.name,
                sha256=sha256,
                row_count=wanted.rows,
                purpose=purpose,
                recipient=recipient,
                asked_at=moment_of(connection),
            )
            .returning(OutputApproval.output_approval_id)
        ).scalar_one()
        for read in wanted.datasets:
            connection.execute(
                insert(OutputDataset).values(
                    output_approval_id=output_id,
                    dataset_id=read.dataset_id,
                    version_number=read.version_number,
                    masks=_masks(connection, user, read, wanted),
                )
            )
        event = OutputAsked(wanted.described, wanted.rows, sha256, purpose, recipient)
        record(connection, user.user_name, event)
    return output_id


def _masks(connection: Connection, user: User, read: ReadDataset, wanted: WantedOutput) -> str | None:
    """The masks in the file, as JSON: those of its asker now; None for a file as it came."""
    if wanted.is_original:
        if not access_to(connection, user, read.dataset_id).is_unmasked:
            raise OutputError(_("Only who sees the dataset without masks takes its file as it came."))
        return None
    return json.dumps(masks_now(connection, user, read), ensure_ascii=False, sort_keys=True)
