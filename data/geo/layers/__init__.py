"""Layers of the map that a bureau installs knowingly: its boundaries, protected land, facilities."""
