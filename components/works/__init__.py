"""Public works: cut rates against their fences, unit costs, what works should cost."""
