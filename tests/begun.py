"""What many tests of a module begin with is made once in each test process, and set down again for each."""

import shutil
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine

from data.settings import var_dir
from tests.empty_again import New, empty_again, what_is_new

Make = Callable[[Engine], object]


class Beginnings:
    """Databases with the files of their run-time folder, as they were when they were made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[tuple[Make, str], tuple[Path, New | None]] = {}

    def begin(self, engine: Engine, make: Make) -> Engine:
        """Bring an empty database of a test to where `make` brings it; what it returns is lost."""
        key = (make, engine.dialect.name)
        if key in self._kept:
            files, rows = self._kept[key]
            shutil.copytree(files / "var", var_dir(), dirs_exist_ok=True)
            if rows is None:
                engine.dispose()
                shutil.copy(files / "audit.db", str(engine.url.database))
            else:
                assert empty_again(engine, rows)
            return engine
        make(engine)
        files = self._folder / str(len(self._kept))
        shutil.copytree(var_dir(), files / "var")
        if engine.dialect.name == "sqlite":
            with engine.connect() as connection:
                connection.exec_driver_sql("pragma wal_checkpoint(truncate)")
            engine.dispose()
            shutil.copy(str(engine.url.database), files / "audit.db")
            self._kept[key] = (files, None)
        else:
            with engine.connect() as connection:
                self._kept[key] = (files, what_is_new(connection))
        return engine
