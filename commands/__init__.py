"""The command line, one module per command: `add_arguments(parser)` declares, `run(arguments)` does it.

manage.py picks up every module here; a module's first docstring line is its help. A name that Python reserves
carries an underscore at its end (import_.py is `manage.py import`); one with an underscore inside is a part
of another command (datasets_test.py is `manage.py datasets test`).
"""

import importlib
import pkgutil
from types import ModuleType


def command_modules() -> dict[str, ModuleType]:
    """The module of each command, by what the command is called, in order."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    commands = [name for name in names if "_" not in name.rstrip("_")]
    return {name.rstrip("_"): importlib.import_module(f"commands.{name}") for name in commands}
