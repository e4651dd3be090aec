"""The sector of a unit: in the bureau's words, or that of the unit above; findings are told by it."""

from sqlalchemy import Engine, insert, update

from data.engine import writing
from data.schema import Unit
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import breakdown, table
from queries.source import open_source
from tests.ledger_rows import FOUND, add_finding, add_house, settle


def test_findings_are_told_by_the_sector_of_their_unit_or_of_the_one_above(engine: Engine) -> None:
    with writing(engine) as connection:
        add_house(connection)
        connection.execute(update(Unit).where(Unit.unit_id == 1).values(sector="教育"))
        connection.execute(update(Unit).where(Unit.unit_id == 2).values(sector="水务", supervising_unit_id=1))
        connection.execute(insert(Unit).values(unit_id=3, name="某校", supervising_unit_id=1))
        connection.execute(insert(Unit).values(unit_id=4, name="某校食堂", supervising_unit_id=3))
        for unit, project in ((1, 1), (3, 2), (3, 1), (2, 2), (4, 1)):
            add_finding(connection, project=project, unit_id=unit)
        settle(connection)
    source, filters = open_source(engine), Filters(as_of=FOUND)
    told = breakdown(source, kpis()["findings"], filters, "unit_sector")
    assert [(group.label, group.figure.value) for group in told] == [("教育", 3), ("水务", 1), ("未填", 1)]
    across = table(source, kpis()["findings"], filters, ("unit_sector", "plan_year"))
    assert {
        (cell.row_label, str(cell.column_label)): cell.figure.value
        for cell in across
        if cell.row_label == "教育"
    } == {("教育", "2023"): 2, ("教育", "2024"): 1}
