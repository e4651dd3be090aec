"""What a model is called, what it is for, and where it belongs."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.authoring.working import Working
from data.codes import MODEL_METHOD, MODEL_SECTOR, SEVERITY, label
from data.language import _
from queries.audit_models.drafts.authoring import HIGHEST_VERSION
from queries.audit_models.drafts.header_rows import words

_LONGEST_CODE, _LONGEST_TITLE, _LONGEST_WORDS = 32, 80, 1_000


def facts_form(work: Working, header: Mapping[str, Any]) -> dict[str, Any]:
    """Draw it; returns the header with what was given."""
    code, version, severity, sector, method = st.columns([2, 1, 1, 2, 2])
    told: dict[str, Any] = dict(header)
    told["code"] = code.text_input(
        _("Code"),
        str(header.get("code", "")),
        max_chars=_LONGEST_CODE,
        key=work.key("code"),
        help=_("Capital letters, digits, - and _; none that a model of the program has."),
    )
    told["version"] = version.number_input(
        _("Version"), 1, HIGHEST_VERSION, _whole(header.get("version")), key=work.key("version")
    )
    for place, name, title, codes in (
        (severity, "severity", _("Severity"), SEVERITY),
        (sector, "sector", _("Sector"), MODEL_SECTOR),
        (method, "method", _("Method"), MODEL_METHOD),
    ):
        told[name] = _choice(place, work, name, title, list(codes), header.get(name))
    zh: dict[str, str] = {}
    zh["title"] = st.text_input(
        _("Title"), _said(header, "title", "zh"), max_chars=_LONGEST_TITLE, key=work.key("title")
    )
    purpose, logic = st.columns(2)
    zh["risk"] = _area(purpose, work, "risk", _("Purpose and risk"), _said(header, "risk", "zh"))
    zh["logic"] = _area(logic, work, "logic", _("Logic in words"), _said(header, "logic", "zh"))
    zh["exclusions"] = _area(
        purpose, work, "exclusions", _("Left out (optional)"), _said(header, "exclusions", "zh")
    )
    zh["summary"] = _area(
        logic,
        work,
        "summary",
        _("The reason of a suspect, in one sentence"),
        _said(header, "summary", "zh"),
        _("Names of result columns and thresholds in braces are filled in, such as {bid_days}."),
    )
    with st.expander(_("English (optional)"), icon=":material/translate:"):
        st.caption(_("Where it is empty the Chinese is shown in the English interface as well."))
        en = {
            name: st.text_input(title, _english(header, name), key=work.key(f"{name}_en"))
            for name, title in (
                ("title", _("Title")),
                ("risk", _("Purpose and risk")),
                ("logic", _("Logic in words")),
                ("exclusions", _("Left out (optional)")),
                ("summary", _("The reason of a suspect, in one sentence")),
            )
        }
    for name, text in zh.items():
        if name == "exclusions" and not text.strip():
            told.pop(name, None)
        else:
            told[name] = words(text.strip(), header.get(name), en[name].strip())
    return told


def _area(  # noqa: PLR0917 one field
    place: Any, work: Working, name: str, title: str, text: str, hint: str | None = None
) -> str:
    return str(
        place.text_area(title, text, height=96, max_chars=_LONGEST_WORDS, key=work.key(name), help=hint)
    )


def _choice(  # noqa: PLR0917 one field
    place: Any, work: Working, name: str, title: str, codes: list[str], chosen: Any
) -> str:
    index = codes.index(chosen) if chosen in codes else 0
    lists = {"severity": "severity", "sector": "model_sector", "method": "model_method"}
    return str(
        place.selectbox(
            title, codes, index, format_func=lambda code: label(lists[name], code), key=work.key(name)
        )
    )


def _said(header: Mapping[str, Any], name: str, tongue: str) -> str:
    value = header.get(name)
    return str(value.get(tongue, "")) if isinstance(value, Mapping) else ""


def _english(header: Mapping[str, Any], name: str) -> str:
    """Empty where it only repeats the Chinese."""
    en = _said(header, name, "en")
    return "" if en == _said(header, name, "zh") else en


def _whole(value: Any) -> int:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and 1 <= value <= HIGHEST_VERSION else 1
