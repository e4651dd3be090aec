"""政务信息系统: systems, their money, use and security, information resources, networks, and who audits them.

What changes over time is dated: of several rows about one thing the newest of a day counts.
"""

from sqlalchemy import BigInteger, Boolean, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Fen, Flag, Key, Moment, Name


class ItFacility(Base):
    """网络基础设施和计算存储资源: one network, or one pool of computing or storage."""

    __tablename__ = "it_facility"

    it_facility_id: Mapped[Key]
    facility_code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Name]
    kind: Mapped[Code | None]  # see data/codes.py: FACILITY_KIND
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.unit_id"), index=True)
    coverage: Mapped[Name | None]  # 覆盖范围
    business: Mapped[Name | None]  # 业务应用
    maintainer_name: Mapped[Name | None]  # 运维单位
    investment_fen: Mapped[Fen | None]
    since_date: Mapped[Day | None]
    closed_date: Mapped[Day | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class FacilityUse(Base):
    """How much a facility has and how much of it was used on a day: cores of computing, GB of storage."""

    __tablename__ = "facility_use"
    __table_args__ = (UniqueConstraint("it_facility_id", "fact_date"),)

    facility_use_id: Mapped[Key]
    it_facility_id: Mapped[int] = mapped_column(ForeignKey("it_facility.it_facility_id"))
    fact_date: Mapped[Day]
    capacity: Mapped[int | None] = mapped_column(BigInteger)
    used: Mapped[int | None] = mapped_column(BigInteger)
    recorded_at: Mapped[Moment]


class InformationSystem(Base):
    """政务信息系统: one system of a unit with its approval and the days of its life."""

    __tablename__ = "information_system"

    information_system_id: Mapped[Key]
    system_code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Name] = mapped_column(index=True)
    kind: Mapped[Code | None]  # see data/codes.py: SYSTEM_KIND
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.unit_id"), index=True)
    functions: Mapped[Name | None]  # 主要功能, worded alike for what is alike
    build_mode: Mapped[Code | None]  # see data/codes.py: BUILD_MODE
    use_scope: Mapped[Code | None]  # see data/codes.py: USE_SCOPE
    approving_units: Mapped[Name | None]  # 审批部门; several are separated by 、
    approval_document: Mapped[Name | None]
    approved_date: Mapped[Day | None]
    contract_date: Mapped[Day | None]
    accepted_date: Mapped[Day | None]  # 验收
    online_date: Mapped[Day | None]
    retired_date: Mapped[Day | None]
    it_facility_id: Mapped[int | None] = mapped_column(ForeignKey("it_facility.it_facility_id"))  # 所在网络
    connected_date: Mapped[Day | None]  # 接入政务外网
    developer_name: Mapped[Name | None]
    maintainer_name: Mapped[Name | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class SystemUse(Base):
    """使用频度: who may use a system and who did, as counted on a day."""

    __tablename__ = "system_use"
    __table_args__ = (UniqueConstraint("information_system_id", "fact_date"),)

    system_use_id: Mapped[Key]
    information_system_id: Mapped[int] = mapped_column(ForeignKey("information_system.information_system_id"))
    fact_date: Mapped[Day]
    authorised_users: Mapped[int | None]
    monthly_active_users: Mapped[int | None]
    logins_90_days: Mapped[int | None]
    recorded_at: Mapped[Moment]


class SystemSecurity(Base):
    """安全管理: protection level, outsourcing, 自主可控 and backup of a system, as known on a day."""

    __tablename__ = "system_security"
    __table_args__ = (UniqueConstraint("information_system_id", "fact_date"),)

    system_security_id: Mapped[Key]
    information_system_id: Mapped[int] = mapped_column(ForeignKey("information_system.information_system_id"))
    fact_date: Mapped[Day]
    protection_level: Mapped[Code | None]  # see data/codes.py: PROTECTION_LEVEL
    assessed_date: Mapped[Day | None]  # 等保测评
    is_outsourced: Mapped[bool | None] = mapped_column(Boolean)  # 开发、运维或数据处理外包
    has_secrecy_agreement: Mapped[bool | None] = mapped_column(Boolean)  # 与外包单位签订保密协议
    has_domestic_hardware: Mapped[bool | None] = mapped_column(Boolean)
    has_domestic_os: Mapped[bool | None] = mapped_column(Boolean)
    has_domestic_database: Mapped[bool | None] = mapped_column(Boolean)
    has_backup: Mapped[bool | None] = mapped_column(Boolean)
    has_remote_backup: Mapped[bool | None] = mapped_column(Boolean)  # 异地容灾
    drilled_date: Mapped[Day | None]  # 恢复演练
    recorded_at: Mapped[Moment]


class SystemMoney(Base):
    """资金: what a year's budget gives a system for one purpose, and what of it was spent up to a day."""

    __tablename__ = "system_money"
    __table_args__ = (
        UniqueConstraint(
            "information_system_id", "year", "purpose", "fund_source", "fact_date", name="uq_system_money_row"
        ),
    )

    system_money_id: Mapped[Key]
    information_system_id: Mapped[int] = mapped_column(ForeignKey("information_system.information_system_id"))
    year: Mapped[int]
    purpose: Mapped[Code]  # see data/codes.py: SYSTEM_PURPOSE
    fund_source: Mapped[Code]  # see data/codes.py: FUND_SOURCE
    fact_date: Mapped[Day]
    budget_fen: Mapped[Fen | None]
    spent_fen: Mapped[Fen | None]  # in that year so far
    recorded_at: Mapped[Moment]


class InformationResource(Base):
    """政务信息资源: one kind of data that a unit makes or collects, as its catalogue declares it."""

    __tablename__ = "information_resource"

    information_resource_id: Mapped[Key]
    resource_code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Name]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.unit_id"), index=True)
    information_system_id: Mapped[int | None] = mapped_column(
        ForeignKey("information_system.information_system_id"), index=True
    )
    content: Mapped[Name | None]
    origin: Mapped[Name | None]  # 数据来源
    resource_kind: Mapped[Code | None]  # see data/codes.py: RESOURCE_KIND
    storage_place: Mapped[Code | None]  # see data/codes.py: STORAGE_PLACE
    classification: Mapped[Code | None]  # see data/codes.py: CLASSIFICATION
    update_cycle: Mapped[Code | None]  # see data/codes.py: UPDATE_CYCLE
    sharing_kind: Mapped[Code | None]  # see data/codes.py: SHARING_KIND
    listed_date: Mapped[Day | None]
    withdrawn_date: Mapped[Day | None]
    is_tax_support: Mapped[Flag]  # owed to the 税收保障平台
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class ResourceFact(Base):
    """A dated fact of a resource: updated, shared, no longer shared, used. See RESOURCE_FACT."""

    __tablename__ = "resource_fact"
    __table_args__ = (UniqueConstraint("information_resource_id", "kind", "fact_date"),)

    resource_fact_id: Mapped[Key]
    information_resource_id: Mapped[int] = mapped_column(
        ForeignKey("information_resource.information_resource_id")
    )
    kind: Mapped[Code]
    fact_date: Mapped[Day]
    row_count: Mapped[int | None] = mapped_column(BigInteger)  # of an update
    lead_count: Mapped[int | None]  # 推送线索: what a use brought to light
    amount_fen: Mapped[Fen | None]  # 查补入库: what a use brought in
    recorded_at: Mapped[Moment]


