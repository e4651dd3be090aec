"""The server, once for all tests; without Spark or Java they are skipped and say so."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from queries.audit_models.engines.engine import ModelEngine
from tests.conftest import sqlite_engine, sqlite_template
from tests_spark.server import spark_server

__all__ = ["sqlite_engine", "sqlite_template"]  # fixtures of the other tests


@pytest.fixture(scope="session", autouse=True)
def var_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_VAR_DIR", str(tmp_path_factory.mktemp("var")))
        yield


@pytest.fixture(scope="session")
def spark_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running server."""
    pytest.importorskip("pyspark", reason="pyspark-client is not installed: make test-spark")
    if shutil.which("java") is None:
        pytest.skip("no Java 17 on this machine")
    homes = list(
        Path(os.environ.get("AUDIT_SPARK_HOME", "")).resolve().glob("lib/python*/site-packages/pyspark")
    )
    if not homes:
        pytest.skip("AUDIT_SPARK_HOME names no environment with pyspark: make test-spark")
    with spark_server(homes[0], tmp_path_factory.mktemp("spark")) as url:
        yield url


@pytest.fixture(scope="session")
def spark(spark_url: str) -> ModelEngine:
    from queries.audit_models.engines.on_spark import OnSpark

    engine = OnSpark(spark_url)
    engine.check()
    return engine
