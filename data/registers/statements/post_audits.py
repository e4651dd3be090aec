"""An audit of a post is known by project and post. The post has to be known; a past project may be new."""

from data.intake.change import Record
from data.intake.made_up import stands_for
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.officials import held_post
from data.registers.references import NotKnownYetError
from data.registers.stages import stage
from data.schema import PostAudit, Project

_COLUMNS = {
    name: name for name in ("occasion", "notified_date", "feedback_date", "result_used_date", "result_use")
}


def state(book: Book, row: Row) -> Record:
    """The audit of a row: which project audited whom in which post."""
    post = held_post(book, row)
    project = references.project(book, row) or _past_project(book, row, post)
    label = f"{project.label} · {row.values['official_name']}"
    keys = {"project_id": project, "post_id": post}
    record = book.find(PostAudit, **keys) or book.new(PostAudit, label, **keys)
    book.state(record, row, _COLUMNS)
    if row.values.get("delivered_date") is not None:
        book.state(stage(book, project, "delivery"), row, {"actual_date": "delivered_date"})
    return record


def _past_project(book: Book, row: Row, post: Record) -> Record:
    """A project of earlier years that no list has brought: a stub, audited once its report is delivered."""
    name, year = row.values.get("project_name"), row.values.get("plan_year")
    if not name:
        raise NotKnownYetError("project_code", _("no such project; give its name too"))
    code = row.values.get("project_code") or stands_for("project", name, year)
    record = book.find(Project, project_code=code)
    if record is None:
        unit = post.values["unit_id"]
        record = book.new(Project, name, project_code=code, name=name, unit_id=unit, is_stub=True)
        book.state(record, row, {"plan_year": "plan_year", "project_type": "project_type"})
    return record
