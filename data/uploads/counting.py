"""How often a sign of one byte occurs: several times as fast as bytes.count() where it is frequent."""

import numpy as np


def times(sign: bytes, data: bytes) -> int:
    """How often `sign`, one byte, stands in `data`."""
    return int(np.count_nonzero(np.frombuffer(data, dtype=np.uint8) == sign[0]))
