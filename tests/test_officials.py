"""One official: only what the reader may see; documents leave with the right to it, and are recorded."""

from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import Engine, insert, select

from data.access.accounts import insert_account
from data.access.roles import NotPermittedError, User
from data.engine import now, reading, writing
from data.language import use_language
from data.schema import Event, Official, Post, PostAudit
from queries.cards.official_card import official_card
from queries.catalog import kpis
from queries.columns import COLUMNS
from queries.exporting.export import export_rows
from queries.exporting.official_export import NoSuchOfficialError, export_official
from queries.filters import EVERYTHING, Filters, Scope
from queries.rows import detail
from queries.source import Source, open_source
from tests.ledger_rows import add_a_varied_ledger, add_finding, add_house, settle
from tests.post_rows import add_varied_posts

DAY = date(2025, 6, 30)
AUDITOR = User("auditor", "审计", frozenset({"auditor"}))


@pytest.fixture
def database(sqlite_engine: Engine) -> Engine:
    use_language("zh")
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_a_varied_ledger(connection)
        add_varied_posts(connection)
        # The official of the first warning in unit 1 holds a second post, in the other district.
        connection.execute(insert(Official).values(official_id=900, name="甲=子"))
        for post_id, unit_id in ((901, 1), (902, 2)):
            connection.execute(
                insert(Post).values(
                    post_id=post_id,
                    official_id=900,
                    unit_id=unit_id,
                    title="=局长",
                    start_date=date(2020, 1, 1),
                    end_date=date(2024, 1, 1) if unit_id == 2 else None,
                    expected_end_date=date(2025, 9, 1),
                )
            )
        for name, roles in (("auditor", {"auditor"}), ("display", {"leadership"})):
            insert_account(
                connection,
                "test",
                name,
                "审计",
                "no hash",
                roles=frozenset(roles),
                must_change_password=False,
                region_code="990101" if name == "display" else None,
            )
        settle(connection)
    return sqlite_engine


@pytest.fixture
def source(database: Engine) -> Source:
    return open_source(database)


def test_the_card_holds_the_posts_the_warnings_and_their_reasons(source: Source) -> None:
    card = official_card(source, 900, DAY, EVERYTHING)
    assert card is not None
    assert [(post.unit_id, post.end_date) for post in card.posts] == [(1, None), (2, date(2024, 1, 1))]
    assert [(warning.level, warning.warning_rule) for warning in card.warnings] == [
        ("red", "left_unaudited"),
        ("amber", "tenure_unaudited"),
        ("amber", "term_end"),
    ]
    assert [post.post_id for post in card.held] == [901]


def test_a_bound_reader_sees_the_posts_of_the_own_region_only(source: Source) -> None:
    other = official_card(source, 900, DAY, Scope(region="990102"))
    assert other is not None
    assert [post.unit_id for post in other.posts] == [2]
    assert [warning.warning_rule for warning in other.warnings] == ["left_unaudited"]
    assert official_card(source, 900, DAY, Scope(section="S2")) is None
    assert official_card(source, 99999, DAY, EVERYTHING) is None


def test_before_a_post_is_taken_up_there_is_no_card(source: Source) -> None:
    assert official_card(source, 900, date(2019, 12, 31), EVERYTHING) is None
    left_later = official_card(source, 900, date(2023, 12, 31), EVERYTHING)
    assert left_later is not None
    assert len(left_later.held) == 2


def test_every_warning_carries_the_row_that_proves_it(source: Source) -> None:
    for day in (date(2024, 6, 30), DAY, date(2026, 6, 30)):
        frame = detail(source, kpis()["warnings"], Filters(as_of=day))
        assert len(frame)
        assert frame["reason"].notna().all()
        assert frame["decisive_date"].notna().all()


def test_the_documents_hold_what_they_promise_and_leave_a_trace(database: Engine, source: Source) -> None:
    for document, words in (("responsibility_notice", "应负经济责任的事项"), ("problem_list", "问题编号")):
        content = export_official(database, source, AUDITOR, document, official_id=900, as_of=DAY)
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        text = repr(book.get_sheet_by_index(0).to_python())
        assert words in text
        assert "甲=子" in text
        assert "=局长" in text, "text from outside stays text"
    with reading(database) as connection:
        told = connection.scalars(select(Event.detail).where(Event.kind == "rows_exported")).all()
    assert len(told) == 2
    assert '"official_id": 900' in told[0]
    assert '"subject": "responsibility_notice"' in told[0]


def test_the_list_of_problems_has_every_finding_of_the_audits(database: Engine, source: Source) -> None:
    audited = source.rows("select p.official_id from post_audit_base b join post p using (post_id)")
    cards = [official_card(source, row[0], DAY, EVERYTHING) for row in audited]
    for card in cards:
        assert card is not None
        assert card.audits
        content = export_official(
            database, source, AUDITOR, "problem_list", official_id=card.official_id, as_of=DAY
        )
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        assert len(book.get_sheet_by_index(0).to_python()) == 2 + len(card.findings)


def test_a_joint_audit_tells_each_official_the_own_findings_and_those_of_nobody(
    database: Engine, source: Source
) -> None:
    with writing(database) as connection:
        connection.execute(insert(Official).values(official_id=910, name="乙"))
        connection.execute(insert(Post).values(post_id=911, official_id=910, unit_id=1, title="书记"))
        for post_id in (901, 911):
            connection.execute(
                insert(PostAudit).values(
                    project_id=1, post_id=post_id, occasion="in_office", recorded_at=now()
                )
            )
        codes = [f"J{number}" for number in range(3)]
        for code, official_id in zip(codes, (900, 910, None), strict=True):
            add_finding(connection, finding_code=code, official_id=official_id)
        # Laid to him by an audit that is none of his posts.
        add_finding(connection, project=2, finding_code="J3", official_id=900)
        settle(connection)
    source = open_source(database)
    for official_id, others in ((900, {"J1"}), (910, {"J0", "J3"})):
        card = official_card(source, official_id, DAY, EVERYTHING)
        assert card is not None
        own = {*codes, "J3"} - others
        assert {finding.finding_code for finding in card.findings if finding.finding_code[0] == "J"} == own
        for document in ("responsibility_notice", "problem_list"):
            content = export_official(database, source, AUDITOR, document, official_id=official_id, as_of=DAY)
            text = repr(CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python())
            assert {code for code in (*codes, "J3") if code in text} == own


def test_without_the_right_nothing_leaves_and_the_refusal_is_recorded(
    database: Engine, source: Source
) -> None:
    nobody = User("nobody", "无", frozenset({"display"}))
    with pytest.raises(NotPermittedError):
        export_official(database, source, nobody, "problem_list", official_id=900, as_of=DAY)
    with reading(database) as connection:
        assert "action_refused" in connection.scalars(select(Event.kind)).all()
    bound = User("display", "审计", frozenset({"leadership"}))
    with pytest.raises(NoSuchOfficialError):
        export_official(database, source, bound, "problem_list", official_id=99999, as_of=DAY)


def test_the_reason_stands_in_the_exported_rows_in_the_readers_language(
    database: Engine, source: Source
) -> None:
    place = list(kpis()["warnings"].columns).index("reason")
    assert COLUMNS["reason"].kind == "reason"
    for spoken, words in (("zh", "未审"), ("en", "not audited")):
        use_language(spoken)
        kpi = kpis()["warnings_left_unaudited"]
        content = export_rows(database, source, AUDITOR, kpi, Filters(as_of=DAY))
        rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
        assert rows[1:]
        assert all(words in str(row[place]) for row in rows[1:])
    use_language("zh")
