"""What was found: the findings of the delivered projects, with unit, class, amount and predecessor."""

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from data.demo.days import Days
from data.demo.names import CITY_CODE
from data.demo.picking import DISPERSED
from data.demo.projects import LAND_YEAR, DemoProject
from data.demo.units import BUILDER, LAND_RESERVE, TRADES, DemoUnit
from data.demo.wording import class_wordings

BATCH = 20_000  # findings made at a time: bounds the memory of a large build
REPEATED_CLASS = "040201"  # 应招标未招标: the builder's, every year
UNTENDERED_FEN = 463_715_000  # at least: works of 400 万元 have to be tendered
LAND_CLASS = "020102"
LAND_FEN = 64_000_000_000  # 6.4 亿元 of land price not collected

IMMEDIATE, PHASED, CONTINUOUS = range(3)
TYPES = ("immediate", "phased", "continuous")
OVERLOOKED = 31  # of so many findings one is a repeat that the ledger does not state, if it is one
_TYPE_SHARES = (0.515, 0.308, 0.177)
# Of the findings of units that were audited before. Less is drawn as the years go by: more units know some.
_REPEAT_SHARES = {2022: 0.0, 2023: 0.64, 2024: 0.6, 2025: 0.55, 2026: 0.5}
_TRIES = 20
_NO_AMOUNT_SHARE = 0.145

# Share of first-level problem classes among the findings of a type of project.
_CLASS_SHARES = {
    "budget_execution": "01:30 02:10 03:12 04:10 06:8 10:4 11:14 12:8 13:4",
    "economic_responsibility": "13:18 01:15 03:12 04:10 05:6 06:6 11:15 12:10 02:4 09:4",
    "investment": "05:62 04:22 06:5 11:6 13:5",
    "special_fund": "06:50 01:10 04:10 05:7 11:8 13:8 02:7",
    "livelihood": "08:55 06:15 11:10 04:8 01:6 10:6",
    "state_enterprise": "07:52 04:12 03:12 11:10 12:7 05:7",
    "final_accounts": "02:42 01:22 03:10 06:8 05:6 11:6 12:6",
    "policy": "13:50 06:20 10:10 02:10 11:10",
    "regional_coordination": "13:50 06:20 10:10 02:10 11:10",
    "natural_resources": "09:75 13:15 06:10",
    "environment": "09:65 05:12 06:13 13:10",
    "information_system": "10:75 04:12 11:13",
    "finance": "07:50 11:30 13:15 12:5",
}
# Which trades have the problems of a class; the first matching prefix decides, and others have them all.
_PUBLIC = "office district_office body government township hospital school institution works"
_RULING = "office district_office government township"
_SUITED = (
    ("01", _PUBLIC),
    ("0201", f"{_RULING} institution"),
    ("02", _RULING),
    ("03", _PUBLIC),
    ("06", f"{_PUBLIC} company builder"),
    ("07", "company builder lender"),
    ("0801", f"{_RULING} institution"),
    ("0802", "hospital"),
    ("0803", f"{_RULING} institution"),
    ("080403", f"{_RULING} institution"),
    ("0804", "school district_office"),
    ("0901", _RULING),
    ("0902", f"{_RULING} works"),
    ("0903", _RULING),
    ("1104", f"{_RULING} school hospital company builder lender"),
    ("1301", _RULING),
)
# Typical size of an amount by class, the first matching prefix; 1 for the others.
_SIZE = (
    ("02", 2.8),
    ("0402", 8.0),
    ("05", 1.7),
    ("06", 1.3),
    ("07", 2.0),
    ("08", 0.5),
    ("11", 0.4),
    ("12", 0.04),
)
_MEDIAN_YUAN = 260_000
_SPREAD = 1.55  # of the logarithm: a few findings carry most of the money
_LARGEST_YUAN = 90_000_000
_SMALLEST = 0.06  # of what is typical


