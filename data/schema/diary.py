"""审计日志: what a member of the staff did on a day, for how long, on which project."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Key, Moment, Name, Words


class DiaryEntry(Base):
    """One entry; never changed: a correction is another one that `replaces_id` it, and the newest counts."""

    __tablename__ = "diary_entry"

    diary_entry_id: Mapped[Key]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.staff_id"), index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.project_id"), index=True)
    work_date: Mapped[Day]
    mode: Mapped[Code]  # see data/codes.py: WORK_MODE
    half_hours: Mapped[int]  # sixteen are a person-day; nought: the entry was taken back
    done: Mapped[Words]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("diary_entry.diary_entry_id"), unique=True)
    user_name: Mapped[Name]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))
