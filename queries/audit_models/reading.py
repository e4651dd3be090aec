"""From the text of a model's file to the model: header, SELECT, cases. What is wrong is said in clear words.

The file has three parts: /* the header, TOML */ the SELECT /* the cases, TOML */. How to write one:
docs/how-to/add-a-model.md.
"""

import re
import string
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from data.codes import MAP_LAYER_KIND, MODEL_METHOD, MODEL_SECTOR, PARTY_KIND, SEVERITY
from data.dataset_types import DatasetType, dataset_type
from data.language import _, mark
from queries.audit_models.bound import bound_names, odd_sign
from queries.audit_models.model import (
    LAYERS,
    PARAM_TYPES,
    PICTURE_PARTS,
    VALUE_TYPES,
    AuditModel,
    Basis,
    Case,
    Derived,
    Evidence,
    Param,
    Party,
    Picture,
    Requirement,
    ResultColumn,
    Skip,
)
from queries.audit_models.spatial.kinds import KINDS, Kind
from queries.audit_models.values import ValueRefusedError, values_of
from queries.sql_file import Words
from queries.workbench.reasons import odd_dollar

FILE = re.compile(r"\s*/\*(?P<header>.*?)\*/(?P<sql>.*?)(?:(?<=\n)/\*\n(?P<cases>.*?)\*/\s*)?", re.DOTALL)
CODE = re.compile(r"[A-Z][A-Z0-9_-]{0,31}")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_KEYS = {field.name for field in fields(AuditModel)} - {"cases", "sql", "text"}
_OUTCOMES = ("flagged", "clean", "skipped")
_GEOMETRY = "geometry"


class ModelFaultError(ValueError):
    """The text is no model; the message says where and what is wrong, in the reader's language."""


def read_model(text: str) -> AuditModel:
    """The model of a file's text. Raises ModelFaultError."""
    match = FILE.fullmatch(text)
    if match is None:
        raise ModelFaultError(_("The text does not begin with a header in /* … */."))
    header, cases = _toml(match["header"], mark("header")), _toml(match["cases"] or "", mark("cases"))
    try:
        model = _model(header, match["sql"].strip(), _cases(cases), text)
    except KeyError as error:
        raise ModelFaultError(_("The header does not say {key}.").format(key=error.args[0])) from error
    except (TypeError, AttributeError, ArithmeticError) as error:
        raise ModelFaultError(_("The header cannot be read: {fault}").format(fault=error)) from error
    _check(model)
    return model