class SystemAudit(Base):
    """How an audit project looks at information systems: its mode and its rhythm."""

    __tablename__ = "system_audit"

    project_id: Mapped[int] = mapped_column(ForeignKey("project.project_id"), primary_key=True)
    audit_mode: Mapped[Code | None]  # see data/codes.py: AUDIT_MODE (独立型、结合型、综合性)
    audit_rhythm: Mapped[Code | None]  # see data/codes.py: AUDIT_RHYTHM (定期审、轮流审)


class SystemAuditUnit(Base):
    """Whose systems a project looks at: many to many."""

    __tablename__ = "system_audit_unit"

    project_id: Mapped[int] = mapped_column(ForeignKey("system_audit.project_id"), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.unit_id"), primary_key=True, index=True)


class SystemRotation(Base):
    """轮审日历: in which year it is a unit's turn to have its systems audited."""

    __tablename__ = "system_rotation"

    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.unit_id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    listed_date: Mapped[Day | None]  # 列入日历; empty: since the first day of its year
    source: Mapped[Name | None]


class SystemFinding(Base):
    """Which findings are about which systems: many to many."""

    __tablename__ = "system_finding"

    information_system_id: Mapped[int] = mapped_column(
        ForeignKey("information_system.information_system_id"), primary_key=True
    )
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), primary_key=True, index=True)
