"""A document about several projects is one of all of them: in figures, on cards and in the search."""

from datetime import date

from sqlalchemy import Engine, insert, update

from data.engine import reading, writing
from data.schema import DocumentLink, Project, Region
from data.search.upkeep import verify
from queries.cards.document_card import document_card
from queries.catalog import kpis
from queries.filters import EVERYTHING, Filters, Scope
from queries.rows import detail
from queries.run import value
from queries.search.searching import search
from queries.search.wanted import Narrowed
from queries.source import open_source
from tests.ledger_rows import add_finding, add_house, settle
from tests.team_rows import add_document

DAY = date(2026, 3, 12)
EAST, WEST, NORTH = (Scope(region=code, sees_staff=True) for code in ("990101", "990102", "990103"))


def _write(engine: Engine) -> int:
    """A document about project 1 in the east and a finding of project 2 in the west."""
    with writing(engine) as connection:
        add_house(connection)
        connection.execute(
            insert(Region).values(region_code="990103", name="北", parent_code="990000", level="district")
        )
        finding = add_finding(connection, project=2)
        paper = add_document(connection, "收2026-1", date(2026, 3, 2), None, [], title="协查函")
        links = [{"project_id": 1, "finding_id": None}, {"project_id": None, "finding_id": finding}]
        connection.execute(insert(DocumentLink), [{"document_id": paper, **link} for link in links])
        settle(connection)
    return paper


def test_figures_and_cards_have_it_for_readers_of_each_region(sqlite_engine: Engine) -> None:
    paper = _write(sqlite_engine)
    source = open_source(sqlite_engine)
    register, of_projects, today = kpis()["documents"], kpis()["project_documents"], Filters(as_of=DAY)

    def named(scope: Scope) -> list[str]:
        return list(detail(source, register, today, scope)["project"])

    assert (named(EVERYTHING), named(EAST), named(WEST)) == (["项目1、项目2"], ["项目1"], ["项目2"])
    assert named(NORTH) == []
    for region, number in {"990000": 1, "990101": 1, "990102": 1, "990103": 0}.items():
        assert value(source, register, Filters(as_of=DAY, region=region)).rows == number, region
    assert value(source, of_projects, today).value == 2
    for project in ("1", "2"):
        assert value(source, of_projects, Filters(as_of=DAY, drill=(("project", project),))).value == 1
    with reading(sqlite_engine) as connection:
        linked = {
            scope: len(card.links) if (card := document_card(source, connection, paper, DAY, scope)) else None
            for scope in (EVERYTHING, EAST, WEST, NORTH)
        }
    assert linked == {EVERYTHING: 2, EAST: 1, WEST: 1, NORTH: None}


def test_the_search_has_it_for_readers_of_each_region(engine: Engine) -> None:
    _write(engine)

    def found(scope: Scope, typed: str = "协查函") -> int:
        with reading(engine) as connection:
            assert verify(connection).is_right
            return len(search(connection, scope, typed, Narrowed(), DAY).found)

    assert [found(scope) for scope in (EVERYTHING, EAST, WEST, NORTH)] == [1, 1, 1, 0]
    with reading(engine) as connection:
        told = [
            search(connection, scope, "协查函", Narrowed(), DAY).found[0].facts.get("Project")
            for scope in (EVERYTHING, EAST)
        ]
    assert told == ["项目1", None], "a bound reader is not told of projects elsewhere"
    with writing(engine) as connection:
        connection.execute(update(Project).where(Project.project_id == 1).values(region_code="990103"))
    assert [found(scope) for scope in (EVERYTHING, EAST, WEST, NORTH)] == [1, 0, 1, 1]
    with writing(engine) as connection:
        connection.execute(update(Region).where(Region.region_code == "990102").values(parent_code="990103"))
    assert found(Scope(region="990103", sees_staff=True)) == 1
