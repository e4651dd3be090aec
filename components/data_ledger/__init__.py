"""数据台账: data handed over, and what came back."""
