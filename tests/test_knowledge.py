"""Knowledge cards: shipped in both languages, changed in versions, printed with what stands behind them."""

import io

import pytest
from docx import Document
from sqlalchemy import Engine, insert, select

from data.access.roles import NotPermittedError, User
from data.codes import CARD_KIND, MODEL_SECTOR
from data.dataset_types import dataset_types
from data.engine import now, reading, writing
from data.knowledge.card import Card, shipped_cards
from data.knowledge.cards import cards, versions
from data.knowledge.writing import KnowledgeCardError, write_card
from data.schema import Event, ModelNote
from queries.audit_models.catalogue import publish_shipped
from queries.audit_models.shipped import shipped_models
from queries.filters import EVERYTHING
from queries.knowledge.sheet_document import take_cards
from queries.search.rules import enter_shipped
from queries.search.searching import search
from queries.search.wanted import Narrowed
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.test_search import _DAY

_WRITER = User("writer", "writer", frozenset({"section"}))
_READER = User("reader", "reader", frozenset({"display"}))


def test_shipped_cards_say_the_same_in_both_languages() -> None:
    chinese, english = shipped_cards("zh"), shipped_cards("en")
    assert len(chinese) >= 11
    for code, card in chinese.items():
        other = english[code]
        assert len(card.steps) == len(other.steps) > 0, code
        assert len(card.legal_basis) == len(other.legal_basis), code
        assert len(card.typical_findings) == len(other.typical_findings), code
        assert card.kind in CARD_KIND
        assert card.sector in MODEL_SECTOR
        assert {*card.dataset_types} <= {*dataset_types()}, code
        assert {*card.model_codes} <= {*shipped_models()}, code


def test_every_sector_with_models_has_its_method_guide() -> None:
    guides = {card.sector for card in shipped_cards("zh").values() if card.kind == "method"}
    assert {model.sector for model in shipped_models().values()} <= guides


def test_a_card_is_changed_in_versions_and_found_as_it_stands(sqlite_engine: Engine) -> None:
    enter_shipped(sqlite_engine)
    with reading(sqlite_engine) as connection:
        card = cards(connection)["ZC-01"]
    changed = Card(**{**vars(card), "purpose": "先查磋商记录，再看价格。"})
    with pytest.raises(NotPermittedError):
        write_card(sqlite_engine, _READER, changed, 0)
    assert write_card(sqlite_engine, _WRITER, changed, 0) == "ZC-01"
    with pytest.raises(KnowledgeCardError):  # somebody else still looks at the shipped one
        write_card(sqlite_engine, _WRITER, changed, 0)
    own = write_card(sqlite_engine, _WRITER, Card(**{**vars(changed), "code": "", "title": "本局经验"}), 0)
    with reading(sqlite_engine) as connection:
        assert [each.version for each in versions(connection, "ZC-01")] == [1]
        found = search(connection, EVERYTHING, "磋商记录", Narrowed("card"), _DAY).found
        assert {each.ref_id for each in found} == {"ZC-01", own}
        now = cards(connection)["ZC-01"]
    write_card(sqlite_engine, _WRITER, Card(**{**vars(now), "is_withdrawn": True}), 1)
    with reading(sqlite_engine) as connection:
        assert "ZC-01" not in cards(connection)
        found = search(connection, EVERYTHING, "磋商记录", Narrowed("card"), _DAY).found
        assert [each.ref_id for each in found] == [own]
        kinds = connection.scalars(select(Event.kind)).all()
    assert kinds.count("knowledge_card_written") == 3


def test_cards_are_printed_with_their_models_and_laws(sqlite_engine: Engine) -> None:
    publish_shipped(sqlite_engine)
    with pytest.raises(NotPermittedError):
        take_cards(sqlite_engine, _READER, ("ZC-01",))
    with pytest.raises(
        NotPermittedError
    ):  # what counts is the account of now, not of when the page was drawn
        take_cards(sqlite_engine, _WRITER, ("ZC-01",))
    with writing(sqlite_engine) as connection:
        account(connection, "writer", _WRITER.roles)
        odd = {"title": "误报", "words": "自文档粘贴\x0b的一行", "kind": "case_story", "author": "writer"}
        connection.execute(insert(ModelNote).values(**odd, model_code="M02", written_at=now()))
    content = take_cards(sqlite_engine, _WRITER, ("ZC-01", "ZF-01", "nowhere"))
    told = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
    assert "招标投标与政府采购数据分析指引" in told
    assert "M02" in told
    assert "待核" in told  # articles that nobody has compared with the text say so
    assert "公共租赁住房管理办法" in told
    with reading(sqlite_engine) as connection:
        assert "knowledge_cards_taken" in connection.scalars(select(Event.kind)).all()


def test_a_new_version_begins_with_the_chinese_words_whoever_reads(sqlite_engine: Engine) -> None:
    publish_shipped(sqlite_engine)
    with writing(sqlite_engine) as connection:
        account(connection, "writer", _WRITER.roles)
    with served_by_the_app(sqlite_engine):
        app = signed_in(sqlite_engine, "writer", lang="en")
        app = opened(app, "pages/knowledge/card.py", id="ZC-01")
        next(button for button in app.button if button.label == "Write a new version").click()
        app.run()
        assert not app.exception
        title = next(field for field in app.text_input if field.label == "Title")
    assert title.value == shipped_cards("zh")["ZC-01"].title != shipped_cards("en")["ZC-01"].title
