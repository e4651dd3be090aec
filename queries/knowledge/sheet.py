"""A card with everything that belongs to it: models of its sector, their laws and data, and the cases."""

from dataclasses import dataclass

from sqlalchemy import Connection

from data.audit_models.notes import Note, notes
from data.codes import label
from data.dataset_types import dataset_types
from data.knowledge.card import Card
from data.knowledge.cards import cards
from data.language import language
from queries.audit_models.catalogue import models_in_force
from queries.audit_models.model import AuditModel

CASE = "case_story"


@dataclass(frozen=True)
class Sheet:
    """`laws` are (law and article, whether it was compared with its text); `data` titles of dataset types.

    `cases` and `false_alarms` are notes on the models with their model's code.
    """

    card: Card
    models: tuple[AuditModel, ...]
    laws: tuple[tuple[str, bool], ...]
    data: tuple[str, ...]
    cases: tuple[tuple[str, Note], ...]
    false_alarms: tuple[tuple[str, Note], ...]

    @property
    def sector(self) -> str:
        """Its sector in the reader's language."""
        return label("model_sector", self.card.sector)


def sheets(connection: Connection) -> dict[str, Sheet]:
    """Every card in force with what belongs to it, by code, in the reader's language."""
    models = models_in_force(connection)
    return {code: _sheet(connection, card, models) for code, card in cards(connection, language()).items()}


def _sheet(connection: Connection, card: Card, models: dict[str, AuditModel]) -> Sheet:
    own = tuple(
        model
        for code, model in models.items()
        if code in card.model_codes or (card.kind == "method" and model.sector == card.sector)
    )
    laws: dict[str, bool] = {}
    for model in own:
        for basis in model.basis:
            article = f"{basis.law} {basis.article}".strip()
            laws[article] = laws.get(article, False) or basis.is_checked
    types = dataset_types()
    needed = dict.fromkeys(
        (*card.dataset_types, *(each.dataset_type for model in own for each in model.requires.values()))
    )
    told = [(model.code, note) for model in own for note in notes(connection, model.code)]
    return Sheet(
        card,
        own,
        tuple(sorted(laws.items())),
        tuple(str(types[name].title) for name in needed if name in types),
        tuple(each for each in told if each[1].kind == CASE),
        tuple(each for each in told if each[1].kind != CASE),
    )
