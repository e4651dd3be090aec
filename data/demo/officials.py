"""Invented officials and the posts they hold or held: who answers for a unit in which years."""

import random
from dataclasses import dataclass
from datetime import date

from data.demo.names import person
from data.demo.units import DemoUnit


@dataclass(frozen=True)
class DemoOfficial:
    """A person who never was."""

    official_id: int
    name: str
    birth_date: date


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


_TITLES = {
    "office": ("党组书记、局长",),
    "body": ("主要负责人",),
    "company": ("党委书记、董事长",),
    "lender": ("党委书记、董事长",),
    "builder": ("党委书记、董事长",),
    "government": ("党委书记", "政府主要负责人"),  # 党政同责同审: both answer for one place
    "township": ("党（工）委书记",),
}
_TERM_YEARS = 5


def demo_officials(units: list[DemoUnit]) -> tuple[list[DemoOfficial], list[DemoPost]]:
    """Officials and posts: one holder now of each leading post, and a former one for every fourth.

    A former holder of one post usually holds another now, as people are moved between offices.
    """
    dice = random.Random("officials")  # noqa: S311 - invented people
    officials: list[DemoOfficial] = []
    posts: list[DemoPost] = []
    held_since: list[date] = []  # by official
    posted = [unit for unit in units if unit.trade in _TITLES and unit.audit_class != "D"]
    for unit in posted:
        for title in _TITLES[unit.trade]:
            start = date(dice.randint(2019, 2024), dice.randint(1, 12), dice.randint(1, 28))
            if len(posts) % 4 == 0:
                movers = [official for official in officials if held_since[official.official_id - 1] >= start]
                if not movers or dice.random() < 0.3:
                    former = _official(dice, officials)
                    held_since.append(date.min)
                else:
                    former = movers[dice.randrange(len(movers))]
                    held_since[former.official_id - 1] = date.min  # nobody moves twice
                began = start.replace(year=start.year - dice.randint(2, 3))
                posts.append(_post(posts, former, unit, title, (began, start)))
            posts.append(_post(posts, _official(dice, officials), unit, title, (start, None)))
            held_since.append(start)
    return officials, posts


def _official(dice: random.Random, officials: list[DemoOfficial]) -> DemoOfficial:
    number = len(officials)
    born = date(dice.randint(1966, 1982), dice.randint(1, 12), dice.randint(1, 28))
    official = DemoOfficial(number + 1, person(number), born)
    officials.append(official)
    return official


def _post(
    posts: list[DemoPost],
    official: DemoOfficial,
    unit: DemoUnit,
    title: str,
    term: tuple[date, date | None],
) -> DemoPost:
    start, end = term
    expected = start.replace(year=start.year + _TERM_YEARS)
    return DemoPost(
        len(posts) + 1, official.official_id, unit.unit_id, title, unit.audit_class, start, expected, end
    )
