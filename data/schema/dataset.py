"""数据集: what was brought in, version by version. The rows are Parquet files (data/warehouse)."""

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Flag, Key, Moment, Name, Words


class Dataset(Base):
    """One table of source data under one name. It belongs to its owner until it is shared."""

    __tablename__ = "dataset"

    dataset_id: Mapped[Key]
    name: Mapped[Name] = mapped_column(unique=True)  # what SQL and the command line call it
    title: Mapped[Name]
    dataset_type: Mapped[Code]  # a file of data/datasets, or "adhoc"
    data_source_id: Mapped[int | None] = mapped_column(ForeignKey("data_source.data_source_id"))
    owner: Mapped[Name]  # account that brought it
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.project_id"))
    classification: Mapped[Code]  # see data/codes.py: CLASSIFICATION
    created_at: Mapped[Moment]
    removed_at: Mapped[Moment | None]
    removal_reason: Mapped[Words | None]
    files_deleted_at: Mapped[Moment | None]  # of a removed dataset: since then it cannot be restored


class DatasetVersion(Base):
    """One state of a dataset. A version that has this row is complete and never changes."""

    __tablename__ = "dataset_version"
    __table_args__ = (UniqueConstraint("dataset_id", "number"),)

    dataset_version_id: Mapped[Key]
    dataset_id: Mapped[int] = mapped_column(ForeignKey("dataset.dataset_id"), index=True)
    number: Mapped[int]
    change: Mapped[Code]  # see data/codes.py: VERSION_CHANGE (append, replace, correct)
    row_count: Mapped[int] = mapped_column(BigInteger)
    refused_count: Mapped[int] = mapped_column(BigInteger)
    columns: Mapped[Words]  # JSON: [{name, title, type, mask}] in the order of the Parquet files
    folder: Mapped[Code]  # below the warehouse; an appended version keeps the files of the one before
    original_name: Mapped[Name]
    original_sha256: Mapped[Code]
    original_bytes: Mapped[int] = mapped_column(BigInteger)
    encoding: Mapped[Code | None]
    sheet: Mapped[Name | None]
    delivery: Mapped[Code]  # see data/codes.py: DELIVERY (page, drop folder, command line, route, network)
    quality_basis_points: Mapped[int | None]  # share of checked values without fault, of all its rows
    report: Mapped[Words | None]  # JSON: faults by rule
    recipe_id: Mapped[int | None] = mapped_column(ForeignKey("recipe.recipe_id"))
    loaded_by: Mapped[Name]
    loaded_at: Mapped[Moment]


class DatasetShare(Base):
    """A dataset opened to a project, a section or one account; until it is taken back."""

    __tablename__ = "dataset_share"

    dataset_share_id: Mapped[Key]
    dataset_id: Mapped[int] = mapped_column(ForeignKey("dataset.dataset_id"), index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.project_id"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    user_name: Mapped[Name | None]
    is_unmasked: Mapped[Flag]  # identity numbers, accounts and telephones are seen as they are
    granted_by: Mapped[Name]
    granted_at: Mapped[Moment]
    revoked_at: Mapped[Moment | None]


class ColumnMask(Base):
    """What the owner decided on a column's mask, in all versions; without a row it is that of the version."""

    __tablename__ = "column_mask"

    dataset_id: Mapped[int] = mapped_column(ForeignKey("dataset.dataset_id"), primary_key=True)
    column_name: Mapped[Code] = mapped_column(primary_key=True)
    mask: Mapped[Code | None]  # see data/codes.py: COLUMN_MASK; None: shown as it is
    set_by: Mapped[Name]
    set_at: Mapped[Moment]


class DatasetUse(Base):
    """Somebody used a dataset on a day: who did so last, and what nobody uses."""

    __tablename__ = "dataset_use"
    __table_args__ = (UniqueConstraint("dataset_id", "user_name", "kind", "used_on"),)

    dataset_use_id: Mapped[Key]
    dataset_id: Mapped[int] = mapped_column(ForeignKey("dataset.dataset_id"), index=True)
    user_name: Mapped[Name]
    kind: Mapped[Code]  # see data/codes.py: DATASET_USE
    used_on: Mapped[Code]  # ISO day in the bureau's time
    times: Mapped[int]


class Recipe(Base):
    """How files with these headings were read the last time: columns, encoding, sheet, heading row."""

    __tablename__ = "recipe"

    recipe_id: Mapped[Key]
    name: Mapped[Name]
    dataset_type: Mapped[Code]
    data_source_id: Mapped[int | None] = mapped_column(ForeignKey("data_source.data_source_id"))
    signature: Mapped[Code] = mapped_column(index=True)  # SHA-256 over the headings as compared
    steps: Mapped[Words]  # JSON
    made_by: Mapped[Name]
    made_at: Mapped[Moment]


class SavedQuery(Base):
    """A question in SQL that somebody kept."""

    __tablename__ = "saved_query"

    saved_query_id: Mapped[Key]
    title: Mapped[Name]
    sql: Mapped[Words]
    owner: Mapped[Name] = mapped_column(index=True)
    is_shared: Mapped[Flag]
    saved_at: Mapped[Moment]


class QueryRun(Base):
    """One run in the SQL workbench, for its history and for the log of use."""

    __tablename__ = "query_run"

    query_run_id: Mapped[Key]
    user_name: Mapped[Name] = mapped_column(index=True)
    sql: Mapped[Words]
    ran_at: Mapped[Moment]
    seconds: Mapped[float | None]
    row_count: Mapped[int | None] = mapped_column(BigInteger)
    outcome: Mapped[Code]  # see data/codes.py: QUERY_OUTCOME (done, refused, stopped, failed)
    message: Mapped[Words | None]
