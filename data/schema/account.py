"""Accounts: who may sign in, in which roles, bound to which region or section; and who is signed in."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Flag, Key, Moment, Name


class Account(Base):
    """One person's account. The counters of wrong passwords live here, so a restart forgets nothing."""

    __tablename__ = "account"

    account_id: Mapped[Key]
    user_name: Mapped[Code] = mapped_column(unique=True)
    display_name: Mapped[Name]
    password_hash: Mapped[Name]
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    staff_code: Mapped[Code | None]  # 工号: which member of staff this is; projects know their members by it
    is_disabled: Mapped[Flag]
    must_change_password: Mapped[Flag]
    failed_sign_ins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[Moment | None]
    last_active_at: Mapped[Moment | None]
    created_at: Mapped[Moment]


class AccountRole(Base):
    """A role that an account holds (see data/access/roles.py)."""

    __tablename__ = "account_role"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.account_id"), primary_key=True)
    role: Mapped[Code] = mapped_column(primary_key=True)


class AccountSession(Base):
    """One sign-in that is still valid. A cookie names its row; once the row is gone, the cookie is worthless.

    A row goes at sign-out and at the end of the idle or session time; all rows of an account go when its
    password, roles or binding change or it is disabled.
    """

    __tablename__ = "account_session"

    session_id: Mapped[Code] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.account_id"), index=True)
    started_at: Mapped[Moment]
    last_active_at: Mapped[Moment]
