"""The command line, one module per command: `add_arguments(parser)` declares, `run(arguments)` does it.

manage.py picks up every module here; a module's first docstring line is its help. A name that Python reserves
carries an underscore at its end (import_.py is `manage.py import`).
"""
