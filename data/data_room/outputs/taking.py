"""Taking a file whose output was granted: once, by its asker, with its line of the receipt ledger."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, update
from sqlalchemy.exc import SQLAlchemyError

from data.access.permission import permit, refuse
from data.access.roles import User
from data.bureau import bureau, moment_of
from data.data_room.dataset_access import may_read
from data.data_room.dataset_use import record_use
from data.data_room.movements import Movement, write_movement
from data.data_room.outputs.asking import ASKING
from data.data_room.outputs.files import checked_file, file_of
from data.data_room.outputs.masks import check_masks
from data.data_room.outputs.requests import OutputError, OutputRequest, check_no_secret, existing_request
from data.data_room.return_limits import latest_limit
from data.data_room.undertakings import need_undertaking
from data.engine import reading, writing
from data.events import OutputTaken, record, take_turn
from data.language import _
from data.schema import OutputApproval

TAKEN_HOURS = 1


def take_output(engine: Engine, user: User, output_id: int, limit: date | None) -> Path:
    """A file that was granted; its line of the receipt ledger is written with it.

    Only its asker takes it, with a valid undertaking, while every dataset behind it may still be read and
    nothing in it was masked meanwhile, and once: whoever needs it again asks again. `limit` is the day of
    return or destruction. Raises OutputError, UndertakingMissingError and NotPermittedError (both recorded).
    """
    permit(engine, user, ASKING, str(output_id))
    with reading(engine) as connection:
        request = existing_request(connection, output_id)
    if request.user_name != user.user_name:
        refuse(engine, user, ASKING, request.described)
    need_undertaking(engine, user, ASKING, request.described)
    file = checked_file(request)
    with writing(engine) as connection:
        take_turn(connection)
        request = existing_request(connection, output_id)
        day, moment = bureau(connection).as_of, moment_of(connection)
        _check_takeable(request, moment)
        _check_limit(request, limit, day)
        check_no_secret({entry.classification for entry in request.datasets})
        for entry in request.datasets:
            if not may_read(connection, user, entry.dataset_id):
                raise OutputError(
                    _("You may not read {dataset} any more, so its rows stay here.").format(
                        dataset=entry.title
                    )
                )
            check_masks(connection, user, entry)
        connection.execute(
            update(OutputApproval)
            .where(OutputApproval.output_approval_id == output_id)
            .values(taken_at=moment)
        )
        event = OutputTaken(
            request.described,
            request.rows,
            request.sha256,
            request.purpose,
            request.recipient,
            request.approval_number or "",
            limit,
        )
        event_id = record(connection, user.user_name, event)
        write_movement(connection, _line(request, user, day, limit), event_id)
    with suppress(SQLAlchemyError):  # the file is given out this once, whether its use can be counted or not
        for entry in request.datasets:
            record_use(engine, user, entry.dataset_id, "export")
    return file


def taken_file(engine: Engine, user: User, output_id: int) -> tuple[OutputRequest, Path]:
    """The request and the file that its asker took within TAKEN_HOURS: a download may break off.

    Raises OutputError, and NotPermittedError (recorded).
    """
    permit(engine, user, ASKING, str(output_id))
    with reading(engine) as connection:
        request, moment = existing_request(connection, output_id), moment_of(connection)
    if request.user_name != user.user_name:
        refuse(engine, user, ASKING, request.described)
    if request.taken_at is None or request.taken_at + timedelta(hours=TAKEN_HOURS) < moment:
        raise OutputError(_("This file is not given out now. Whoever needs it again asks again."))
    return request, file_of(request)  # it was checked when it was taken


def _check_takeable(request: OutputRequest, moment: datetime) -> None:
    match request.state(moment):
        case "withdrawn":
            raise OutputError(_("You have withdrawn this request."))
        case "waiting":
            raise OutputError(_("This request waits for its decision."))
        case "refused":
            raise OutputError(_("This request was refused."))
        case "taken":
            raise OutputError(_("This file was taken already. Whoever needs it again asks again."))
        case "lapsed":
            raise OutputError(_("This approval lapsed because the file was not taken in time; ask again."))


def _check_limit(request: OutputRequest, limit: date | None, day: date) -> None:
    latest = latest_limit(request.classification, day)
    if limit is None and latest is not None:
        raise OutputError(_("Say by when the file is returned or destroyed."))
    if limit is not None and limit < day:
        raise OutputError(_("It cannot be returned before it is taken."))
    if limit is not None and latest is not None and limit > latest:
        raise OutputError(
            _("For this classification the limit is {day} at the latest.").format(day=latest.isoformat())
        )


def _line(request: OutputRequest, user: User, day: date, limit: date | None) -> Movement:
    only = request.datasets[0] if len(request.datasets) == 1 else None
    return Movement(
        kind="receipt",
        fact_date=day,
        described=request.described,
        counterparty=request.recipient,
        person=user.user_name,
        taker=user.user_name,
        purpose=request.purpose,
        dataset_id=only.dataset_id if only else None,
        version_number=only.version_number if only else None,
        row_count=request.rows,
        sha256=request.sha256,
        project_id=only.project_id if only else None,
        section_code=request.section_code or (only.section_code if only else None),
        approval_number=request.approval_number,
        return_due_date=limit,
    )
