"""数据室: where data comes from, what is due, what was asked for, and who brought, took and returned what."""

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Flag, Key, Moment, Name, Words


class DataSource(Base):
    """数据来源: a system or a body that data comes from, and whether it is connected."""

    __tablename__ = "data_source"

    data_source_id: Mapped[Key]
    source_code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Name]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.unit_id"))
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    domain: Mapped[Code]  # see data/codes.py: DATA_DOMAIN
    sector: Mapped[Code | None]  # see data/codes.py: DATA_SECTOR, the twelve of seed 003
    can_connect: Mapped[Flag]  # 具备政务网络条件且已对接采集网站
    connectable_date: Mapped[Day | None]  # 具备联网条件之日；空：一直具备，或没有记载
    connected_date: Mapped[Day | None]  # 联网
    disconnected_date: Mapped[Day | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class SourceArrival(Base):
    """What a connected source sent, or failed to send, on a day."""

    __tablename__ = "source_arrival"

    source_arrival_id: Mapped[Key]
    data_source_id: Mapped[int] = mapped_column(ForeignKey("data_source.data_source_id"), index=True)
    fact_date: Mapped[Day]
    is_failed: Mapped[Flag]
    row_count: Mapped[int | None] = mapped_column(BigInteger)
    message: Mapped[Words | None]
    dataset_version_id: Mapped[int | None] = mapped_column(ForeignKey("dataset_version.dataset_version_id"))
    recorded_at: Mapped[Moment]


class CatalogueItem(Base):
    """目录项: data that ought to be there, how and how often it comes; `dataset_id` once it is there."""

    __tablename__ = "catalogue_item"

    catalogue_item_id: Mapped[Key]
    item_code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Name]
    data_source_id: Mapped[int | None] = mapped_column(ForeignKey("data_source.data_source_id"), index=True)
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    domain: Mapped[Code]  # see data/codes.py: DATA_DOMAIN
    sector: Mapped[Code | None]  # see data/codes.py: DATA_SECTOR
    collection_mode: Mapped[Code]  # see data/codes.py: COLLECTION_MODE
    cycle_months: Mapped[int | None]
    first_due_date: Mapped[Day | None]
    standardised_date: Mapped[Day | None]  # 标准化入库
    dataset_id: Mapped[int | None] = mapped_column(ForeignKey("dataset.dataset_id"), index=True)
    retired_date: Mapped[Day | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class DataRequest(Base):
    """提供资料: what a unit was asked for; received, refused or late is derived from the dates."""

    __tablename__ = "data_request"

    data_request_id: Mapped[Key]
    request_code: Mapped[Code] = mapped_column(unique=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.unit_id"), index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.project_id"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    requested: Mapped[Name]
    asked_date: Mapped[Day]
    due_date: Mapped[Day]
    received_date: Mapped[Day | None]
    refused_date: Mapped[Day | None]
    refusal_reason: Mapped[Words | None]
    dataset_id: Mapped[int | None] = mapped_column(ForeignKey("dataset.dataset_id"))
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class DataRequestStep(Base):
    """催办、提供、拒绝: what happened to a request on a day, and what was taken back; never changed."""

    __tablename__ = "data_request_step"

    data_request_step_id: Mapped[Key]
    data_request_id: Mapped[int] = mapped_column(ForeignKey("data_request.data_request_id"), index=True)
    kind: Mapped[Code]  # see data/codes.py: REQUEST_STEP
    fact_date: Mapped[Day]
    dataset_id: Mapped[int | None] = mapped_column(ForeignKey("dataset.dataset_id"))
    note: Mapped[Words | None]
    person: Mapped[Name]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))


