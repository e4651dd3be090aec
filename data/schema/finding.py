"""问题 and what happens to it: rectification, money, recommendations, rules, persons, transfers."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Fen, Flag, Key, Moment, Name, Words


class ProblemClass(Base):
    """问题分类: three levels of codes, two digits each; the parent's code is a prefix."""

    __tablename__ = "problem_class"

    problem_class_code: Mapped[Code] = mapped_column(primary_key=True)
    name: Mapped[Name]
    parent_code: Mapped[Code | None]
    is_stub: Mapped[Flag]


class Finding(Base):
    """问题: one finding of one audit project (ledger columns of the finding part)."""

    __tablename__ = "finding"
    __table_args__ = (
        Index("ix_finding_project_unit", "project_id", "unit_id"),
        Index("ix_finding_found_date", "found_date"),
    )

    finding_id: Mapped[Key]
    finding_code: Mapped[Code] = mapped_column(unique=True)  # 问题编号
    project_id: Mapped[int] = mapped_column(ForeignKey("project.project_id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.unit_id"), index=True)  # 被审计单位
    official_id: Mapped[int | None] = mapped_column(ForeignKey("official.official_id"))
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"), index=True)
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"), index=True)
    title: Mapped[Words]
    description: Mapped[Words | None]
    problem_class_code: Mapped[Code | None] = mapped_column(
        ForeignKey("problem_class.problem_class_code"), index=True
    )
    nature: Mapped[Code | None]  # see data/codes.py: NATURE
    legal_basis: Mapped[Words | None]  # 定性依据
    amount_fen: Mapped[Fen | None]  # 涉及金额; empty for 非金额计量
    is_major: Mapped[Flag]  # 重大审计问题清单
    has_leader_instruction: Mapped[Flag]  # 领导批示
    is_repeat: Mapped[Flag]  # 屡审屡犯 as stated by the ledger or confirmed by a person
    prior_finding_id: Mapped[int | None] = mapped_column(ForeignKey("finding.finding_id"))
    prior_finding_reference: Mapped[
        Words | None
    ]  # as written, where the prior finding is not in the database
    handling_opinion: Mapped[Words | None]  # 处理意见
    suspect_id: Mapped[int | None] = mapped_column(ForeignKey("suspect.suspect_id"))
    suspect_reference: Mapped[Name | None]  # 来源疑点批次/模型
    found_date: Mapped[Day]  # the day the report was delivered: from then on the finding is in the ledger
    is_found_date_assumed: Mapped[Flag]  # no document date was given
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]
    # Raised by each step and each import, so that none is lost.
    revision: Mapped[int] = mapped_column(default=0, server_default="0")


class Rectification(Base):
    """整改 of one finding (ledger columns of the rectification part)."""

    __tablename__ = "rectification"

    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), primary_key=True)
    rectification_type: Mapped[Code | None]  # 立行立改 / 分阶段整改 / 持续整改
    responsible_unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.unit_id"), index=True)
    supervising_unit: Mapped[Name | None]  # 主管部门
    responsible_leader: Mapped[Name | None]  # 主要责任人
    responsible_person: Mapped[Name | None]  # 责任部门/责任人
    standard: Mapped[Words | None]  # 整改标准
    measures: Mapped[Words | None]  # 整改措施
    due_date: Mapped[Day | None]  # 整改时限 as first set; extensions are milestones
    committed_date: Mapped[Day | None]  # 承诺时限
    account: Mapped[Words | None]  # 整改情况说明
    incomplete_reason: Mapped[Words | None]
    next_step: Mapped[Words | None]
    evidence_list: Mapped[Words | None]  # 证明材料清单
    tracking_count: Mapped[int | None]
    last_tracking_date: Mapped[Day | None]
    publication: Mapped[Words | None]  # 公开情况
    archive_number: Mapped[Code | None]


