"""One code of a list, or all of them: what a page is narrowed to, in its address."""

from collections.abc import Collection

from components.address_choice import address_choice
from data.codes import CODE_LISTS, label

_WIDE = 190  # px


def code_choice(
    title: str,
    everything: str,
    code_list: str,
    parameter: str,
    *,
    key: str,
    present: Collection[str] = (),
    width: int = _WIDE,
) -> str:
    """Draw the choice in the order of the list; the code, or "" for all, which `everything` says in words.

    With `present`, only codes that are in it are offered.
    """
    codes = [code for code in CODE_LISTS[code_list] if code in present or not present]
    options = {"": everything} | {code: label(code_list, code) for code in codes}
    return address_choice(title, options, parameter, key=key, width=width)
