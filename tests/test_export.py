"""Letting rows leave: only who may, only what they may see, and never without a line in the event log."""

import json
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine, select, update

from data.access.accounts import insert_account
from data.access.roles import NotPermittedError, User
from data.engine import reading, writing
from data.schema import Account, AccountRole, Event
from queries.catalog import kpis
from queries.exporting.export import export_rows, file_name
from queries.exporting.workbook import TooManyRowsError
from queries.filters import Filters, Scope
from queries.rows import count_rows
from queries.source import open_source
from tests.ledger_rows import add_a_varied_ledger, add_house, settle

FILTERS = Filters(as_of=date(2025, 6, 30), section="S1", drill=(("rectification_type", "immediate"),))
FINDINGS = kpis()["findings"]
AUDITOR = User("auditor", "某审计员", frozenset({"auditor"}))


@pytest.fixture
def bureau_engine(sqlite_engine: Engine) -> Engine:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_a_varied_ledger(connection)
        for name, role, region in (("auditor", "auditor", None), ("bound", "auditor", "990102")):
            insert_account(
                connection,
                "test",
                name,
                "某审计员",
                "no hash",
                roles=frozenset({role}),
                region_code=region,
                must_change_password=False,
            )
        settle(connection)
    return sqlite_engine


def events(engine: Engine, kind: str) -> list[tuple[str, dict[str, Any]]]:
    with reading(engine) as connection:
        rows = connection.execute(select(Event.actor, Event.detail).where(Event.kind == kind))
        return [(row.actor, json.loads(row.detail)) for row in rows]


def rows_of(content: bytes) -> int:
    return int(load_workbook(BytesIO(content)).worksheets[0].max_row) - 1


def test_an_export_is_made_and_logged_in_one_act(bureau_engine: Engine) -> None:
    source = open_source(bureau_engine)
    content = export_rows(bureau_engine, source, AUDITOR, FINDINGS, FILTERS, search="问题1")
    ((actor, detail),) = events(bureau_engine, "rows_exported")
    assert actor == "auditor"
    assert detail == {
        "subject": "findings",
        "filters": {
            "as_of": "2025-06-30",
            "section": "S1",
            "drill": [["rectification_type", "immediate"]],
            "search": "问题1",
        },
        "rows": rows_of(content),
        "file_name": "问题数_2025-06-30.xlsx",
    }
    assert rows_of(content) == count_rows(source, FINDINGS, FILTERS, search="问题1") > 0


def test_an_export_obeys_the_binding_of_the_moment(bureau_engine: Engine) -> None:
    source, filters = open_source(bureau_engine), Filters(as_of=FILTERS.as_of)
    # The page was drawn when the account was not bound yet.
    drawn = User("bound", "某审计员", frozenset({"auditor"}))
    content = export_rows(bureau_engine, source, drawn, FINDINGS, filters)
    own = count_rows(source, FINDINGS, filters, Scope(region="990102"))
    assert rows_of(content) == own < count_rows(source, FINDINGS, filters)


@pytest.mark.parametrize("loss", ["right", "account", "never had one"])
def test_who_has_lost_the_right_gets_nothing_but_a_line_in_the_log(bureau_engine: Engine, loss: str) -> None:
    user = User("stranger", "某", frozenset({"auditor"})) if loss == "never had one" else AUDITOR
    with writing(bureau_engine) as connection:
        if loss == "right":
            connection.execute(update(AccountRole).values(role="system_administrator"))
        if loss == "account":
            connection.execute(update(Account).values(is_disabled=True))
    with pytest.raises(NotPermittedError):
        export_rows(bureau_engine, open_source(bureau_engine), user, FINDINGS, FILTERS)
    assert not events(bureau_engine, "rows_exported")
    ((actor, detail),) = events(bureau_engine, "action_refused")
    assert (actor, detail) == (user.user_name, {"action": "export-rows", "subject": "findings"})


def test_too_many_rows_leave_no_trace(bureau_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_EXPORT_ROWS", "3")
    with pytest.raises(TooManyRowsError):
        export_rows(bureau_engine, open_source(bureau_engine), AUDITOR, FINDINGS, FILTERS)
    assert not events(bureau_engine, "rows_exported")


def test_no_file_leaves_where_the_log_cannot_be_written(
    bureau_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*__: object, **___: object) -> None:
        raise OSError

    monkeypatch.setattr("queries.exporting.export.record", fail)
    with pytest.raises(OSError):  # noqa: PT011 - raised by the test itself
        export_rows(bureau_engine, open_source(bureau_engine), AUDITOR, FINDINGS, FILTERS)


def test_every_kpi_has_a_file_name_that_any_system_takes() -> None:
    for kpi in kpis().values():
        name = file_name(kpi, FILTERS)
        assert name.endswith("_2025-06-30.xlsx")
        assert not set(name) & set('\\/:*?"<>| ')
