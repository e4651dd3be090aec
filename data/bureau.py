"""What the bureau itself sets: its name, whether it is the demonstration, and a fixed as-of date if any."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select

from data.engine import now
from data.local_time import from_china, in_china, today_in_china
from data.schema import BureauSetting

UNNAMED = "审计局"  # until the bureau has said its name


@dataclass(frozen=True)
class Bureau:
    """`as_of` is fixed for the demonstration, whose facts end on that day; otherwise it is today in China."""

    name: str
    is_demo: bool
    as_of: date


def bureau(connection: Connection) -> Bureau:
    """The bureau of this database."""
    values = dict(connection.execute(select(BureauSetting.name, BureauSetting.value)).all())
    fixed = values.get("as_of")
    return Bureau(
        name=values.get("name", UNNAMED),
        is_demo=values.get("is_demo") == "yes",
        as_of=date.fromisoformat(fixed) if fixed else today_in_china(),
    )


def moment_of(connection: Connection) -> datetime:
    """This moment on the bureau's own day, in UTC without zone: that of the demonstration is fixed."""
    return from_china(datetime.combine(bureau(connection).as_of, in_china(now()).time()))


def set_value(connection: Connection, name: str, value: str) -> None:
    """Set one of: name, is_demo, as_of, data_rooms, idle_days."""
    connection.execute(delete(BureauSetting).where(BureauSetting.name == name))
    connection.execute(insert(BureauSetting).values(name=name, value=value))
