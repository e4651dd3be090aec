"""The demonstration bureau of the fictional 示范市: everything in it is invented and marked as 演示数据.

Built from seeded numbers alone, without clock or hash order. Stories worth finding are told in
docs/demo.md; tests/test_demo.py holds them to it.
"""

from data.demo.build import build

__all__ = ["build"]
