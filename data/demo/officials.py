"""Invented officials and the posts they hold or held: who answers for a unit in which years.

Most leaders changed in the last three years; a quarter of the seats had another holder in the plan years. In
district governments and townships two share the responsibility (党政同责). Deputies who only stand in for a
while are no subjects of economic-responsibility audits.
"""

import random
from dataclasses import dataclass
from datetime import date

from data.demo.days import AS_OF_DATE
from data.demo.names import person
from data.demo.units import DemoUnit


@dataclass(frozen=True)
class DemoOfficial:
    """A person who never was."""

    official_id: int
    name: str
    birth_date: date

    @property
    def retirement_date(self) -> date:
        """The sixtieth birthday."""
        return self.birth_date.replace(year=self.birth_date.year + 60)


@dataclass(frozen=True)
class DemoPost:
    """One leading post with its term; `end_date` is empty while it is held."""

    post_id: int
    official_id: int
    unit_id: int
    title: str
    audit_class: str
    start_date: date
    expected_end_date: date
    end_date: date | None
    pair_code: str | None
    leader_side: str | None
    has_resource_duty: bool
    is_audit_exempt: bool


@dataclass(frozen=True)
class _Seat:
    unit: DemoUnit
    title: str
    side: str | None = None
    is_exempt: bool = False


_COMPANY = ("党委书记、董事长",)
_STREET = "办事处"
# 党政同责同审: the two sides of one place.
_PLACE = {
    "government": ("党委书记", "政府主要负责人"),
    _STREET: ("党工委书记", "办事处主任"),
    "township": ("党委书记", "镇长"),
}
_TITLES = {
    "office": ("党组书记、局长",),
    "district_office": ("党组书记、局长",),
    "body": ("主要负责人",),
    "company": _COMPANY,
    "lender": _COMPANY,
    "builder": _COMPANY,
    "hospital": ("党委书记、院长",),
}
_POSTED_CLASSES = {"district_office": "B", "hospital": "C"}  # of the many, those of this class only
_DEPUTY = "副职（主持工作）"
_DEPUTISED = (("office", "A"), ("office", "B"), ("government", "A"), ("builder", "B"), ("lender", "B"))
_ANSWER_FOR_RESOURCES = ("自然资源", "生态环境", "水务局", "农业农村", "园林和林业")
_RURAL = "县"
_TERM_YEARS = 5
# Years in which those who hold a post now took it up.
_START_YEARS = {2020: 1, 2021: 3, 2022: 9, 2023: 13, 2024: 27, 2025: 30, 2026: 17}
_HAD_ANOTHER = 0.21
_FIRST_PLAN_YEAR = 2022
_NAMES_FREE_FROM = (600, 1400)  # numbers of persons between them are auditors' and clerks'


def demo_officials(units: list[DemoUnit]) -> tuple[list[DemoOfficial], list[DemoPost]]:
    """Officials and posts: one holder now of each leading seat, and a former one for every fourth.

    A former holder of one seat often holds another now, as people are moved between offices.
    """
    dice = random.Random("leading posts")  # noqa: S311 - invented people
    officials: list[DemoOfficial] = []
    posts: list[DemoPost] = []
    held_since: dict[int, date] = {}  # by official who may have come from elsewhere
    for seat in _seats(units):
        start = _start(dice, is_exempt=seat.is_exempt)
        if start.year >= _FIRST_PLAN_YEAR and not seat.is_exempt and dice.random() < _HAD_ANOTHER:
            former = _mover(dice, held_since, start) or _official(dice, officials)
            began = start.replace(year=start.year - dice.randint(2, 4), day=min(start.day, 28))
            posts.append(_post(posts, former, seat, began, start))
        holder = _official(dice, officials)
        held_since[holder] = start
        posts.append(_post(posts, holder, seat, start, None))
    return officials, posts


def _seats(units: list[DemoUnit]) -> list[_Seat]:
    seats: list[_Seat] = []
    for unit in units:
        if not _has_leading_post(unit):
            continue
        if unit.trade in _PLACE:
            place = _STREET if unit.name.endswith(_STREET) else unit.trade
            sides = zip(_PLACE[place], ("party", "government"), strict=True)
            seats += [_Seat(unit, title, side) for title, side in sides]
        seats += [_Seat(unit, title) for title in _TITLES.get(unit.trade, ())]
        if (unit.trade, unit.audit_class) in _DEPUTISED:
            seats.append(_Seat(unit, _DEPUTY, is_exempt=True))
    return seats


def _has_leading_post(unit: DemoUnit) -> bool:
    if unit.trade in _POSTED_CLASSES:
        return unit.audit_class == _POSTED_CLASSES[unit.trade]
    return unit.audit_class != "D" or unit.trade == "office"


def _start(dice: random.Random, *, is_exempt: bool) -> date:
    if is_exempt:
        return date(AS_OF_DATE.year, dice.randint(1, 10), dice.randint(1, 28))
    year = dice.choices(list(_START_YEARS), list(_START_YEARS.values()))[0]
    # Nobody takes up a post after the last day of the demonstration.
    last_month = AS_OF_DATE.month - 1 if year == AS_OF_DATE.year else 12
    first_month = 10 if year == min(_START_YEARS) else 1
    return date(year, dice.randint(first_month, last_month), dice.randint(1, 28))


def _mover(dice: random.Random, held_since: dict[int, date], left: date) -> int | None:
    """Somebody who took up a seat within four months of that day, and did not move before."""
    near = [official for official, since in held_since.items() if 0 <= (since - left).days <= 120]
    if not near or dice.random() < 0.3:
        return None
    mover = near[dice.randrange(len(near))]
    del held_since[mover]  # nobody moves twice
    return mover


def _official(dice: random.Random, officials: list[DemoOfficial]) -> int:
    number = len(officials)
    limit, beyond = _NAMES_FREE_FROM
    name = person(number if number < limit else number - limit + beyond)
    born = date(dice.randint(1967, 1983), dice.randint(1, 12), dice.randint(1, 28))
    officials.append(DemoOfficial(number + 1, name, born))
    return number + 1


def _post(posts: list[DemoPost], official_id: int, seat: _Seat, start: date, end: date | None) -> DemoPost:
    unit = seat.unit
    is_rural = _RURAL in unit.name and unit.trade in _PLACE
    return DemoPost(
        len(posts) + 1,
        official_id,
        unit.unit_id,
        seat.title,
        unit.audit_class,
        start,
        start.replace(year=start.year + _TERM_YEARS),
        end,
        f"PAIR-{unit.unit_id:04d}" if seat.side else None,
        seat.side,
        is_rural or any(word in unit.name for word in _ANSWER_FOR_RESOURCES),
        seat.is_exempt,
    )
