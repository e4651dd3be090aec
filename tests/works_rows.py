"""Small public works by hand: settlements of one and of two levels, variations, nine unit costs of roads."""

from datetime import date

from sqlalchemy import Connection, insert

from data.engine import now
from data.schema import ContractVariation, SettlementReview, UnitCost
from tests.investment_rows import add_fact, add_investment

_YUAN = 100
_FIRST = 40  # the projects here have numbers of their own


def add_varied_works(connection: Connection) -> None:
    """Settlements of one and of two levels, variations and unit costs around 2025-06-30."""
    for number in range(_FIRST, _FIRST + 4):
        add_investment(
            connection,
            number,
            sector="education" if number == _FIRST + 3 else "energy",
            contractor_name=None if number == _FIRST else f"公司{number % 2}",
        )
        add_fact(connection, number, "approved", date(2024, 1, 10))
        add_fact(connection, number, "contract", date(2024, 3, 1), 1_000_000)
    _add_settlements(connection)
    for number, (project, kind, amount, day) in enumerate(
        (
            (_FIRST, "design", 60_000, date(2025, 1, 5)),
            (_FIRST, "supplementary", 100_000, date(2025, 2, 5)),  # the tenth itself
            (_FIRST, "supplementary", 1, date(2025, 7, 1)),
            (_FIRST + 1, "supplementary", 100_001, date(2025, 6, 30)),
            (_FIRST + 1, "site", -10_001, date(2024, 6, 30)),
            (_FIRST + 2, "price", 50_000, date(2024, 12, 31)),
        )
    ):
        connection.execute(
            insert(ContractVariation).values(
                variation_code=f"BG-{number}",
                investment_project_id=project,
                kind=kind,
                amount_fen=amount * _YUAN,
                approved_date=day,
                recorded_at=now(),
            )
        )
    # Of a kilometre: 10, 11, 12, 13, 14, 15, 16, 17 million yuan, and from the last day 40 for two.
    for number in range(9):
        connection.execute(
            insert(UnitCost).values(
                unit_cost_code=f"ZB-{number}",
                investment_project_id=_FIRST + number % 4,
                works_type="road",
                quantity_thousandths=2_000 if number == 8 else 500,
                amount_fen=(80_000_000 if number == 8 else (5_000_000 + 500_000 * number)) * _YUAN,
                priced_date=date(2025, 6, 30) if number == 8 else date(2024 + number % 2, 5, 1),
                recorded_at=now(),
            )
        )


def _add_settlements(connection: Connection) -> None:
    """Eight are cut by 1 to 8 %, a ninth by 40 % on the last day; of two schools one is large and uncut."""

    def add(code: str, level: str, project: int, submitted: int, **steps: object) -> None:
        told = {
            "settlement_code": code,
            "level": level,
            "investment_project_id": project,
            "review_firm": "甲咨询" if level == "municipal" else None,
            "submitted_date": date(2025, 1, 10),
            "submitted_fen": submitted * _YUAN,
            "recorded_at": now(),
        }
        connection.execute(insert(SettlementReview).values(**(told | steps)))

    def approved(day: date, yuan: int) -> dict[str, object]:
        return {"approved_date": day, "approved_fen": yuan * _YUAN}

    march, last = date(2025, 3, 1), date(2025, 6, 30)
    for number in range(1, 9):
        add(f"JS-{number}", "municipal", _FIRST, 100_000, **approved(march, 100_000 - 1_000 * number))
    add("JS-9", "municipal", _FIRST + 1, 100_000, **approved(last, 60_000))
    add("JS-10", "district", _FIRST + 3, 10_000_001, **approved(march, 10_000_001))
    add("JS-11", "district", _FIRST + 3, 10_000_000, **approved(march, 10_000_000))
    # The district of the first agrees, of the second and third it does not; one says why on the last day.
    add("JS-1", "district", _FIRST, 100_000, **approved(march, 99_000))
    add("JS-2", "district", _FIRST, 100_000, **approved(march, 98_500))
    why = {"difference_reason": "签证重复计取", "explained_date": last}
    add("JS-3", "district", _FIRST, 100_000, **approved(march, 96_000), **why)
    # On their way, one at each step; the second review of the last one comes the day after.
    add("JS-12", "municipal", _FIRST + 2, 200_000, submitted_date=last)
    first = {"first_review_date": march, "first_review_fen": 190_000 * _YUAN}
    add("JS-13", "municipal", _FIRST + 2, 200_000, **first)
    second = {"second_review_date": last, "second_review_fen": 185_000 * _YUAN}
    add("JS-14", "district", _FIRST + 2, 200_000, **first, **second)
    add("JS-14", "municipal", _FIRST + 2, 200_000, submitted_date=date(2025, 7, 1))
