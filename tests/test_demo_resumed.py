"""The invented warehouse, made good after an interruption: what was not written is, and nothing twice."""

from datetime import date

import pytest
from sqlalchemy import Engine, func, insert, select

from data.access.roles import User
from data.data_room.dataset_shares import revoke_share, shares_of
from data.demo.warehouse import bring_in
from data.engine import reading, writing
from data.schema import Account, AccountRole, DatasetShare, OutputApproval, Project, Section
from tests import data_room_rows as made
from tests.dataset_rows import bring, signed

OWNER = User("dataroom", "演示数据室", frozenset({"data_room"}))


@pytest.fixture
def brought(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Nothing of the tables is missing; nothing after them was done."""
    monkeypatch.setattr(bring_in, "TABLES", ())
    return sqlite_engine


def test_what_comes_after_the_tables_is_made_good(brought: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    for name in ("_date_back", "hand_out", "_open_to_others"):
        monkeypatch.setattr(bring_in, name, lambda *_of, name=name: done.append(name))
    assert bring_in.bring_in_demo_warehouse(brought) == 0
    assert done == ["_date_back", "hand_out", "_open_to_others"]
    with writing(brought) as connection:
        made.add_output(connection, "auditor", date(2026, 11, 19))
        first = "查询结果：同一身份证号重复领取的养老金"
        connection.execute(OutputApproval.__table__.update().values(described=first))
    bring_in.bring_in_demo_warehouse(brought)
    assert done[3:] == ["_open_to_others"]


def test_shares_that_were_never_made_are(brought: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bring_in, "is_handed_out", lambda _connection: True)
    signed(brought, OWNER, *(User(name, name, frozenset({"section"})) for name in bring_in._OF_ACCOUNTS))
    types = bring_in.dataset_types()
    given = [name for names in bring_in._OF_ACCOUNTS.values() for name in names]
    named = (*bring_in._OF_THE_PROJECT, *bring_in._OF_THE_SECTION, *given)
    with writing(brought) as connection:
        owner = connection.scalar(select(Account.account_id).where(Account.user_name == "dataroom"))
        connection.execute(insert(AccountRole).values(account_id=owner, role="data_room"))
        connection.execute(insert(Section).values(section_code=bring_in.EXEMPLARY_SECTION, name="科室"))
        project = {"project_code": bring_in._PROJECT, "name": "项目", "plan_year": 2026}
        connection.execute(insert(Project).values(project | {"project_type": "survey"}))
    for name in dict.fromkeys(named):
        bring(brought, OWNER, types[name].titles["zh"], "select 1 as n", dataset_type=name)
    whole, told = bring_in.share, []

    def broken(*asked: object, **to: str) -> None:
        told.append(to)
        if len(told) > 2:
            raise KeyboardInterrupt
        whole(*asked, **to)

    monkeypatch.setattr(bring_in, "share", broken)
    with pytest.raises(KeyboardInterrupt):
        bring_in.bring_in_demo_warehouse(brought)
    monkeypatch.setattr(bring_in, "share", whole)
    bring_in.bring_in_demo_warehouse(brought)
    with reading(brought) as connection:
        assert connection.scalar(select(func.count()).select_from(DatasetShare)) == len(named)
        (taken_back,) = shares_of(connection, 1)
    revoke_share(brought, OWNER, types[named[0]].titles["zh"], taken_back.share_id)
    bring_in.bring_in_demo_warehouse(brought)
    with reading(brought) as connection:
        assert shares_of(connection, 1) == ()
