"""From the rows that stand out to what is kept of them: one hit for each group of rows, or for each row."""

from collections.abc import Collection

from data.data_room.keep_suspects import MOST_AT_ONCE, Hit
from data.duck import identifier
from data.language import _
from data.warehouse.versions import ROW_NUMBER
from queries.quick_tests import TESTS
from queries.quick_tests.outcome import Outcome
from queries.quick_tests.subject import Subject

GROUP = "_group"
_ROWS_NAMED = 5


def hits(
    table: Subject,
    outcome: Outcome,
    dataset: str,
    *,
    entity: str | None = None,
    amount: str | None = None,
    chosen: Collection[int] | None = None,
) -> tuple[Hit, ...]:
    """The hits of an outcome, at most MOST_AT_ONCE + 1 of them: nobody keeps more.

    `dataset` is what it is called in the words. `entity` and `amount` are columns: whom a hit is about, and
    how much (added up over its rows). `chosen` are numbers of groups where the test finds groups, else of
    rows; None for all.
    """
    if outcome.offending is None:
        return ()
    group = GROUP if outcome.is_grouped else ROW_NUMBER
    named = f"cast({identifier(entity)} as varchar)" if entity else "null"
    fen = table.hundredths(amount) if amount else "null"
    which = f"where list_contains($chosen, {group})" if chosen is not None else ""
    found = table.connection.execute(
        f"select {group}, list({ROW_NUMBER} order by {ROW_NUMBER}), arg_min({named}, {ROW_NUMBER}), "
        f"sum({fen}) from ({outcome.offending.sql}) {which} "
        f"group by {group} order by {group} limit {MOST_AT_ONCE + 1}",
        outcome.offending.bound() | ({"chosen": list(chosen)} if chosen is not None else {}),
    ).fetchall()
    title = _(TESTS[outcome.test].title)
    return tuple(
        Hit(
            who or _("row {number} of {dataset}").format(number=rows[0], dataset=dataset),
            _("{test}: {dataset}, rows {rows}").format(test=title, dataset=dataset, rows=rows_in_words(rows)),
            int(total) if total is not None else None,
            tuple(rows),
        )
        for __, rows, who, total in found
    )


def rows_in_words(rows: list[int]) -> str:
    """The first few numbers, and how many more there are."""
    shown = "、".join(str(row) for row in rows[:_ROWS_NAMED])
    return (
        shown
        if len(rows) <= _ROWS_NAMED
        else _("{rows} and {n} more").format(rows=shown, n=len(rows) - _ROWS_NAMED)
    )