@dataclass(frozen=True)
class Cases:
    """Findings of some projects, one array element each; ids run on from `first_id`."""

    first_id: int
    projects: list[DemoProject]  # the project of each finding
    units: list[DemoUnit]
    serial: list[int]  # number within the project, from 1
    classes: list[int]  # index into class_wordings()
    prior_ids: list[int | None]  # the same problem of the unit in an earlier plan year, where stated
    found: Days
    kind: NDArray[np.int64]  # IMMEDIATE, PHASED, CONTINUOUS
    amount_fen: NDArray[np.int64]  # 0: no amount
    is_pinned: NDArray[np.bool_]  # the land case, whose course is given

    def __len__(self) -> int:
        return len(self.found)


def demo_cases(findings: int, projects: list[DemoProject]) -> Iterator[Cases]:
    """Exactly `findings` findings, in batches, over the delivered projects."""
    delivered = [project for project in projects if project.is_delivered]
    counts = _counts(findings, len(delivered))
    memory = _Memory()
    batch: list[tuple[DemoProject, int]] = []
    first_id, size = 1, 0
    for number, (project, count) in enumerate(zip(delivered, counts, strict=True)):
        if size + count > BATCH:
            yield _draw(batch, first_id, memory, number)
            batch, first_id, size = [], first_id + size, 0
        batch.append((project, count))
        size += count
    if batch:
        yield _draw(batch, first_id, memory, len(delivered))


def _counts(findings: int, projects: int) -> list[int]:
    dice = np.random.default_rng([2, 1])
    weights = np.clip(dice.normal(1, 0.22, projects), 0.45, 1.6)
    edges = np.round(np.cumsum(weights) / weights.sum() * findings).astype(np.int64)
    counts: list[int] = np.diff(edges, prepend=0).tolist()
    return counts


def _class_weights(shares: str, trade: str, codes: list[str], taste: list[float]) -> list[float]:
    """Weight of each problem class for one type of project and one trade of unit."""
    wanted = {part[:2]: float(part[3:]) for part in shares.split()}
    suited = [taste[i] if code[:2] in wanted and _suits(code, trade) else 0.0 for i, code in enumerate(codes)]
    total: dict[str, float] = {}
    for code, weight in zip(codes, suited, strict=True):
        total[code[:2]] = total.get(code[:2], 0.0) + weight
    return [
        weight and wanted[code[:2]] * weight / total[code[:2]]
        for code, weight in zip(codes, suited, strict=True)
    ]


def _suits(code: str, trade: str) -> bool:
    trades = next((trades for prefix, trades in _SUITED if code.startswith(prefix)), trade)
    return trade in trades.split()


class _Memory:
    """What each unit was told in earlier plan years."""

    def __init__(self) -> None:
        self.dice = random.Random("cases")  # noqa: S311 - invented findings
        self._year = 0
        self._earlier: dict[int, dict[int, int]] = {}
        self._this_year: list[tuple[int, int, int]] = []
        codes = [wording.code for wording in class_wordings()]
        taste = [0.4 + 1.2 * self.dice.random() for _ in codes]
        self._cumulated = {
            (project_type, trade): list(accumulate(_class_weights(shares, trade, codes, taste)))
            for project_type, shares in _CLASS_SHARES.items()
            for trade in TRADES
        }

    def start_year(self, year: int) -> None:
        """From here on, what was found until now counts as earlier."""
        if year != self._year:
            for unit_id, class_index, finding_id in self._this_year:
                self._earlier.setdefault(unit_id, {})[class_index] = finding_id
            self._year, self._this_year = year, []

    def unit(self, project: DemoProject) -> DemoUnit:
        """The unit a finding is about: the audited one, or one that the audit went on into."""
        dice = self.dice
        chance = dice.random()
        if project.further and chance < _share_elsewhere(project):
            return project.further[int(dice.random() * len(project.further))]
        return project.unit

    def problem(self, project: DemoProject, unit: DemoUnit, told: set[tuple[int, int]]) -> int:
        """Problem class of a finding: one the unit had before, or one it never had.

        `told` holds (unit, class) of the same report, which seldom tells a unit the same twice.
        """
        dice = self.dice
        earlier = self._earlier.get(unit.unit_id, {})
        if dice.random() < _REPEAT_SHARES[project.plan_year]:
            again = [class_index for class_index in earlier if (unit.unit_id, class_index) not in told]
            if again:
                return again[int(dice.random() * len(again))]
        cumulated = self._cumulated[project.project_type, unit.trade]
        for _ in range(_TRIES):
            class_index = bisect(cumulated, dice.random() * cumulated[-1])
            if class_index not in earlier and (unit.unit_id, class_index) not in told:
                break
        return class_index

    def remember(self, unit: DemoUnit, class_index: int, finding_id: int) -> int | None:
        """Note a finding; gives the latest one of an earlier year with the same unit and class."""
        self._this_year.append((unit.unit_id, class_index, finding_id))
        return self._earlier.get(unit.unit_id, {}).get(class_index)


