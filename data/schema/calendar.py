"""The official calendar of working days (国务院办公厅节假日安排, with make-up days)."""

from datetime import date

from sqlalchemy import Date
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Flag, Name


class CalendarDay(Base):
    """One day; `working_day_number` runs on over years, so a difference of two is a count of working days."""

    __tablename__ = "calendar_day"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    is_working_day: Mapped[Flag]
    working_day_number: Mapped[int]
    holiday_name: Mapped[Name | None]
