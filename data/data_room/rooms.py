"""数据分析室: the rooms that can be booked. The bureau names them itself, one a line."""

from sqlalchemy import Connection, Engine, select

from data.access.permission import permit_whole
from data.access.roles import User
from data.bureau import set_value
from data.engine import writing
from data.events import BureauSettingChanged, record, take_turn
from data.language import _
from data.schema import BureauSetting

ACTION = "keep-data-room"
_SETTING = "data_rooms"
_LONGEST_NAME = 60
_MOST_ROOMS = 20  # a week's board of more could not be read


class RoomError(ValueError):
    """A rule stands against the names of the rooms or a booking; the message says which."""


def rooms(connection: Connection) -> tuple[str, ...]:
    """The rooms in the order in which the bureau named them; none in a new database."""
    text = connection.scalar(select(BureauSetting.value).where(BureauSetting.name == _SETTING))
    return tuple((text or "").splitlines())


def name_rooms(engine: Engine, actor: User, names: list[str]) -> None:
    """Set which rooms there are. Bookings of a room that is named no more stay as they are.

    Raises RoomError, and NotPermittedError (recorded).
    """
    permit_whole(engine, actor, ACTION, _SETTING)
    found = tuple(dict.fromkeys(name for name in (" ".join(name.split()) for name in names) if name))
    if len(found) > _MOST_ROOMS or any(len(name) > _LONGEST_NAME for name in found):
        words = _("There can be {rooms} rooms with names of {length} characters at most.")
        raise RoomError(words.format(rooms=_MOST_ROOMS, length=_LONGEST_NAME))
    with writing(engine) as connection:
        take_turn(connection)
        before = rooms(connection)
        if found == before:
            return
        set_value(connection, _SETTING, "\n".join(found))
        event = BureauSettingChanged(_SETTING, "、".join(before) or None, "、".join(found))
        record(connection, actor.user_name, event)
