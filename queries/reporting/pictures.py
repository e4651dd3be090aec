"""Bars as a picture, drawn on this machine with the Chinese font that it has."""

import io
import os
import tomllib
from functools import cache
from pathlib import Path

from data.settings import var_dir
from queries.figure_words import money_unit, show
from queries.reporting.report import Told

# One of these is on every machine that shows Chinese at all: Linux, Windows, macOS.
_FONTS = (
    *(
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "Source Han Sans CN",
        "WenQuanYi Micro Hei",
        "WenQuanYi Zen Hei",
    ),
    *("Microsoft YaHei", "SimHei", "PingFang SC", "Noto Sans CJK JP"),
)
_THEME = Path(__file__).resolve().parents[2] / ".streamlit/config.toml"
_WIDTH, _LINE, _REST = 6.1, 0.27, 0.35  # inches: the width between the margins, one bar, the rest
_MOST = 25
_DOTS = 200


def bars(figures: list[tuple[str, Told]]) -> bytes:
    """A PNG; empty where there is nothing to draw or no font to write it with."""
    font = _font()
    if not figures or font is None:
        return b""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - slow to load
    from matplotlib.figure import Figure  # noqa: PLC0415

    colours = _colours()
    shown = list(reversed(figures[:_MOST]))
    values = [float(told.value or 0) for __, told in shown]
    unit = money_unit(max(map(abs, values)))
    figure = Figure(figsize=(_WIDTH, _REST + _LINE * len(shown)), dpi=_DOTS, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    drawn = axes.barh(range(len(shown)), values, color=colours["primaryColor"], height=0.62)
    axes.set_yticks(range(len(shown)), [label for label, __ in shown], fontname=font, fontsize=8)
    axes.bar_label(
        drawn,
        [show(told.value, told.format, unit if told.format == "fen" else None) for __, told in shown],
        padding=3,
        fontname=font,
        fontsize=8,
        color=colours["textColor"],
    )
    axes.set_xlim(0, max(*values, 0.0001) * 1.18)
    axes.tick_params(axis="x", bottom=False, labelbottom=False)
    axes.tick_params(axis="y", length=0, colors=colours["textColor"])
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    axes.spines["left"].set_color(colours["borderColor"])
    content = io.BytesIO()
    figure.savefig(content, format="png", metadata={"Software": None})
    return content.getvalue()


@cache
def _font() -> str | None:
    # The list of fonts is kept in a folder of ours: a service has no home folder to keep it in.
    os.environ.setdefault("MPLCONFIGDIR", str(var_dir() / "figures" / "fonts"))
    from matplotlib import font_manager  # noqa: PLC0415

    there = {entry.name for entry in font_manager.fontManager.ttflist}
    return next((font for font in _FONTS if font in there), None)


@cache
def _colours() -> dict[str, str]:
    theme: dict[str, str] = tomllib.loads(_THEME.read_text("utf-8"))["theme"]["light"]
    return theme