def _toml(text: str, part: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ModelFaultError(
            _("The {part} cannot be read: {fault}").format(part=_(part), fault=error)
        ) from error


def _model(raw: Mapping[str, Any], sql: str, cases: tuple[Case, ...], text: str) -> AuditModel:
    _refuse_unknown(raw, _KEYS, mark("header"))
    requires = {name: _requirement(name, spec) for name, spec in raw["requires"].items()}
    return AuditModel(
        code=_matching(CODE, raw["code"], "code"),
        aliases=tuple(_matching(CODE, alias, "aliases") for alias in raw.get("aliases", ())),
        alias_params={alias: dict(values) for alias, values in raw.get("alias_params", {}).items()},
        version=int(raw["version"]),
        title=_words(raw["title"]),
        risk=_words(raw["risk"]),
        logic=_words(raw["logic"]),
        exclusions=_optional_words(raw.get("exclusions")),
        severity=_one_of(raw["severity"], SEVERITY, "severity"),
        sector=_one_of(raw["sector"], MODEL_SECTOR, "sector"),
        method=_one_of(raw["method"], MODEL_METHOD, "method"),
        key=tuple(raw["key"]),
        summary=_words(raw["summary"]),
        entity=_party(raw["entity"]),
        parties=tuple(_party(spec) for spec in raw.get("parties", ())),
        amount=raw.get("amount"),
        group=raw.get("group"),
        requires=requires,
        params={name: _param(name, spec) for name, spec in raw.get("params", {}).items()},
        basis=tuple(_basis(spec) for spec in raw.get("basis", ())),
        skips=tuple(Skip(spec["of"], spec["where"], _words(spec["why"])) for spec in raw.get("skips", ())),
        columns={name: _column(name, spec, requires) for name, spec in raw["columns"].items()},
        evidence=tuple(
            Evidence(spec["of"], spec["where"], tuple(spec["marks"]), _optional_words(spec.get("title")))
            for spec in raw["evidence"]
        ),
        picture=_picture(raw["picture"]) if "picture" in raw else None,
        cases=cases,
        sql=sql.rstrip(";").strip(),
        text=text,
        derived={name: _derived(name, spec, requires) for name, spec in raw.get("derived", {}).items()},
    )


def _requirement(name: str, spec: Mapping[str, Any]) -> Requirement:
    _matching(_NAME, name, "requires")
    type_name = str(spec.get("type", name))
    try:
        of_type = dataset_type(type_name)
    except KeyError:
        raise ModelFaultError(_("There is no dataset type {name}.").format(name=type_name)) from None
    columns = tuple(spec["columns"])
    _refuse_unknown(columns, [column.name for column in of_type.columns], f"requires.{name}")
    return Requirement(name, type_name, columns, bool(spec.get("is_optional", False)))


def _derived(name: str, spec: Mapping[str, Any], requires: Mapping[str, Requirement]) -> Derived:
    where = f"derived.{name}"
    if _matching(_NAME, name, "derived") in requires:
        raise ModelFaultError(_("{where}: {value} cannot be a name.").format(where="derived", value=name))
    kind = KINDS[_one_of(spec["by"], KINDS, f"{where}.by")]
    of, to = spec["of"], spec.get("to")
    _refuse_unknown(spec, ("by", "of", *_parts_of(kind), *kind.options), where)
    for relation in (of, *((to,) if to else ())):
        if _one_of(relation, requires, where) and _GEOMETRY not in requires[relation].columns:
            raise ModelFaultError(_("{where}: {name} is not known.").format(where=where, name=_GEOMETRY))
    layers = tuple(_one_of(each, MAP_LAYER_KIND, f"{where}.layers") for each in spec.get("layers", ()))
    if kind.has_code:
        of_type = dataset_type(requires[of].dataset_type)
        _refuse_unknown([spec["code"]], [column.name for column in of_type.columns], where)
    if kind.has_layers and not layers and not to:
        raise KeyError(f"{where}.layers")
    options = {option: spec[option] for option in kind.options}
    for told in options.values():
        if not re.fullmatch(r"\$[a-z][a-z0-9_]*", told) if isinstance(told, str) else told < 0:
            raise ModelFaultError(_("{where}: {value} cannot be a name.").format(where=where, value=told))
    return Derived(name, kind.name, of, to, layers, spec.get("code"), options)


def _parts_of(kind: Kind) -> list[str]:
    parts = {"to": kind.has_to, "layers": kind.has_layers, "code": kind.has_code}
    return [name for name, is_part in parts.items() if is_part]


def _param(name: str, spec: Mapping[str, Any]) -> Param:
    kind = _one_of(spec["type"], PARAM_TYPES, f"params.{name}.type")
    exact = kind in {"number", "rate"}
    return Param(
        name=_matching(_NAME, name, "params"),
        title=_words(spec["title"]),
        type=kind,
        default=Decimal(str(spec["default"])) if exact else spec["default"],
        least=Decimal(str(spec["least"])) if "least" in spec else None,
        most=Decimal(str(spec["most"])) if "most" in spec else None,
        unit=_optional_words(spec.get("unit")),
        basis=_optional_words(spec.get("basis")),
        choices={code: _words(words) for code, words in spec.get("choices", {}).items()},
    )


def _column(name: str, spec: Any, requires: Mapping[str, Requirement]) -> ResultColumn:
    """A text names the source's column, whose title, type and mask it takes over."""
    source = spec if isinstance(spec, str) else spec.get("source")
    column = _source_column(name, source, requires) if source else None
    own = {} if isinstance(spec, str) else spec
    if column is None and not {"title", "type"} <= own.keys():
        raise ModelFaultError(
            _("The column {name} names neither its source nor its title and type.").format(name=name)
        )
    relation, __, source_name = (source or "").partition(".")
    return ResultColumn(
        name=name,
        type=_one_of(own.get("type", column.type if column else ""), VALUE_TYPES, f"columns.{name}.type"),
        title=_words(own["title"]) if "title" in own else Words(**column.titles),  # type: ignore[union-attr]
        source=(relation, source_name) if column else None,
        mask=own.get("mask", column.mask if column else None),
        words={value: _value_words(value, told) for value, told in own.get("words", {}).items()},
    )


def _value_words(value: str, told: Any) -> Words:
    """A text is the English of a value that is Chinese already."""
    return Words(zh=value, en=told) if isinstance(told, str) else _words(told)


def _source_column(name: str, source: str, requires: Mapping[str, Requirement]) -> Any:
    relation, __, column_name = source.partition(".")
    column = None
    if relation in requires:
        of_type: DatasetType = dataset_type(requires[relation].dataset_type)
        column = of_type.column(column_name)
    if column is None:
        raise ModelFaultError(
            _("The column {name} comes from {source}, which is not there.").format(name=name, source=source)
        )
    return column


def _party(spec: Mapping[str, Any]) -> Party:
    return Party(_one_of(spec["kind"], PARTY_KIND, "kind"), spec["id"], spec.get("name", spec["id"]))


def _basis(spec: Mapping[str, Any]) -> Basis:
    says = _optional_words(spec.get("says"))
    return Basis(spec["law"], spec.get("article", ""), says, bool(spec.get("is_checked", False)))


def _picture(spec: Mapping[str, Any]) -> Picture:
    kind = _one_of(spec["kind"], PICTURE_PARTS, "picture.kind")
    return Picture(kind, {key: str(value) for key, value in spec.items() if key != "kind"})


def _cases(raw: Mapping[str, Any]) -> tuple[Case, ...]:
    _refuse_unknown(raw, _OUTCOMES, mark("cases"))
    return tuple(_case(outcome, spec) for outcome in _OUTCOMES for spec in raw.get(outcome, ()))


def _case(outcome: str, spec: Mapping[str, Any]) -> Case:
    tables = {name: tuple(rows) for name, rows in spec.items() if name not in {"why", "params", "rows"}}
    if not spec.get("why"):
        raise ModelFaultError(_("A case does not say why."))
    why = spec["why"]  # a bureau writes for itself, in one language
    said = _words(why) if isinstance(why, Mapping) else Words(zh=str(why), en=str(why))
    return Case(outcome, said, tables, spec.get("params", {}), tuple(spec.get("rows", ())))


def _check(model: AuditModel) -> None:
    """What one part of the header says of another has to be there."""
    _refuse_odd_signs(model)
    _check_summary(model)
    known = set(model.columns)
    named = {*model.key, model.entity.id, model.entity.name}
    named |= {name for party in model.parties for name in (party.id, party.name)}
    named |= {name for name in (model.amount, model.group) if name}
    for evidence in model.evidence:
        named |= bound_names(evidence.where)
    _refuse_unknown(named, known, "columns")
    if model.amount and model.columns[model.amount].type != "money":
        raise ModelFaultError(_("The amount {name} is not a column of money.").format(name=model.amount))
    relations = {part.relation for part in model.evidence}
    _refuse_unknown(relations, model.requires, "requires")
    _refuse_unknown({part.relation for part in model.skips}, model.relations, "skips")
    given = {name for case in model.cases for name in case.tables}
    _refuse_unknown(given, (*model.requires, *((LAYERS,) if model.reads_layers else ())), "requires")
    for shown in model.evidence:
        columns = dataset_type(model.requires[shown.relation].dataset_type).columns
        _refuse_unknown(shown.marks, [column.name for column in columns], "evidence.marks")
    bound = bound_names(model.sql).union(*(bound_names(skip.where) for skip in model.skips))
    bound |= {name for each in model.derived.values() for name in each.params}
    _refuse_unknown(bound, model.params, "params")
    if idle := sorted(set(model.params) - bound):
        raise ModelFaultError(_("The parameter {name} is used nowhere.").format(name=idle[0]))
    _check_alias_params(model)
    _check_picture(model)
    if not model.key or not model.evidence:
        raise ModelFaultError(_("A model needs a key and a way to its evidence."))
    if not model.sql:
        raise ModelFaultError(_("The model has no SELECT."))


def _refuse_odd_signs(model: AuditModel) -> None:
    texts = [model.sql, *(skip.where for skip in model.skips), *(part.where for part in model.evidence)]
    if any(odd_sign(sql) is not None for sql in texts):
        raise ModelFaultError(odd_dollar())


def _check_summary(model: AuditModel) -> None:
    """A place is a name alone: a width or an attribute in it would be carried out on every page."""
    known = {*model.columns, *model.params}
    for words in (model.summary.zh, model.summary.en):
        try:
            places = [place[1:] for place in string.Formatter().parse(words) if place[1] is not None]
        except ValueError as error:
            raise ModelFaultError(_("The header cannot be read: {fault}").format(fault=error)) from error
        _refuse_unknown([name for name, *_rest in places], known, "summary")  # type: ignore[misc]
        _refuse_unknown([name for name, *more in places if any(more)], (), "summary")  # type: ignore[misc]


def _check_picture(model: AuditModel) -> None:
    """Each part of it has to be a column of the result; a limit may be a parameter as well."""
    if model.picture is None:
        return
    parts, given = PICTURE_PARTS[model.picture.kind], model.picture.columns
    _refuse_unknown(given, parts, "picture")
    if missing := [part for part, is_needed in parts.items() if is_needed and part not in given]:
        raise ModelFaultError(_("The picture does not say its {part}.").format(part=missing[0]))
    columns = [name for part, name in given.items() if part != "limit" or name not in model.params]
    _refuse_unknown(columns, model.columns, "picture")


def _check_alias_params(model: AuditModel) -> None:
    """Values of an alias have to be such as a run could be given."""
    _refuse_unknown(model.alias_params, model.aliases, "alias_params")
    for values in model.alias_params.values():
        try:
            values_of(model, values)
        except ValueRefusedError as error:
            raise ModelFaultError(str(error)) from error


def _refuse_unknown(names: Iterable[str], allowed: Iterable[str], where: str) -> None:
    known = set(allowed)
    if unknown := sorted(name for name in names if name not in known):
        raise ModelFaultError(_("{where}: {name} is not known.").format(where=_(where), name=unknown[0]))


def _one_of(value: Any, allowed: Iterable[str], where: str) -> str:
    known = tuple(allowed)
    if value not in known:
        raise ModelFaultError(
            _("{where}: {value} is none of {known}.").format(where=where, value=value, known="、".join(known))
        )
    return str(value)


def _matching(pattern: re.Pattern[str], value: Any, where: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ModelFaultError(_("{where}: {value} cannot be a name.").format(where=where, value=value))
    return value


def _words(value: Any) -> Words:
    return Words(zh=str(value["zh"]), en=str(value["en"]))


def _optional_words(value: Any) -> Words | None:
    return _words(value) if value is not None else None
