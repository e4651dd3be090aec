"""月末快照: freezing the figures of a day, and what became of them since."""
