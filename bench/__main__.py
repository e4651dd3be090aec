"""`python -m bench [PART] [options]`: the parts are in PARTS; without one, all of them.

`figures --findings N … --engine sqlite|postgresql …`, `uploads --rows N --repeats N --large N`,
`models --rows N --repeats N --huge N`, `hit --rows N`, `hostile --files N`, `kills --times N`,
`closing --seconds N --writers N --engine sqlite|postgresql …`, `search --findings N --engine …`.
"""

import argparse
from importlib import import_module

TIERS = (10_000, 100_000, 1_000_000)
PARTS = (
    "figures",
    "pages",
    "map",
    "overlap",
    "wall",
    "uploads",
    "models",
    "hit",
    "hostile",
    "kills",
    "closing",
    "search",
)

parser = argparse.ArgumentParser(prog="python -m bench")
parser.add_argument("part", nargs="?", choices=PARTS, help="without it: all")
parser.add_argument("--findings", type=int, nargs="+", default=TIERS)
parser.add_argument("--engine", choices=("sqlite", "postgresql"), nargs="+", default=("sqlite", "postgresql"))
parser.add_argument(
    "--rows",
    type=int,
    default=10_000_000,
    help="of the uploaded file, where ten million are 1 GB, or of the data that models read",
)
parser.add_argument("--repeats", type=int, default=5)
parser.add_argument("--large", type=int, default=50_000_000, help="rows of a file brought once; 0: none")
parser.add_argument("--huge", type=int, default=0, help="rows that models run over once; 0: none")
parser.add_argument("--files", type=int, default=5_000, help="hostile or broken ones")
parser.add_argument("--first", type=int, default=0, help="number of the first hostile file")
parser.add_argument("--seconds", type=int, default=60, help="how long the writers of findings work")
parser.add_argument("--writers", type=int, default=20, help="of findings, at once")
parser.add_argument("--times", type=int, default=100, help="how often an upload is killed")
arguments = parser.parse_args()
parts = PARTS if arguments.part is None else (arguments.part,)
# Each brings what takes a while to load: only those that are asked for.
for part in parts:
    module = import_module(f"bench.{part}")
    match part:
        case "figures":
            module.run(arguments.findings, arguments.engine)
        case "uploads":
            module.run(arguments.rows, arguments.repeats, arguments.large)
        case "closing":
            module.run(arguments.seconds, arguments.writers, tuple(arguments.engine))
        case "search":
            module.run([max(arguments.findings)], arguments.engine)
        case "models":
            module.run(arguments.rows, arguments.repeats, arguments.huge)
        case "hit":
            module.run(arguments.rows)
        case "hostile":
            module.run(arguments.files, arguments.first)
        case "kills":
            module.run(arguments.times)
        case _:
            module.run()
