"""附件: files that belong to something, and the texts within them."""

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Key, Moment, Name, Words


class Attachment(Base):
    """附件: a file kept by its SHA-256 below attachments/ of the run-time folder, never shown as HTML."""

    __tablename__ = "attachment"

    attachment_id: Mapped[Key]
    subject: Mapped[Code]  # what it belongs to: "suspect", "finding" …
    subject_id: Mapped[int] = mapped_column(BigInteger, index=True)
    file_name: Mapped[Name]
    sha256: Mapped[Code]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    note: Mapped[Words | None]
    added_by: Mapped[Name]
    added_at: Mapped[Moment]


class AttachmentText(Base):
    """附件正文: the text within a file, for the search; one row per content, read in the background."""

    __tablename__ = "attachment_text"

    sha256: Mapped[Code] = mapped_column(primary_key=True)
    reading: Mapped[int]  # the making of the readers that read it: data/file_texts/catching_up.py
    state: Mapped[Code]  # see data/codes.py: FILE_TEXT
    words: Mapped[Words]
    read_at: Mapped[Moment]
