"""What each scene of the big screen asks: the same KPIs as the tiles and charts elsewhere, as data.

A scene has a strip of figures above, one picture in the middle, and panels beside it: the first two on the
left, the next two on the right; the last four stand outside those and appear on a wide wall only.
"""

from dataclasses import dataclass

from data.language import mark
from queries.filters import Filters


@dataclass(frozen=True)
class Ask:
    """One figure: a KPI, of this year's plan where `is_this_year`, of one type of project if one is named.

    Of some things there should be none, such as findings past their limit: one is a breach without a target.
    """

    kpi: str
    is_this_year: bool = False
    project_type: str | None = None
    must_be_nought: bool = False

    def narrowed(self, filters: Filters) -> Filters:
        """The filters of this figure, from those of the whole wall."""
        year = filters.as_of.year if self.is_this_year else None
        return Filters(as_of=filters.as_of, year=year, project_type=self.project_type)


@dataclass(frozen=True)
class Panel:
    """One picture. `title` is the question it answers; `by` and `and_by` are dimensions of the first figure.

    Kinds: map (a rate or total by district), bars (by one dimension, the worst first where the KPI says what
    is better), parts (rows by one dimension, cut by a second), course (one or two KPIs over twelve months),
    figures (KPIs one below the other, with their targets), steps (KPIs of which each is part of the last).
    """

    kind: str
    title: str
    asks: tuple[Ask, ...]
    by: str = ""
    and_by: str = ""


@dataclass(frozen=True)
class SceneSpec:
    """One scene: its title, the figures of its strip, the picture in the middle, the panels beside it."""

    title: str
    strip: tuple[Ask, ...]
    centre: Panel
    beside: tuple[Panel, ...]


def _asks(*names: str, is_this_year: bool = False, project_type: str | None = None) -> tuple[Ask, ...]:
    return tuple(Ask(name, is_this_year, project_type) for name in names)


SCENES = {
    "overview": SceneSpec(
        mark("Overview"),
        (
            *_asks("rectification_rate_by_count", "report_amount_rectification_rate"),
            Ask("findings_overdue", must_be_nought=True),
        ),
        Panel(
            "map",
            mark("Which districts lag behind in rectification?"),
            _asks("rectification_rate_by_count"),
            by="region",
        ),
        (
            Panel(
                "figures",
                mark("What needs action now?"),
                _asks(
                    "findings_overdue",
                    "findings_due_soon",
                    "major_findings_open",
                    "instructed_findings_open",
                    "repeat_findings_open",
                ),
            ),
            Panel(
                "course",
                mark("How have the two rates moved?"),
                _asks("rectification_rate_by_count", "rectification_rate_by_amount"),
            ),
            Panel(
                "bars", mark("Which sections have overdue findings?"), _asks("findings_overdue"), by="section"
            ),
            Panel(
                "figures",
                mark("Are the promises of the plan kept?"),
                _asks(
                    "report_amount_rectification_rate",
                    "recommendation_adoption",
                    "transfer_rate",
                    "repeat_finding_rate",
                ),
            ),
            Panel(
                "bars", mark("How long have open findings been open?"), _asks("ageing"), by="ageing_bucket"
            ),
            Panel(
                "bars",
                mark("Which units have overdue findings?"),
                _asks("findings_overdue"),
                by="unit",
            ),
            Panel(
                "bars",
                mark("In which kinds of problem is rectification slow?"),
                _asks("rectification_rate_by_count"),
                by="problem_class",
            ),
            Panel("bars", mark("How was money put right?"), _asks("amount_by_kind"), by="money_kind"),
        ),
    ),
    "rectification": SceneSpec(
        mark("Audit rectification"),
        _asks(
            "rectification_rate_by_count",
            "rectification_rate_by_amount",
            "rectification_rate_due",
            "rectification_on_time",
            "findings_overdue",
            "overdue_amount",
        ),
        Panel(
            "parts",
            mark("How far is each district with its findings?"),
            _asks("findings"),
            by="region",
            and_by="state",
        ),
        (
            Panel(
                "bars", mark("How long have open findings been open?"), _asks("ageing"), by="ageing_bucket"
            ),
            Panel(
                "bars",
                mark("How far is each type of rectification?"),
                _asks("rectification_rate_by_count"),
                by="rectification_type",
            ),
            Panel(
                "bars",
                mark("Which sections rectify least?"),
                _asks("rectification_rate_by_count"),
                by="section",
            ),
            Panel(
                "course",
                mark("Is what falls due rectified, and on time?"),
                _asks("rectification_rate_due", "rectification_on_time"),
            ),
            Panel(
                "bars", mark("Where do problems come back?"), _asks("repeat_finding_rate"), by="problem_class"
            ),
            Panel("bars", mark("Which units have overdue findings?"), _asks("findings_overdue"), by="unit"),
            Panel(
                "figures",
                mark("What needs action now?"),
                _asks(
                    "findings_due_soon",
                    "major_findings_open",
                    "instructed_findings_open",
                    "repeat_findings_open",
                    "findings_awaiting_close_out",
                ),
            ),
            Panel("bars", mark("How was money put right?"), _asks("amount_by_kind"), by="money_kind"),
        ),
    ),
}
# What runs along the foot: figures by unit, told as the unit and how many were added in the last 30 days.
WARNINGS = _asks("findings_overdue")
WARNING_DAYS = 30
