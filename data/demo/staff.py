"""The invented staff of the bureau: about 150 persons, who are the auditors of its projects.

Qualifications, talents and training are such that some of the plan's goals for the staff are missed.
"""

import random
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from data.demo.bulk import insert_rows
from data.demo.days import AS_OF_DATE
from data.demo.names import SECTIONS, SOURCE, person
from data.demo.projects import STAFF_PER_SECTION, auditor
from data.schema import Staff

_HEADS_PER_SECTION = 2
_REVIEWERS = range(1500, 1505)  # who reviews close-outs, as in data/demo/ledger.py
_DEPUTIES = range(1600, 1603)
_FIRST_HEAD = 1700
_OFFICE = range(1730, 1751)  # the general office, personnel, the secretariat of the party committee


@dataclass(frozen=True)
class DemoStaff:
    """One member of the staff; `section` is an index into SECTIONS, None outside the audit sections."""

    staff_id: int
    name: str
    section: int | None
    birth_date: date
    is_business: bool
    is_division_head: bool
    qualification: str | None
    has_computer_intermediate: bool
    talent: str | None
    joined_date: date
    left_date: date | None


def demo_staff() -> list[DemoStaff]:
    """Auditors first, those of each section as `auditor()` numbers them; then heads, reviewers, office."""
    dice = random.Random("staff")  # noqa: S311 - invented people
    places: list[tuple[str, int | None, str]] = [
        (auditor(section, number), section, "auditor")
        for section in range(len(SECTIONS))
        for number in range(STAFF_PER_SECTION)
    ]
    for section in range(len(SECTIONS)):
        for number in range(_HEADS_PER_SECTION):
            places.append((person(_FIRST_HEAD + section * _HEADS_PER_SECTION + number), section, "head"))
    places += [(person(number), None, "reviewer") for number in _REVIEWERS]
    places += [(person(number), None, "head") for number in _DEPUTIES]
    places += [(person(number), None, "office") for number in _OFFICE]
    return [_member(dice, number, *place) for number, place in enumerate(places, start=1)]


def write_staff(connection: Connection, staff: list[DemoStaff]) -> None:
    """The register of the staff."""
    insert_rows(
        connection,
        Staff,
        (
            "staff_id",
            "staff_code",
            "name",
            "section_code",
            "birth_date",
            "is_business",
            "is_division_head",
            "qualification",
            "has_computer_intermediate",
            "talent",
            "civil_class",
            "education",
            "joined_date",
            "left_date",
            "source",
        ),
        [
            (
                member.staff_id,
                f"S{member.staff_id:03d}",
                member.name,
                None if member.section is None else SECTIONS[member.section].code,
                member.birth_date.isoformat(),
                int(member.is_business),
                int(member.is_division_head),
                member.qualification,
                int(member.has_computer_intermediate),
                member.talent,
                *_class_and_education(member),
                member.joined_date.isoformat(),
                member.left_date.isoformat() if member.left_date else None,
                SOURCE,
            )
            for member in staff
        ],
    )


def _member(dice: random.Random, staff_id: int, name: str, section: int | None, part: str) -> DemoStaff:
    youngest, oldest = {"auditor": (25, 57), "head": (38, 56)}.get(part, (28, 58))
    age = dice.randint(youngest, oldest)
    born = date(AS_OF_DATE.year - age, dice.randint(1, 12), dice.randint(1, 28))
    joined = date(born.year + dice.randint(23, 27), 7 + dice.randrange(3), 1)
    is_business = part != "office"
    is_data_section = section == len(SECTIONS) - 1
    trained = 0.95 if is_data_section else 0.78 if age <= 40 else 0.45 if age <= 45 else 0.15
    # Nobody of the audit sections left: they are the leads and members of all five years.
    has_left = part == "office" and dice.random() < 0.2
    return DemoStaff(
        staff_id,
        name,
        section,
        born,
        is_business,
        part == "head",
        _qualification(dice, age) if is_business else None,
        is_business and dice.random() < trained,
        _talent(dice) if is_business and age >= 30 else None,
        min(joined, date(2021, 7, 1)),
        date(2025, dice.randint(1, 12), 1) if has_left else None,
    )


def _class_and_education(member: DemoStaff) -> tuple[str, str]:
    dice = random.Random(f"class {member.staff_id}")  # noqa: S311 - invented people
    is_professional = member.is_business and not member.is_division_head and dice.random() < 0.9
    schools = ("doctor", "master", "bachelor", "college")
    shares = (0.02, 0.34, 0.6, 0.04) if member.birth_date.year > 1985 else (0, 0.16, 0.66, 0.18)
    return "professional" if is_professional else "general", dice.choices(schools, shares)[0]


def _qualification(dice: random.Random, age: int) -> str | None:
    if age < 29:
        return dice.choices(("junior", None), (0.7, 0.3))[0]
    shares = (0.08, 0.62, 0.18, 0.12) if age < 42 else (0.28, 0.46, 0.14, 0.12)
    return dice.choices(("senior", "intermediate", "junior", None), shares)[0]


def _talent(dice: random.Random) -> str | None:
    return dice.choices(("leading", "backbone", None), (0.035, 0.145, 0.82))[0]
