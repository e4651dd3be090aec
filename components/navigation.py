"""The menu as data: which pages there are, in what order, and which action opens them."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from data.access.roles import User, can
from data.language import _, mark


@dataclass(frozen=True)
class Entry:
    """One page. `action` is what its user must be allowed (None: nothing), or `or_action` in its place.

    Hidden ones are only linked to.
    """

    path: str
    title: str
    icon: str
    section: str
    action: str | None
    is_hidden: bool = False
    or_action: str | tuple[str, ...] | None = None

    @property
    def address(self) -> str:
        """The page's part of the URL."""
        return self.path.removesuffix(".py").rsplit("/", 1)[-1]

    @property
    def actions(self) -> tuple[str, ...]:
        """What the page asks for, each enough alone; none where it asks for nothing."""
        others = (self.or_action,) if isinstance(self.or_action, str) else self.or_action or ()
        return (self.action, *others) if self.action else ()


# Pages that others link to.
OVERVIEW_PAGE = "pages/cockpit/overview.py"
RECTIFICATION_PAGE = "pages/cockpit/rectification.py"
PROGRESS_PAGE = "pages/cockpit/progress.py"
PROJECT_PAGE = "pages/cockpit/project.py"
CALENDAR_PAGE = "pages/planning/calendar.py"
LIBRARIES_PAGE = "pages/planning/libraries.py"
ROWS_PAGE = "pages/cockpit/rows.py"
FINDING_PAGE = "pages/cockpit/finding.py"
INDICATORS_PAGE = "pages/cockpit/indicators.py"
INDICATOR_PAGE = "pages/cockpit/indicator.py"
COVERAGE_PAGE = "pages/cockpit/coverage.py"
UNIT_PAGE = "pages/cockpit/unit.py"
EC_PAGE = "pages/cockpit/economic_responsibility.py"
OFFICIAL_PAGE = "pages/cockpit/official.py"
WARNING_RULES_PAGE = "pages/planning/warning_rules.py"
TASKS_PAGE = "pages/cockpit/tasks.py"
TASK_PAGE = "pages/cockpit/task.py"
DATASET_PAGE = "pages/data_room/dataset.py"
CATALOGUE_ITEM_PAGE = "pages/data_room/catalogue_item.py"
DATA_SOURCE_PAGE = "pages/data_room/source.py"
DATA_REQUEST_PAGE = "pages/data_room/request.py"
MODEL_PAGE = "pages/models/model.py"
SUSPECT_PAGE = "pages/models/suspect.py"
INVESTMENT_PAGE = "pages/map/investment.py"
LETTER_PAGE = "pages/rectification/letter.py"
INFORMATION_SYSTEM_PAGE = "pages/subjects/information_system.py"
MAJOR_PROBLEM_PAGE = "pages/rectification/major_problem.py"
TEAM_PAGE = "pages/team/team.py"
STAFF_PAGE = "pages/team/staff.py"
DIARY_PAGE = "pages/team/diary.py"
DOCUMENTS_PAGE = "pages/team/documents.py"
DOCUMENT_PAGE = "pages/team/document.py"
# The page of one thing, by what a row of figures opens (Kpi.opens).
CARDS = {
    "finding": FINDING_PAGE,
    "project": PROJECT_PAGE,
    "indicator": INDICATOR_PAGE,
    "task": TASK_PAGE,
    "unit": UNIT_PAGE,
    "official": OFFICIAL_PAGE,
    "dataset": DATASET_PAGE,
    "catalogue_item": CATALOGUE_ITEM_PAGE,
    "data_source": DATA_SOURCE_PAGE,
    "data_request": DATA_REQUEST_PAGE,
    "audit_model": MODEL_PAGE,
    "suspect": SUSPECT_PAGE,
    "investment": INVESTMENT_PAGE,
    "staff": STAFF_PAGE,
    "document": DOCUMENT_PAGE,
    "escalation_letter": LETTER_PAGE,
    "information_system": INFORMATION_SYSTEM_PAGE,
    "major_problem": MAJOR_PROBLEM_PAGE,
}
SCREEN_PAGE = "pages/cockpit/screen.py"
MAP_PAGE = "pages/map/map.py"
IMPORT_PAGE = "pages/rectification/import.py"
SNAPSHOTS_PAGE = "pages/rectification/snapshots.py"
REPORTS_PAGE = "pages/rectification/reports.py"
TRUTH_PAGE = "pages/rectification/truth.py"
TRANSFERS_PAGE = "pages/rectification/transfers.py"
ESCALATION_PAGE = "pages/rectification/escalation.py"
MY_WORK_PAGE = "pages/rectification/my_work.py"
MAJOR_PROBLEMS_PAGE = "pages/rectification/major_problems.py"
REPEATS_PAGE = "pages/rectification/repeats.py"
REPEAT_PAGE = "pages/rectification/repeat.py"
UPLOAD_PAGE = "pages/data_room/upload.py"
CATALOGUE_PAGE = "pages/data_room/catalogue.py"
LEDGERS_PAGE = "pages/data_room/ledgers.py"
EXPLORE_PAGE = "pages/data_room/explore.py"
JOIN_PAGE = "pages/data_room/join.py"
WORKBENCH_PAGE = "pages/data_room/workbench.py"
OUTPUTS_PAGE = "pages/data_room/outputs.py"
CLEANUP_PAGE = "pages/data_room/cleanup.py"
UNDERTAKINGS_PAGE = "pages/data_room/undertakings.py"
ROOM_PAGE = "pages/data_room/room.py"
REGISTERS_PAGE = "pages/planning/registers.py"
SECURITY_PAGE = "pages/subjects/security.py"
QUALITY_PAGE = "pages/subjects/quality.py"
FISCAL_PAGE = "pages/subjects/fiscal.py"
WORKS_PAGE = "pages/subjects/works.py"
INFORMATION_SYSTEMS_PAGE = "pages/subjects/information_systems.py"
MODELS_PAGE = "pages/models/library.py"
RUN_PAGE = "pages/models/run.py"
HIT_PAGE = "pages/models/hit.py"
PARTY_PAGE = "pages/models/party.py"
SUSPECTS_PAGE = "pages/models/suspects.py"
WRITE_PAGE = "pages/models/write.py"
SEARCH_PAGE = "pages/knowledge/search.py"
ANALYSIS_PAGE = "pages/knowledge/analysis.py"
CARDS_PAGE = "pages/knowledge/cards.py"
CARD_PAGE = "pages/knowledge/card.py"

