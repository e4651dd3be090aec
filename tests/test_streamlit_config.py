"""Every line of .streamlit/config.toml names an option that exists, says why, and colours can be read."""

import re
import tomllib
from itertools import product
from pathlib import Path

import pytest
from streamlit import config

CONFIG = Path(__file__).parent.parent / ".streamlit/config.toml"
OPTIONS = tomllib.loads(CONFIG.read_text(encoding="utf-8"))


def flattened(table, prefix=""):
    for name, value in table.items():
        if isinstance(value, dict):
            yield from flattened(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def test_every_option_exists_in_this_version():
    config.get_config_options()
    known = set(config._config_options_template)
    unknown = [name for name, _ in flattened(OPTIONS) if name not in known]
    assert not unknown


def test_every_line_outside_the_colour_tables_says_why():
    text = CONFIG.read_text(encoding="utf-8").split("[theme.light]")[0]
    silent = [
        line
        for before, line in zip(text.splitlines(), text.splitlines()[1:], strict=False)
        if re.match(r"\w+ =", line) and " # " not in line and not before.startswith("#")
    ]
    assert not silent


def test_nothing_is_reported_and_nothing_leaks():
    options = dict(flattened(OPTIONS))
    assert options["browser.gatherUsageStats"] is False
    assert options["client.showErrorDetails"] == "none"
    assert options["client.disableDataExport"] is True
    assert options["server.enableXsrfProtection"] is True


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("look", "name"),
    list(product(("light", "dark"), ("green", "orange", "red", "gray", "blue", "yellow", "violet"))),
)
def test_colours_stand_out_from_their_paper(look, name):
    theme = OPTIONS["theme"][look]
    assert contrast(theme[f"{name}Color"], theme["backgroundColor"]) >= 3
    for paper in ("backgroundColor", "secondaryBackgroundColor", f"{name}BackgroundColor"):
        assert contrast(theme[f"{name}TextColor"], theme[paper]) >= 4.5


@pytest.mark.parametrize("look", ["light", "dark"])
def test_text_and_series_stand_out_from_their_paper(look):
    theme = OPTIONS["theme"][look]
    for paper in (theme["backgroundColor"], theme["sidebar"]["backgroundColor"]):
        assert contrast(theme["textColor"], paper) >= 7
        assert contrast(theme["linkColor"], paper) >= 4.5
    assert all(contrast(colour, theme["backgroundColor"]) >= 3 for colour in theme["chartCategoricalColors"])
    assert len(theme["chartSequentialColors"]) == 10  # Streamlit ignores any other number
