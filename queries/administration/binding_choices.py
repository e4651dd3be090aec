"""The regions and sections that an account can be bound to."""

from dataclasses import dataclass

from sqlalchemy import Engine, select

from data.engine import reading
from data.schema import Region, Section


@dataclass(frozen=True)
class BindingChoices:
    """Code → name, in the order of the tables."""

    regions: dict[str, str]
    sections: dict[str, str]


def binding_choices(engine: Engine) -> BindingChoices:
    """All regions and sections of the bureau."""
    with reading(engine) as connection:
        regions = connection.execute(
            select(Region.region_code, Region.name).order_by(Region.sort_order, Region.region_code)
        )
        sections = connection.execute(
            select(Section.section_code, Section.name).order_by(Section.sort_order, Section.section_code)
        )
        return BindingChoices(
            {row.region_code: row.name for row in regions}, {row.section_code: row.name for row in sections}
        )
