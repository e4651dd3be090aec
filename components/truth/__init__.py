"""整改真实性核查: drawing a sample, and its findings with what was found."""
