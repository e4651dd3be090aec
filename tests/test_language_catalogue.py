"""Both languages are complete, say the same, and are what they claim to be."""

import re
import shutil
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from data import language
from data.language import PO_FILE, _, extracted, missing, use_language

HAN = re.compile(r"[\u4e00-\u9fff]")
# The same in both languages by nature: names of file formats, signs, placeholders.
SAME_IN_BOTH = re.compile(r"([A-Z]{2,}|\{\w+\}|[\W\d_])*")


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with PO_FILE.open("rb") as file:
        return read_po(file, locale="zh_CN")


@pytest.fixture(scope="module")
def used() -> set[str]:
    """Every word that the code uses: to read all of it takes seconds, so it is read once."""
    return extracted()


def pairs(catalogue: Catalog) -> list[tuple[str, str]]:
    return [(str(message.id), str(message.string)) for message in catalogue if message.id]


def placeholders(text: str) -> list[str]:
    return sorted(name for __, name, __, __ in string.Formatter().parse(text) if name is not None)


def test_every_word_of_the_interface_has_its_chinese(used: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Audit cockpit" in used
    monkeypatch.setattr(language, "extracted", lambda: used)
    absent = missing()
    assert not absent, 'add them: python -m data.language add "English" "中文"\n' + "\n".join(absent)


def test_no_word_is_left_over(catalogue: Catalog, used: set[str]) -> None:
    stale = [english for english, __ in pairs(catalogue) if english not in used]
    assert not stale, "no code uses these; take them out of cockpit.po:\n" + "\n".join(stale)


def test_translations_have_the_same_placeholders(catalogue: Catalog) -> None:
    for english, chinese in pairs(catalogue):
        assert placeholders(english) == placeholders(chinese), english


def test_chinese_is_chinese_and_english_is_not(catalogue: Catalog) -> None:
    for english, chinese in pairs(catalogue):
        assert not HAN.search(english), f"message ids are English: {english}"
        assert HAN.search(chinese) or SAME_IN_BOTH.fullmatch(chinese), (
            f"not translated: {english} → {chinese}"
        )


def test_chinese_uses_full_width_punctuation(catalogue: Catalog) -> None:
    for __, chinese in pairs(catalogue):
        assert not re.search(rf"{HAN.pattern}\s*[,;:?!]", chinese), f"half-width punctuation: {chinese}"


def test_the_catalogue_is_sorted_and_has_no_doubles() -> None:
    ids = re.findall(r'^msgid "(.+)"$', PO_FILE.read_text("utf-8"), re.MULTILINE)
    assert ids == sorted(set(ids)), "add words with `python -m data.language add`, which keeps the order"


def test_switching_the_language_switches_the_words(catalogue: Catalog) -> None:
    english, chinese = next(pair for pair in pairs(catalogue) if HAN.search(pair[1]))
    try:
        use_language("zh")
        assert _(english) == chinese
        use_language("en")
        assert _(english) == english
        use_language("xx")
        assert _(english) == chinese
    finally:
        use_language("zh")


def test_a_translation_is_replaced_only_on_purpose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(language, "PO_FILE", Path(shutil.copy(PO_FILE, tmp_path / "cockpit.po")))
    before = language.PO_FILE.read_bytes()
    pairs_file = tmp_path / "pairs.toml"
    pairs_file.write_text('"Findings" = "别的"\n"Audit cockpit" = "又一个"\n"A new one" = "新词"\n', "utf-8")
    assert language._main(["add", "Audit cockpit", "又一个"]) == 1
    assert language._main(["add-file", str(pairs_file)]) == 1
    said = capsys.readouterr().err
    assert said.count("又一个") == 2
    assert "别的" in said
    assert _("Audit cockpit") in said
    assert language.PO_FILE.read_bytes() == before
    assert language._main(["add", "Audit cockpit", _("Audit cockpit")]) == 0
    assert language._main(["add-file", str(pairs_file), "--replace"]) == 0
    assert "新词" in language.PO_FILE.read_text("utf-8")
    assert "又一个" in language.PO_FILE.read_text("utf-8")