MENU = (
    Entry(OVERVIEW_PAGE, mark("Overview"), "dashboard", mark("Cockpit"), "see-rows"),
    Entry(RECTIFICATION_PAGE, mark("Rectification"), "task_alt", mark("Cockpit"), "see-rows"),
    Entry(INDICATORS_PAGE, mark("Plan indicators"), "flag", mark("Cockpit"), "see-rows"),
    Entry(INDICATOR_PAGE, mark("Indicator"), "flag", mark("Cockpit"), "see-rows", is_hidden=True),
    Entry(COVERAGE_PAGE, mark("Audit coverage"), "travel_explore", mark("Cockpit"), "see-rows"),
    Entry(UNIT_PAGE, mark("Unit"), "domain", mark("Cockpit"), "see-rows", is_hidden=True),
    Entry(EC_PAGE, mark("Officials' audits"), "badge", mark("Cockpit"), "see-rows"),
    Entry(OFFICIAL_PAGE, mark("Official"), "person", mark("Cockpit"), "see-rows", is_hidden=True),
    Entry(PROGRESS_PAGE, mark("Project progress"), "view_timeline", mark("Cockpit"), "see-rows"),
    Entry(PROJECT_PAGE, mark("Project"), "assignment", mark("Cockpit"), "see-rows", is_hidden=True),
    Entry(TASKS_PAGE, mark("Task supervision"), "checklist", mark("Cockpit"), "see-rows"),
    Entry(TASK_PAGE, mark("Task"), "assignment_turned_in", mark("Cockpit"), "see-rows", is_hidden=True),
    Entry(ROWS_PAGE, mark("Rows"), "table_rows", mark("Cockpit"), "see-rows", is_hidden=True),
    Entry(FINDING_PAGE, mark("Finding"), "article", mark("Cockpit"), "see-rows", is_hidden=True),
    Entry(SCREEN_PAGE, mark("Big screen"), "tv", mark("Cockpit"), "see-figures"),
    Entry(MAP_PAGE, mark("Investment map"), "map", mark("Cockpit"), "see-figures"),
    Entry(
        INVESTMENT_PAGE,
        mark("Investment project"),
        "location_on",
        mark("Cockpit"),
        "see-rows",
        is_hidden=True,
    ),
    Entry(
        MY_WORK_PAGE,
        mark("My work"),
        "inbox",
        mark("Rectification work"),
        "work-findings",
        or_action=("review-findings", "recheck-findings", "approve-close-out"),
    ),
    Entry(
        MAJOR_PROBLEMS_PAGE,
        mark("Major problems"),
        "priority_high",
        mark("Rectification work"),
        "see-rows",
    ),
    Entry(
        MAJOR_PROBLEM_PAGE,
        mark("Problem of the list"),
        "priority_high",
        mark("Rectification work"),
        "see-rows",
        is_hidden=True,
    ),
    Entry(REPEATS_PAGE, mark("Repeat problems"), "repeat", mark("Rectification work"), "see-rows"),
    Entry(
        REPEAT_PAGE,
        mark("Problem that came back"),
        "repeat",
        mark("Rectification work"),
        "see-rows",
        is_hidden=True,
    ),
    Entry(ESCALATION_PAGE, mark("Escalation"), "stairs", mark("Rectification work"), "see-rows"),
    Entry(
        LETTER_PAGE,
        mark("Letter of supervision"),
        "mail",
        mark("Rectification work"),
        "see-rows",
        is_hidden=True,
    ),
    Entry(
        TRANSFERS_PAGE,
        mark("Transfers"),
        "forward_to_inbox",
        mark("Rectification work"),
        "see-rows",
    ),
    Entry(TRUTH_PAGE, mark("Truth of rectification"), "fact_check", mark("Rectification work"), "see-rows"),
    Entry(REPORTS_PAGE, mark("Reports"), "description", mark("Rectification work"), "see-rows"),
    Entry(SNAPSHOTS_PAGE, mark("Month-end snapshots"), "ac_unit", mark("Rectification work"), "see-rows"),
    Entry(
        IMPORT_PAGE,
        mark("Import ledger"),
        "upload_file",
        mark("Rectification work"),
        "import-findings",
    ),
    Entry(LIBRARIES_PAGE, mark("Project libraries"), "library_books", mark("Planning"), "see-rows"),
    Entry(
        REGISTERS_PAGE,
        mark("Import registers"),
        "library_add",
        mark("Planning"),
        "import-registers",
    ),
    Entry(
        CALENDAR_PAGE,
        mark("Work calendar"),
        "calendar_month",
        mark("Planning"),
        "maintain-registers",
    ),
    Entry(WARNING_RULES_PAGE, mark("Warning rules"), "tune", mark("Planning"), "set-warning-rules"),
    Entry(WORKS_PAGE, mark("Major public works"), "engineering", mark("Subjects"), "see-rows"),
    Entry(
        INFORMATION_SYSTEMS_PAGE,
        mark("Government systems"),
        "dns",
        mark("Subjects"),
        "see-rows",
    ),
    Entry(
        INFORMATION_SYSTEM_PAGE,
        mark("Information system"),
        "dns",
        mark("Subjects"),
        "see-rows",
        is_hidden=True,
    ),
    Entry(SECURITY_PAGE, mark("Security and rollout"), "shield", mark("Subjects"), "see-rows"),
    Entry(QUALITY_PAGE, mark("Quality and guidance"), "workspace_premium", mark("Subjects"), "see-rows"),
    Entry(FISCAL_PAGE, mark("Debt, direct funds"), "account_balance", mark("Subjects"), "see-rows"),
    Entry(TEAM_PAGE, mark("Staff and training"), "groups", mark("Staff and office"), "see-rows"),
    Entry(
        STAFF_PAGE,
        mark("Member of the staff"),
        "person",
        mark("Staff and office"),
        "see-staff",
        is_hidden=True,
    ),
    Entry(DIARY_PAGE, mark("Work diary"), "edit_note", mark("Staff and office"), "see-rows"),
    Entry(DOCUMENTS_PAGE, mark("Documents, archive"), "mail", mark("Staff and office"), "see-rows"),
    Entry(
        DOCUMENT_PAGE, mark("Official document"), "mail", mark("Staff and office"), "see-rows", is_hidden=True
    ),
    Entry(UPLOAD_PAGE, mark("Upload data"), "upload", mark("Data room"), "bring-data"),
    Entry(CATALOGUE_PAGE, mark("Data catalogue"), "folder_data", mark("Data room"), "see-rows"),
    Entry(DATASET_PAGE, mark("Dataset"), "table_view", mark("Data room"), "see-rows", is_hidden=True),
    Entry(
        CATALOGUE_ITEM_PAGE,
        mark("Catalogue item"),
        "folder_data",
        mark("Data room"),
        "see-rows",
        is_hidden=True,
    ),
    Entry(DATA_SOURCE_PAGE, mark("Data source"), "hub", mark("Data room"), "see-rows", is_hidden=True),
    Entry(DATA_REQUEST_PAGE, mark("Data request"), "mail", mark("Data room"), "see-rows", is_hidden=True),
    Entry(LEDGERS_PAGE, mark("Data ledgers"), "swap_horiz", mark("Data room"), "see-rows"),
    Entry(
        ROOM_PAGE,
        mark("Data rooms"),
        "meeting_room",
        mark("Data room"),
        "use-data",
        or_action="approve-output",
    ),
    Entry(EXPLORE_PAGE, mark("Explore data"), "query_stats", mark("Data room"), "use-data"),
    Entry(JOIN_PAGE, mark("Compare datasets"), "join_inner", mark("Data room"), "use-data"),
    Entry(WORKBENCH_PAGE, mark("Data query"), "terminal", mark("Data room"), "use-data"),
    Entry(
        OUTPUTS_PAGE,
        mark("Output approval"),
        "outbox",
        mark("Data room"),
        "use-data",
        or_action="approve-output",
    ),
    Entry(
        UNDERTAKINGS_PAGE,
        mark("Secrecy undertakings"),
        "signature",
        mark("Data room"),
        "keep-data-room",
    ),
    Entry(
        CLEANUP_PAGE,
        mark("Data clean-up"),
        "cleaning_services",
        mark("Data room"),
        "keep-data-room",
    ),
    Entry(MODELS_PAGE, mark("Model library"), "model_training", mark("Audit models"), "see-rows"),
    Entry(
        MODEL_PAGE, mark("Audit model"), "model_training", mark("Audit models"), "see-rows", is_hidden=True
    ),
    Entry(
        HIT_PAGE, mark("Evidence of a hit"), "fact_check", mark("Audit models"), "see-rows", is_hidden=True
    ),
    Entry(PARTY_PAGE, mark("Party"), "hub", mark("Audit models"), "see-rows", is_hidden=True),
    Entry(RUN_PAGE, mark("Model run"), "play_circle", mark("Audit models"), "see-rows", is_hidden=True),
    Entry(SUSPECTS_PAGE, mark("Suspects"), "search_insights", mark("Audit models"), "see-rows"),
    Entry(SUSPECT_PAGE, mark("Suspect"), "search_insights", mark("Audit models"), "see-rows", is_hidden=True),
    Entry(
        WRITE_PAGE,
        mark("Write models"),
        "draw",
        mark("Audit models"),
        "write-models",
        or_action="publish-models",
    ),
    Entry(SEARCH_PAGE, mark("Full-text search"), "manage_search", mark("Knowledge"), "see-rows"),
    Entry(ANALYSIS_PAGE, mark("Years and fields"), "grid_on", mark("Knowledge"), "see-rows"),
    Entry(CARDS_PAGE, mark("Knowledge cards"), "menu_book", mark("Knowledge"), "see-rows"),
    Entry(CARD_PAGE, mark("Knowledge card"), "menu_book", mark("Knowledge"), "see-rows", is_hidden=True),
    Entry(
        "pages/administration/accounts.py",
        mark("Accounts"),
        "group",
        mark("Administration"),
        "manage-accounts",
    ),
    Entry(
        "pages/administration/displays.py",
        mark("Display tokens"),
        "cast",
        mark("Administration"),
        "manage-displays",
    ),
    Entry(
        "pages/administration/rights.py",
        mark("Roles and bindings"),
        "key",
        mark("Administration"),
        "manage-rights",
    ),
    Entry(
        "pages/administration/event_log.py",
        mark("Event log"),
        "history",
        mark("Administration"),
        "read-events",
    ),
    Entry("pages/personal/password.py", mark("Change password"), "password", mark("Personal"), None),
)


