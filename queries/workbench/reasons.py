"""The reasons why a query is refused, each with what to write instead."""

from difflib import get_close_matches

from data.language import _
from queries.workbench.functions import FUNCTIONS

LONGEST_SQL = 20_000  # characters; the longest honest question met so far has a tenth of that


def not_reading(word: str = "") -> str:
    """Anything but one reading of rows."""
    if word:
        return _(
            "{word} is not possible here: queries only read. Begin with SELECT, FROM or WITH; columns and"
            " their types stand in the catalogue beside the editor."
        ).format(word=word)
    return _(
        "Only one query that reads is possible. Begin with SELECT, FROM or WITH, and put one query only."
    )


def several_queries() -> str:
    """More than one statement."""
    return _("Only one query at a time is run. Take out what stands behind the first “;”.")


def unreadable() -> str:
    """No SQL as we and the engine both read it."""
    return _(
        "What stands here is no SQL that can be read. Look for a missing comma, bracket or quotation mark."
    )


def too_nested() -> str:
    """Brackets within brackets without end."""
    return _("The query is nested too deeply to be checked. Divide it into steps: WITH a AS (…), b AS (…).")


def too_long(length: int) -> str:
    """More text than a person writes."""
    return _("The query has {length} characters; {limit} are possible. Divide it into steps.").format(
        length=f"{length:,}", limit=f"{LONGEST_SQL:,}"
    )


def nothing_asked() -> str:
    """An empty text."""
    return _("There is no query yet. Write SELECT … FROM a dataset of the catalogue.")


def value_is_missing() -> str:
    """A parameter, which nobody would fill in."""
    return _("Parameters such as ? and $1 are not filled in. Write the value itself.")


def odd_dollar() -> str:
    """A `$` that could begin a text in quotes of its own kind."""
    return _(
        "The sign $ stands only before the name of a value, such as $min_days, or at the end of a text in"
        " quotes; texts between $…$ are not possible."
    )


def unknown_table(name: str, datasets: frozenset[str]) -> str:
    """A name that is no dataset the reader may see, or a file."""
    if any(mark in name for mark in "./\\:*"):
        return _(
            "“{name}” is a file or an address, and files cannot be read here. Write the name of a dataset of"
            " the catalogue."
        ).format(name=name)
    near = get_close_matches(name.lower(), sorted(datasets), n=1, cutoff=0.5)  # one sign of two in Chinese
    if near:
        return _("There is no dataset “{name}” that you may read. Did you mean “{near}”?").format(
            name=name, near=near[0]
        )
    return _(
        "There is no dataset “{name}” that you may read. Write a name of the catalogue beside the editor; its"
        " owner can share a dataset that is missing there."
    ).format(name=name)


def name_is_qualified(name: str) -> str:
    """A schema or a database before a name."""
    return _(
        "A schema or a database before “{name}” is not possible. Write the name of the dataset alone."
    ).format(name=name)


def rows_from_function(name: str) -> str:
    """A function in FROM that reads something else than its arguments."""
    return _(
        "{name}(…) cannot stand in FROM: rows come from the datasets of the catalogue. Only range,"
        " generate_series and unnest make rows besides."
    ).format(name=name)


def function_not_open(name: str) -> str:
    """A function that is not among those a query may call."""
    if name.lower() in FUNCTIONS:
        return _(
            "The function {name} is not open in conditions of evidence, which are asked while somebody waits:"
            " compute it in the SELECT, as a column of its own."
        ).format(name=name)
    near = get_close_matches(name.lower(), sorted(FUNCTIONS), n=1)
    if near and near[0].isidentifier():
        return _("The function {name} is not open in queries. Perhaps {near} does what you need.").format(
            name=name, near=near[0]
        )
    return _(
        "The function {name} is not open in queries: it reads files, tells of the system or is not known."
        " Which are open says the guide."
    ).format(name=name)


def step_name(name: str) -> str:
    """A name in WITH that could be taken for a file or a table of the system."""
    return _(
        "“{name}” cannot name a step of WITH. Take letters, digits and _ only, and not a name of the system."
    ).format(name=name)
