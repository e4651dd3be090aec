"""Deciding on a request to take rows out: another person grants it with a number or refuses it."""

from sqlalchemy import Engine, update

from data.access.permission import permit, permit_place, refuse
from data.access.roles import User
from data.bureau import moment_of
from data.data_room.outputs.files import checked_file
from data.data_room.outputs.requests import (
    DECIDING,
    OutputError,
    OutputRequest,
    check_no_secret,
    existing_request,
    place_of,
)
from data.engine import reading, writing
from data.events import OutputDecided, record, take_turn
from data.language import _
from data.schema import OutputApproval

LONGEST_NUMBER = 100
LONGEST_NOTE = 500


def grant_output(engine: Engine, user: User, output_id: int, approval_number: str, note: str = "") -> None:
    """Let the asker take the file. Nobody grants their own request, nor one of rows of a state secret.

    The file must still be the one that was asked for. Raises OutputError, and NotPermittedError (recorded).
    """
    if not 0 < len(approval_number.strip()) <= LONGEST_NUMBER:
        raise OutputError(
            _("A grant needs the number of its approval, of {limit} letters at most.").format(
                limit=LONGEST_NUMBER
            )
        )
    request = _permitted(engine, user, output_id)
    check_no_secret({entry.classification for entry in request.datasets})
    checked_file(request)
    _decide(engine, user, output_id, is_granted=True, approval_number=approval_number.strip(), note=note)


def refuse_output(engine: Engine, user: User, output_id: int, reason: str) -> None:
    """Refuse a request, saying why. Raises OutputError, and NotPermittedError (recorded)."""
    if not reason.strip():
        raise OutputError(_("Say why it is refused: the asker reads it."))
    _permitted(engine, user, output_id)
    _decide(engine, user, output_id, is_granted=False, approval_number=None, note=reason)


def _permitted(engine: Engine, user: User, output_id: int) -> OutputRequest:
    permit(engine, user, DECIDING, str(output_id))
    with reading(engine) as connection:
        request = existing_request(connection, output_id)
    if request.user_name == user.user_name:
        refuse(engine, user, DECIDING, request.described)
    permit_place(engine, user, DECIDING, place_of(request), request.described)
    _check_undecided(request)
    return request


def _check_undecided(request: OutputRequest) -> None:
    if request.withdrawn_at is not None:
        raise OutputError(_("Who asked has withdrawn it. Nothing was changed."))
    if request.is_granted is not None:
        raise OutputError(_("This request was decided already. Nothing was changed."))


def _decide(
    engine: Engine, user: User, output_id: int, *, is_granted: bool, approval_number: str | None, note: str
) -> None:
    if len(note) > LONGEST_NOTE:
        raise OutputError(_("A note has at most {length} characters.").format(length=LONGEST_NOTE))
    with writing(engine) as connection:
        take_turn(connection)
        request = existing_request(connection, output_id)
        _check_undecided(request)  # somebody may have been faster
        connection.execute(
            update(OutputApproval)
            .where(OutputApproval.output_approval_id == output_id)
            .values(
                decided_by=user.user_name,
                decided_at=moment_of(connection),
                is_granted=is_granted,
                approval_number=approval_number,
                note=note.strip() or None,
            )
        )
        event = OutputDecided(
            request.described, request.user_name, is_granted, approval_number or "", note.strip()
        )
        record(connection, user.user_name, event)
