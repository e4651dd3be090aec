"""How many days back the diary can be written and corrected; older days are locked. The bureau sets it."""

from datetime import date, timedelta

from sqlalchemy import Connection, Engine, select

from data.access.permission import permit_whole
from data.access.roles import User
from data.bureau import set_value
from data.engine import writing
from data.events import BureauSettingChanged, record, take_turn
from data.language import _
from data.schema import BureauSetting, CalendarDay

ACTION = "maintain-staff"
USUAL_DAYS = 7
FEWEST_DAYS, MOST_DAYS = 1, 90
_SETTING = "diary_days"


class DiaryLockError(ValueError):
    """The number of days cannot be; the message says why."""


def diary_days(connection: Connection) -> int:
    """The days in force."""
    text = connection.scalar(select(BureauSetting.value).where(BureauSetting.name == _SETTING))
    return int(text) if text else USUAL_DAYS


def first_open_day(connection: Connection, today: date) -> date:
    """The first day whose entries can still be written: that many days before today, itself included."""
    return today - timedelta(days=diary_days(connection))


def working_days(connection: Connection, first: date, last: date) -> set[date]:
    """The working days from one day to another, as the calendar has them; none outside of it."""
    wanted = select(CalendarDay.day).where(CalendarDay.day.between(first, last), CalendarDay.is_working_day)
    return set(connection.scalars(wanted))


def set_diary_days(engine: Engine, actor: User, days: int) -> None:
    """Set the days for the whole bureau. Raises DiaryLockError, and NotPermittedError (recorded)."""
    permit_whole(engine, actor, ACTION, _SETTING)
    if not FEWEST_DAYS <= days <= MOST_DAYS:
        raise DiaryLockError(_("From {fewest} to {most} days.").format(fewest=FEWEST_DAYS, most=MOST_DAYS))
    with writing(engine) as connection:
        take_turn(connection)
        before = diary_days(connection)
        if days == before:
            return
        set_value(connection, _SETTING, str(days))
        record(connection, actor.user_name, BureauSettingChanged(_SETTING, str(before), str(days)))
