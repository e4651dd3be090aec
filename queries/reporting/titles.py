"""What the kinds of reports are called."""

from data.language import mark

TITLES = {
    "weekly": mark("Weekly report on audit rectification"),
    "monthly": mark("Monthly list of audit rectification"),
    "major": mark("Weekly list of major audit problems"),
    "congress": mark("Rectification report to the people's congress: annexes"),
}


def subject_of(kind: str) -> str:
    """What the log calls a report of that kind."""
    return f"report_{kind}"


SUBJECTS = {subject_of(kind): title for kind, title in TITLES.items()}