class Milestone(Base):
    """A dated fact in the life of a finding. Its state on any day is derived from these (and from money)."""

    __tablename__ = "milestone"
    __table_args__ = (Index("ix_milestone_finding_kind", "finding_id", "kind"),)

    milestone_id: Mapped[Key]
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"))
    kind: Mapped[Code]  # see data/codes.py: MILESTONE
    fact_date: Mapped[Day]
    is_fact_date_assumed: Mapped[Flag]  # the ledger stated the state without its date
    new_due_date: Mapped[Day | None]  # set by a notice, an approved extension, a reopening; asked for
    person: Mapped[Name | None]
    document_number: Mapped[Code | None]
    note: Mapped[Words | None]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))
    # Of a step that was taken in this system: whose account, and the figures of that moment.
    user_name: Mapped[Name | None]
    revision: Mapped[int | None]  # of the finding after the step
    answer_due_date: Mapped[Day | None]  # of a notice: by when the unit has to report its result
    due_date: Mapped[Day | None]  # the limit in force after the step
    rectified_fen: Mapped[Fen | None]
    open_fen: Mapped[Fen | None]


class PlannedStep(Base):
    """分阶段整改: a dated goal on the way to the limit, as a notice sets it; a later one replaces them."""

    __tablename__ = "planned_step"

    planned_step_id: Mapped[Key]
    milestone_id: Mapped[int] = mapped_column(ForeignKey("milestone.milestone_id"), index=True)
    due_date: Mapped[Day]
    goal: Mapped[Words]


class RectifiedMoney(Base):
    """已整改金额 of one finding by kind; several entries over time add up."""

    __tablename__ = "rectified_money"

    rectified_money_id: Mapped[Key]
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), index=True)
    kind: Mapped[Code]  # see data/codes.py: MONEY_KIND
    amount_fen: Mapped[Fen]
    fact_date: Mapped[Day]
    is_fact_date_assumed: Mapped[Flag]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))


class FindingReport(Base):
    """Which reports cite which findings: many to many (seed 002, five ways to carry a finding)."""

    __tablename__ = "finding_report"

    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.report_id"), primary_key=True, index=True)


class Recommendation(Base):
    """审计建议, and whether the unit adopted it."""

    __tablename__ = "recommendation"

    recommendation_id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.project_id"), index=True)
    finding_id: Mapped[int | None] = mapped_column(ForeignKey("finding.finding_id"), index=True)
    wording: Mapped[Words]
    given_date: Mapped[Day]
    adopted_date: Mapped[Day | None]
    recorded_at: Mapped[Moment]


class EstablishedRule(Base):
    """建章立制: rules or measures that a rectification brought about; `rule_count` of them in one entry."""

    __tablename__ = "established_rule"

    established_rule_id: Mapped[Key]
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), index=True)
    kind: Mapped[Code]  # rule 规章制度, measure 整改措施
    title: Mapped[Name | None]
    rule_count: Mapped[int]
    fact_date: Mapped[Day]
    recorded_at: Mapped[Moment]


class Accountability(Base):
    """追责问责: persons held to account by the bodies entitled to do so."""

    __tablename__ = "accountability"

    accountability_id: Mapped[Key]
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), index=True)
    person_count: Mapped[int]
    measure: Mapped[Name | None]
    fact_date: Mapped[Day]
    recorded_at: Mapped[Moment]


class Transfer(Base):
    """移送: a matter that has to go to another body (`decided_date`) and went there (`sent_date`)."""

    __tablename__ = "transfer"

    transfer_id: Mapped[Key]
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), index=True)
    receiving_body: Mapped[Name | None]
    document_number: Mapped[Code | None]
    decided_date: Mapped[Day]
    sent_date: Mapped[Day | None]
    result: Mapped[Words | None]
    result_date: Mapped[Day | None]
    matter: Mapped[Words | None]  # 移送事项
    person_count: Mapped[int | None]  # 涉及人员
    persons: Mapped[Words | None]  # 涉及人员姓名和职务, as the letter names them
    answer_due_date: Mapped[Day | None]  # by when the body is to say what came of it
    recorded_at: Mapped[Moment]  # its sending, once that is known; before that its decision


class SupervisionStep(Base):
    """催办、督办函、约谈 …: one step of the escalation ladder."""

    __tablename__ = "supervision_step"
    __table_args__ = (UniqueConstraint("finding_id", "kind", "fact_date"),)

    supervision_step_id: Mapped[Key]
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"))
    kind: Mapped[Code]  # see data/codes.py: SUPERVISION_STEP
    fact_date: Mapped[Day]
    document_number: Mapped[Code | None]
    recorded_at: Mapped[Moment]
