"""Who answers for an invented unit: its leader, its clerk, and the body above it."""

from data.demo.names import CITY_NAME, person
from data.demo.officials import DemoOfficial, DemoPost
from data.demo.units import DemoUnit

_OFFICES = ("办公室", "财务科", "规划财务科", "审计整改专班", "综合科")
_FIRST_LEADER, _FIRST_CLERK = 750, 1000


class People:
    """Looks up names by unit; a unit without a leading post in the database has an invented leader too."""

    def __init__(self, units: list[DemoUnit], officials: list[DemoOfficial], posts: list[DemoPost]) -> None:
        names = {official.official_id: official.name for official in officials}
        current = {
            post.unit_id: names[post.official_id]
            for post in posts
            if post.end_date is None and not post.is_audit_exempt
        }
        by_id = {unit.unit_id: unit.name for unit in units}
        self._leaders = {
            unit.unit_id: current.get(unit.unit_id) or person(_FIRST_LEADER + unit.unit_id % 240)
            for unit in units
        }
        self._clerks = {
            unit.unit_id: _OFFICES[unit.unit_id % len(_OFFICES)] + person(_FIRST_CLERK + unit.unit_id % 400)
            for unit in units
        }
        self._supervisors = {
            unit.unit_id: by_id.get(unit.supervising_unit_id or 0, f"{CITY_NAME}人民政府") for unit in units
        }

    def leader(self, unit: DemoUnit) -> str:
        """主要责任人."""
        return self._leaders[unit.unit_id]

    def clerk(self, unit: DemoUnit) -> str:
        """责任部门 and 责任人."""
        return self._clerks[unit.unit_id]

    def supervisor(self, unit: DemoUnit) -> str:
        """主管部门."""
        return self._supervisors[unit.unit_id]
