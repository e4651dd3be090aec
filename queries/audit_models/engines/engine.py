"""What an engine of audit models is: it takes a piece of work and gives a process that can be watched."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from data.warehouse import Version
from queries.audit_models.model import AuditModel
from queries.workbench.limits import Limits
from queries.workbench.running import Outcome

if TYPE_CHECKING:
    from queries.audit_models.spatial.given import Areas

OnEnd = Callable[[Outcome], None]


@dataclass(frozen=True)
class Work:
    """A model with the values it is bound to, the versions it reads by relation, and where its hits go.

    An optional relation without data is not in `versions`.
    """

    model: AuditModel
    values: Mapping[str, Any]
    versions: Mapping[str, Version]
    hits_file: Path
    limits: Limits
    areas: "Areas | None" = None  # of the layers that derived relations are held against


class Process(Protocol):
    """Work under way. `outcome` is None until it has ended; `began` is on the monotonic clock.

    `is_preparing`: what its SQL reads is still being made.
    """

    outcome: Outcome | None
    percent: int | None
    is_preparing: bool
    began: float
    limits: Limits

    def stop(self) -> None:
        """End it because somebody asks for it. What has ended stays as it is."""

    def wait(self, seconds: float | None = None) -> Outcome | None:
        """The outcome, waiting for it that long at most; None where it is still running."""


class ModelEngine(Protocol):
    """One way to run models. Both ways leave the same rows of the same types in the file of hits."""

    @property
    def name(self) -> str:
        """What a run says of it: "duckdb" or "spark"."""

    def check(self) -> None:
        """Raise NotRunnableError where it cannot be used now."""

    def start(self, work: Work, on_end: OnEnd) -> Process:
        """Start the work; `on_end` is called in a thread of its own, before `outcome` is set.

        Raises BusyError where as much is under way as may be at once, OSError and WarehouseError.
        """
