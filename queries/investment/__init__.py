"""Public investment for the pages of the map: all projects of a day, and one with all that is known of it."""
