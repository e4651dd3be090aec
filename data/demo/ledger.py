"""Writes findings and their rectification with all dated facts up to the as-of day, batch by batch."""

import random
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from data.demo.bulk import Row, insert_rows
from data.demo.cases import TYPES, Cases
from data.demo.course import NEVER, CloseOut, Course
from data.demo.days import AS_OF, DATE_TEXT, MOMENT_TEXT, Days
from data.demo.names import SECTIONS, SOURCE, person
from data.demo.people import People
from data.demo.projects import auditor
from data.demo.texts import FindingText, RectificationText, finding_text, rectification_text, yuan
from data.demo.wording import class_wordings
from data.schema import Finding, Milestone, Rectification, RectifiedMoney

_LARGE_FEN = 1_000_000_000  # 1,000 万元: more often a major problem
_DATA_MODELS = ("M03 化整为零采购", "M09 供应商集中", "M24 重复支付", "M26 死亡人员待遇", "M27 低保资产比对")
_FINDING_COLUMNS = (
    "finding_id",
    "finding_code",
    "project_id",
    "unit_id",
    "official_id",
    "region_code",
    "section_code",
    "title",
    "description",
    "problem_class_code",
    "nature",
    "legal_basis",
    "amount_fen",
    "is_major",
    "has_leader_instruction",
    "is_repeat",
    "prior_finding_id",
    "handling_opinion",
    "suspect_reference",
    "found_date",
    "is_found_date_assumed",
    "source",
    "recorded_at",
)
_RECTIFICATION_COLUMNS = (
    "finding_id",
    "rectification_type",
    "responsible_unit_id",
    "supervising_unit",
    "responsible_leader",
    "responsible_person",
    "standard",
    "measures",
    "due_date",
    "committed_date",
    "account",
    "incomplete_reason",
    "next_step",
    "evidence_list",
    "tracking_count",
    "last_tracking_date",
    "publication",
    "archive_number",
)


def write_ledger(
    connection: Connection, cases: Cases, course: Course, people: People, *, every_full: int
) -> None:
    """Write a batch; every `every_full`-th finding gets all its texts, the others a title."""
    dice = np.random.default_rng([4, cases.first_id])
    paid = sum(
        np.where(days <= AS_OF, fen, 0) for days, fen in zip(course.money_day, course.money_fen, strict=True)
    )
    kinds = _money_kinds(dice, cases)
    texts = _texts(cases, course, np.asarray(paid), kinds, every_full)
    insert_rows(connection, Finding, _FINDING_COLUMNS, _findings(dice, cases, texts))
    insert_rows(
        connection, Rectification, _RECTIFICATION_COLUMNS, _rectifications(dice, cases, course, people, texts)
    )
    insert_rows(
        connection,
        Milestone,
        (
            "finding_id",
            "kind",
            "fact_date",
            "is_fact_date_assumed",
            "new_due_date",
            "person",
            "document_number",
            "recorded_at",
        ),
        _milestones(cases, course, people),
    )
    insert_rows(
        connection,
        RectifiedMoney,
        ("finding_id", "kind", "amount_fen", "fact_date", "is_fact_date_assumed", "recorded_at"),
        _money(cases, course, kinds),
    )


def finding_codes(cases: Cases) -> list[str]:
    """问题编号 of each case: that of the project, and a number in it."""
    return [
        f"{project.code}-{serial:02d}" for project, serial in zip(cases.projects, cases.serial, strict=True)
    ]


def _money_kinds(dice: np.random.Generator, cases: Cases) -> list[str | None]:
    chances = dice.random(len(cases)).tolist()
    wordings = class_wordings()
    kinds: list[str | None] = []
    for class_index, chance in zip(cases.classes, chances, strict=True):
        possible = wordings[class_index].money_kinds
        kinds.append(possible[int(chance**2 * len(possible))] if possible else None)
    return kinds


