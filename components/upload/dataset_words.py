"""What is said of a dataset and of a delivery: name, classification, source, purpose, approval, totals."""

from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st
from sqlalchemy import select

from components.session import current_user, engine
from components.upload.answers import answer_key
from components.upload.column_mapping import Mapped
from components.upload.target_choice import Target
from data.bringing.bring_in import name_of
from data.bringing.bring_in_ocds import ocds_names
from data.codes import CLASSIFICATION, label
from data.engine import reading
from data.intake.refused import ValueRefusedError
from data.intake.values.money import fen
from data.language import _
from data.ocds.tables import OCDS
from data.schema import DataSource, Project
from data.transfers import Transfer
from data.warehouse import dataset
from data.warehouse.arrival import LONGEST_TITLE, is_dataset_name
from queries.administration.binding_choices import binding_choices

_LONGEST = 200


@dataclass(frozen=True)
class DatasetWords:
    """The answers; `faults` say what is still to be mended."""

    name: str
    title: str = ""
    classification: str = "internal"
    data_source_id: int | None = None
    project_id: int | None = None
    section_code: str | None = None
    region_code: str | None = None
    purpose: str = ""
    approval_number: str | None = None
    counterparty: str = ""
    stated: dict[str, int] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def dataset_words(transfer: Transfer, target: Target, mapped: Mapped | None) -> DatasetWords:
    """Draw the questions; what is known of a dataset that is there is not asked again."""
    file = transfer.transfer_id
    faults: list[str] = []
    said: dict[str, object] = {}
    if target.facts is None:
        said |= _new_dataset(file, transfer, faults, is_several=target.dataset_type == OCDS)
    else:
        said |= {"name": target.facts.name}
    said |= _delivery(file)
    said["stated"] = _stated(file, mapped, faults)
    return DatasetWords(**said, faults=tuple(faults))  # type: ignore[arg-type]


def _new_dataset(file: str, transfer: Transfer, faults: list[str], *, is_several: bool) -> dict[str, object]:
    left, middle, right = st.columns(3)
    name = left.text_input(
        _("Name in queries"),
        value=name_of(transfer.original_name),
        max_chars=63,
        key=answer_key("name", file),
        help=_("1 to 63 letters, digits or underlines; the first is no digit. It cannot be changed later."),
    ).strip()
    title = middle.text_input(
        _("Title"),
        value=Path(transfer.original_name).stem,
        max_chars=LONGEST_TITLE,
        key=answer_key("title", file),
    ).strip()
    classification = right.selectbox(
        _("Classification"),
        list(CLASSIFICATION),
        index=list(CLASSIFICATION).index("internal"),
        format_func=lambda code: label("classification", code),
        key=answer_key("classification", file),
        help=_("A state secret is read by you and the members of its project alone."),
    )
    if is_several:
        faults += filter(None, (_name_fault(one, may_be_own=True) for one in ocds_names(name).values()))
    elif fault := _name_fault(name):
        faults.append(fault)
    user, choices = current_user(), binding_choices(engine())
    with reading(engine()) as connection:
        wanted = select(DataSource.data_source_id, DataSource.name).order_by(DataSource.source_code)
        sources = {row.data_source_id: row.name for row in connection.execute(wanted)}
    left, middle, right = st.columns(3)
    source = left.selectbox(
        _("Data source"),
        [None, *sources],
        format_func=lambda number: sources[number] if number else _("Not in the register"),
        key=answer_key("source", file),
    )
    section = middle.selectbox(
        _("Section"),
        [None, *choices.sections] if user.section_code is None else [user.section_code],
        format_func=lambda code: choices.sections[code] if code else _("None"),
        key=answer_key("section", file),
    )
    region = right.selectbox(
        _("Region"),
        [None, *choices.regions] if user.region_code is None else [user.region_code],
        format_func=lambda code: choices.regions[code] if code else _("None"),
        key=answer_key("region", file),
    )
    return {
        "name": name,
        "title": title,
        "classification": classification,
        "data_source_id": source,
        "section_code": section,
        "region_code": region,
    }


def _name_fault(name: str, *, may_be_own: bool = False) -> str | None:
    if not is_dataset_name(name):
        return _(
            "A dataset's name has 1 to 63 letters, digits or underlines and does not begin with a digit."
        )
    with reading(engine()) as connection:
        there = dataset(connection, name)
    if there is None or (may_be_own and there.owner == current_user().user_name):
        return None
    if there.owner == current_user().user_name:
        return _("You have a dataset {name} already: choose it above, or another name.").format(name=name)
    return _("The name {name} is taken. Choose another one.").format(name=name)


def _delivery(file: str) -> dict[str, object]:
    projects = _projects()
    left, middle, right = st.columns(3)
    project = left.selectbox(
        _("Audit project"),
        [None, *projects],
        format_func=lambda number: projects[number] if number else _("None"),
        key=answer_key("project", file),
    )
    counterparty = middle.text_input(
        _("Delivered by"),
        max_chars=_LONGEST,
        placeholder=_("Unit or person; without it: the data source"),
        key=answer_key("counterparty", file),
    )
    approval = right.text_input(
        _("Approval number"),
        max_chars=100,
        placeholder=_("Optional"),
        key=answer_key("approval", file),
    )
    purpose = st.text_input(
        _("Purpose"),
        max_chars=500,
        placeholder=_("What it was collected for; stands in the collection ledger"),
        key=answer_key("purpose", file),
    )
    return {
        "project_id": project,
        "counterparty": counterparty.strip(),
        "approval_number": approval.strip() or None,
        "purpose": purpose.strip(),
    }


def _projects() -> dict[int, str]:
    """The projects that the reader may see, the newest first."""
    user = current_user()
    wanted = select(Project.project_id, Project.project_code, Project.name)
    wanted = wanted.where(Project.cancelled_date.is_(None), Project.is_draft.is_(False))
    if user.section_code is not None:
        wanted = wanted.where(Project.section_code == user.section_code)
    if user.region_code is not None:
        wanted = wanted.where(Project.region_code == user.region_code)
    wanted = wanted.order_by(Project.plan_year.desc(), Project.project_code)
    with reading(engine()) as connection:
        return {row.project_id: f"{row.project_code} {row.name}" for row in connection.execute(wanted)}


def _stated(file: str, mapped: Mapped | None, faults: list[str]) -> dict[str, int]:
    """Totals that the letter states: of rows under "", of money in fen."""
    if mapped is None:
        return {}
    amounts = [
        column
        for column in mapped.dataset_type.columns
        if column.type == "money" and mapped.mapping.match(column.name)
    ]
    stated: dict[str, int] = {}
    with st.expander(_("Totals stated in the letter (optional)"), icon=":material/calculate:"):
        st.caption(_("They are compared with what the file adds up to; the report says whether they agree."))
        boxes = st.columns(3)
        words = boxes[0].text_input(_("Number of rows"), key=answer_key("stated_rows", file)).strip()
        if words:
            plain = words.replace(",", "").replace("，", "")
            if plain.isdecimal():
                stated[""] = int(plain)
            else:
                faults.append(_("The stated number of rows is not a whole number."))
        for place, column in enumerate(amounts, start=1):
            title = _("{column} (yuan, or with its unit)").format(column=column.title)
            words = boxes[place % 3].text_input(title, key=answer_key(f"stated_{column.name}", file)).strip()
            try:
                if words:
                    stated[column.name] = fen(words)
            except ValueRefusedError:
                faults.append(_("The stated total of {column} is not an amount.").format(column=column.title))
    return stated
