"""Writes which posts the projects audit, what followed from it, and the cycles this bureau has set."""

import random

from sqlalchemy import Connection

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF, DATE_TEXT, MOMENT_TEXT, day
from data.demo.officials import DemoPost
from data.demo.projects import ENTRY, NOTICE, DemoProject
from data.schema import PostAudit, WarningThreshold

_USES = (
    "作为干部考核、任免的参考",
    "归入领导干部廉政档案",
    "纳入领导班子民主生活会整改内容",
    "组织部门约谈提醒",
)
_USED = 0.86  # share of results that the organisation department uses at all
# Classes A to C have a cycle; for D the demonstration bureau has not decided one.
_CYCLES = {"years_a": 3, "years_b": 4, "years_c": 5}


def write_post_audits(connection: Connection, projects: list[DemoProject]) -> None:
    """Audits of posts, and the thresholds of the class cycle."""
    dice = random.Random("post audits")  # noqa: S311 - invented audits
    columns = (
        "project_id",
        "post_id",
        "occasion",
        "notified_date",
        "feedback_date",
        "result_used_date",
        "result_use",
        "recorded_at",
    )
    rows = [_row(dice, project, post) for project in projects for post in project.posts]
    insert_rows(connection, PostAudit, columns, rows)
    insert_rows(
        connection,
        WarningThreshold,
        ("warning_rule_code", "name", "value"),
        [("class_cycle", name, years) for name, years in _CYCLES.items()],
    )


def _row(dice: random.Random, project: DemoProject, post: DemoPost) -> Row:
    has_left = post.end_date is not None and day(post.end_date) <= project.actual[ENTRY]
    notified = project.actual[NOTICE]
    fed_back = project.delivered + dice.randint(3, 20)
    used = project.delivered + dice.randint(20, 110)
    use = dice.choice(_USES)
    is_used = dice.random() < _USED and used <= AS_OF
    return (
        project.project_id,
        post.post_id,
        "leaving" if has_left else "in_office",
        DATE_TEXT[notified] if notified <= AS_OF else None,
        DATE_TEXT[fed_back] if fed_back <= AS_OF and dice.random() < 0.95 else None,
        DATE_TEXT[used] if is_used else None,
        use if is_used else None,
        MOMENT_TEXT[min(notified, AS_OF)],
    )
