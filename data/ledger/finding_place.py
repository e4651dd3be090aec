"""Where a finding belongs: its own section and region, else those of its project, then of its unit.

The same rule in the figures: queries/relations/stored/finding_base.sql.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from data.schema import Finding, Project, Unit

# For questions that join the project and the unit of the finding.
SECTION_CODE = func.coalesce(Finding.section_code, Project.section_code)
REGION_CODE = func.coalesce(Finding.region_code, Project.region_code, Unit.region_code)

Place = tuple[str | None, str | None]


def finding_places(connection: Connection, finding_ids: Sequence[int]) -> dict[int, Place]:
    """(section, region) of the findings by number; one that is not there is left out."""
    question = (
        select(Finding.finding_id, SECTION_CODE.label("section_code"), REGION_CODE.label("region_code"))
        .join(Project, Project.project_id == Finding.project_id)
        .join(Unit, Unit.unit_id == Finding.unit_id)
        .where(Finding.finding_id.in_(finding_ids))
    )
    return {row.finding_id: (row.section_code, row.region_code) for row in connection.execute(question)}
