"""公文与档案: documents in and out and how they are handled, what is filed, and who borrowed it."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Key, Moment, Name, Words


class Document(Base):
    """公文: one document that was received or sent, as the register has it."""

    __tablename__ = "document"

    document_id: Mapped[Key]
    register_code: Mapped[Code] = mapped_column(unique=True)  # 收文号、发文登记号
    direction: Mapped[Code]  # see data/codes.py: DOCUMENT_DIRECTION
    document_type: Mapped[Code]  # see data/codes.py: DOCUMENT_TYPE (文种)
    document_number: Mapped[Name | None]  # 文号
    title: Mapped[Name]
    counterparty: Mapped[Name]  # 来文单位、主送单位
    urgency: Mapped[Code | None]  # see data/codes.py: URGENCY
    registered_date: Mapped[Day]
    due_date: Mapped[Day | None]
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    responsible_person: Mapped[Name | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class DocumentStep(Base):
    """分办、办理、办结: what happened to a document on a day; its state follows from the steps."""

    __tablename__ = "document_step"

    document_step_id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.document_id"), index=True)
    kind: Mapped[Code]  # see data/codes.py: DOCUMENT_STEP
    fact_date: Mapped[Day]
    new_due_date: Mapped[Day | None]
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    note: Mapped[Words | None]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))


class DocumentLink(Base):
    """The project or the finding that a document is about."""

    __tablename__ = "document_link"

    document_link_id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.document_id"), index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.project_id"), index=True)
    finding_id: Mapped[int | None] = mapped_column(ForeignKey("finding.finding_id"), index=True)


class ArchiveFile(Base):
    """案卷: what is filed in the archive, with its reference."""

    __tablename__ = "archive_file"

    archive_file_id: Mapped[Key]
    archive_code: Mapped[Code] = mapped_column(unique=True)  # 档号
    title: Mapped[Name]
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.project_id"), index=True)
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    filed_date: Mapped[Day]
    retention_years: Mapped[int | None]  # None: for ever (永久)
    place: Mapped[Name | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class ArchiveLoan(Base):
    """借阅: who asked to read a file until when, what another person decided, and when it was given back."""

    __tablename__ = "archive_loan"

    archive_loan_id: Mapped[Key]
    archive_file_id: Mapped[int] = mapped_column(ForeignKey("archive_file.archive_file_id"), index=True)
    user_name: Mapped[Name] = mapped_column(index=True)
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    purpose: Mapped[Words]
    asked_at: Mapped[Moment]
    due_date: Mapped[Day]
    decided_by: Mapped[Name | None]
    decided_at: Mapped[Moment | None]
    is_granted: Mapped[bool | None]
    note: Mapped[Words | None]
    returned_at: Mapped[Moment | None]
    withdrawn_at: Mapped[Moment | None]
