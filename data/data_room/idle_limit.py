"""After how many days without a new version and without use a dataset is idle: the bureau sets it itself."""

from sqlalchemy import Connection, Engine, select

from data.access.permission import permit_whole
from data.access.roles import User
from data.bureau import set_value
from data.engine import writing
from data.events import BureauSettingChanged, record, take_turn
from data.language import _
from data.schema import BureauSetting

ACTION = "keep-data-room"
USUAL_DAYS = 180  # queries/relations/as_of/dataset_as_of.sql has it too, where nothing is set
FEWEST_DAYS, MOST_DAYS = 30, 3650
_SETTING = "idle_days"


class IdleLimitError(ValueError):
    """The number of days cannot be; the message says why."""


def idle_limit(connection: Connection) -> int:
    """The days in force."""
    text = connection.scalar(select(BureauSetting.value).where(BureauSetting.name == _SETTING))
    return int(text) if text else USUAL_DAYS


def set_idle_limit(engine: Engine, actor: User, days: int) -> None:
    """Set the days for the whole bureau. Raises IdleLimitError, and NotPermittedError (recorded)."""
    permit_whole(engine, actor, ACTION, _SETTING)
    if not FEWEST_DAYS <= days <= MOST_DAYS:
        words = _("From {fewest} to {most} days.")
        raise IdleLimitError(words.format(fewest=FEWEST_DAYS, most=f"{MOST_DAYS:,}"))
    with writing(engine) as connection:
        take_turn(connection)
        before = idle_limit(connection)
        if days == before:
            return
        set_value(connection, _SETTING, str(days))
        record(connection, actor.user_name, BureauSettingChanged(_SETTING, str(before), str(days)))
