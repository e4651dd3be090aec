"""`python -m bench [figures|pages|wall] [--findings N …] [--engine sqlite|postgresql …]`."""

import argparse

from bench import figures, pages, wall

TIERS = (10_000, 100_000, 1_000_000)

parser = argparse.ArgumentParser(prog="python -m bench")
parser.add_argument("part", nargs="?", choices=("figures", "pages", "wall"), help="without it: all")
parser.add_argument("--findings", type=int, nargs="+", default=TIERS)
parser.add_argument("--engine", choices=("sqlite", "postgresql"), nargs="+", default=("sqlite", "postgresql"))
arguments = parser.parse_args()
if arguments.part in {None, "figures"}:
    figures.run(arguments.findings, arguments.engine)
if arguments.part in {None, "pages"}:
    pages.run()
if arguments.part in {None, "wall"}:
    wall.run()
