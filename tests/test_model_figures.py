"""Figures of models and suspects on a day: what is new, overdue, in the ledger, and the sectors covered."""

from datetime import date

from sqlalchemy import Engine, insert

from data.engine import writing
from data.schema import Project
from queries.catalog import kpis
from queries.filters import Filters
from queries.rows import detail
from queries.run import breakdown, value
from queries.source import Source, open_source
from tests.ledger_rows import add_house, settle
from tests.model_rows import add_varied_models
from tests.task_rows import add_suspect

DAY = date(2025, 6, 30)
DUE = {"due_date": date(2025, 6, 20), "to_section_code": "S1"}
ISSUED = date(2025, 6, 1)


def bureau(engine: Engine) -> Source:
    with writing(engine) as connection:
        add_house(connection)
        add_varied_models(connection)
        add_suspect(connection, ("to_issue", date(2025, 6, 24)), found=date(2025, 6, 24))
        add_suspect(connection, ("to_issue", date(2025, 6, 23)), found=date(2025, 6, 23))
        add_suspect(connection, ("issued", ISSUED, DUE), found=ISSUED, model_code="M12")
        later = {"due_date": date(2025, 7, 10)}
        add_suspect(connection, ("issued", ISSUED, DUE), ("checking", date(2025, 6, 10), later), found=ISSUED)
        answered = ("confirmed", date(2025, 6, 29))
        add_suspect(connection, ("issued", ISSUED, DUE), answered, found=ISSUED)
        partly = ("partly_confirmed", date(2025, 6, 19))
        add_suspect(connection, ("issued", ISSUED, DUE), partly, ("in_ledger", DAY), found=ISSUED)
        for code, kind in (("X1", "investment"), ("X2", "livelihood"), ("X3", "policy")):
            connection.execute(
                insert(Project).values(
                    project_code=code, name=code, plan_year=2025, project_type=kind, is_stub=False
                )
            )
        settle(connection)
    return open_source(engine)


def figure(source: Source, name: str, day: date = DAY) -> object:
    return value(source, kpis()[name], Filters(as_of=day)).value


def test_figures_of_suspects_on_their_boundary_days(sqlite_engine: Engine) -> None:
    source = bureau(sqlite_engine)
    assert figure(source, "suspects_new") == 1, "flagged seven days ago is not new any more"
    assert figure(source, "suspects_to_issue") == 2
    assert figure(source, "suspects_overdue") == 1, "a later step gave the other until July"
    assert figure(source, "suspects_overdue", date(2025, 6, 20)) == 0, "the due day itself is not late"
    assert figure(source, "suspects_overdue", date(2025, 6, 21)) == 2
    assert figure(source, "suspects_in_ledger") == 1
    assert figure(source, "suspect_confirmation_rate") == 1
    assert figure(source, "suspect_whole_confirmation_rate") == 0.5
    overdue = detail(source, kpis()["suspects_overdue"], Filters(as_of=DAY)).iloc[0]
    assert (overdue["model"], overdue["issued_to"], overdue["days_overdue"]) == ("模型M12", "科室1", 10)


def test_models_in_force_cover_sectors(sqlite_engine: Engine) -> None:
    source = bureau(sqlite_engine)
    assert figure(source, "audit_models") == 4
    assert figure(source, "audit_models", date(2025, 7, 1)) == 5
    assert figure(source, "method_systems") == 1, "only investment has three"
    coverage = value(source, kpis()["model_sector_coverage"], Filters(as_of=DAY, year=2025))
    assert (coverage.numerator, coverage.denominator) == (1, 2), "a policy project stands for no sector"
    groups = breakdown(source, kpis()["audit_models"], Filters(as_of=DAY), "model_sector")
    assert {group.code: group.figure.value for group in groups} == {"investment": 3, "personnel": 1}
