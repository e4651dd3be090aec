"""Builds the demonstration bureau: `build(connection)` in a fresh database that has its reference data."""

from sqlalchemy import Connection

from data import bureau
from data.demo.bulk import continue_numbering
from data.demo.cases import demo_cases
from data.demo.course import draw_course
from data.demo.coverage import write_coverage
from data.demo.data_room import write_data_room
from data.demo.days import AS_OF_DATE
from data.demo.diary import write_diary
from data.demo.documents import write_documents
from data.demo.escalation import write_escalation
from data.demo.fiscal import write_fiscal
from data.demo.house import write_officials, write_places, write_projects, write_units
from data.demo.indicators import write_indicators
from data.demo.information_systems import write_information_systems
from data.demo.investment import write_investment
from data.demo.investment_layers import write_protected_land
from data.demo.late_audits import with_late_audits
from data.demo.ledger import write_ledger
from data.demo.libraries import write_libraries
from data.demo.major_problems import write_major_problems
from data.demo.model_notes import write_model_notes
from data.demo.names import BUREAU_NAME
from data.demo.offers import write_offers
from data.demo.officials import demo_officials
from data.demo.oversight import write_oversight
from data.demo.people import People
from data.demo.post_audits import write_post_audits
from data.demo.projects import PROJECTS_PER_FINDING, demo_projects
from data.demo.quality import write_quality
from data.demo.reports import demo_reports
from data.demo.results import Numbering, write_results
from data.demo.room_bookings import write_room_bookings
from data.demo.security import write_security
from data.demo.staff import demo_staff, write_staff
from data.demo.suspects import write_suspects
from data.demo.tasks import write_tasks
from data.demo.team import write_team
from data.demo.truth_checks import write_truth_checks
from data.demo.undertakings import write_undertakings
from data.demo.units import demo_units
from data.demo.unnoticed import leave_unnoticed
from data.demo.visits import with_long_visits
from data.demo.work import write_work
from data.demo.works import write_works

FINDINGS = 10_000
_UNITS_PER_FINDING = 0.08
_FULL_TEXTS = 50_000  # beyond this a larger database has titles only, so that it measures figures, not prose


def build(connection: Connection, *, findings: int = FINDINGS) -> None:
    """Write the demonstration with exactly that many findings; the same rows on every run and engine.

    Expects problem classes and calendar (data/reference_data.py) and no other rows; records no event.
    """
    units = demo_units(round(findings * _UNITS_PER_FINDING))
    officials, posts = demo_officials(units)
    projects = demo_projects(round(findings * PROJECTS_PER_FINDING), units, officials, posts)
    projects = with_late_audits(with_long_visits(projects))
    reports = demo_reports(projects)
    write_places(connection)
    write_units(connection, units)
    write_officials(connection, officials, posts)
    write_projects(connection, projects, reports)
    write_post_audits(connection, projects)
    write_libraries(connection, units, projects, write_coverage(connection, units, projects))
    people, numbering = People(units, officials, posts), Numbering()
    every_full = -(-findings // _FULL_TEXTS)
    for cases in demo_cases(findings, projects):
        course = draw_course(cases)
        write_ledger(connection, cases, course, people, every_full=every_full)
        write_results(connection, cases, course, reports, numbering)
    staff = demo_staff()
    write_staff(connection, staff)
    write_team(connection, staff)
    write_work(connection, projects, staff)
    write_diary(connection)
    write_offers(connection)
    write_documents(connection, projects)
    write_indicators(connection)
    write_tasks(connection)
    write_data_room(connection)
    write_room_bookings(connection)
    write_investment(connection, projects)
    write_works(connection)
    write_information_systems(connection, units, projects)
    write_protected_land(connection)
    write_security(connection)
    write_quality(connection, projects)
    write_oversight(connection, units)
    write_fiscal(connection)
    write_suspects(connection)
    write_model_notes(connection)
    write_undertakings(connection)
    write_truth_checks(connection)
    write_escalation(connection)
    write_major_problems(connection)
    leave_unnoticed(connection)
    continue_numbering(connection)
    bureau.set_value(connection, "name", BUREAU_NAME)
    bureau.set_value(connection, "is_demo", "yes")
    bureau.set_value(connection, "as_of", AS_OF_DATE.isoformat())