class DataMovement(Base):
    """采集、报送、领取台账: one movement of data, written by the system at the act itself; never changed."""

    __tablename__ = "data_movement"

    data_movement_id: Mapped[Key]
    kind: Mapped[Code]  # see data/codes.py: MOVEMENT_KIND (collection, submission, receipt)
    fact_date: Mapped[Day]
    moved_at: Mapped[Moment]
    dataset_id: Mapped[int | None] = mapped_column(ForeignKey("dataset.dataset_id"), index=True)
    version_number: Mapped[int | None]
    described: Mapped[Name]  # tables or file, as a person knows them
    row_count: Mapped[int | None] = mapped_column(BigInteger)
    sha256: Mapped[Code | None]
    counterparty: Mapped[Name]  # from whom it was collected, or who receives it
    person: Mapped[Name]  # account that did it
    taker: Mapped[Name | None]  # account that has the data since then: a receipt of one's own, or from person
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.project_id"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    purpose: Mapped[Words]
    approval_number: Mapped[Name | None]
    return_due_date: Mapped[Day | None]
    event_id: Mapped[int] = mapped_column(ForeignKey("event.event_id"))


class MovementClosing(Base):
    """What was taken came back, or was destroyed, before witnesses."""

    __tablename__ = "movement_closing"

    movement_closing_id: Mapped[Key]
    data_movement_id: Mapped[int] = mapped_column(ForeignKey("data_movement.data_movement_id"), unique=True)
    kind: Mapped[Code]  # see data/codes.py: MOVEMENT_CLOSING (returned, destroyed, corrected)
    fact_date: Mapped[Day]
    witness: Mapped[Name | None]
    note: Mapped[Words | None]
    event_id: Mapped[int] = mapped_column(ForeignKey("event.event_id"))


class Undertaking(Base):
    """涉密人员保密承诺书: needed, and valid on the day, to bring or to take data."""

    __tablename__ = "undertaking"

    undertaking_id: Mapped[Key]
    user_name: Mapped[Name] = mapped_column(index=True)  # account of the person who signed
    document: Mapped[Name]  # number or place of the paper
    signed_date: Mapped[Day]
    valid_until: Mapped[Day]
    withdrawn_date: Mapped[Day | None]
    recorded_by: Mapped[Name]
    recorded_at: Mapped[Moment]


class RoomBooking(Base):
    """数据分析室使用: who wants the room when and for what; decided by another person."""

    __tablename__ = "room_booking"

    room_booking_id: Mapped[Key]
    room: Mapped[Name]
    user_name: Mapped[Name] = mapped_column(index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.project_id"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))
    begins_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    purpose: Mapped[Words]
    asked_at: Mapped[Moment]
    decided_by: Mapped[Name | None]
    decided_at: Mapped[Moment | None]
    is_granted: Mapped[bool | None]
    note: Mapped[Words | None]
    entered_at: Mapped[Moment | None]
    left_at: Mapped[Moment | None]
    withdrawn_at: Mapped[Moment | None]  # by who asked, before it began


class OutputApproval(Base):
    """出库审批: rows that somebody wants to take out of the data room, and what another person decided."""

    __tablename__ = "output_approval"

    output_approval_id: Mapped[Key]
    user_name: Mapped[Name] = mapped_column(index=True)
    described: Mapped[Name]
    file: Mapped[Code]  # name below the warehouse's outputs
    sha256: Mapped[Code]
    row_count: Mapped[int] = mapped_column(BigInteger)
    purpose: Mapped[Words]
    recipient: Mapped[Name]
    asked_at: Mapped[Moment]
    decided_by: Mapped[Name | None]
    decided_at: Mapped[Moment | None]
    is_granted: Mapped[bool | None]
    approval_number: Mapped[Name | None]
    note: Mapped[Words | None]
    taken_at: Mapped[Moment | None]
    withdrawn_at: Mapped[Moment | None]  # by who asked, before anybody decided


class OutputDataset(Base):
    """A dataset, at a version that was read, behind the rows that somebody wants to take out."""

    __tablename__ = "output_dataset"

    output_approval_id: Mapped[int] = mapped_column(
        ForeignKey("output_approval.output_approval_id"), primary_key=True
    )
    dataset_id: Mapped[int] = mapped_column(ForeignKey("dataset.dataset_id"), primary_key=True)
    version_number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    masks: Mapped[Words | None]  # JSON: {column: mask} in the file; None: nothing is hidden in it
