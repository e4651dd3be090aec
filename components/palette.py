"""The colours of charts and maps by their meaning, read from .streamlit/config.toml."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st

Look = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """One look. Meanings first; the rest is paper, ink and series that mean nothing but "another one"."""

    meets: str
    at_risk: str
    breach: str
    no_data: str
    neutral: str
    ink: str
    muted: str
    paper: str
    panel: str
    rule: str
    series: tuple[str, ...]
    scale: tuple[str, ...]  # ten steps from "little" to "much"
    font: str

    def of(self, meaning: str) -> str:
        """The colour of a meaning: "meets", "at_risk", "breach", "no_data" or "neutral"."""
        return {
            "meets": self.meets,
            "at_risk": self.at_risk,
            "breach": self.breach,
            "no_data": self.no_data,
            "neutral": self.neutral,
        }[meaning]

    def on(self, background: str) -> str:
        """Ink or paper, whichever can be read better on this background."""
        return max(
            (self.ink, self.paper),
            key=lambda text: abs(_luminance(text) ** 0.5 - _luminance(background) ** 0.5),
        )


def palette(look: Look | None = None) -> Palette:
    """The palette of the reader's present look, or of `look` ("light" is day, "dark" is night)."""
    look = look or st.context.theme.type or "light"

    def option(name: str) -> str:
        return str(st.get_option(f"theme.{look}.{name}"))

    return Palette(
        meets=option("greenColor"),
        at_risk=option("orangeColor"),
        breach=option("redColor"),
        no_data=option("grayColor"),
        neutral=option("blueColor"),
        ink=option("textColor"),
        muted=option("grayTextColor"),
        paper=option("backgroundColor"),
        panel=option("secondaryBackgroundColor"),
        rule=option("borderColor"),
        series=tuple(st.get_option(f"theme.{look}.chartCategoricalColors")),
        scale=tuple(st.get_option(f"theme.{look}.chartSequentialColors")),
        font=str(st.get_option("theme.font")),
    )


def _luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", 0 to 1 (WCAG 2, with a plain power for its gamma curve)."""
    red, green, blue = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    return float(0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2)
