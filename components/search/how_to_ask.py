"""Before anything is asked: what can be found here, and how to ask for it."""

import streamlit as st

from components.address import address
from components.navigation import SEARCH_PAGE
from components.search.kind_choice import number
from components.search.search_box import PARAMETER
from components.session import bureau_now, searchable
from data.codes import SEARCH_KIND, label
from data.language import _

_EXAMPLES = ("政府采购", "往来款 清理", "“整改到位”", "公务接待 超标准", "招标投标法", "M02")


def how_to_ask() -> None:
    """Draw it."""
    counted = searchable()
    as_of = bureau_now().as_of
    told = [
        f"{label('search_kind', kind)} {number(counted[kind])}" for kind in SEARCH_KIND if counted.get(kind)
    ]
    if not told:
        st.info(
            _("Nothing can be found yet: import a ledger of findings, or units and projects, first."),
            icon=":material/search_off:",
        )
        return
    st.caption(_("You can search: {kinds}").format(kinds=" · ".join(told)))
    with st.container(horizontal=True, gap="small"):
        for words in _EXAMPLES:
            st.page_link(
                SEARCH_PAGE,
                label=words,
                icon=":material/search:",
                query_params=address(None, as_of, **{PARAMETER: words}),
            )
    st.markdown(
        "\n".join(
            f"- {line}"
            for line in (
                _("Several words, with a blank between them, all have to be there, in any order."),
                _("Words in quotation marks have to stand together."),
                _("A code, a number or a model is found by its beginning; a document by 〔year〕number."),
                _("Attached files are found by their names and, where they hold text, by what they say."),
                _("What you find is what you may see: of other regions and sections nothing is counted."),
            )
        )
    )
