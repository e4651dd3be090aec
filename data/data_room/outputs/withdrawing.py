"""Withdrawing a request to take rows out: its asker, before the file is taken."""

from sqlalchemy import Engine, update

from data.access.permission import permit, refuse
from data.access.roles import User
from data.bureau import moment_of
from data.data_room.outputs.asking import ASKING
from data.data_room.outputs.files import outputs_folder
from data.data_room.outputs.requests import OutputError, existing_request
from data.engine import reading, writing
from data.events import OutputWithdrawn, record, take_turn
from data.language import _
from data.schema import OutputApproval


def withdraw_output(engine: Engine, user: User, output_id: int) -> None:
    """Who asked wants the rows no more; the file goes at once. Until it is taken, also when it was granted.

    Raises OutputError, and NotPermittedError (recorded).
    """
    permit(engine, user, ASKING, str(output_id))
    with reading(engine) as connection:
        request = existing_request(connection, output_id)
    if request.user_name != user.user_name:
        refuse(engine, user, ASKING, request.described)
    with writing(engine) as connection:
        take_turn(connection)
        request, moment = existing_request(connection, output_id), moment_of(connection)
        if request.state(moment) not in {"waiting", "granted"}:
            raise OutputError(_("This request is done with and cannot be withdrawn any more."))
        which = OutputApproval.output_approval_id == output_id
        connection.execute(update(OutputApproval).where(which).values(withdrawn_at=moment))
        record(connection, user.user_name, OutputWithdrawn(request.described))
    (outputs_folder() / request.file).unlink(missing_ok=True)
