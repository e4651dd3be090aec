"""The files of the upload benchmarks: benefits paid month by month, invented, the same on every machine.

Every row has an identity number with its check digit, a name, an amount, three days and an account. One row
in a thousand breaks a rule of the dataset type "benefits", each kind in turn, as deliveries do.
"""

import codecs
import tempfile
from pathlib import Path

import duckdb

_BLOCK = 16 << 20
_MONTHS = 24
_WEIGHTS = tuple(2 ** (17 - place) % 11 for place in range(17))

_PERSONS = f"""
select person, digits, digits || substr('10X98765432', ({
    " + ".join(f"digits[{place + 1}]::int * {weight}" for place, weight in enumerate(_WEIGHTS))
}) % 11 + 1, 1) as identity_number, started
from (
    select range as person,
        ['320402', '320404', '320405', '320411', '320412', '320481'][(hash(range) % 6 + 1)::int]
            || strftime(date '1936-01-01' + (hash(range + 7) % 30000)::int, '%Y%m%d')
            || lpad((hash(range + 9) % 1000)::varchar, 3, '0') as digits,
        date '2015-01-01' + (hash(range + 11) % 3000)::int as started
    from range({{persons}})
)
"""
_ROWS = f"""
select
    ['城市低保', '农村低保', '特困供养', '高龄津贴', '护理补贴'][(person % 5 + 1)::int] as 补助项目,
    case when number % 4000 = 1000 then digits || 'A' else identity_number end as 身份证号,
    ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'][(hash(person) % 10 + 1)::int]
        || ['伟', '芳', '娜', '秀英', '敏', '静', '丽', '强', '磊', '军'][(hash(person + 1) % 10 + 1)::int]
        as 姓名,
    strftime(date '2024-01-01' + to_months(month::int), '%Y-%m') as 发放月份,
    case when number % 4000 = 2000 then '待定'
        else printf('%.2f', (20000 + hash(number) % 180000)::bigint / 100.0) end as 发放金额,
    strftime(date '2024-01-09' + to_months(month::int), '%Y-%m-%d') as 发放日期,
    strftime(started, '%Y-%m-%d') as 享受开始日期,
    case when number % 4000 = 3000 then strftime(started - 1, '%Y-%m-%d')
        when person % 3 = 0 then strftime(date '2026-06-30' + (person % 365)::int, '%Y-%m-%d')
        else '' end as 享受结束日期,
    '6222' || lpad((hash(person + 3) % 1000000000000000)::varchar, 15, '0') as 银行账号,
    ['示范', '城东', '城西', '河口', '新桥', '石桥'][(person % 6 + 1)::int] || '街道' as 乡镇街道
from (
    select person * {_MONTHS} + month as number, *
    from ({_PERSONS}) cross join (select range as month from range({_MONTHS}))
)
order by person, month
limit {{rows}}
"""


def folder() -> Path:
    """Where the files lie, made once and used again."""
    place = Path(tempfile.gettempdir()) / "audit-bench-files"
    place.mkdir(exist_ok=True)
    return place


def benefits(rows: int) -> tuple[Path, Path]:
    """The same rows as CSV in GB18030, as they are delivered, and in UTF-8, as DuckDB reads them."""
    delivered, plain = folder() / f"benefits-{rows}-gb18030.csv", folder() / f"benefits-{rows}-utf8.csv"
    if not plain.exists():
        _made(plain, _ROWS.format(persons=rows // _MONTHS + 1, rows=rows), "format csv, header")
    if not delivered.exists():
        _in_gb18030(plain, delivered)
    return delivered, plain


def _made(target: Path, rows: str, options: str) -> None:
    growing = target.with_suffix(".part")
    with duckdb.connect() as duck:
        duck.execute(f"copy ({rows}) to '{growing}' ({options})")
    growing.rename(target)


def _in_gb18030(plain: Path, target: Path) -> None:
    growing = target.with_suffix(".part")
    decoder = codecs.getincrementaldecoder("utf-8")()
    with plain.open("rb") as source, growing.open("wb") as written:
        while block := source.read(_BLOCK):
            written.write(decoder.decode(block).encode("gb18030"))
    growing.rename(target)


_WIDE = """
select range as 序号, 'F' || lpad(range::varchar, 9, '0') as 付款单号,
    ['市教育局', '市交通局', '市水务局', '市卫健委', '市住建局'][(hash(range) % 5 + 1)::int] as 付款单位,
    '示范' || (hash(range + 1) % 40000)::varchar || '公司' as 收款单位,
    printf('%.2f', (hash(range + 2) % 90000000)::bigint / 100.0) as 付款金额,
    printf('%.2f', (hash(range + 3) % 9000)::bigint / 100.0) as 税额,
    (date '2020-01-01' + (hash(range + 4) % 2000)::int)::varchar as 付款日期,
    (date '2019-01-01' + (hash(range + 5) % 2000)::int)::varchar as 合同日期,
    'HT' || (hash(range + 6) % 300000)::varchar as 合同编号,
    ['货物', '工程', '服务'][(hash(range + 7) % 3 + 1)::int] as 类别,
    (hash(range + 8) % 100)::varchar as 数量,
    lpad((hash(range + 9) % 9999)::varchar, 4, '0') as 科目代码,
    ['是', '否'][(hash(range + 10) % 2 + 1)::int] as 是否政采,
    '6222' || lpad((hash(range + 11) % 1000000000000000)::varchar, 15, '0') as 收款账号,
    '经办' || (hash(range + 12) % 500)::varchar as 经办人,
    (hash(range + 13) % 12 + 1)::varchar as 月份,
    (2020 + hash(range + 14) % 6)::varchar as 年度,
    case when range % 7 = 0 then '' else '摘要' || (hash(range + 15) % 2000)::varchar end as 摘要,
    ['转账', '支票', '现金'][(hash(range + 16) % 3 + 1)::int] as 方式,
    (hash(range + 17) % 1000 / 10.0)::decimal(9, 1)::varchar as 比例
from range({rows})
"""


def wide(rows: int) -> Path:
    """Payments in 20 columns, CSV in UTF-8."""
    file = folder() / f"payments-{rows}-utf8.csv"
    if not file.exists():
        _made(file, _WIDE.format(rows=rows), "format csv, header")
    return file
