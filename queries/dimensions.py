"""The dimensions that figures are grouped and drilled by: each names its code column and how it is shown."""

from dataclasses import dataclass

from data.codes import CODE_LISTS, label
from data.language import _, mark


@dataclass(frozen=True)
class Dimension:
    """`code` is the column that identifies a group, `name` the one shown, `code_list` a closed list.

    Groups of persons are for those only who may see rows.
    """

    title: str
    code: str
    name: str | None = None
    code_list: str | None = None
    is_person: bool = False


DIMENSIONS = {
    "plan_year": Dimension(mark("Plan year"), "plan_year"),
    "region": Dimension(mark("Region"), "region_code", name="region"),
    "section": Dimension(mark("Section"), "section_code", name="section"),
    "unit": Dimension(mark("Unit"), "unit_id", name="unit"),
    "project": Dimension(mark("Audit project"), "project_id", name="project"),
    "project_type": Dimension(mark("Project type"), "project_type", code_list="project_type"),
    "problem_class": Dimension(mark("Problem class"), "problem_group_code", name="problem_group"),
    "problem_subclass": Dimension(mark("Problem subclass"), "problem_class_code", name="problem_class"),
    "nature": Dimension(mark("Nature"), "nature", code_list="nature"),
    "rectification_type": Dimension(
        mark("Rectification type"), "rectification_type", code_list="rectification_type"
    ),
    "amount_band": Dimension(mark("Amount band"), "amount_band", code_list="amount_band"),
    "state": Dimension(mark("State"), "state", code_list="state"),
    "ageing_bucket": Dimension(mark("Ageing"), "ageing_bucket", code_list="ageing_bucket"),
    "found_month": Dimension(mark("Month found"), "found_month"),
    "rectified_month": Dimension(mark("Month rectified"), "rectified_month"),
    "money_kind": Dimension(mark("Kind of money"), "money_kind", code_list="money_kind"),
    "rule_kind": Dimension(mark("Kind of rule"), "rule_kind", code_list="rule_kind"),
    "receiving_body": Dimension(mark("Receiving body"), "receiving_body"),
}


_PLACES = {name: {code: place for place, code in enumerate(codes)} for name, codes in CODE_LISTS.items()}


def group_label(dimension: str, code: str | None, name: str | None) -> str:
    """How one group of a dimension is shown in the current language; an empty one is 未填."""
    spec = DIMENSIONS[dimension]
    if code is None or code == "":
        return _("Not filled in")
    if spec.code_list:
        return label(spec.code_list, code)
    return name or code


def group_place(dimension: str, code: str | None) -> tuple[bool, int, str]:
    """Where a group stands among its like: in the order of its closed list, else of its code; 未填 last."""
    listed = _PLACES.get(DIMENSIONS[dimension].code_list or "", {})
    return (not code, listed.get(code or "", len(listed)), code or "")
