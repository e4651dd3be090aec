"""A Spark cluster as an engine of models, by Spark Connect: the same SQL, the same file of hits.

The cluster reads the versions' files and does the work; its rows come back in batches and are written here,
with the types that DuckDB gives them. Imported only where AUDIT_WAREHOUSE_URL names a cluster.
"""

import contextlib
import re
import socket
import threading
import warnings
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import duckdb
import pyarrow as pa

from data.duck import identifier, open_duck, quoted
from data.language import _
from data.settings import var_dir
from data.warehouse import WarehouseError
from queries.audit_models.cases import skip_counts
from queries.audit_models.choosing import NotRunnableError
from queries.audit_models.engines.engine import OnEnd, Work
from queries.audit_models.engines.followed_run import FollowedRun, follow
from queries.audit_models.engines.result_types import result_types
from queries.audit_models.engines.spark_dialect import NotCarriedError, carried
from queries.audit_models.engines.spark_relations import add_relations
from queries.workbench.running import Outcome

AT_ONCE = 4  # runs of one server; the cluster shares itself among them
_ANSWERS_WITHIN_SECONDS = 5
_ASKS_AGAIN_SECONDS = 2
_MESSAGE = 2_000
_ADDRESS = re.compile(r"sc://(?P<host>\[[^\]]+\]|[^:/;]+)(?::(?P<port>\d+))?")
_PORT = 15002  # what Spark Connect listens on where nobody says otherwise
# What decides about rows must not depend on how a cluster was set up.
_SETTINGS = {
    "spark.sql.ansi.enabled": "true",  # what does not fit into a type is a fault, never null
    "spark.sql.session.timeZone": "Asia/Shanghai",  # as in queries/workbench/child.py
    "spark.sql.caseSensitive": "false",
    "spark.sql.parser.escapedStringLiterals": "false",
    "spark.sql.groupByOrdinal": "true",
    "spark.sql.decimalOperations.allowPrecisionLoss": "true",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "10000",
}
_free = threading.BoundedSemaphore(AT_ONCE)


class OnSpark:
    """The cluster behind an address such as sc://host:port."""

    name = "spark"

    def __init__(self, url: str) -> None:
        self._url = url

    def check(self) -> None:
        """See ModelEngine: what it needs is installed, and the cluster answers."""
        try:
            import pyspark.sql.connect  # noqa: F401, PLC0415 only where a cluster is used
        except ImportError as error:
            raise NotRunnableError(
                _("What a Spark cluster needs is not installed: pip install -r requirements-spark.txt")
            ) from error
        found = _ADDRESS.match(self._url)
        if found is None:
            raise NotRunnableError(_("AUDIT_WAREHOUSE_URL is empty, duckdb or sc://host:port."))
        host, port = found["host"], int(found["port"] or _PORT)
        try:
            socket.create_connection((host.strip("[]"), port), _ANSWERS_WITHIN_SECONDS).close()
        except OSError as error:
            raise NotRunnableError(
                _("The Spark cluster {address} does not answer.").format(address=f"{host}:{port}")
            ) from error

    def start(self, work: Work, on_end: OnEnd) -> FollowedRun:
        """See ModelEngine."""
        return follow(_OnCluster(self._url, work), work.limits, _free, on_end)


class _StoppedError(RuntimeError):
    """The run was stopped between two statements."""


