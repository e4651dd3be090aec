"""A Spark Connect server of this machine for the tests: two workers with a core and a gigabyte each."""

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CLASS = "org.apache.spark.sql.connect.service.SparkConnectServer"
_STARTS_WITHIN_SECONDS = 180
# Java compiles lightly: most statements run once, and a better compiler would take longer than they do.
_JAVA = "-XX:TieredStopAtLevel=1"
_OPTIONS = {
    "spark.driver.extraJavaOptions": _JAVA,
    "spark.executor.extraJavaOptions": _JAVA,
    "spark.connect.grpc.binding.address": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
}


@contextmanager
def spark_server(home: Path, folder: Path) -> Iterator[str]:
    """The address of a server that runs as long as the context; `home` is the folder of pyspark."""
    port = _free_port()
    options = _OPTIONS | {"spark.connect.grpc.binding.port": str(port)}
    log = folder / "spark.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [
                str(home / "bin" / "spark-submit"),
                *("--master", "local-cluster[2,1,1024]", "--driver-memory", "1g", "--class", _CLASS),
                *(word for name, value in options.items() for word in ("--conf", f"{name}={value}")),
                "spark-internal",
            ],
            cwd=folder,
            env=os.environ | {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1"},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _wait_for(port, process, log)
        yield f"sc://127.0.0.1:{port}"
    finally:
        # The workers are children of the server, in its group.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(20)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def _wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    ends = time.monotonic() + _STARTS_WITHIN_SECONDS
    while time.monotonic() < ends and process.poll() is None:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.5)
    raise RuntimeError(log.read_text("utf-8", "replace")[-2000:])
