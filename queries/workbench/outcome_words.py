"""How a query ended, in the reader's language: what happened, and what to write instead."""

import re

from data.language import _, mark
from queries.workbench.limits import Limits
from queries.workbench.running import Outcome

_NO_COLUMN = re.compile(r'Referenced column "(.+?)" not found')
_CANDIDATES = re.compile(r"Candidate bindings: (.+)")
_CONVERSION = re.compile(r"Could not convert string ['\"](.*?)['\"] to (\w+)|string field value.*?\"(.*?)\"")
_NOT_GROUPED = re.compile(r'column "(.+?)" must appear in the GROUP BY clause')


_STOPPED = {
    "time": mark(
        "Stopped after {seconds} seconds, the longest time of one query. Narrow it: fewer rows in WHERE, a"
        " condition in every JOIN, or steps in WITH."
    ),
    "memory": mark(
        "Stopped: the query needed more than {memory_mb} MB of memory. Count or sum instead of collecting,"
        " read fewer columns, or narrow the rows."
    ),
    "spill": mark(
        "Stopped: the query wrote more than {spill_mb} MB to the disk. Sort or group fewer rows and columns."
    ),
    "asked": mark("Stopped because you asked for it."),
    "copy_time": mark("The data could not be made ready in time. Tell the data-room staff."),
    "data": mark("The files of a dataset in this query cannot be read. Tell the data-room staff."),
}


def outcome_words(outcome: Outcome, limits: Limits) -> str:
    """One sentence or two about an outcome; the empty text where it is done and nothing is to be added."""
    if outcome.reason in _STOPPED:
        return _(_STOPPED[outcome.reason]).format(
            seconds=limits.seconds, memory_mb=limits.memory_mb, spill_mb=limits.spill_mb
        )
    return _engine_words(outcome.message) if outcome.reason == "engine" else outcome.message


def cut_words(outcome: Outcome) -> str:
    """What is said where there would have been more rows than were given."""
    if outcome.cut == "rows":
        return _(
            "Only the first {rows} rows were taken: that is the most one query gives. Count and sum in SQL,"
            " or narrow the rows, to see all."
        ).format(rows=f"{outcome.rows:,}")
    if outcome.cut == "size":
        return _(
            "Only the first {rows} rows were taken: the result grew too large. Choose fewer columns."
        ).format(rows=f"{outcome.rows:,}")
    return ""


def _engine_words(message: str) -> str:
    """The engine speaks English: what is met most often is said in the reader's language, the rest shown."""
    if found := _NO_COLUMN.search(message):
        near = _CANDIDATES.search(message)
        if near:
            return _("There is no column “{name}”. Near it are: {near}.").format(
                name=found[1], near=near[1].replace('"', "")
            )
        return _(
            "There is no column “{name}”. The catalogue beside the editor names those of each dataset."
        ).format(name=found[1])
    if found := _NOT_GROUPED.search(message):
        return _(
            "The column “{name}” is neither in GROUP BY nor inside sum, count or the like. Add GROUP BY ALL."
        ).format(name=found[1])
    if found := _CONVERSION.search(message):
        return _(
            "The value “{value}” cannot be turned into the type asked for. try_cast gives nothing in such"
            " rows instead of ending the query."
        ).format(value=found[1] or found[3])
    return _("The engine could not run it: {message}").format(message=message)
