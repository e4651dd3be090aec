"""A document about several projects is one of all of them: in figures, on cards and in the search."""

from datetime import date

import pytest
from sqlalchemy import Engine, insert, update

from data.access.permission import NotPermittedError
from data.access.roles import User
from data.documents.register import attach_to_document, take_from_document
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
from tests.app_pages import account
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
            told = search(connection, scope, typed, Narrowed(), DAY).found
        return sum(one.kind == "office_document" for one in told)

    assert [found(scope) for scope in (EVERYTHING, EAST, WEST, NORTH)] == [1, 1, 1, 0]
    with reading(engine) as connection:
        told = [
            search(connection, scope, "协查函", Narrowed(), DAY).found[0].region
            for scope in (EVERYTHING, EAST, WEST)
        ]
    assert told == ["990101、990102", "990101", "990102"]
    assert [found(WEST, "项目1"), found(EAST, "项目2")] == [0, 0], "not by the name of a project elsewhere"
    with writing(engine) as connection:
        connection.execute(update(Project).where(Project.project_id == 1).values(region_code="990103"))
    assert [found(scope) for scope in (EVERYTHING, EAST, WEST, NORTH)] == [1, 0, 1, 1]
    with writing(engine) as connection:
        connection.execute(update(Region).where(Region.region_code == "990102").values(parent_code="990103"))
    assert found(Scope(region="990103", sees_staff=True)) == 1


def test_a_file_of_the_document_is_fetched_by_readers_of_its_regions_alone(sqlite_engine: Engine) -> None:
    paper = _write(sqlite_engine)
    office = User("office", "办公室", frozenset({"office"}))
    file = attach_to_document(sqlite_engine, office, paper, "正文.txt", "正文".encode())
    *inside, outside = regions = ("990000", "990101", "990102", "990103")
    with writing(sqlite_engine) as connection:
        for region in regions:
            account(connection, f"of-{region}", frozenset({"auditor"}), region_code=region)

    def fetched(region: str) -> bytes:
        # Whatever the session still says of them: what counts is how they are bound now.
        return take_from_document(sqlite_engine, User(f"of-{region}", "甲", frozenset()), file)

    assert {fetched(region) for region in inside} == {"正文".encode()}
    with pytest.raises(NotPermittedError):
        fetched(outside)
