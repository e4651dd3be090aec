"""Whom the invented suspects are about: companies, persons and units, some of them more than once."""

from dataclasses import dataclass

from data.demo.identifiers import UNASSIGNED_AREA
from data.demo.names import CITY_NAME, person

_COMPANIES, _PERSONS = 45, 60
_FIRST_PERSON = 1500  # after the leaders and clerks of the units
_TRADES = ("建设工程", "商贸", "信息技术", "园林绿化", "物业服务")
_KINDS = {
    "合同": "company",
    "采购": "company",
    "供应商": "company",
    "工程": "company",
    "人员": "person",
    "就诊": "person",
}


@dataclass(frozen=True)
class DemoParty:
    """One of them; `name` of a person is masked, as it is for everybody who reads suspects."""

    kind: str
    party_id: str
    name: str


def party(thing: str, draw: int, units: list[tuple[str, str]]) -> DemoParty:
    """Whom a hit about `thing` touches; `draw` is any whole number, `units` are (credit code, name)."""
    match _KINDS.get(thing, "unit"):
        case "company":
            number = draw % _COMPANIES
            name = f"{CITY_NAME}示例{number + 1:02d}号{_TRADES[number % len(_TRADES)]}有限公司"
            return DemoParty("company", f"91{UNASSIGNED_AREA}MADEMO{number:04d}", name)
        case "person":
            number = draw % _PERSONS
            # Not a number that anybody could have: the month is 00.
            return DemoParty(
                "person", f"{UNASSIGNED_AREA}198000{number:06d}", _masked(person(_FIRST_PERSON + number))
            )
    code, name = units[draw % len(units)]
    return DemoParty("unit", code or name, name)


def _masked(name: str) -> str:
    return name[0] + "*" * (len(name) - 1)
