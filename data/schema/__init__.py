"""The audit database, table by table (SQLAlchemy 2 typed). Tables are named in the singular.

Money is integer 分 in columns ending in `_fen`. Dated facts carry the date of the fact (`fact_date`) and the
moment they were recorded (`recorded_at`, UTC); states are never stored, they are derived from the facts.

A table is loaded when somebody first names it (`__init__.pyi` says where it stands): a command of the command
line needs ten of the hundred and fifty, and all of them take longer to declare than many a command to run.
Whoever needs all takes them from data/schema/all_tables.py.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
