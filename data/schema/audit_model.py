"""审计模型: the catalogue, the text of every version, and the runs. The hits of a run are a Parquet file."""

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Flag, Key, Moment, Name, Words


class AuditModelText(Base):
    """One version of a model as its file has it: what a run refers to, whatever comes after."""

    __tablename__ = "audit_model_text"
    __table_args__ = (
        # One published text for each version of a model; drafts may carry any number until then.
        Index(
            "uq_audit_model_text_published",
            "model_code",
            "version",
            unique=True,
            sqlite_where=text("state = 'published'"),
            postgresql_where=text("state = 'published'"),
        ),
    )

    audit_model_text_id: Mapped[Key]
    model_code: Mapped[Code] = mapped_column(index=True)
    version: Mapped[int]
    sha256: Mapped[Code]
    body: Mapped[Words]
    state: Mapped[Code]  # see data/codes.py: MODEL_STATE (draft, submitted, returned, published, withdrawn)
    author: Mapped[Name]  # an account; "" for those that came with the program
    written_at: Mapped[Moment]
    submitted_at: Mapped[Moment | None]
    reviewer: Mapped[Name | None]
    reviewed_at: Mapped[Moment | None]
    review_note: Mapped[Words | None]
    revision: Mapped[int] = mapped_column(server_default="0")  # raised by each change, so that none is lost


class AuditModel(Base):
    """A published model at its newest version, with what figures ask of it."""

    __tablename__ = "audit_model"

    model_code: Mapped[Code] = mapped_column(primary_key=True)
    audit_model_text_id: Mapped[int] = mapped_column(ForeignKey("audit_model_text.audit_model_text_id"))
    version: Mapped[int]
    title: Mapped[Name]  # Chinese, as in its header
    title_en: Mapped[Name]
    sector: Mapped[Code]  # see data/codes.py: MODEL_SECTOR
    method: Mapped[Code]  # see data/codes.py: MODEL_METHOD
    severity: Mapped[Code]  # see data/codes.py: SEVERITY
    is_shipped: Mapped[Flag]
    published_date: Mapped[Day]
    withdrawn_date: Mapped[Day | None]


class ModelFavourite(Base):
    """A model that somebody keeps at hand."""

    __tablename__ = "model_favourite"

    user_name: Mapped[Name] = mapped_column(primary_key=True)
    model_code: Mapped[Code] = mapped_column(primary_key=True)


class ModelNote(Base):
    """What experience says of a model: a false alarm to know of, or a case it led to."""

    __tablename__ = "model_note"

    model_note_id: Mapped[Key]
    model_code: Mapped[Code] = mapped_column(index=True)
    kind: Mapped[Code]  # see data/codes.py: MODEL_NOTE (false_alarm, case_story)
    title: Mapped[Name]
    words: Mapped[Words]
    suspect_id: Mapped[int | None] = mapped_column(ForeignKey("suspect.suspect_id"))
    author: Mapped[Name]
    written_at: Mapped[Moment]


class ModelRun(Base):
    """One run of one version of a model, with all that is needed to run it again."""

    __tablename__ = "model_run"

    model_run_id: Mapped[Key]
    model_code: Mapped[Code] = mapped_column(index=True)
    model_version: Mapped[int]
    audit_model_text_id: Mapped[int] = mapped_column(ForeignKey("audit_model_text.audit_model_text_id"))
    params: Mapped[Words]  # JSON: every parameter with the value that was used
    user_name: Mapped[Name] = mapped_column(index=True)
    started_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]
    outcome: Mapped[Code]  # see data/codes.py: RUN_OUTCOME (running, done, not_run, stopped, failed)
    reason: Mapped[Words | None]  # why it did not run to its end, in Chinese
    row_count: Mapped[int | None] = mapped_column(BigInteger)
    skipped: Mapped[Words | None]  # JSON: [{why, rows}] of what could not be judged
    seconds: Mapped[float | None]
    engine: Mapped[Code]
    folder: Mapped[Code | None]  # below models/ of the run-time folder: where its hits are
    previous_run_id: Mapped[int | None]  # the run it is compared with
    new_count: Mapped[int | None] = mapped_column(BigInteger)
    gone_count: Mapped[int | None] = mapped_column(BigInteger)


class ModelRunDataset(Base):
    """Which version of which dataset a run read under which name."""

    __tablename__ = "model_run_dataset"
    __table_args__ = (UniqueConstraint("model_run_id", "relation"),)

    model_run_dataset_id: Mapped[Key]
    model_run_id: Mapped[int] = mapped_column(ForeignKey("model_run.model_run_id"), index=True)
    relation: Mapped[Code]
    dataset_version_id: Mapped[int] = mapped_column(ForeignKey("dataset_version.dataset_version_id"))
