"""Officials, their posts, and the warnings about them."""
