"""The command that gives the same figure: printed beside it, so that anybody can ask again."""

from queries.reporting.report import Told


def command(told: Told, *, earlier: bool = False) -> str:
    """`manage.py kpi …` for a figure, or for what was taken off it where it is a change.

    A figure of a snapshot is asked of the snapshot.
    """
    if told.frozen_on is not None and (earlier or told.before is None):
        return f"manage.py snapshot show {told.frozen_on} --kpi {told.kpi} --json"
    filters = told.before if earlier and told.before else told.filters
    words = [f"manage.py kpi {told.kpi} --as-of {filters.as_of}"]
    words += [
        f"--{name} {choice}"
        for name, choice in (("year", filters.year), ("region", filters.region), ("section", filters.section))
        if choice is not None
    ]
    if filters.in_work_report:
        words.append("--in-work-report")
    if told.by:
        words.append(f"--by {told.by}")
    return " ".join([*words, "--json"]) + ("" if told.part == "value" else f"  # {told.part}") + _group(told)


def _group(told: Told) -> str:
    if not told.by:
        return ""
    return f"{' ' if told.part != 'value' else '  # '}{told.code or '-'}"
