"""Committed datasets of any size for measuring models: made by DuckDB in Parquet parts, without an upload.

Payments stand in no order of their numbers, so that no reader finds one by where it stands; every second one
has the invoice and the amount of the one before, most of them also its payee.
"""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE, User
from data.dataset_types import dataset_types
from data.duck import open_duck, quoted
from data.warehouse import Arrival, StoredColumn, Version, commit_version, stage
from queries.audit_models.relations import duck_type

_PART_ROWS = 10_000_000
# Every column of the type: what a model does not ask for has to cost nothing.
_PAYMENTS = """
select
    'ZF' || lpad(cast(i * 7919 % {rows} as varchar), 10, '0') as payment_code,
    lpad(cast(hash(i) % {units} as varchar), 18, '9') as payer_code,
    '示范市第' || hash(i) % {units} || '单位' as payer_name,
    lpad(cast(hash(i) % {units} as varchar), 16, '6') as payer_account,
    '示范第' || hash(i // 3) % {firms} || '有限公司' as payee_name,
    lpad(cast(hash(i // 3) % {firms} as varchar), 18, '8') as payee_code,
    lpad(cast(hash(i // 3) % {firms} as varchar), 16, '7') as payee_account,
    '示范银行' as payee_bank,
    cast(100 + hash(i // 2 * 31) % 100000000 as bigint) as paid_fen,
    date '2024-01-01' + cast(hash(i * 17) % 1030 as integer) as paid_date,
    '货款' as purpose,
    '2010301' as function_code,
    '行政运行' as function_name,
    '30201' as economic_code,
    '办公费' as economic_name,
    cast(null as varchar) as budget_item_code,
    cast(null as varchar) as contract_code,
    'FP' || lpad(cast(i // 2 as varchar), 10, '0') as invoice_code,
    '直接支付' as payment_method
from range({first}, {after}) as r(i)
"""
_TENDERS = """
select
    'BD' || lpad(cast(i as varchar), 10, '0') as tender_code,
    '示范工程第' || i || '标段' as tender_name,
    '示范市第' || hash(i) % {units} || '单位' as buyer_name,
    case when hash(i * 3) % 4 = 0 then '询价' else '公开招标' end as procurement_method,
    date '2024-01-01' + cast(hash(i * 17) % 1030 as integer) as notice_date,
    cast(null as date) as document_date,
    date '2024-01-01' + cast(hash(i * 17) % 1030 + 15 + hash(i * 7) % 60 as integer) as bid_deadline_date,
    cast(100 + hash(i * 31) % 100000000 as bigint) as budget_fen,
    '示范第' || hash(i) % {firms} || '有限公司' as winner_name
from range({first}, {after}) as r(i)
"""
_ROWS = {"payments": _PAYMENTS, "tenders": _TENDERS}


def committed(engine: Engine, dataset_type: str, rows: int, owner: User = COMMAND_LINE) -> Version:
    """A version of that many rows of a dataset that is called <type>_<rows>."""
    of_type = {column.name: column for column in dataset_types()[dataset_type].columns}
    with open_duck() as duck, stage() as staging:
        # As many units and firms as there would be: a unit pays some thousand times a year.
        places = {"rows": rows, "units": max(rows // 5_000, 10), "firms": max(rows // 150, 10)}
        for number, (first, after) in enumerate(_parts(rows)):
            sql = _ROWS[dataset_type].format(first=first, after=after, **places)
            duck.execute(f"copy ({sql}) to {quoted(staging.part(number))} (format parquet)")
        described = duck.execute(f"describe from read_parquet({quoted(staging.part())})").fetchall()
        sha256 = hashlib.sha256(dataset_type.encode()).hexdigest()
        original = staging.folder / "original" / sha256
        original.write_text(dataset_type, "utf-8")
        arrival = Arrival(
            dataset=f"{dataset_type}_{rows}",
            dataset_type=dataset_type,
            columns=tuple(
                StoredColumn(
                    name,
                    of_type[name].title,
                    duck_type(of_type[name].type).upper(),
                    of_type[name].mask,
                    of_type[name].type,
                )
                for name, *__ in described
            ),
            rows=rows,
            original_name="made.csv",
            sha256=sha256,
            original_bytes=original.stat().st_size,
            delivery="command_line",
        )
        return commit_version(engine, owner, staging, arrival)


def _parts(rows: int) -> Iterator[tuple[int, int]]:
    for first in range(0, rows, _PART_ROWS):
        yield first, min(first + _PART_ROWS, rows)
