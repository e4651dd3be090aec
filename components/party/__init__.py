"""A person, company or unit across all models and datasets that the reader may see."""
