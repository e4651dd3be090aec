"""From matched rows to what is kept of them: one hit for each key, with its rows in both datasets."""

from data.data_room.dataset_access import masked_select
from data.data_room.keep_suspects import MOST_AT_ONCE, Hit
from data.duck import identifier
from data.language import _
from data.warehouse.versions import ROW_NUMBER
from queries.joining.matching import HOW, Joined
from queries.quick_tests.hits import rows_in_words
from queries.quick_tests.subject import subject


def hits(
    joined: Joined, how: str, *, entity: str | None = None, amount: str | None = None
) -> tuple[Hit, ...]:
    """The hits of `matched` or `only_left`, at most MOST_AT_ONCE + 1 of them: nobody keeps more.

    `entity` and `amount` are columns of the first dataset: whom a hit is about, as the reader sees it, and
    how much, added up over its rows there. Each hit stands on rows of the first dataset, and of the second
    one where they met.
    """
    left, right = joined.left, joined.right
    table = subject(joined.duck, masked_select(left.version, left.access, is_numbered=True))
    named = f"cast({identifier(entity)} as varchar)" if entity else "null"
    fen = table.hundredths(amount) if amount else "null"
    met = "semi" if how == "matched" else "anti"
    found = table.ask(
        f"""
        , chosen as (
            select k, list(_row order by _row) as ours from left_rows {met} join right_keys using (k)
            where k is not null group by k order by min(_row) limit {MOST_AT_ONCE + 1}
        ),
        theirs as (
            select k, list(_row order by _row) as theirs from right_rows semi join chosen using (k) group by k
        ),
        said as (
            select k, arg_min({named}, data._row) as who, sum({fen}) as fen from data
            join (select k, unnest(ours) as _row from chosen) as numbers on numbers._row = data.{ROW_NUMBER}
            group by k
        )
        select ours, coalesce(theirs, []), who, fen from chosen join said using (k) left join theirs using (k)
        order by ours[1]
        """
    )
    kind = _(HOW[how])
    return tuple(
        Hit(
            who or _("row {number} of {dataset}").format(number=ours[0], dataset=left.facts.title),
            _summary(kind, left.facts.title, ours, right.facts.title, theirs),
            int(total) if total is not None else None,
            tuple(ours),
            ((right.version.version_id, tuple(theirs)),) if theirs else (),
        )
        for ours, theirs, who, total in found
    )


def _summary(kind: str, left: str, ours: list[int], right: str, theirs: list[int]) -> str:
    words = _("{kind}: {dataset}, rows {rows}").format(kind=kind, dataset=left, rows=rows_in_words(ours))
    if not theirs:
        return words + _("; not in {dataset}").format(dataset=right)
    return words + _("; {dataset}, rows {rows}").format(dataset=right, rows=rows_in_words(theirs))
