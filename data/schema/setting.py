"""What belongs to the bureau rather than to the machine: its name, whether it is the demonstration."""

from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Words


class BureauSetting(Base):
    """A named value of the bureau (see data/bureau.py for the names)."""

    __tablename__ = "bureau_setting"

    name: Mapped[Code] = mapped_column(primary_key=True)
    value: Mapped[Words]
