"""What is counted of findings is what the reader may see, whichever relation counts it, also a held one."""

from datetime import date

from sqlalchemy import Engine, insert

from data.engine import writing
from data.schema import InformationSystem, InvestmentFinding, SystemFinding
from queries.catalog import kpis
from queries.filters import EVERYTHING, Filters, Scope
from queries.rows import detail
from queries.source import open_source
from tests.investment_rows import add_fact, add_investment
from tests.ledger_rows import add_finding, add_house, settle

DAY = date(2025, 6, 30)


def test_open_findings_are_those_that_the_reader_may_see(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        connection.execute(
            insert(InformationSystem).values(
                information_system_id=1,
                system_code="X1",
                name="系统",
                unit_id=1,
                online_date=date(2024, 1, 1),
                recorded_at=date(2024, 1, 1),
            )
        )
        add_investment(connection, 1, region_code="990101")
        add_fact(connection, 1, "approved", date(2024, 1, 10))
        for region in ("990101", "990102", "990102"):
            finding = add_finding(connection, region_code=region)
            connection.execute(insert(SystemFinding).values(information_system_id=1, finding_id=finding))
            connection.execute(insert(InvestmentFinding).values(investment_project_id=1, finding_id=finding))
        settle(connection)
    source = open_source(sqlite_engine)
    for __ in range(3):  # the third question reads what is held
        for name in ("systems", "investments_flagged"):
            counted = {
                scope: [
                    int(number) for number in detail(source, kpis()[name], Filters(DAY), scope).open_findings
                ]
                for scope in (EVERYTHING, Scope(region="990101"), Scope(region="990000"))
            }
            assert counted == {EVERYTHING: [3], Scope(region="990101"): [1], Scope(region="990000"): [3]}, (
                name
            )
