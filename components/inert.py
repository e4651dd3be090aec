"""Text from outside in a place that only takes Markdown: shown letter by letter, never obeyed."""

import re

_MARK = re.compile(r"[!-/:-@\[-`{-~]")


def inert(text: str) -> str:
    """Markdown that shows exactly this text, on one line: no formatting, link, icon, formula or symbol.

    Escaping is not enough: Streamlit also looks for :icons:, addresses and arrows in what the parser has
    already unescaped. So every ASCII sign stands alone in a span without a style (`:color[…]` without
    attributes), as a character reference; no pattern of two signs or more can then match. Not for st.badge,
    which escapes brackets by itself, and not directly behind a colon, which would join the first span.
    """
    return _MARK.sub(lambda match: f":color[&#{ord(match[0])};]", " ".join(text.split()))
