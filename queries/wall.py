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
    has_projects: bool = False  # a map that shows each project of public investment as well


@dataclass(frozen=True)
class SceneSpec:
    """One scene: its title, the figures of its strip, the picture in the middle, the panels beside it."""

    title: str
    strip: tuple[Ask, ...]
    centre: Panel
    beside: tuple[Panel, ...]


def _asks(*names: str, is_this_year: bool = False, project_type: str | None = None) -> tuple[Ask, ...]:
    return tuple(Ask(name, is_this_year, project_type) for name in names)


def _nought(*names: str, is_this_year: bool = False, project_type: str | None = None) -> tuple[Ask, ...]:
    return tuple(Ask(name, is_this_year, project_type, must_be_nought=True) for name in names)


def _by(
    kpi: str, by: str, title: str, *, is_this_year: bool = False, project_type: str | None = None
) -> Panel:
    return Panel("bars", title, (Ask(kpi, is_this_year, project_type),), by=by)


_OVERDUE_BY_UNIT = _by("findings_overdue", "unit", mark("Which units have overdue findings?"))
_OVERDUE_BY_SECTION = _by("findings_overdue", "section", mark("Which sections have overdue findings?"))
_LATE_BY_SECTION = _by("projects_late", "section", mark("Which sections are late with projects?"))
_COVERAGE_BY_RULE = _by("coverage_rate", "coverage_rule", mark("Which duty of coverage is behind?"))
_WARNINGS_BY_RULE = _by("warnings", "warning_rule", mark("Which warnings are there?"))
_AGEING = _by("ageing", "ageing_bucket", mark("How long have open findings been open?"))
_BOTH_RATES = Panel(
    "course",
    mark("How have the two rates moved?"),
    _asks("rectification_rate_by_count", "rectification_rate_by_amount"),
)
_OPEN_FINDINGS = Panel(
    "figures",
    mark("Which findings come first?"),
    _asks(
        "findings_due_soon",
        "major_findings_open",
        "instructed_findings_open",
        "repeat_findings_open",
        "findings_awaiting_close_out",
    ),
)
_WAYS_OF_WORKING = Panel(
    "figures",
    mark("Is work done the new way?"),
    (
        *_asks("digital_step_share", "dual_lead_share", "online_work_share", is_this_year=True),
        *_asks("plan_from_library_rate", is_this_year=True),
    ),
)
_TASKS = Panel(
    "figures",
    mark("Are tasks and resolutions done?"),
    (
        *_nought("tasks_overdue"),
        *_asks("tasks_due_soon", "committee_items_open"),
        *_asks("task_completion_rate", "committee_item_completion", is_this_year=True),
    ),
)

