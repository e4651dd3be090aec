"""One finding and its rectification."""
