"""Text from outside is shown as it is, in whatever place takes Markdown."""

import html
import re

import pytest

from components.inert import inert

NASTY = [
    "**粗** _斜_ ~~删~~ `码`",
    "<script>alert(1)</script><b>粗</b>",
    ":red[红] :blue-background[蓝] :small[小] :help[x]",
    "$x$ 与 $$y$$ 元",
    "[a](javascript:alert(1)) ![图](http://x.example/p.png)",
    ":material/home: :material_home: :streamlit: :smile: :+1:",
    "# 标题",
    "1. 项",
    "- 项",
    "> 引用",
    "    缩进",
    "a -> b <- c <-> d -- e >= f <= g ~= h",
    "http://evil.example/x www.evil.example a@b.example",
    "&lt;b&gt; &amp; &#42;",
    "\\*x\\* \\",
    "a:color[b]{foreground=red} x]:red[y",
    "[^1]: 注 [^1]",
]
_WRAPPED = re.compile(r":color\[(&#\d+;)\]")


@pytest.mark.parametrize(
    "text", [*NASTY, "普通文字，标点。（括号）", "", "line1\nline2", "| a |\n|---|\n| b |"]
)
def test_no_sign_is_left_that_markdown_could_obey(text: str) -> None:
    shown = inert(text)
    assert not re.search(r"[!-/:-@\[-`{-~\n]", _WRAPPED.sub("", shown))
    assert html.unescape(_WRAPPED.sub(r"\1", shown)) == " ".join(text.split())