SCENES = {
    "overview": SceneSpec(
        mark("Overview"),
        (
            *_asks("rectification_rate_by_count", "report_amount_rectification_rate"),
            *_nought("findings_overdue"),
            *_asks("coverage_rate"),
            *_nought("warnings_red"),
            *_asks("plan_execution_rate", is_this_year=True),
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
                (
                    *_nought("projects_late", is_this_year=True),
                    *_nought("on_site_over_limit", "tasks_overdue"),
                    *_asks("findings_due_soon", "major_findings_open"),
                ),
            ),
            _BOTH_RATES,
            Panel(
                "figures",
                mark("Are the promises of the plan kept?"),
                (
                    *_asks("recommendation_adoption", "transfer_rate"),
                    *_asks("on_site_limit_compliance", "committee_item_completion", is_this_year=True),
                ),
            ),
            _COVERAGE_BY_RULE,
            _OVERDUE_BY_SECTION,
            _AGEING,
            _WARNINGS_BY_RULE,
            _LATE_BY_SECTION,
        ),
    ),
    "rectification": SceneSpec(
        mark("Rectification"),
        (
            *_asks(
                "rectification_rate_by_count",
                "rectification_rate_by_amount",
                "report_amount_rectification_rate",
                "rectification_rate_due",
            ),
            *_nought("findings_overdue", "overdue_amount"),
        ),
        Panel(
            "parts",
            mark("How far is each district with its findings?"),
            _asks("findings"),
            by="region",
            and_by="state",
        ),
        (
            _AGEING,
            _by(
                "rectification_rate_by_count",
                "rectification_type",
                mark("How far is each type of rectification?"),
            ),
            _by("rectification_rate_by_count", "section", mark("Which sections rectify least?")),
            Panel(
                "course",
                mark("Is what falls due rectified, and on time?"),
                _asks("rectification_rate_due", "rectification_on_time"),
            ),
            _by("repeat_finding_rate", "problem_class", mark("Where do problems come back?")),
            _OVERDUE_BY_UNIT,
            _OPEN_FINDINGS,
            _by("amount_by_kind", "money_kind", mark("How was money put right?")),
        ),
    ),
    "coverage": SceneSpec(
        mark("Coverage and leaders"),
        (
            *_asks("coverage_rate", "coverage_never", "coverage_due_soon"),
            *_nought("warnings_red"),
            *_asks("warnings_amber", "posts_audited_share"),
        ),
        Panel("map", mark("Which districts are audited too seldom?"), _asks("coverage_rate"), by="region"),
        (
            _COVERAGE_BY_RULE,
            _by("coverage_open", "audit_gap", mark("How long have they not been audited?")),
            _WARNINGS_BY_RULE,
            Panel(
                "figures",
                mark("Is economic-responsibility audit complete?"),
                _asks(
                    "ec_responsibility_told", "ec_problems_fed_back", "ec_results_used", "ec_pairs_together"
                ),
            ),
            _by("coverage_rate", "audit_class", mark("Is coverage right for each class?")),
            _by("coverage_open", "section", mark("Which sections have to catch up?")),
            _by("warnings", "section", mark("Which sections have warnings to work on?")),
            _by("posts_audited_share", "audit_class", mark("Which leading posts were audited?")),
        ),
    ),
    "progress": SceneSpec(
        mark("Project progress"),
        (
            *_asks("plan_execution_rate", "projects_running", is_this_year=True),
            *_nought("projects_late", is_this_year=True),
            *_asks("staff_on_site"),
            *_asks("on_site_limit_compliance", is_this_year=True),
            *_nought("on_site_over_limit"),
        ),
        Panel(
            "parts",
            mark("How far is each section with this year's plan?"),
            _asks("projects_in_plan", is_this_year=True),
            by="section",
            and_by="project_state",
        ),
        (
            _LATE_BY_SECTION,
            _by("stage_delay", "stage", mark("At which stage is time lost?"), is_this_year=True),
            _WAYS_OF_WORKING,
            _TASKS,
            _by("projects_running", "current_stage", mark("Where do running projects stand?")),
            _by("projects_running", "project_type", mark("What is being audited now?")),
            _by("tasks_overdue", "section", mark("Which sections have overdue tasks?")),
            _by("staff_on_site", "section", mark("Who is on site now?")),
        ),
    ),
    "investment": SceneSpec(
        mark("Investment map"),
        (
            *_asks(
                "investment_total",
                "investment_executed",
                "investment_on_time_rate",
                "investment_overrun_rate",
            ),
            *_nought("investments_delayed", "investments_flagged"),
        ),
        Panel(
            "map",
            mark("Where are works not completed on time?"),
            _asks("investment_on_time_rate"),
            by="region",
            has_projects=True,
        ),
        (
            _by("investment_total", "investment_sector", mark("Where does the money go?")),
            _by("investments_delayed", "region", mark("Where are works past their completion?")),
            Panel(
                "figures",
                mark("What is audited of it?"),
                (
                    *_asks("investments", "investments_audited", "investment_under_audit"),
                    *_asks("projects_running", is_this_year=True, project_type="investment"),
                    *_nought("findings_overdue", project_type="investment"),
                ),
            ),
            _by("investment_overrun_rate", "investment_sector", mark("Where does money run over?")),
            _by("investments_flagged", "unit", mark("Whose projects are flagged?")),
            _by("investments", "investment_state", mark("How far are the projects?")),
            _by(
                "findings_open",
                "problem_subclass",
                mark("Which problems are open?"),
                project_type="investment",
            ),
            Panel(
                "course",
                mark("How have the two rates moved?"),
                _asks(
                    "rectification_rate_by_count", "rectification_rate_by_amount", project_type="investment"
                ),
            ),
        ),
    ),
    "data": SceneSpec(
        mark("Data and models"),
        (
            *_asks("suspects", "suspects_new", "suspect_verification_rate", "suspect_confirmation_rate"),
            *_asks("digital_step_share", "online_work_share", is_this_year=True),
        ),
        Panel(
            "parts",
            mark("What becomes of the suspects of each model?"),
            _asks("suspects"),
            by="audit_model",
            and_by="suspect_state",
        ),
        (
            Panel(
                "steps",
                mark("How many suspects go how far?"),
                _asks("suspects", "suspects_issued", "suspects_fed_back", "suspects_confirmed"),
            ),
            Panel(
                "course",
                mark("Is checking getting better?"),
                _asks("suspect_verification_rate", "suspect_confirmation_rate"),
            ),
            _by("suspect_confirmation_rate", "audit_model", mark("Which models hit?")),
            _by(
                "suspect_verification_rate",
                "issued_to",
                mark("Which sections and districts are slow to feed back?"),
            ),
            _by("suspects", "region", mark("Where are the suspects?")),
            _WAYS_OF_WORKING,
            _by("digital_step_share", "section", mark("Which sections audit digitally?"), is_this_year=True),
            Panel(
                "figures",
                mark("Are the staff qualified?"),
                _asks(
                    "computer_training_rate",
                    "computer_certificate_rate",
                    "qualification_share",
                    "talent_share",
                ),
            ),
        ),
    ),
}
# What runs along the foot: figures by one dimension, told as where and how many were added in the last 30
# days. A unit has one leading post or two, so what concerns posts is told by section: it must not point to a
# person.
WARNINGS = {
    Ask("warnings_red"): "section",
    Ask("findings_overdue"): "unit",
    Ask("coverage_open"): "section",
    Ask("suspects"): "section",
}
WARNING_DAYS = 30
