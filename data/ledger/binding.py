"""Whose rows a user may import: one bound to a region or a section adds and changes rows of these only."""

from dataclasses import replace
from typing import Any

from data.access.roles import User
from data.intake.change import Record
from data.language import _
from data.ledger.recorded import RecordedFinding
from data.ledger.shared import Named, Shared


def is_bound(user: User | None) -> bool:
    """Whether the user sees and changes only part of the ledger. The command line has no user."""
    return user is not None and bool(user.region_code or user.section_code)


def bound_place(user: User | None, named: Named, there: RecordedFinding | None, shared: Shared) -> Named:
    """A new finding that says nothing of its region or section belongs to those of the user who brings it."""
    if user is None or there is not None:
        return named
    region, section = _stated_place(named)
    if user.region_code and region is None:
        named = replace(named, region_code=user.region_code)
    if user.section_code and section is None:
        named = replace(named, section=shared.section(user.section_code))
    return named


def may_not(
    user: User | None, named: Named, there: RecordedFinding | None, shared: Shared
) -> tuple[str, str] | None:
    """(field, reason) why the user may not import a row; None where they may.

    A finding that is there already has to lie in the user's part of the ledger before and after. One whose
    place is empty belongs to nobody.
    """
    if user is None or not is_bound(user):
        return None
    region, section = _stated_place(named)
    places = [(region, section)]
    if there is not None:
        own = there.values["region_code"], there.values["section_code"]
        before = shared.place_of(there.values["project_id"], there.values["unit_id"])
        after = _place_of_others(named)  # another project or unit takes the finding with it
        places = [
            (own[0] or before[0], own[1] or before[1]),
            (named.region_code or own[0] or after[0], _code(named.section) or own[1] or after[1]),
        ]
    for region_code, section_code in places:
        if user.region_code and user.region_code not in shared.region_and_above(region_code):
            return "region", _("your account is bound to another region")
        if user.section_code and section_code != user.section_code:
            return "section", _("your account is bound to another section")
    return None


def _stated_place(named: Named) -> tuple[str | None, Any]:
    """Region and section that a new finding would have: its own, else its project's, else its unit's."""
    region, section = _place_of_others(named)
    return named.region_code or region, _code(named.section) or section


def _place_of_others(named: Named) -> tuple[str | None, Any]:
    """Region and section of the project that is named, else the region of the unit."""
    project, unit = named.project.values, named.unit.values
    return project.get("region_code") or unit.get("region_code"), _code(project.get("section_code"))


def _code(section: Any) -> Any:
    """Code of a section; a new section is nobody's, so its record stands for itself."""
    return section.record_id or section if isinstance(section, Record) else section
