"""How keys are compared: the SQL of a value's form, null where there is nothing to compare."""

from data.checking.check_digits import eighteen_digits
from data.language import mark
from queries.quick_tests.written_alike import letters_and_digits

COMPARISONS = {
    "exact": mark("To the letter"),
    "letters": mark("Letters and digits only"),
    "identity": mark("Identity numbers, old ones of 15 digits too"),
    "number": mark("Numbers without leading zeros"),
    "name": mark("Names without legal form"),
}
# Taken off the end of names, longest first, as in queries/quick_tests/name_form.py.
_LEGAL_FORMS = (
    "股份有限公司|有限责任公司|有限公司|股份公司|总公司|公司|COLTD|COMPANYLIMITED|LIMITED|LTD|INC|LLC|CORP"
)
_SHORTEST_NAME = 2


def key_forms(columns: list[tuple[str, str]], rows: str, row_number: str) -> str:
    """SQL of each row's number and its key `k` over `rows`; `columns` are (quoted name, comparison).

    A key is null where a part of it is empty. Raises KeyError for what is not of COMPARISONS.
    """
    words = ", ".join(
        f"{_words(name, comparison)} as w{place}" for place, (name, comparison) in enumerate(columns)
    )
    # || is null where one part is. No value has the sign between the parts.
    key = " || chr(31) || ".join(
        f"nullif({_form(f'w{place}', comparison)}, '')" for place, (__, comparison) in enumerate(columns)
    )
    return f"select {row_number}, {key} as k from (select {row_number}, {words} from ({rows}))"


def _words(name: str, comparison: str) -> str:
    return f"trim(cast({name} as varchar))" if comparison == "exact" else letters_and_digits(name)


def _form(words: str, comparison: str) -> str:
    short = f"regexp_replace({words}, '({_LEGAL_FORMS})$', '')"
    return {
        "exact": words,
        "letters": words,
        "identity": f"({eighteen_digits(words)})",
        "number": f"case when {words} <> '' then coalesce(nullif(ltrim({words}, '0'), ''), '0') end",
        "name": f"case when length({short}) >= {_SHORTEST_NAME} then {short} else {words} end",
    }[comparison]
