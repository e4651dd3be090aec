"""大屏: the tokens that sign in a wall."""

from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Key, Moment, Name


class DisplayToken(Base):
    """A wall that may show figures. The token itself is known only where it was made; here is its hash."""

    __tablename__ = "display_token"

    display_token_id: Mapped[Key]
    name: Mapped[Name]  # where the wall hangs
    token_hash: Mapped[Code] = mapped_column(unique=True)  # SHA-256 of a random token
    created_by: Mapped[Name]
    created_at: Mapped[Moment]
    revoked_at: Mapped[Moment | None]
    last_seen_at: Mapped[Moment | None]
