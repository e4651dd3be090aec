"""What SQL a model written here may hold: the same as a query of the workbench, over its own relations."""

from collections.abc import Iterable, Set

from queries.audit_models.bound import odd_sign
from queries.audit_models.cases import skip_counts
from queries.audit_models.model import AuditModel


def guard(model: AuditModel) -> None:
    """Raise QueryRefusedError where any SQL of the model is more than reading its relations."""
    for sql in (model.sql, *skip_counts(model)):
        check_bound(sql, model.params.keys(), model.relations)
    for part in model.evidence:
        # The values of a suspect stand in a condition of its evidence, and it is asked beside other pages.
        sql = f"select * from {part.relation} where ({part.where})"
        check_bound(sql, model.columns.keys(), model.requires, is_condition=True)


def check_bound(sql: str, bound: Set[str], relations: Iterable[str], *, is_condition: bool = False) -> None:
    """Raise QueryRefusedError where the SELECT is more than reading them, with values of the names bound.

    It is read as it will run, with the names in their places. The functions of a condition are fewer.
    """
    # What reads SQL loads slowly, and a run of a shipped model has no need of it.
    from queries.workbench.functions import CONDITION_FUNCTIONS, FUNCTIONS  # noqa: PLC0415
    from queries.workbench.reading_only import check  # noqa: PLC0415
    from queries.workbench.reasons import odd_dollar  # noqa: PLC0415
    from queries.workbench.refusal import refusal  # noqa: PLC0415

    if (place := odd_sign(sql)) is not None:
        raise refusal(sql, place, odd_dollar())
    check(sql, relations, frozenset(bound), CONDITION_FUNCTIONS if is_condition else FUNCTIONS)
