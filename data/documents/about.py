"""What official documents are about: the projects, be it by a finding, and the regions they lie in."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.orm import aliased

from data.schema import DocumentLink, Finding, Project, Unit


def projects_of_documents(connection: Connection, numbers: Collection[int]) -> list[Row[Any]]:
    """Rows of document_id, name of the project, region: of the finding where it is one, else of the project.

    See queries/relations/stored/document_place.sql, which says the same for figures.
    """
    of_finding, of_project = aliased(Unit), aliased(Unit)
    region = func.coalesce(
        Finding.region_code, Project.region_code, of_finding.region_code, of_project.region_code
    )
    return list(
        connection.execute(
            select(DocumentLink.document_id, Project.name, region.label("region"))
            .join(Finding, Finding.finding_id == DocumentLink.finding_id, isouter=True)
            .join(Project, Project.project_id == func.coalesce(DocumentLink.project_id, Finding.project_id))
            .join(of_finding, of_finding.unit_id == Finding.unit_id, isouter=True)
            .join(of_project, of_project.unit_id == Project.unit_id, isouter=True)
            .where(DocumentLink.document_id.in_(numbers))
            .order_by(Project.project_id, DocumentLink.document_link_id)
        )
    )