def _texts(
    cases: Cases, course: Course, paid: NDArray[np.int64], kinds: list[str | None], every_full: int
) -> list[tuple[FindingText, RectificationText]]:
    dice = random.Random(f"texts {cases.first_id}")  # noqa: S311 - invented findings
    wordings = class_wordings()
    short = RectificationText()
    texts = []
    columns = zip(
        cases.projects,
        cases.units,
        cases.classes,
        cases.amount_fen.tolist(),
        paid.tolist(),
        course.is_rectified.tolist(),
        kinds,
        cases.prior_ids,
        strict=True,
    )
    for number, (project, unit, class_index, fen, paid_fen, is_done, kind, prior_id) in enumerate(columns):
        wording = wordings[class_index]
        is_full = number % every_full == 0
        found = finding_text(
            dice,
            wording,
            unit.name,
            project.plan_year - 1,
            fen,
            is_repeat=prior_id is not None,
            is_full=is_full,
        )
        if cases.is_pinned[number]:
            found = replace(found, title=f"应收未收国有土地使用权出让价款{yuan(fen)}")
        if is_full:
            done = rectification_text(
                dice, wording, unit.name, is_done=is_done, money_fen=paid_fen, money_kind=kind
            )
        texts.append((found, done if is_full else short))
    return texts


def _findings(
    dice: np.random.Generator, cases: Cases, texts: list[tuple[FindingText, RectificationText]]
) -> Iterator[Row]:
    size = len(cases)
    is_major = (dice.random(size) < np.where(cases.amount_fen > _LARGE_FEN, 0.18, 0.014)) | cases.is_pinned
    has_instruction = (dice.random(size) < np.where(is_major, 0.45, 0.032)) | cases.is_pinned
    suspects = dice.integers(0, len(_DATA_MODELS) * 12, size).tolist()
    wordings = class_wordings()
    columns = zip(
        range(cases.first_id, cases.first_id + size),
        finding_codes(cases),
        cases.projects,
        cases.units,
        cases.classes,
        cases.prior_ids,
        cases.amount_fen.tolist(),
        is_major.astype(np.int64).tolist(),
        has_instruction.astype(np.int64).tolist(),
        suspects,
        texts,
        strict=True,
    )
    for (
        finding_id,
        code,
        project,
        unit,
        class_index,
        prior_id,
        fen,
        major,
        instruction,
        suspect,
        text,
    ) in columns:
        found, _ = text
        wording = wordings[class_index]
        yield (
            finding_id,
            code,
            project.project_id,
            unit.unit_id,
            project.official_id if unit is project.unit else None,
            unit.region_code,
            SECTIONS[project.section].code,
            found.title,
            found.description,
            wording.code,
            wording.nature if fen else "non_monetary",
            found.legal_basis,
            fen or None,
            major,
            instruction,
            int(prior_id is not None),
            prior_id,
            found.handling_opinion,
            _DATA_MODELS[suspect] if project.data_lead and suspect < len(_DATA_MODELS) else None,
            DATE_TEXT[project.delivered],
            0,
            SOURCE,
            MOMENT_TEXT[project.delivered],
        )


def _rectifications(
    dice: np.random.Generator,
    cases: Cases,
    course: Course,
    people: People,
    texts: list[tuple[FindingText, RectificationText]],
) -> Iterator[Row]:
    size = len(cases)
    until = np.minimum(np.where(course.is_rectified, course.close_out.rectified, AS_OF), AS_OF)
    tracked = cases.found + (np.maximum(until - cases.found, 0) * dice.uniform(0.55, 0.98, size)).astype(
        np.int64
    )
    visits = np.where(until - cases.found > 30, dice.integers(1, 6, size), 0)
    columns = zip(
        range(cases.first_id, cases.first_id + size),
        finding_codes(cases),
        cases.units,
        cases.kind.tolist(),
        course.due.tolist(),
        np.where(dice.random(size) < 0.6, course.due - dice.integers(0, 16, size), NEVER).tolist(),
        visits.tolist(),
        tracked.tolist(),
        (course.close_out.closed <= AS_OF).tolist(),
        (dice.random(size) < 0.12).tolist(),
        texts,
        strict=True,
    )
    for finding_id, code, unit, kind, due, committed, visit, last, is_closed, is_public, text in columns:
        _, words = text
        yield (
            finding_id,
            TYPES[kind],
            unit.unit_id,
            people.supervisor(unit),
            people.leader(unit),
            people.clerk(unit),
            words.standard,
            words.measures,
            DATE_TEXT[due],
            DATE_TEXT[committed] if committed < NEVER else None,
            words.account,
            words.incomplete_reason,
            words.next_step,
            words.evidence_list,
            visit,
            DATE_TEXT[last] if visit else None,
            "整改结果已在政府网站公告" if is_closed and is_public else None,
            f"示审整档{code}" if is_closed else None,
        )


