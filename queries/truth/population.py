"""The findings that a truth check may draw: accepted as rectified, and not waiting in another sample."""

from data.truth.drawing import JUST_IN_TIME_DAYS, LARGE_FEN, POINTS
from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source


def population(source: Source, filters: Filters, scope: Scope) -> dict[int, float]:
    """Each finding with its weight by risk: 1 and its POINTS (data/truth/drawing.py)."""
    where, parameters = conditions(source, None, filters, scope)
    marks = {
        "is_repeat": "t.is_repeat",
        "is_major": "t.is_major",
        "has_leader_instruction": "t.has_leader_instruction",
        "was_extended": "t.extension_count > 0",
        "is_just_in_time": f"t.rectified_date > t.due_date - {JUST_IN_TIME_DAYS}",
        "is_large": f"t.amount_fen >= {LARGE_FEN}",
    }
    points = " + ".join(f"if({marks[name]}, {weight}, 0)" for name, weight in POINTS.items())
    sql = f"""{relations_read(source, "from finding_as_of join truth_check_as_of", [filters.as_of])}
        select t.finding_id, 1 + {points}
        from finding_as_of as t
        where t.is_rectified and not t.is_excluded and {where}
            and not exists (
                select 1 from truth_check_as_of as k
                where k.finding_id = t.finding_id and k.truth_answer is null
            )"""
    return {row[0]: float(row[1]) for row in source.rows(sql, parameters)}
