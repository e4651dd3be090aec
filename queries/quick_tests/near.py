"""Rows that are near each other: an amount within a tolerance, a day within a window, other columns alike.

A row stands out when one other row is near in both. Near rows are found through a grid whose cells are as
wide as the tolerances: two rows of one cell are always near, and a lone row is compared with its eight
neighbours only, so the work grows with the number of rows and not with its square. Groups are chains: rows
that stand out, joined wherever the next amount and then the next day is no farther than it may be.
"""

_NEAR = """
select *, a // ($tolerance + 1) - cast(a % ($tolerance + 1) < 0 as integer) as ca,
       d // ($window + 1) - cast(d % ($window + 1) < 0 as integer) as cd
from (select {keys}, _row, {amount} as a, {day} as d from data where {present})
where a is not null and d is not null
"""
_GROUPS = """
placed as materialized ({placed}),
cells as (select {names}, ca, cd, count(*) as size, min(_row) as only_row from placed group by all),
lone as (
    select placed.* from placed join cells on placed._row = cells.only_row where cells.size = 1
),
beside as (
    select lone.* replace (lone.ca + x.step as ca, lone.cd + y.step as cd)
    from lone, (values (-1), (0), (1)) as x(step), (values (-1), (0), (1)) as y(step)
    where x.step <> 0 or y.step <> 0
),
near as (
    select placed.* from placed semi join cells
        on {same_cell} and cells.size > 1
    union all
    select lone.* from lone semi join (
        select beside._row from beside join placed
            on {same_place}
        where abs(beside.a - placed.a) <= $tolerance and abs(beside.d - placed.d) <= $window
    ) as met on lone._row = met._row
),
by_amount as (
    select *, coalesce(a - lag(a) over (partition by {names} order by a, _row) > $tolerance, true) as is_next
    from near
),
chained as (
    select * exclude (is_next),
           sum(cast(is_next as integer)) over (
               partition by {names} order by a, _row rows unbounded preceding) as chain
    from by_amount
),
by_day as (
    select *, coalesce(
        d - lag(d) over (partition by {names}, chain order by d, _row) > $window, true) as is_next
    from chained
),
linked as (
    select *, sum(cast(is_next as integer)) over (
        partition by {names}, chain order by d, _row rows unbounded preceding) as link
    from by_day
),
any_group as (
    select min(_row) over (partition by {names}, chain, link) as _group, _row from linked
),
grouped as (select * from any_group{several})
"""
_SEVERAL = """ where _group in (
    select any_group._group from any_group join data using (_row) group by 1
    having min({differs}) <> max({differs}))"""


def near_groups(keys: list[str], amount: str, day: str, present: str, differs: str | None) -> str:
    """CTEs that end in `grouped` (_group, _row), over `data` and bound to $tolerance and $window.

    `keys` are SQL of what must agree, `amount` of whole hundredths and `day` of a whole number of days;
    `differs` of what has two values or more in every group.
    """
    keys = keys or ["0"]
    names = [f"k{place}" for place in range(len(keys))]
    places = [*names, "ca", "cd"]
    return _GROUPS.format(
        placed=_NEAR.format(
            keys=", ".join(f"{key} as {name}" for key, name in zip(keys, names, strict=True)),
            amount=amount,
            day=day,
            present=present,
        ),
        names=", ".join(names),
        several=_SEVERAL.format(differs=differs) if differs else "",
        same_cell=" and ".join(f"placed.{name} = cells.{name}" for name in places),
        same_place=" and ".join(f"beside.{name} = placed.{name}" for name in places),
    )
