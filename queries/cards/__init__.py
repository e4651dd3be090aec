"""Everything about one thing: a finding, a project, a unit, an official, a task."""
