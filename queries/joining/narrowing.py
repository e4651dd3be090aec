"""A dataset narrowed to the rows that another one has, or has not: for facets, tests and suspects on them."""

from collections.abc import Sequence

from data.warehouse.versions import ROW_NUMBER
from queries.joining.matching import keyed
from queries.joining.sides import KeyPair, Side, check_pairs
from queries.quick_tests.subject import Subject

KINDS = ("matched", "only_left")


def narrowed_by(
    table: Subject, left: Side, right: Side, pairs: Sequence[KeyPair], how: str, *, is_trusted: bool
) -> Subject:
    """The rows of `left`, which `table` holds, that stand in `right` (matched) or do not (only_left).

    They keep their numbers. Rows with an empty key are neither. Raises JoinRefusedError and WarehouseError,
    KeyError for another kind.
    """
    check_pairs(pairs, left, right, is_trusted=is_trusted)
    met = {"matched": "semi", "only_left": "anti"}[how]
    comparisons = [pair.comparison for pair in pairs]
    ours = keyed(left, [pair.left for pair in pairs], comparisons)
    theirs = keyed(right, [pair.right for pair in pairs], comparisons)
    return table.narrowed(
        f"{ROW_NUMBER} in (select {ROW_NUMBER} from ({ours}) as ours "
        f"{met} join ({theirs}) as theirs using (k) where k is not null)",
        {},
    )