class _OnCluster:
    """A work as the cluster does it."""

    def __init__(self, url: str, work: Work) -> None:
        self._url, self._work = url, work
        self._session: Any = None

    def done(self, run: FollowedRun) -> Outcome:
        """See Task."""
        try:
            return self._judged(run)
        finally:
            if self._session is not None:
                with contextlib.suppress(Exception):  # the cluster may be gone; the outcome is known
                    self._session.stop()

    def interrupt(self, run: FollowedRun) -> None:
        """See Task."""
        if self._session is not None:
            # A cluster that is gone would keep whoever asks waiting.
            threading.Thread(target=self._ask, args=(run,), daemon=True).start()

    def _ask(self, run: FollowedRun) -> None:
        """Until it has ended: a statement may begin just after the cluster was asked."""
        while run.outcome is None:
            with contextlib.suppress(Exception):  # it may end in this moment
                self._session.interruptAll()
            run.wait(_ASKS_AGAIN_SECONDS)

    def _judged(self, run: FollowedRun) -> Outcome:
        from pyspark.errors import PySparkException  # noqa: PLC0415 only where a cluster is used

        reason, message = "", ""
        try:
            rows, counts = self._done(run)
            return Outcome("done", rows=rows, seconds=run.seconds(), counts=counts, file=self._work.hits_file)
        except (WarehouseError, OSError) as error:
            reason, message = "data", str(error)
        except (PySparkException, NotCarriedError, duckdb.Error, pa.ArrowException) as error:
            reason, message = "engine", str(error)
        except Exception as error:  # gRPC's own errors have no type of their own to name here
            reason, message = "engine", f"{type(error).__name__}: {error}"
        self._work.hits_file.unlink(missing_ok=True)
        if run.stopped_for:
            return Outcome("stopped", run.stopped_for, seconds=run.seconds())
        return Outcome("failed", reason, _told(message), seconds=run.seconds())

    def _done(self, run: FollowedRun) -> tuple[int, tuple[int, ...]]:
        """(hits written, rows that could not be judged for each reason)."""
        work = self._work
        types = result_types(work.model, work.values)
        sql = carried(work.model.sql, work.values)
        counts = [carried(each, work.values) for each in skip_counts(work.model)]
        self._session = _opened(self._url)
        self._session.registerProgressHandler(partial(_tell, run))
        add_relations(self._session, work)
        _go_on(run)
        rows = self._written(sql, types)
        counted = []
        for count in counts:
            _go_on(run)
            counted.append(int(self._session.sql(count).toArrow().column(0)[0].as_py()))
        return rows, tuple(counted)

    def _written(self, sql: str, types: dict[str, str]) -> int:
        """Write the rows as they come, each column in the type that DuckDB gives it; returns how many."""
        batches = self._batches(sql)
        reader = pa.RecordBatchReader.from_batches(next(batches), batches)
        cells = ", ".join(
            f"cast({identifier(name)} as {kind}) as {identifier(name)}" for name, kind in types.items()
        )
        with open_duck() as duck:
            duck.register("batches", reader)
            copy = f"copy (select {cells} from batches) to {quoted(self._work.hits_file)} (format parquet)"
            return int(duck.execute(copy).fetchall()[0][0])

    def _batches(self, sql: str) -> Iterator[Any]:
        """The schema of the rows, then the rows in batches as the cluster sends them."""
        frame = self._session.sql(sql)
        # toArrow() would hold all rows at once. This is what it and toLocalIterator() read from.
        client = self._session.client
        tables = client.to_table_as_iterator(frame._plan.to_proto(client), frame._plan.observations)
        schema: pa.Schema | None = None
        for table in tables:
            if not isinstance(table, pa.Table):
                continue
            if schema is None:
                schema = table.schema
                yield schema
            yield from table.to_batches()
        if schema is None:
            empty = frame.limit(0).toArrow()
            yield empty.schema


def _go_on(run: FollowedRun) -> None:
    if run.stopped_for:
        raise _StoppedError(run.stopped_for)


def _tell(
    run: FollowedRun, stages: Iterable[Any] | None, inflight_tasks: int, operation_id: str | None, done: bool
) -> None:
    """Progress as the cluster tells it: tasks of all stages that it knows of."""
    del inflight_tasks, operation_id, done
    known = list(stages or ())
    if tasks := sum(stage.num_tasks for stage in known):
        run.percent = round(100 * sum(stage.num_completed_tasks for stage in known) / tasks)


def _opened(url: str) -> Any:
    """A session of its own: what one run does is not seen by another."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the version of pandas, which is not used, and of old settings
        from pyspark.sql.connect.session import SparkSession  # noqa: PLC0415 only where a cluster is used

        session = SparkSession.builder.remote(url).create()
        for name, value in _SETTINGS.items():
            session.conf.set(name, value)
    return session


def _told(message: str) -> str:
    """What the engine said, without any path of this server and without the stack of the JVM."""
    first = message.split("\n\nJVM stacktrace:", 1)[0]
    return first.replace(str(var_dir()), "…")[:_MESSAGE]
