"""How a project looks at information systems, and whose."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.schema import SystemAudit, SystemAuditUnit


def state(book: Book, row: Row) -> Record:
    """The unit whose systems a project looks at; mode and rhythm are those of the project."""
    project = references.known_project(book, row)
    audit = book.find(SystemAudit, project_id=project)
    if audit is None:
        audit = book.new(SystemAudit, project.label, project_id=project)
    book.state(audit, row, {"audit_mode": "audit_mode", "audit_rhythm": "audit_rhythm"})
    unit = references.unit(book, row)
    assert unit is not None  # a key field: every row fills it in
    keys = {"project_id": project, "unit_id": unit}
    return book.find(SystemAuditUnit, **keys) or book.new(SystemAuditUnit, unit.label, **keys)
