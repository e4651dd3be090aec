"""The documents tell the truth: references are current, links lead somewhere, named things exist."""

import re
import tomllib
from pathlib import Path

import pytest

from commands import command_modules
from commands.docs import FOLDER, reference
from components.navigation import MENU
from data.access.roles import ACTIONS, ROLES
from data.language import _
from data.settings import SETTINGS
from queries.catalog import kpis

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
KINDS = {".py", ".sql", ".toml", ".md", ".sh", ".in", ".txt", ".po", ".csv"}
TEXTS = [
    file
    for entry in ROOT.iterdir()
    if entry.name not in {".venv", "var", "build", "dist", ".git"}
    for file in ([entry] if entry.is_file() else entry.rglob("*"))
    if file.suffix in KINDS or file.name == "Makefile"
]
COVERAGE = DOCS / "seed_coverage.md"
STATES = ("已实现", "部分实现", "未实现")
TOPICS = ("领导驾驶舱", "数据室", "审计模型", "投资一张图", "整改闭环", "专项与知识")


def numbered(prefix: str, last: int) -> list[str]:
    return [f"{prefix}{number}" for number in range(1, last + 1)]


SEED_IDS = [
    *numbered("000-", 25),
    *numbered("001-K", 9),
    *numbered("001-", 14),
    *numbered("002-", 11),
    *numbered("003-K", 16),
    "003-B",
    *numbered("003-C", 8),
    *numbered("003-", 27),
]


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def anchors(file: Path) -> set[str]:
    """The anchors of a page: its headings in small letters, without punctuation, with hyphens for spaces."""
    headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


def outside_code(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def test_the_reference_is_current() -> None:
    written = {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.md")}
    assert written == reference(), "run `make docs` and commit what it writes"


def test_what_the_code_declares_is_in_the_reference() -> None:
    pages = reference()
    for kpi in kpis():
        assert f"## {kpi}\n" in pages["kpis.md"]
    for name in command_modules():
        assert f"## {name}\n" in pages["commands.md"]
    for entry in SETTINGS:
        assert f"| `{entry.name}` |" in pages["settings.md"]
    for name in [*ROLES, *ACTIONS]:
        assert f"| `{name}` |" in pages["roles.md"]


def test_operations_explain_every_setting() -> None:
    text = (DOCS / "operations.md").read_text("utf-8")
    for entry in SETTINGS:
        assert f"`{entry.name}`" in text, f"docs/operations.md says nothing of {entry.name}"


def test_the_guide_knows_every_page_role_and_preset() -> None:
    text = "".join(file.read_text("utf-8") for file in (DOCS / "guide").glob("*.md"))
    for entry in MENU:
        assert _(entry.title) in text, f"no page of docs/guide names the page {_(entry.title)}"
    for title, __ in ROLES.values():
        assert _(title) in text, f"no page of docs/guide names the role {_(title)}"
    for file in (ROOT / "data/presets").glob("*.toml"):
        assert f"`{file.stem}`" in text, f"no page of docs/guide names the preset {file.stem}"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", outside_code(page.read_text("utf-8"))):
        if re.match(r"https?://(localhost|127\.0\.0\.1)", target):
            continue
        assert "://" not in target, f"{target}: a closed network cannot follow it"
        path, __, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), f"{target}: no such file"
        if anchor:
            assert anchor in anchors(file), f"{target}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_files_commands_and_targets_that_are_named_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    for named in re.findall(r"`([\w./-]+/[\w.-]*)`", text):
        top = named.split("/")[0]
        if top not in {"", ".", "var"} and (ROOT / top).is_dir():
            assert (ROOT / named).exists(), f"`{named}` does not exist"
    known = set(command_modules())
    for named in re.findall(r"manage\.py ([a-z][a-z_-]*)", text):
        assert named in known, f"manage.py {named}: there is no such command"
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    shell = "\n".join(re.findall(r"^```sh$(.*?)^```$", text, re.MULTILINE | re.DOTALL))
    called = re.findall(r"^make ([a-z-]+)", shell, re.MULTILINE) + re.findall(r"`make ([a-z-]+)", text)
    for named in called:
        assert named in targets, f"make {named}: there is no such target"


def test_every_page_can_be_reached() -> None:
    linked = set()
    for page in PAGES:
        targets = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
        linked |= {(page.parent / target).resolve() for target in targets}
    lost = [name_of(page) for page in PAGES if page not in linked and page != ROOT / "README.md"]
    assert not lost, "link it from docs/README.md"


def test_pictures_are_used() -> None:
    text = "".join(page.read_text("utf-8") for page in PAGES)
    for picture in (DOCS / "guide/images").glob("*"):
        assert f"images/{picture.name}" in text, f"no page shows {picture.name}"


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_two_commands_stand_at_the_top(name: str) -> None:
    head = (ROOT / name).read_text("utf-8").splitlines()[:15]
    assert any(line.startswith("make run") for line in head)
    assert any(line.startswith("make test") for line in head)


def test_the_changelog_knows_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_glossary_has_one_word_for_one_word() -> None:
    rows = re.findall(r"^\| (\S+) \| ([^|]+) \| ([^|]+) \|", (DOCS / "glossary.md").read_text("utf-8"), re.M)
    terms = [row for row in rows if row[0] not in {"中文", "---"}]
    for place in (0, 1):
        words = [term[place].strip() for term in terms]
        assert len(words) == len(set(words)), sorted({word for word in words if words.count(word) > 1})
    code = "".join(
        file.read_text("utf-8")
        for folder in ("data", "queries")
        for pattern in ("*.py", "*.sql")
        for file in (ROOT / folder).rglob(pattern)
    )
    names = {file.stem for file in (ROOT / "queries").rglob("*.sql")}
    names |= {folder.name for folder in (ROOT / "data").iterdir()}
    for term in terms:
        for name in re.findall(r"`(\w+)`", term[2]):
            assert name in names or re.search(rf"\b{name}\b", code), f"{term[0]}: no code is called {name}"


def test_every_seed_id_has_its_place() -> None:
    text = COVERAGE.read_text("utf-8")
    rows = re.findall(r"^\| (00\d-\w+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", text, re.MULTILINE)
    listed = [row[0] for row in rows]
    assert listed == SEED_IDS
    for seed_id, __, state, place in rows:
        assert state in STATES, seed_id
        links = re.findall(r"\]\(([^)]+)\)", place)
        if state == "未实现":
            assert any(f"“{topic}”" in place for topic in TOPICS), f"{seed_id}: belongs to no subject"
        else:
            assert links, f"{seed_id}: link the page, KPI or file that does it"
        assert ("未含" in place) == (state == "部分实现"), f"{seed_id}: what is missing makes it partial"


def test_nothing_speaks_of_the_machine_it_was_made_on() -> None:
    machine_path = re.compile(r"(?<![\w.$~}])/(?:work|root|farm|tmp|home/\w+)/\w")
    unfinished = re.compile(r"\b(?:TODO|FIXME|XXX)\b")
    for file in set(TEXTS) - {Path(__file__)}:
        text = file.read_text("utf-8", errors="replace")
        for pattern in (machine_path, unfinished):
            found = pattern.search(text)
            assert not found, f"{name_of(file)}: {found}"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_pins_are_whole_and_name_no_place(name: str) -> None:
    for line in (ROOT / name).read_text("utf-8").splitlines():
        if not line or line.lstrip().startswith("#"):
            continue
        assert re.match(r"[a-z0-9-]+==[\w.]+( |$)", line), f"not pinned, or an address: {line}"