def open_to(user: User) -> list[Entry]:
    """The entries that the user may open, in the order of the menu. A wall has no account to keep."""
    return [entry for entry in MENU if _is_open(entry, user)]


def _is_open(entry: Entry, user: User) -> bool:
    if not user.has_account:  # a wall shows its scenes and nothing else
        return entry.path == SCREEN_PAGE and can(user, "see-figures")
    return not entry.actions or any(can(user, action) for action in entry.actions)


def page_of(entry: Entry, *, is_first: bool) -> StreamlitPage:
    """The page of an entry as Streamlit knows it, for one run, in the language of the run.

    `is_first` is that of the reader's menu, which stands at the bare address.
    """
    return copy(_page(entry, _(entry.title), is_first=is_first))  # a run marks the page that it shows


@lru_cache(1000)  # a new one looks its script up on the disk, for each entry of the menu
def _page(entry: Entry, title: str, *, is_first: bool) -> StreamlitPage:
    icon = f":material/{entry.icon}:"
    return st.Page(entry.path, title=title, icon=icon, url_path=entry.address, default=is_first)


def navigation(user: User | None, closed: Callable[[Entry], Callable[[], None]]) -> StreamlitPage:
    """Register the pages open to the user and return the one asked for; for nobody all, to keep the address.

    A page that is not registered cannot be opened in this session, whatever address is typed. What stands at
    its address instead is what `closed` gives; a wall, which has no account, goes on showing its scenes.
    """
    entries = open_to(user) if user else list(MENU)
    pages = [page_of(entry, is_first=place == 0) for place, entry in enumerate(entries)]
    if user and user.has_account:
        pages += [
            st.Page(closed(entry), title=_(entry.title), url_path=entry.address)
            for entry in MENU
            if entry not in entries
        ]
    return st.navigation(pages, position="hidden")
