"""The house rules that a machine can read from the source: layers, pages, caches, inert text, requirements.

app.py → pages → components → queries → data; commands stand beside components and see queries, data and
routes only; routes see data only.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT = {
    "data": {"data"},
    "queries": {"queries", "data"},
    "components": {"components", "queries", "data"},
    "commands": {"commands", "routes", "queries", "data"},
    "routes": {"routes", "data"},
    "pages": {"components", "queries", "data"},
    "app": {"components", "queries", "data"},
    "manage": {"commands", "data"},
    # The command line is measured as cron calls it.
    "bench": {"bench", "release", "manage", "components", "queries", "data"},
    "release": {"release", "components", "queries", "data"},
}
OURS = {*MAY_IMPORT, "tests"}
WITHOUT_STREAMLIT = {"data", "queries", "routes"}
CACHES = "components/session.py"
# Of requirements-spark.in; queries/audit_models/engines/on_spark.py imports it where a cluster is used.
IMPORTED_WHERE_INSTALLED = {"pyspark"}
# Loaded by name at run time, so no import statement shows them.
LOADED_BY_NAME = {
    "tzdata": "zoneinfo reads it where the system has no time zones",
}

LOOKED_AT = (
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Call,
    ast.Attribute,
)

Source = tuple[str, ast.Module]
Check = Callable[[str, ast.Module], Iterator[str]]


@cache
def sources() -> list[Source]:
    """(path, syntax tree) of every Python file but the tests'."""
    files = [file for folder in MAY_IMPORT for file in (ROOT / folder).rglob("*.py")]
    files += [ROOT / name for name in ("app.py", "manage.py")]
    return [(file.relative_to(ROOT).as_posix(), ast.parse(file.read_text("utf-8"))) for file in sorted(files)]


@cache
def nodes(tree: ast.Module) -> list[ast.AST]:
    """The nodes of a file that any rule looks at: every rule reads every file, so they are sought once."""
    return [node for node in ast.walk(tree) if isinstance(node, LOOKED_AT)]


def imported(tree: ast.Module) -> set[str]:
    """Full names of the modules that a file imports, wherever in the file it does so."""
    found = set()
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." if node.level else str(node.module))
    return found


def layer(path: str) -> str:
    return Path(path).parts[0].removesuffix(".py")


def imports_upwards(path: str, tree: ast.Module) -> Iterator[str]:
    """Import from your own layer or a lower one; move what you need down, or pass it in as an argument."""
    for name in imported(tree):
        if name.split(".")[0] in OURS - MAY_IMPORT[layer(path)]:
            yield f"imports {name}"


def imports_relatively(path: str, tree: ast.Module) -> Iterator[str]:
    """Write the full name of the module, so that a search finds every use of it."""
    if "." in imported(tree):
        yield f"imports relatively in {layer(path)}"


def knows_streamlit(path: str, tree: ast.Module) -> Iterator[str]:
    """Return plain values here and draw them in components/."""
    if layer(path) in WITHOUT_STREAMLIT:
        yield from (f"imports {name}" for name in imported(tree) if name.startswith("streamlit"))


def page_lies_flat(path: str, tree: ast.Module) -> Iterator[str]:
    """Streamlit opens pages/x.py without signing in: put the page into pages/<section>/ and into the menu."""
    del tree
    if re.fullmatch(r"pages/[^/]+\.py", path):
        yield "lies directly in pages/"


def page_defines(path: str, tree: ast.Module) -> Iterator[str]:
    """A page is read from top to bottom: move the function to a component or a query."""
    if layer(path) == "pages":
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        yield from (f"defines {node.name}" for node in nodes(tree) if isinstance(node, kinds))


def is_called_nothing(path: str, tree: ast.Module) -> Iterator[str]:
    """Name a module after the one idea in it; what has no idea of its own belongs where it is used."""
    del tree
    for part in Path(path).with_suffix("").parts:
        if re.fullmatch(r"(\w+_)?(utils?|helpers?|common|misc)", part):
            yield f"is called {part}"


