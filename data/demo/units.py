"""The invented units that can be audited: offices, institutions and companies of 示范市 and of its districts.

A database larger than the demonstration gets more schools, clinics and local centres in proportion, so that
the number of findings a unit has stays what it is.
"""

from dataclasses import dataclass

from data.demo.names import CITY_CODE, CITY_NAME, DISTRICTS, TOWNSHIPS
from data.demo.unit_lists import (
    BODIES,
    COMPANIES,
    DISTRICT_UNITS,
    INSTITUTIONS,
    MORE,
    OFFICES,
    SUBSIDIARIES,
)

TRADES = (
    "office",
    "district_office",
    "body",  # of the party, the people's congress, the people's organisations
    "government",
    "township",
    "hospital",
    "school",
    "institution",
    "works",  # an office that builds
    "builder",  # a company that builds
    "company",
    "lender",
)


@dataclass(frozen=True)
class DemoUnit:
    """`trade` says which audits and problems suit the unit, see TRADES."""

    unit_id: int
    name: str
    kind: str
    trade: str
    audit_class: str
    region_code: str
    supervising_unit_id: int | None
    predecessor_unit_id: int | None = None


MERGED_OFFICE, SUCCESSOR_OFFICE = f"{CITY_NAME}大数据发展管理局", f"{CITY_NAME}数据局"
SUCCESSOR_FROM_YEAR = 2024
LAND_RESERVE = f"{CITY_NAME}土地储备中心"
BUILDER = f"{CITY_NAME}城市建设投资集团有限公司"


def demo_units(count: int) -> list[DemoUnit]:
    """The units of the demonstration, and as many more as make `count`; superiors before their units."""
    units: list[DemoUnit] = []
    ids: dict[str, int] = {}

    def add(
        name: str, kind: str, trade: str, audit_class: str, region_code: str, *, below: str | None = None
    ) -> None:
        ids[name] = len(units) + 1
        predecessor = ids[MERGED_OFFICE] if name == SUCCESSOR_OFFICE else None
        superior_id = ids[below] if below else None
        units.append(
            DemoUnit(ids[name], name, kind, trade, audit_class, region_code, superior_id, predecessor)
        )

    for name, audit_class in OFFICES:
        add(CITY_NAME + name, "department", "office", audit_class, CITY_CODE)
    for name in (MERGED_OFFICE, SUCCESSOR_OFFICE):
        add(name, "department", "office", "B", CITY_CODE)
    for name, audit_class in BODIES:
        add(CITY_NAME + name.removeprefix("市"), "body", "body", audit_class, CITY_CODE)
    for name, trade, superior in INSTITUTIONS:
        add(CITY_NAME + name, "institution", trade, "C", CITY_CODE, below=CITY_NAME + superior)
    holder = f"{CITY_NAME}国有资产监督管理委员会"
    for name, trade in COMPANIES:
        add(CITY_NAME + name, "state_enterprise", trade, "B", CITY_CODE, below=holder)
    for name, trade, company in SUBSIDIARIES:
        add(CITY_NAME + name, "state_enterprise", trade, "C", CITY_CODE, below=CITY_NAME + company)
    for (code, district), townships in zip(DISTRICTS, TOWNSHIPS, strict=True):
        government = f"{district}人民政府"
        add(government, "government", "government", "A", code)
        for name, kind, trade, audit_class, above in DISTRICT_UNITS:
            add(district + name, kind, trade, audit_class, code, below=district + (above or "人民政府"))
        for township in townships:
            ending = "办事处" if township.endswith("街道") else "人民政府"
            add(district + township + ending, "government", "township", "C", code, below=government)
    for number in range(count - len(units)):
        code, district = DISTRICTS[number % len(DISTRICTS)]
        round_number, more = divmod(number // len(DISTRICTS), len(MORE))
        name = f"{district}第{round_number + 1}{MORE[more]}"
        add(
            name,
            "institution",
            "school" if more < 3 else "institution",
            "D",
            code,
            below=f"{district}人民政府",
        )
    return units
