"""`models list` and `models show`: the models in force, and the text of one."""

import argparse
import json

from commands.models_words import plain, unknown
from data.codes import label
from data.engine import connect_to, reading
from data.settings import database_url
from queries.audit_models.catalogue import model_named, models_in_force


def every(arguments: argparse.Namespace) -> int:
    """`models list`."""
    with reading(connect_to(database_url())) as connection:
        models = models_in_force(connection)
    entries = [
        {
            "model": model.code,
            "aliases": list(model.aliases),
            "version": model.version,
            "title": model.title.zh,
            "title_en": model.title.en,
            "sector": model.sector,
            "requires": {each.relation: each.dataset_type for each in model.requires.values()},
            "params": {name: param.default for name, param in model.params.items()},
        }
        for model in models.values()
    ]
    if arguments.json:
        print(json.dumps(entries, ensure_ascii=False, indent=1, default=plain))
        return 0
    for model in models.values():
        names = "/".join((model.code, *model.aliases))
        print(f"{names:14} v{model.version}  {label('model_sector', model.sector)}  {model.title.zh}")
    return 0


def text(arguments: argparse.Namespace) -> int:
    """`models show`; 2 where there is no such model."""
    with reading(connect_to(database_url())) as connection:
        found = model_named(connection, arguments.code)
    if found is None:
        return unknown(arguments.code)
    print(found.text)
    return 0