def trusts_text(path: str, tree: ast.Module) -> Iterator[str]:
    """Show text with st.text, st.dataframe or a component that escapes it: it may hold anything."""
    del path
    for node in nodes(tree):
        if isinstance(node, ast.Call):
            yield from ("unsafe_allow_html" for word in node.keywords if word.arg == "unsafe_allow_html")
            if isinstance(node.func, ast.Attribute) and node.func.attr in {"html", "iframe"}:
                owner = node.func.value
                if isinstance(owner, ast.Name) and owner.id in {"st", "components"}:
                    yield f"{owner.id}.{node.func.attr}()"


def caches_elsewhere(path: str, tree: ast.Module) -> Iterator[str]:
    """Cache in components/session.py, where every key carries the data version and the reader's rights."""
    if path == CACHES:
        return
    for node in nodes(tree):
        if isinstance(node, ast.Attribute) and node.attr in {"cache_data", "cache_resource", "cache"}:
            if isinstance(node.value, ast.Name) and node.value.id in {"st", "streamlit"}:
                yield f"st.{node.attr}"
        elif isinstance(node, ast.ImportFrom) and node.module == "streamlit":
            yield from (f"imports {alias.name}" for alias in node.names if alias.name.startswith("cache"))


CHECKS = (
    imports_upwards,
    imports_relatively,
    knows_streamlit,
    page_lies_flat,
    page_defines,
    is_called_nothing,
    trusts_text,
    caches_elsewhere,
)
OFFENDERS = [
    (imports_upwards, "data/x.py", "def f():\n    from queries.run import value"),
    (imports_upwards, "queries/x.py", "import components.session"),
    (imports_upwards, "components/x.py", "import pages.cockpit.overview"),
    (imports_upwards, "pages/a/x.py", "from pages.a import y"),
    (imports_upwards, "commands/x.py", "from components import session"),
    (imports_upwards, "routes/x.py", "from queries.run import value"),
    (imports_relatively, "data/x.py", "from .engine import now"),
    (knows_streamlit, "queries/x.py", "import streamlit as st"),
    (knows_streamlit, "data/x.py", "from streamlit_authenticator import Authenticate"),
    (page_lies_flat, "pages/x.py", ""),
    (page_defines, "pages/a/x.py", "def f(): ..."),
    (is_called_nothing, "data/date_utils.py", ""),
    (is_called_nothing, "components/common/x.py", ""),
    (trusts_text, "components/x.py", "st.markdown(text, unsafe_allow_html=True)"),
    (trusts_text, "pages/a/x.py", "st.html(text)"),
    (caches_elsewhere, "components/x.py", "@st.cache_data\ndef f(): ..."),
    (caches_elsewhere, "components/x.py", "from streamlit import cache_resource"),
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_file_keeps_the_rule(check: Check) -> None:
    offenders = [f"{path} {what}" for path, tree in sources() for what in check(path, tree)]
    assert not offenders, f"{check.__doc__}\n" + "\n".join(offenders)


@pytest.mark.parametrize(("check", "path", "text"), OFFENDERS)
def test_the_rule_finds_its_offender(check: Check, path: str, text: str) -> None:
    assert list(check(path, ast.parse(text)))


def test_app_stays_a_frame() -> None:
    lines = (ROOT / "app.py").read_text("utf-8").splitlines()
    assert len(lines) <= 60, "app.py is the frame; move what grew in it to a component"


def test_requirements_name_what_is_imported_and_nothing_else() -> None:
    lines = (ROOT / "requirements.in").read_text("utf-8").splitlines()
    required = {match[0] for line in lines if (match := re.match(r"[a-z0-9-]+", line))}
    owners = packages_distributions()
    used = set()
    for path, tree in sources():
        if layer(path) in {"bench", "release"}:  # these work in the developers' environment
            continue
        theirs = {module.split(".")[0] for module in imported(tree)} - OURS - IMPORTED_WHERE_INSTALLED
        for name in theirs - sys.stdlib_module_names:
            assert name in owners, f"{path} imports {name}, which is not installed"
            used.add(re.sub(r"[-_.]+", "-", owners[name][0].lower()))
    missing = sorted(used - required)
    assert not missing, f"add to requirements.in, then `make pin`: {missing}"
    idle = sorted(required - used - LOADED_BY_NAME.keys())
    assert not idle, f"nothing imports it; take it out of requirements.in, then `make pin`: {idle}"
