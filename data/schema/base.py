"""The declarative base: names of constraints, and the few column types that everything uses."""

from datetime import date, datetime
from typing import Annotated

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Integer, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column

# SQLite numbers rows by itself only for INTEGER PRIMARY KEY; PostgreSQL gets 64 bits.
_BIG_KEY = BigInteger().with_variant(Integer(), "sqlite")

Key = Annotated[int, mapped_column(_BIG_KEY, primary_key=True, autoincrement=True)]
Code = Annotated[str, mapped_column(String(64))]
Name = Annotated[str, mapped_column(String(400))]
Words = Annotated[str, mapped_column(Text)]
Fen = Annotated[int, mapped_column(BigInteger)]
Day = Annotated[date, mapped_column(Date)]
Moment = Annotated[datetime, mapped_column(DateTime)]  # UTC without zone: both engines compare it alike
Flag = Annotated[bool, mapped_column(Boolean, default=False)]


class Base(DeclarativeBase):
    """Base of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
