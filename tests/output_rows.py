"""People and rows for tests of what leaves the data room: who asks, who decides, what is asked for."""

import io

import xlsxwriter
from sqlalchemy import Engine, insert, select

from data.access.roles import User
from data.data_room.dataset_shares import share
from data.data_room.outputs import ReadDataset, WantedOutput, ask_output
from data.engine import writing
from data.schema import Account, AccountRole
from data.warehouse import Version
from tests.dataset_rows import KEEPER, OTHER_KEEPER, READER, bring, signed

APPROVER = User("approver", "科长甲", frozenset({"section"}))
PAID = "select i as 编号, '99010119800101' || (1000 + i) as 身份证号, i * 1.5 as 金额 from range(20) t(i)"


def add_people(engine: Engine) -> None:
    """Two keepers, a reader and an approver, each with an account, a role and a valid undertaking."""
    people = {KEEPER: "data_room", OTHER_KEEPER: "data_room", READER: "auditor", APPROVER: "section"}
    signed(engine, *people)
    with writing(engine) as connection:
        for user, role in people.items():
            number = connection.scalar(select(Account.account_id).where(Account.user_name == user.user_name))
            connection.execute(insert(AccountRole).values(account_id=number, role=role))


def add_payments(engine: Engine, **said: str) -> Version:
    """A keeper's dataset 付款 with masks, shared with the reader."""
    version = bring(engine, KEEPER, "付款", PAID, {"身份证号": "identity"}, purpose="测试", **said)
    share(engine, KEEPER, "付款", with_user=READER.user_name)
    return version


def ask_for(engine: Engine, user: User, version: Version | None, described: str = "查询结果") -> int:
    """A request for a file of three rows; returns its number."""
    read = (ReadDataset(version.dataset_id, version.number),) if version else ()
    wanted = WantedOutput(described, 3, "核对付款", "预算执行审计组", read)
    return ask_output(engine, user, _workbook(), ".xlsx", wanted)


def _workbook() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("明细")
        for line, row in enumerate(
            [("编号", "身份证号"), (1, "990***********1001"), (2, "990***********1002")]
        ):
            sheet.write_row(line, 0, row)
    return content.getvalue()