def _milestones(cases: Cases, course: Course, people: People) -> Iterator[Row]:
    kinds = (
        ("extended", course.extended[0], course.new_due[0]),
        ("extended", course.extended[1], course.new_due[1]),
        ("withdrawn", course.withdrawn, None),
        ("transferred", course.transferred, None),
        *((kind, days, None) for kind, days in _closing(course.close_out)),
        ("looked_back", course.looked_back, None),
        ("reopened", course.reopened, None),
        *((kind, days, None) for kind, days in _closing(course.close_out_again)),
    )
    codes = finding_codes(cases)
    owners, days, orders, limits = [], [], [], []
    for number, (_, moment, new_due) in enumerate(kinds):
        happened = np.nonzero(moment <= AS_OF)[0]
        owners.append(happened)
        days.append(moment[happened])
        orders.append(np.full(len(happened), number))
        limits.append(np.zeros(len(happened), np.int64) if new_due is None else new_due[happened])
    owner, when = np.concatenate(owners), np.concatenate(days)
    order, limit = np.concatenate(orders), np.concatenate(limits)
    line_up = np.lexsort((order, when, owner))
    names = [kind for kind, _, _ in kinds]
    for index, fact_day, position, new_limit in zip(
        owner[line_up].tolist(),
        when[line_up].tolist(),
        order[line_up].tolist(),
        limit[line_up].tolist(),
        strict=True,
    ):
        kind, section, unit = names[position], cases.projects[index].section, cases.units[index]
        if kind == "close_requested":
            who = people.clerk(unit)
        elif kind in ("second_review", "looked_back", "reopened"):
            who = person(1500 + index % 5)  # the section for review
        elif kind in ("approved", "closed"):
            who = person(1600 + section % 3)  # the deputy heads of the bureau
        else:
            who = auditor(section, index)
        document = None
        if kind == "closed":
            document = f"XH-{codes[index]}"
        elif kind == "extended":
            document = f"YQ-{codes[index]}-{position + 1}"
        yield (
            cases.first_id + index,
            kind,
            DATE_TEXT[fact_day],
            0,
            DATE_TEXT[new_limit] if new_limit else None,
            who,
            document,
            MOMENT_TEXT[fact_day],
        )


def _closing(close_out: CloseOut) -> tuple[tuple[str, Days], ...]:
    return (
        ("rectified", close_out.rectified),
        ("close_requested", close_out.requested),
        ("first_review", close_out.first_review),
        ("second_review", close_out.second_review),
        ("approved", close_out.approved),
        ("closed", close_out.closed),
    )


def _money(cases: Cases, course: Course, kinds: list[str | None]) -> Iterator[Row]:
    payments = zip(course.money_day, course.money_fen, strict=True)
    for days, fen in payments:
        happened = np.nonzero((days <= AS_OF) & (fen > 0))[0]
        for index, fact_day, amount in zip(
            happened.tolist(), days[happened].tolist(), fen[happened].tolist(), strict=True
        ):
            yield (
                cases.first_id + index,
                kinds[index] or "other",
                amount,
                DATE_TEXT[fact_day],
                0,
                MOMENT_TEXT[fact_day],
            )
