"""Plan indicators, one by one and together."""