def _share_elsewhere(project: DemoProject) -> float:
    if project.unit.region_code == CITY_CODE and project.project_type in DISPERSED:
        return 0.7
    return 0.5 if project.unit.trade == "government" else 0.3


def _draw(batch: list[tuple[DemoProject, int]], first_id: int, memory: _Memory, number: int) -> Cases:
    codes = [wording.code for wording in class_wordings()]
    projects: list[DemoProject] = []
    units: list[DemoUnit] = []
    serial: list[int] = []
    classes: list[int] = []
    prior_ids: list[int | None] = []
    pinned: set[int] = set()
    untendered: list[int] = []
    for project, count in batch:
        memory.start_year(project.plan_year)
        told: set[tuple[int, int]] = set()
        for position in range(1, count + 1):
            finding_id = first_id + len(projects)
            unit = memory.unit(project)
            class_index = memory.problem(project, unit, told)
            if position == 1 and project.unit.name == BUILDER:
                unit, class_index = project.unit, codes.index(REPEATED_CLASS)
                untendered.append(len(projects))
            elif position == 1 and project.unit.name == LAND_RESERVE and project.plan_year == LAND_YEAR:
                unit, class_index = project.unit, codes.index(LAND_CLASS)
                pinned.add(len(projects))
            told.add((unit.unit_id, class_index))
            projects.append(project)
            units.append(unit)
            serial.append(position)
            classes.append(class_index)
            prior_id = memory.remember(unit, class_index, finding_id)
            prior_ids.append(None if finding_id % OVERLOOKED == 0 else prior_id)
    dice = np.random.default_rng([2, 2, number])
    size = len(projects)
    is_pinned = np.zeros(size, dtype=np.bool_)
    is_pinned[list(pinned)] = True
    kind = dice.choice(3, size, p=_TYPE_SHARES)
    amount_fen = _amounts(dice, classes)
    least = (UNTENDERED_FEN * dice.uniform(1, 2.4, size)).astype(np.int64)
    amount_fen[untendered] = np.maximum(amount_fen, least)[untendered]
    kind[is_pinned] = PHASED
    amount_fen[is_pinned] = LAND_FEN
    found = np.array([project.delivered for project in projects], dtype=np.int64)
    return Cases(first_id, projects, units, serial, classes, prior_ids, found, kind, amount_fen, is_pinned)


def _amounts(dice: np.random.Generator, classes: list[int]) -> NDArray[np.int64]:
    """Amounts in 分, lognormal; 0 where the problem has none."""
    size = len(classes)
    scale = np.array([_size_of(wording.code) for wording in class_wordings()])[classes]
    has_amounts = np.array([bool(wording.money) for wording in class_wordings()])[classes]
    typical = _MEDIAN_YUAN * scale
    yuan = np.maximum(typical * np.exp(dice.normal(0, _SPREAD, size)), typical * _SMALLEST)
    yuan = np.where(yuan > _LARGEST_YUAN, _LARGEST_YUAN * dice.uniform(0.6, 1, size), yuan)
    # Many amounts are round: whole 万元 where they are large, whole 元, or with 角 and 分.
    choice = dice.random(size)
    fen: NDArray[np.int64] = np.where(
        (choice < 0.2) & (yuan > 200_000),
        np.round(yuan / 10_000) * 1_000_000,
        np.where(choice < 0.6, np.round(yuan) * 100, np.round(yuan * 100)),
    ).astype(np.int64)
    fen[~has_amounts | (dice.random(size) < _NO_AMOUNT_SHARE)] = 0
    return fen


def _size_of(code: str) -> float:
    return next((size for prefix, size in _SIZE if code.startswith(prefix)), 1.0)
