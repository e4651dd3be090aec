"""Pages of 督办升级: a letter as its keepers and those of another place see it."""

from datetime import date
from types import SimpleNamespace as Thing
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine

from components.escalation import proposal_list as proposals
from components.navigation import ESCALATION_PAGE, LETTER_PAGE
from data.access.roles import User
from data.bureau import set_value
from data.engine import writing
from data.escalation.deciding import Decision, decide
from data.escalation.sending import send_letter
from queries.filters import Filters
from tests.app_pages import account, content, opened, served_by_the_app, signed_in
from tests.ledger_rows import add_finding, add_house, settle

TODAY = date(2026, 3, 2)
LEADER = User("leader", "领导", frozenset({"leadership"}))
STAFF = User("rectify", "整改", frozenset({"rectification"}))
NUMBER = "示审催[2026]1号"


def test_a_letter_and_its_templates_for_each_reader(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        add_finding(connection, due=date(2026, 2, 1), amount_fen=100)
        account(connection, "rectify", frozenset({"rectification"}))
        account(connection, "district", frozenset({"rectification"}), region_code="990102")
        settle(connection)
    (letter,) = decide(
        sqlite_engine, LEADER, {1: "超期"}, {1: 0}, Decision("urge", "approved", demand="整改")
    )
    send_letter(sqlite_engine, STAFF, letter, document_number=NUMBER, sent_date=TODAY)
    with served_by_the_app(sqlite_engine):
        told = content(opened(signed_in(sqlite_engine, "rectify"), LETTER_PAGE, id=str(letter)))
        assert f"text:  {NUMBER}" in told, "as it is written"
        assert "button: 登记回复 False" in told
        told = content(opened(signed_in(sqlite_engine, "district"), LETTER_PAGE, id=str(letter)))
        assert [line for line in told if not line.startswith("info")] == []
        # A template is the whole bureau's: who is bound to a place is not offered one.
        keepers = {
            name: any(box.label == "文书模板" for box in page.expander)
            for name in ("rectify", "district")
            if (page := opened(signed_in(sqlite_engine, name), ESCALATION_PAGE))
        }
    assert keepers == {"rectify": True, "district": False}


def test_what_is_chosen_holds_for_the_findings_in_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other filters may show as many findings and the same first one: lines are chosen by their place."""
    keys = []

    def drawn(*_args: object, key: str, **_others: object) -> Any:
        keys.append(key)
        return Thing(selection=Thing(rows=[], cells=[]))

    counts = [Thing(code="urge", figure=Thing(rows=2))]
    said: dict[str, Any] = {"groups": counts, "row_count": 2, "version": "1", "as_shown": None}
    for name, value in (said | {"shown_column": None, "may_decide": []}).items():
        monkeypatch.setattr(proposals, name, lambda *_args, value=value: value)
    monkeypatch.setattr(proposals.st, "dataframe", drawn)
    for ids in ((1, 2), (1, 3), (1, 2)):
        frame = pd.DataFrame({"finding_id": ids})
        monkeypatch.setattr(proposals, "rows", lambda *_args, frame=frame: frame)
        proposals.proposal_list(Filters(as_of=TODAY))
    assert keys[0] == keys[2] != keys[1]
