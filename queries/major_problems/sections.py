"""The sections that can lead a problem of the list: all of them, whatever the reader is bound to."""

from sqlalchemy import Connection, select

from data.schema import Section


def section_names(connection: Connection) -> dict[str, str]:
    """Code → name, in the order of the register."""
    rows = select(Section.section_code, Section.name).order_by(Section.sort_order, Section.section_code)
    return {row.section_code: row.name for row in connection.execute(rows)}
