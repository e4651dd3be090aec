"""Which units a year's plan takes up: those that matter more and those that waited longer come first.

A unit is visited once a year while there are others (最多审计一次). Some projects go further: into units
below the audited one, or into offices of the districts through which a city office spends.
"""

import random

from data.demo.names import CITY_CODE, DISTRICTS, LAGGING_DISTRICT
from data.demo.units import MERGED_OFFICE, SUCCESSOR_FROM_YEAR, SUCCESSOR_OFFICE, DemoUnit

TRADES_OF = {
    "budget_execution": ("office", "district_office", "body"),
    "economic_responsibility": (),  # units with a leading post, whatever they do
    "investment": ("builder", "works", "office", "hospital", "school"),
    "special_fund": ("office", "district_office", "institution", "works"),
    "livelihood": ("hospital", "school", "institution", "district_office", "township"),
    "state_enterprise": ("company", "builder"),
    "final_accounts": ("government", "township"),
    "policy": ("office", "government"),
    "natural_resources": (),  # units with a leading post that answers for resources
    "environment": ("government", "works"),
    "information_system": ("office", "district_office"),
    "finance": ("lender",),
}
# Projects that follow money or a policy into the districts.
DISPERSED = frozenset(
    {"special_fund", "livelihood", "policy", "regional_coordination", "environment", "information_system"}
)
_REACHED = ("district_office", "B")  # trade and class of the offices that are reached in the districts
_CLASS_WEIGHT = {"A": 80.0, "B": 4.0, "C": 1.0, "D": 0.4}
_TRADE_WEIGHT = {"government": 0.1, "office": 8.0, "body": 4.0, "lender": 2.0}
_ROUNDS = ("final_accounts", "natural_resources")  # done in rounds of their own, whatever else was audited
_LONGEST_WAIT = 6
_MOST_FURTHER = 4


class Picker:
    """The units of plan after plan; `start_year` before the first `take` of each year, years in order."""

    def __init__(self, dice: random.Random, units: list[DemoUnit]) -> None:
        self._dice = dice
        self._units = units
        self._last = {unit.unit_id: -dice.randint(1, _LONGEST_WAIT - 1) for unit in units}
        self._last_round: dict[tuple[str, int], int] = {}
        self._zeal = _zeal(dice)
        self._below: dict[int, list[DemoUnit]] = {}
        for unit in units:
            if unit.supervising_unit_id:
                self._below.setdefault(unit.supervising_unit_id, []).append(unit)
        self._reached = [unit for unit in units if (unit.trade, unit.audit_class) == _REACHED]

    def start_year(self, year: int, first_year: int, accountable: dict[str, set[int]]) -> None:
        """Line up the units for a year's plan; `accountable` has those with leaders to audit, by type."""
        self._year = year - first_year
        self._used: set[int] = set()
        absent = MERGED_OFFICE if year >= SUCCESSOR_FROM_YEAR else SUCCESSOR_OFFICE
        present = [unit for unit in self._units if unit.name != absent]
        self._queues: dict[str, list[DemoUnit]] = {}
        for kind, trades in TRADES_OF.items():
            fitting = [
                unit
                for unit in present
                if unit.trade in trades or (not trades and unit.unit_id in accountable[kind])
            ]
            self._queues[kind] = sorted(fitting, key=lambda unit: self._place(kind, unit), reverse=True)
        self._next = dict.fromkeys(TRADES_OF, 0)

    def _place(self, kind: str, unit: DemoUnit) -> float:
        last = self._last[unit.unit_id]
        if kind in _ROUNDS:
            last = self._last_round.get((kind, unit.unit_id), -_LONGEST_WAIT)
        waited = min(self._year - last, _LONGEST_WAIT)
        weight = _CLASS_WEIGHT[unit.audit_class] * _TRADE_WEIGHT.get(unit.trade, 1.0)
        weight *= waited * self._zeal.get(unit.region_code, 1.0)
        place: float = self._dice.random() ** (1 / weight)
        return place

    def take(self, kind: str) -> DemoUnit:
        """The next unit for a project of that type."""
        queue = self._queues[kind]
        position = self._next[kind]
        while position < len(queue) and queue[position].unit_id in self._used:
            position += 1
        self._next[kind] = position + 1
        unit = queue[position] if position < len(queue) else queue[position % len(queue)]
        self._last_round[kind, unit.unit_id] = self._year
        return self.reserve(unit)

    def reserve(self, unit: DemoUnit) -> DemoUnit:
        """Take a unit out of the queues of this year."""
        self._used.add(unit.unit_id)
        self._last[unit.unit_id] = self._year
        return unit

    def further(self, kind: str, unit: DemoUnit) -> tuple[DemoUnit, ...]:
        """The units that an audit of `unit` goes on into; most often such as this year's plan left out."""
        dice = self._dice
        if unit.region_code == CITY_CODE and kind in DISPERSED:
            near, share = self._reached, 0.6
        else:
            near, share = self._below.get(unit.unit_id, []), 0.9 if unit.trade == "government" else 0.35
        if not near or dice.random() > share:
            return ()
        found = dice.sample(near, min(len(near), dice.randint(2, _MOST_FURTHER)))
        free = [other for other in found if other.unit_id not in self._used or dice.random() < 0.75]
        return tuple(self.reserve(other) for other in free)


def _zeal(dice: random.Random) -> dict[str, float]:
    """How much of the plan each district gets: no two alike, and one is left behind."""
    shares = {code: 0.4 + 1.6 * dice.random() for code, _ in DISTRICTS}
    return shares | {LAGGING_DISTRICT: 0.3}
