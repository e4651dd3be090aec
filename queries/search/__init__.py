"""Full-text search in Chinese over what data/search keeps, within what the reader may see."""
