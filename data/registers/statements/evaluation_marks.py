"""The mark of an evaluation is known by project, official and aspect."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.marks import set_marks
from data.registers.plain import plain
from data.registers.references import NotKnownYetError
from data.schema import EvaluationMark, Official, Post, PostAudit


def state(book: Book, row: Row) -> Record:
    """What the audit of a post gave for one aspect."""
    keys = {"post_audit_id": _post_audit(book, row), "aspect": row.values["aspect"]}
    label = f"{row.values['official_name']} · {row.values['aspect']}"
    record = plain(book, row, EvaluationMark, keys, label=label)
    set_marks(book, record, row, "full_hundredths", "full_marks")
    set_marks(book, record, row, "mark_hundredths", "marks")
    if (record.values.get("mark_hundredths") or 0) > (record.values.get("full_hundredths") or 0):
        raise RowRefusedError("marks", _("more than the full marks"))
    return record


def _post_audit(book: Book, row: Row) -> Record:
    project = references.known_project(book, row)
    found = []
    for audit in book.all(PostAudit, project_id=project):
        post = book.at(Post, audit.values["post_id"])
        person = book.at(Official, post.values["official_id"]) if post else None
        if person and person.values["name"] == row.values["official_name"]:
            found.append(audit)
    if not found:
        raise NotKnownYetError(
            "official_name", _("no audit of a post of this person; import audits of posts first")
        )
    if len(found) > 1:
        raise RowRefusedError("official_name", _("the project audits several posts of this name"))
    return found[0]
