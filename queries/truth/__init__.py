"""整改真实性核查: what may be drawn, and the samples with what was found."""
