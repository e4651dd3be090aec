"""The command line, one module per command: `add_arguments(parser)` declares, `run(arguments)` does it.

manage.py picks up every module here; a module's first docstring line is its help. A name that Python reserves
carries an underscore at its end (import_.py is `manage.py import`); one with an underscore inside is a part
of another command (datasets_test.py is `manage.py datasets test`).
"""

import importlib
import pkgutil
from types import ModuleType


def command_names() -> dict[str, str]:
    """The module of each command, by what the command is called, in order."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    return {name.rstrip("_"): f"commands.{name}" for name in names if "_" not in name.rstrip("_")}


def command_modules(only: str = "") -> dict[str, ModuleType]:
    """The commands by what they are called: all, or the one that is called `only` where there is one.

    One is asked for to be run: what the others need takes longer to load than most commands run.
    """
    names = command_names()
    wanted = {only: names[only]} if only in names else names
    return {name: importlib.import_module(module) for name, module in wanted.items()}
